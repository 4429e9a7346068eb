/// What stands for a word where words are compared: a hash of its bytes in lower case.
///
/// Different words of eight bytes or less have different keys: each step can be undone.
enum WordKey {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The key of the word at `start` of `bytes`, up to `end` and in any case, and its first eight
  /// bytes in lower case, the first of them lowest.
  @inline(__always) static func of(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> (key: UInt64, head: UInt64) {
    let head = eight(bytes, start, end)
    var key = mix(seed, head)
    var at = start + 8
    while at < end {
      key = mix(key, eight(bytes, at, end))
      at += 8
    }
    return (key, head)
  }

  /// The key of `letters`, in any case.
  static func of(_ letters: some Sequence<UInt8>) -> UInt64 {
    let bytes = Array(letters)
    return of(bytes.span, from: 0, to: bytes.count).key
  }

  /// `key` with one more byte, for what is read byte by byte, such as a figure (FNV-1a, 64 bits).
  @inline(__always) static func next(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always) private static func mix(_ key: UInt64, _ letters: UInt64) -> UInt64 {
    let product = (key ^ letters) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// The eight bytes from `at` on, in lower case; zeros from `end` on.
  @inline(__always) private static func eight(
    _ bytes: Span<UInt8>, _ at: Int, _ end: Int
  ) -> UInt64 {
    guard at + 8 <= bytes.count else {
      return (at..<min(at + 8, end)).reduce(0) { letters, index in
        letters | (lower(UInt64(bytes[index])) & 0xFF) << UInt64(8 * (index - at))
      }
    }
    // All eight stand in the text, whatever the word has of them.
    let letters = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: at, as: UInt64.self)
    let all = lower(UInt64(littleEndian: letters))
    return end - at < 8 ? all & (1 << UInt64(8 * (end - at)) - 1) : all
  }

  /// Eight bytes in lower case: a capital has one bit less than its small letter, and all else in
  /// words that is ASCII has that bit.
  @inline(__always) private static func lower(_ letters: UInt64) -> UInt64 {
    letters | (~letters & 0x8080_8080_8080_8080) >> 2
  }
}
