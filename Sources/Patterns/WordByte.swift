/// Bytes that make up words, as `\w` of PCRE2 sees ASCII.
enum WordByte {
  /// `byte` in lower case if it is part of a word, else 0.
  ///
  /// Computed and not looked up: a table that every byte asks for costs more than it saves.
  @inline(__always) static func folded(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 || byte == 0x5F ? byte : 0
  }

  @inline(__always) static func isWord(_ byte: UInt8) -> Bool { folded(byte) != 0 }
}

/// The hash of a word, byte by byte in lower case (FNV-1a, 64 bits).
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
