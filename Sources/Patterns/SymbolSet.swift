/// Symbols, two to a bit: it may hold more than was put in, never less.
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

  @inline(__always) mutating func insert(_ symbol: UInt8) { bits |= 1 << UInt64(symbol & 63) }

  @inline(__always) func contains(_ symbol: UInt8) -> Bool {
    bits >> UInt64(symbol & 63) & 1 == 1
  }
}
