/// The bytes at which something can begin that tells of a place: capitals, digits, `$`, and all
/// beyond ASCII (accents, `£`).
enum Telling {
  /// The first of them in `text` at `start` or behind it, or `end`.
  @inline(__always)
  static func next(in text: Span<UInt8>, from start: Int, before end: Int) -> Int {
    var at = start
    let last = min(end, text.count) - 8
    while at <= last {
      // `last` leaves eight bytes of the text.
      let eight = unsafe text.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: at, as: UInt64.self)
      let found = marks(UInt64(littleEndian: eight))
      if found != 0 { return at + found.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < end, marks(UInt64(text[at])) == 0 { at += 1 }
    return at
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The highest bit of each byte that tells.
  @inline(__always)
  private static func marks(_ bytes: UInt64) -> UInt64 {
    let low = bytes & ~highs
    let capitals = (low &+ ones &* 0x3F) & ~(low &+ ones &* 0x25)
    let digits = (low &+ ones &* 0x50) & ~(low &+ ones &* 0x46)
    let dollars = ~((low ^ ones &* 0x24) &+ ones &* 0x7F)
    return (capitals | digits | dollars | bytes) & highs
  }
}
