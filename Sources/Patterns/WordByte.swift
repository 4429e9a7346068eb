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

/// The hash of a word, eight bytes at a time in lower case.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) mutating func add(_ bytes: WordBytes) {
    let product = (value ^ bytes.folded).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    value = product.high ^ product.low
  }
}

/// Eight bytes of a text side by side, the first one lowest; 0 behind its end.
struct WordBytes {
  private let bits: UInt64

  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private init(bits: UInt64) { self.bits = bits }

  /// The bytes of `text` from `place` on.
  @inline(__always) init(_ text: Span<UInt8>, at place: Int) {
    if place >= 0, place <= text.count - 8 {
      // The line above proves that all eight stand in the text.
      let read = unsafe text.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place, as: UInt64.self)
      bits = UInt64(littleEndian: read)
    } else {
      bits = Self.ending(text, place)
    }
  }

  @inline(never) private static func ending(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in place..<max(place, text.count) {
      bits |= UInt64(text[index]) << UInt64(8 * (index - place))
    }
    return bits
  }

  /// Its first `count` bytes, at most 8.
  @inline(__always) func first(_ count: Int) -> WordBytes {
    WordBytes(bits: count >= 8 ? bits : bits & (1 << UInt64(8 * count) - 1))
  }

  /// The bytes of a word with each letter in lower case, and `_` as a byte that no word has.
  @inline(__always) var folded: UInt64 { bits | (bits & (Self.lows &* 0x40)) >> 1 }

  /// The bit of 32 of each that is a digit; they all belong to a word.
  private var digits: UInt64 {
    // Of the bytes of words only digits have the bit of 32 and not that of 64.
    bits & (Self.lows &* 0x20) & ~(bits >> 1)
  }

  /// Whether one of them, which all belong to a word, is a digit.
  @inline(__always) var hasDigit: Bool { digits != 0 }

  /// The bytes of a word with `0` for each digit.
  @inline(__always) var withDigitsAlike: WordBytes {
    WordBytes(bits: bits & ~(digits >> 5 &* 0x0F))
  }

  /// How many bytes it begins with that are part of a word.
  @inline(__always) var wordCount: Int {
    let low = bits & ~Self.highs
    let letter = low | Self.lows &* 0x20
    let letters = (letter &+ Self.lows &* 0x1F) & ~(letter &+ Self.lows &* 0x05)
    let digits = (low &+ Self.lows &* 0x50) & ~(low &+ Self.lows &* 0x46)
    let others = (low ^ Self.lows &* 0x5F) &+ Self.lows &* 0x7F
    let marks = (letters | digits | ~others) & ~bits & Self.highs
    return (marks ^ Self.highs).trailingZeroBitCount >> 3
  }
}
