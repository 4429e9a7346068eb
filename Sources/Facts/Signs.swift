/// The bytes at which a landmark can stand: all but the letters `a` to `w`, `y`, `z` and the blanks.
enum Signs {
  /// The first of them in `text` at `start` or behind it, or its end.
  @inline(__always)
  static func next(in text: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at <= text.count - 8 {
      // The line above leaves eight bytes of the text.
      let eight = unsafe text.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: at, as: UInt64.self)
      let found = marks(UInt64(littleEndian: eight))
      if found != 0 { return at + found.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < text.count, marks(UInt64(text[at])) & 0x80 == 0 { at += 1 }
    return at
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The highest bit of each byte that is a sign.
  @inline(__always)
  private static func marks(_ bytes: UInt64) -> UInt64 {
    let low = (bytes | ones &* 0x20) & ~highs
    let letters = (low &+ ones &* 0x1F) & ~(low &+ ones &* 0x05)
    let crosses = ~((low ^ ones &* 0x78) &+ ones &* 0x7F)
    let blanks = ~((bytes & ~highs) &+ ones &* 0x5F)
    return (~(letters & ~crosses | blanks) | bytes) & highs
  }
}
