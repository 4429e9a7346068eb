/// Symbols: each letter of ASCII and `_` for itself, of the others two to a bit, so it may hold more than
/// was put in, never less.
struct SymbolSet: BitwiseCopyable {
  private var bits: UInt64 = 0

  static var all: SymbolSet {
    var all = SymbolSet()
    all.bits = .max
    return all
  }

  /// Those of words.
  static let word: SymbolSet = {
    var word = SymbolSet()
    for symbol in PrefixSymbol.blank...PrefixSymbol.other where PrefixSymbol.isWord(symbol) {
      word.insert(symbol)
    }
    return word
  }()

  /// Those of words and blanks, and the one that shares a bit with those.
  static let wordOrBlank: SymbolSet = {
    var symbols = word
    symbols.insert(PrefixSymbol.blank)
    return symbols
  }()

  /// The letters have the bits of 33 to 58, `_` that of 63, what stands below in ASCII those up to 31.
  @inline(__always) private static func bit(_ symbol: UInt8) -> UInt64 {
    UInt64(symbol >= 0x5F ? (symbol | 0x20) & 63 : (symbol &- 0x20) >> 1)
  }

  @inline(__always) mutating func insert(_ symbol: UInt8) { bits |= 1 << Self.bit(symbol) }

  @inline(__always) func contains(_ symbol: UInt8) -> Bool { bits >> Self.bit(symbol) & 1 == 1 }

  /// Whether it may hold any symbol that `other` does not hold.
  func mayHoldMore(than other: SymbolSet) -> Bool { bits & ~other.bits != 0 }
}
