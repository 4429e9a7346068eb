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
    /// How a match can begin, where that is known already.
    public var beginnings: Beginnings?

    public init(
      _ source: String, isPhrase: Bool = false, isCased: Bool = false, kinds: UInt32 = .max,
      beginnings: Beginnings? = nil
    ) {
      self.source = source
      self.isPhrase = isPhrase
      self.isCased = isCased
      self.kinds = kinds
      self.beginnings = beginnings
    }
  }

  /// The patterns, in the order of the entries.
  public let patterns: [Pattern]
  let kinds: [UInt32]
  /// Patterns whose beginning is unknown: searched for one by one.
  public let searched: [Int32]
  /// The triggers of the patterns for the kind of text that there is most of, and of those for
  /// other kinds: what only a title may say is not asked about every word of a body.
  let mainTriggers: Triggers
  let otherTriggers: Triggers
  let mainKind: UInt32

  /// A set of `entries`, most of whose text will be of the kind `mainKind`.
  public init(_ entries: [Entry], mainKind: UInt32 = .max) {
    self.mainKind = mainKind
    patterns = entries.map { Pattern($0.source, isPhrase: $0.isPhrase, isCased: $0.isCased) }
    kinds = entries.map(\.kinds)
    var searched: [Int32] = []
    var main = Triggers.Builder()
    var other = Triggers.Builder()
    for (index, entry) in entries.enumerated() {
      if let beginnings = entry.beginnings ?? entry.ownBeginnings {
        if entry.kinds & mainKind != 0 { main.add(beginnings, of: Int32(index)) }
        if entry.kinds & ~mainKind != 0 { other.add(beginnings, of: Int32(index)) }
      } else {
        searched.append(Int32(index))
      }
    }
    self.searched = searched
    mainTriggers = main.triggers()
    otherTriggers = other.triggers()
  }
}

extension PatternSet.Entry {
  /// How a match can begin, worked out from the source.
  fileprivate var ownBeginnings: Beginnings? {
    Beginnings(of: isPhrase ? Phrase.pattern(of: source) : source)
  }
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
