/// Thousands of patterns, looked for in a single pass over a text.
///
/// A search of one pattern over a whole ad costs some 10 µs, one *anchored* confirmation 40 ns
/// (`Reports/benchmarks.md`). So patterns are not searched for one by one: the pass over the words
/// of the text finds where a pattern can begin, and PCRE2 confirms only there. A pattern about whose
/// beginning nothing is known is searched for over the whole text.
public struct PatternSet: Sendable {
  /// One pattern, and the kinds of text in which it is looked for.
  public struct Entry: Sendable {
    /// A PCRE2 pattern; see ``Phrase/pattern(of:)``.
    public var source: String
    public var isCased: Bool
    /// A bit for each kind of text (each part of an ad) in which it is looked for.
    public var kinds: UInt32

    public init(_ source: String, isCased: Bool = false, kinds: UInt32 = .max) {
      self.source = source
      self.isCased = isCased
      self.kinds = kinds
    }
  }

  /// The patterns, in the order of the entries.
  public let patterns: [Pattern]
  let kinds: [UInt32]
  /// Patterns whose beginning is unknown: searched for one by one.
  public let searched: [Int32]
  let triggers: Triggers

  public init(_ entries: [Entry]) {
    patterns = entries.map { Pattern($0.source, isCased: $0.isCased) }
    kinds = entries.map(\.kinds)
    var searched: [Int32] = []
    var builder = Triggers.Builder()
    for (index, entry) in entries.enumerated() {
      if let beginnings = Beginnings(of: entry.source) {
        builder.add(beginnings, of: Int32(index))
      } else {
        searched.append(Int32(index))
      }
    }
    self.searched = searched
    triggers = builder.triggers()
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
