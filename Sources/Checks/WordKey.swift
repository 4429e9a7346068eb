/// What stands for a word where words are compared: a hash of its bytes in lower case (FNV-1a, 64
/// bits), made byte by byte.
enum WordKey {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// `key` with one more byte, given in lower case.
  @inline(__always) static func next(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The key of `letters`, in any case.
  static func of(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(seed) { next($0, $1.folded) }
  }
}
