/// Looks for the patterns of a set: owns the scratch memory, so each task has its own.
public struct Scanner: ~Copyable {
  public let set: PatternSet
  public var matcher = Matcher()
  /// Whether candidates are found first; without it, every pattern is searched for by itself. Both
  /// find the same: the plain loop is the oracle that the pass is tested against.
  public let usesTriggers: Bool

  private var finder: CandidateFinder
  private var candidates: [CandidateFinder.Candidate] = []
  /// Where the next match of each pattern may begin: matches of one pattern do not overlap.
  private var free: [Int32]
  private var touched: [Int32] = []
  /// Whether the text at hand holds what each pattern needs, where that was asked.
  private var isMet: [Bool?]
  private var asked: [Int32] = []

  public init(_ set: PatternSet, usesTriggers: Bool = true) {
    self.set = set
    self.usesTriggers = usesTriggers
    finder = CandidateFinder(
      set.atWords, anywhere: set.anywhere, size: usesTriggers ? 1 << 15 : 1)
    isMet = [Bool?](repeating: nil, count: set.patterns.count)
    free = [Int32](repeating: 0, count: set.patterns.count)
    matcher.contexts = ContextPlaces(set.isKnown)
  }

  /// Forgets what was found in the last ad. To be called before the texts of each.
  public mutating func beginAd() { matcher.contexts.forget() }

  /// Appends to `hits` where patterns of `kind` match in `text`, in the order of their places.
  ///
  /// `offset` is added to all places.
  public mutating func scan(
    _ text: UTF8Span, kind: UInt32, offset: Int, into hits: inout [PatternHit]
  ) {
    let first = hits.count
    candidates.removeAll(keepingCapacity: true)
    if usesTriggers, finder.find(in: text.span, into: &candidates) {
      for candidate in candidates {
        if candidate.pattern < 0 {
          let number = Int(PatternSet.code(ofContext: Int(candidate.pattern)))
          matcher.contexts.add(offset + Int(candidate.start), of: number)
        } else {
          confirm(candidate, in: text, kind: kind, offset: offset, into: &hits)
        }
      }
      for pattern in touched { free[Int(pattern)] = 0 }
      touched.removeAll(keepingCapacity: true)
      for pattern in set.searched where meetsNeeds(of: pattern) {
        search(for: pattern, in: text, kind: kind, offset: offset, into: &hits)
      }
      for pattern in asked { isMet[Int(pattern)] = nil }
      asked.removeAll(keepingCapacity: true)
    } else {
      matcher.contexts.giveUp()
      for pattern in set.patterns.indices {
        search(for: Int32(pattern), in: text, kind: kind, offset: offset, into: &hits)
      }
    }
    if hits.count - first > 1 { hits[first...].sort() }
  }

  private mutating func confirm(
    _ candidate: CandidateFinder.Candidate, in text: UTF8Span, kind: UInt32, offset: Int,
    into hits: inout [PatternHit]
  ) {
    let pattern = Int(candidate.pattern)
    guard free[pattern] <= candidate.start, set.kinds[pattern] & kind != 0,
      !set.beginsWithCapital[pattern] || text.span[Int(candidate.start)] &- 0x41 < 26,
      meetsNeeds(of: candidate.pattern),
      let match = matcher.match(
        set.patterns[pattern], in: text, from: Int(candidate.start), isAnchored: true)
    else { return }
    hits.append(hit(candidate.pattern, match, offset))
    if free[pattern] == 0 { touched.append(candidate.pattern) }
    free[pattern] = Int32(match.whole.upperBound)
  }

  /// Whether the text at hand holds what `pattern` needs.
  private mutating func meetsNeeds(of pattern: Int32) -> Bool {
    if let known = isMet[Int(pattern)] { return known }
    let keys = set.needs[Int(pattern)].keys
    let isMet = keys.isEmpty || keys.contains { finder.present.contains($0) }
    self.isMet[Int(pattern)] = isMet
    asked.append(pattern)
    return isMet
  }

  private mutating func search(
    for pattern: Int32, in text: UTF8Span, kind: UInt32, offset: Int,
    into hits: inout [PatternHit]
  ) {
    guard set.kinds[Int(pattern)] & kind != 0 else { return }
    var start = 0
    while start < text.span.count,
      let match = matcher.match(set.patterns[Int(pattern)], in: text, from: start)
    {
      hits.append(hit(pattern, match, offset))
      start = match.whole.upperBound
    }
  }

  private func hit(_ pattern: Int32, _ match: Match, _ offset: Int) -> PatternHit {
    PatternHit(
      pattern: pattern, lower: Int32(offset + match.words.lowerBound),
      upper: Int32(offset + match.words.upperBound))
  }
}
