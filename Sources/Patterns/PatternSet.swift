/// Thousands of patterns, looked for in a single pass over a text.
///
/// A search of one pattern over a whole ad costs some 10 µs, one *anchored* confirmation 40 ns
/// (`Reports/benchmarks.md`). So patterns are not searched for one by one: the pass over the words
/// of the text finds where a pattern can begin, and PCRE2 confirms only there. A pattern about whose
/// beginning nothing is known is searched for over the whole text.
public struct PatternSet: Sendable {
  /// Patterns that are looked for alike, such as those of one check.
  public struct Group: Sendable {
    public var count: Int
    /// Whether upper and lower case differ.
    public var isCased: Bool
    /// A bit for each kind of text (each part of an ad) in which they are looked for.
    public var kinds: UInt32
    /// The number of the first of them in the index of the set, if they are in there.
    public var number: Int?
    /// Whether one match of one of them in an ad is enough, whichever.
    public var isOnce = false
    /// The number of who asks for their matches, such as a check.
    public var asker = 0
    /// Makes the one at a place, from 0.
    public var pattern: @Sendable (Int) -> Pattern

    public init(
      count: Int, isCased: Bool, kinds: UInt32 = .max, number: Int? = nil,
      _ pattern: @escaping @Sendable (Int) -> Pattern
    ) {
      self.count = count
      self.isCased = isCased
      self.kinds = kinds
      self.number = number
      self.pattern = pattern
    }

    /// One pattern: a PCRE2 pattern, or a phrase.
    public init(
      _ source: String, isPhrase: Bool = false, isCased: Bool = false, kinds: UInt32 = .max,
      number: Int? = nil
    ) {
      self.init(count: 1, isCased: isCased, kinds: kinds, number: number) { _ in
        Pattern(source, isPhrase: isPhrase, isCased: isCased, number: number)
      }
    }
  }

  /// The patterns, in the order of the groups.
  public let patterns: DeferredPatterns
  /// What is asked about each of them before PCRE2 is.
  let gates: [Gate]
  /// One more than the greatest number of who asks for matches.
  let askerCount: Int
  /// Patterns whose beginning is unknown: searched for one by one.
  public let searched: [Int32]
  /// Where the others may begin, under the numbers of the index.
  let index: PatternIndex
  /// For each number of the index, the number in ``patterns``, ``nobody`` or a context.
  let owners: [Int32]

  /// For each number of the index, whether its beginning is known.
  let isKnown: [Bool]

  /// What is asked about a pattern at each of its candidates.
  struct Gate: Sendable {
    /// The kinds of text in which it is looked for.
    var kinds: UInt32
    /// Its number in the index.
    var number: Int32
    /// The number of who asks for its matches.
    var asker: Int32
    /// The number of its group, if one match of that in an ad is enough; else -1.
    var once: Int32
    var isCased: Bool
    /// Whether each match begins with a capital.
    var wantsCapital: Bool
    /// Whether a text must hold something besides, which is known before.
    var hasNeeds: Bool
    /// Within how many words some of it must stand, and whether on the same line; 0 for anywhere.
    var nearWords: UInt8
    var isOneLine: Bool
  }

  /// A set of the patterns of `groups`, of which those without a number are added to `index`; and of
  /// contexts with the numbers `contexts`.
  public init(
    _ groups: [Group], contexts: [Int] = [], index: PatternIndex = PatternIndex()
  ) {
    patterns = DeferredPatterns(groups)
    var added = index.count
    let index = index.adding(
      groups.filter { $0.number == nil }.flatMap { group in
        (0..<group.count).map { group.pattern($0).regularExpression }
      })
    var gates: [Gate] = []
    gates.reserveCapacity(patterns.count)
    var owners = [Int32](repeating: Self.nobody, count: index.count)
    for number in contexts { owners[number] = Self.code(ofContext: number) }
    var searched: [Int32] = []
    for (place, group) in groups.enumerated() {
      let first = group.number ?? added
      if group.number == nil { added += group.count }
      for number in first..<first + group.count {
        let own = Int32(gates.count)
        owners[number] = own
        let traits = index.traits(of: number)
        gates.append(
          Gate(
            kinds: group.kinds, number: Int32(number), asker: Int32(group.asker),
            once: group.isOnce ? Int32(place) : -1,
            isCased: group.isCased,
            wantsCapital: group.isCased && traits.contains(.beginsWithCapital),
            hasNeeds: index.hasNeeds(number),
            nearWords: UInt8(traits.nearWords), isOneLine: traits.contains(.isOneLine)))
        if traits.contains(.isUnknown) { searched.append(own) }
      }
    }
    self.searched = searched
    self.gates = gates
    askerCount = (groups.map(\.asker).max() ?? -1) + 1
    self.owners = owners
    self.index = index
    isKnown = (0..<index.count).map { index.knowsBeginning(of: $0) }
  }

  /// The number of who asks for the matches of the pattern number `pattern`.
  public func asker(of pattern: Int) -> Int { Int(gates[pattern].asker) }

  /// In the place of a pattern: nobody looks for it.
  static let nobody: Int32 = -1

  /// Whether the pattern number `pattern`, or a context, is looked for in texts of `kind`.
  @inline(__always) func isFor(_ kind: UInt32, _ pattern: Int32) -> Bool {
    pattern < 0 || gates[Int(pattern)].kinds & kind != 0
  }

  /// How a context stands among ``owners``: below ``nobody``; its own inverse.
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
