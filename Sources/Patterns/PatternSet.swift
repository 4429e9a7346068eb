/// Thousands of patterns, looked for in a single pass over a text.
///
/// A search of one pattern over a whole ad costs some 10 µs, one *anchored* confirmation 40 ns
/// (`Reports/benchmarks.md`). So patterns are not searched for one by one: the pass over the words
/// of the text finds where a pattern can begin, and PCRE2 confirms only there. A pattern about whose
/// beginning nothing is known is searched for over the whole text.
public struct PatternSet: Sendable {
  /// One pattern, and the kinds of text in which it is looked for.
  public struct Entry: Sendable {
    /// A PCRE2 pattern, or a phrase.
    public var source: String
    public var isPhrase: Bool
    public var isCased: Bool
    /// A bit for each kind of text (each part of an ad) in which it is looked for.
    public var kinds: UInt32
    /// Its number in the index of the set, if it is in there.
    public var number: Int?

    public init(
      _ source: String, isPhrase: Bool = false, isCased: Bool = false, kinds: UInt32 = .max,
      number: Int? = nil
    ) {
      self.source = source
      self.isPhrase = isPhrase
      self.isCased = isCased
      self.kinds = kinds
      self.number = number
    }
  }

  /// The patterns, in the order of the entries.
  public let patterns: [Pattern]
  let kinds: [UInt32]
  /// Whether each of them begins with a capital only.
  let beginsWithCapital: [Bool]
  /// What a text must hold for each of them.
  let needs: [Needs]
  /// Patterns whose beginning is unknown: searched for one by one.
  public let searched: [Int32]
  /// Where the others may begin, under their numbers in ``patterns``.
  let atWords: PrefixTree
  let anywhere: PrefixTree

  /// For each number of the index, whether its beginning is known.
  let isKnown: [Bool]

  /// A set of `entries`, of which those without a number are added to `index`; and of contexts with
  /// the numbers `contexts`.
  public init(
    _ entries: [Entry], contexts: [Int] = [], index: PatternIndex = PatternIndex()
  ) {
    patterns = entries.map { Pattern($0.source, isPhrase: $0.isPhrase, isCased: $0.isCased) }
    kinds = entries.map(\.kinds)
    var index = index
    let first = index.count
    index.add(zip(entries, patterns).filter { $0.0.number == nil }.map(\.1.regularExpression))
    var needs: [Needs] = []
    var capitals: [Bool] = []
    var ownNumbers = [Int32](repeating: PrefixTree.nobody, count: index.count)
    for number in contexts { ownNumbers[number] = Self.code(ofContext: number) }
    var searched: [Int32] = []
    var added = first
    for (own, entry) in entries.enumerated() {
      let number = entry.number ?? added
      if entry.number == nil { added += 1 }
      ownNumbers[number] = Int32(own)
      needs.append(index.needs[number])
      capitals.append(entry.isCased && index.beginsWithCapital[number])
      if index.isUnknown[number] { searched.append(Int32(own)) }
    }
    self.searched = searched
    self.needs = needs
    beginsWithCapital = capitals
    isKnown = index.isUnknown.map { !$0 }
    atWords = index.atWords.renumbered { ownNumbers[Int($0)] }
    anywhere = index.anywhere.renumbered { ownNumbers[Int($0)] }
  }

  /// How a context stands in the trees: below ``PrefixTree/nobody``; its own inverse.
  static func code(ofContext number: Int) -> Int32 { -2 - Int32(number) }
}

/// Words of a pattern that were found, in bytes of the text.
public struct PatternHit: Hashable, Sendable, Comparable {
  /// The number of the pattern in its set.
  public var pattern: Int32
  public var lower: Int32
  public var upper: Int32

  public init(pattern: Int32, lower: Int32, upper: Int32) {
    self.pattern = pattern
    self.lower = lower
    self.upper = upper
  }

  public static func < (a: PatternHit, b: PatternHit) -> Bool {
    (a.lower, a.upper, a.pattern) < (b.lower, b.upper, b.pattern)
  }
}
