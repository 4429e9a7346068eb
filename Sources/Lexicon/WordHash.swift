/// The hash of a word in lower case, eight bytes a step, and never 0.
///
/// Only English letters are folded: `É` and `é` are two letters, as in the lists.
enum WordHash {
  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// The hash of the bytes of `text` from `lower` up to `upper`.
  static func of(_ text: Span<UInt8>, _ lower: Int, _ upper: Int) -> UInt64 {
    var hash = seed
    var at = lower
    while upper - at > 8 {
      hash = mix(hash, Eight(text, at: at).folded)
      at += 8
    }
    return mix(hash, Eight(text, at: at).first(upper - at).folded) | 1
  }

  static func of(_ word: [UInt8]) -> UInt64 { of(word.span, 0, word.count) }

  /// The hash of a word of at most eight letters.
  @inline(__always)
  static func of(_ word: Eight) -> UInt64 { mix(seed, word.folded) | 1 }

  /// The hash of a word of nine to sixteen letters.
  @inline(__always)
  static func of(_ first: Eight, _ last: Eight) -> UInt64 {
    mix(mix(seed, first.folded), last.folded) | 1
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (hash ^ bytes).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}

/// Eight bytes of a text side by side, the first one lowest; 0 behind its end.
struct Eight {
  private let bits: UInt64

  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private init(bits: UInt64) { self.bits = bits }

  /// The bytes of `text` from `offset` on.
  @inline(__always)
  init(_ text: Span<UInt8>, at offset: Int) {
    if offset >= 0, offset <= text.count - 8 {
      // The line above proves that all eight stand in the text.
      let read = unsafe text.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self)
      bits = UInt64(littleEndian: read)
    } else {
      bits = Self.ending(text, offset)
    }
  }

  @inline(never)
  private static func ending(_ text: Span<UInt8>, _ offset: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in offset..<max(offset, text.count) {
      bits |= UInt64(text[index]) << UInt64(8 * (index - offset))
    }
    return bits
  }

  /// Its first `count` bytes, at most 8.
  @inline(__always)
  func first(_ count: Int) -> Eight {
    Eight(bits: count >= 8 ? bits : bits & (1 << UInt64(8 * count) - 1))
  }

  /// The bytes with each ASCII letter in lower case.
  var folded: UInt64 { bits | (~bits & Self.highs) >> 2 }

  /// How many English letters it begins with.
  @inline(__always)
  var letters: Int { (~letterMarks & Self.highs).trailingZeroBitCount >> 3 }

  /// Whether a capital is among its English letters.
  var hasCapital: Bool { letterMarks & ~(bits << 2) != 0 }

  /// The byte behind the first `count`, at most 7.
  func byte(_ count: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 * count)) }

  /// The highest bit of each byte that is an English letter.
  private var letterMarks: UInt64 {
    let low = (bits | Self.lows &* 0x20) & ~Self.highs
    return (low &+ Self.lows &* 0x1F) & ~(low &+ Self.lows &* 0x05) & ~bits & Self.highs
  }
}
