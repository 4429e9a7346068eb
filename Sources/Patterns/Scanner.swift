/// Looks for the patterns of a set: owns the scratch memory, so each task has its own.
public struct Scanner: ~Copyable {
  public let set: PatternSet
  public var matcher = Matcher()
  /// Whether candidates are found first; without it, every pattern is searched for by itself. Both
  /// find the same: the plain loop is the oracle that the pass is tested against.
  public let usesTriggers: Bool

  private var finder: CandidateFinder
  private var states: [State]
  /// The patterns whose states the text at hand has changed.
  private var touched: [Int32] = []
  /// The groups of which the ad at hand needs no other match.
  private var met: [Int32] = []

  /// How far the text at hand is looked through for a pattern.
  private struct State {
    /// Where its next match may begin: matches of one pattern do not overlap.
    var free: Int32 = 0
    /// Its last match, among the hits, if that was found without PCRE2.
    var last: Int32 = -1
  }

  public init(_ set: PatternSet, usesTriggers: Bool = true) {
    self.init(set, usesTriggers: usesTriggers, limit: PrefixAutomaton.standardLimit)
  }

  /// A scanner that forgets what it knows of texts behind `limit` steps.
  init(_ set: PatternSet, usesTriggers: Bool, limit: Int) {
    self.set = set
    self.usesTriggers = usesTriggers
    finder = CandidateFinder(set, size: usesTriggers ? 1 << 15 : 1, limit: limit)
    states = [State](repeating: State(), count: set.patterns.count)
    matcher.contexts = ContextPlaces(set.isKnown, set.index)
  }

  /// Forgets what was found in the last ad. To be called before the texts of each.
  public mutating func beginAd() {
    matcher.contexts.forget()
    met.removeAll(keepingCapacity: true)
  }

  /// Appends to `hits` where patterns of `kind` match in `text`, in the order of their places.
  ///
  /// `offset` is added to all places.
  public mutating func scan(
    _ text: UTF8Span, kind: UInt32, offset: Int, into hits: inout [PatternHit]
  ) {
    guard let broken = LongLines.broken(text.span) else {
      return look(through: text, kind: kind, offset: offset, into: &hits)
    }
    // Only whole characters were replaced.
    let lines = unsafe UTF8Span(unchecked: broken.span)
    look(through: lines, kind: kind, offset: offset, into: &hits)
  }

  private mutating func look(
    through text: UTF8Span, kind: UInt32, offset: Int, into hits: inout [PatternHit]
  ) {
    let first = hits.count
    if usesTriggers,
      finder.find(in: text.span, kind: kind, offset: offset, contexts: &matcher.contexts)
    {
      for index in 0..<finder.candidates.count {
        judge(finder.candidates[index], in: text, offset: offset, into: &hits)
      }
      for pattern in set.searched
      where set.gates[Int(pattern)].kinds & kind != 0
        && !isMet(set.gates[Int(pattern)])
        && finder.holdsNeeds(
          of: Int(set.gates[Int(pattern)].number), matcher.contexts.present)
      {
        search(for: Int(pattern), in: text, offset: offset, into: &hits)
      }
      for pattern in touched { states[Int(pattern)] = State() }
      touched.removeAll(keepingCapacity: true)
    } else {
      matcher.contexts.giveUp()
      for pattern in set.patterns.indices where set.gates[pattern].kinds & kind != 0 {
        search(for: pattern, in: text, offset: offset, into: &hits)
      }
    }
    if hits.count - first > 1 { hits[first...].sort() }
  }

  /// Notes the match that begins at `candidate`, if one does.
  private mutating func judge(
    _ candidate: CandidateFinder.Candidate, in text: UTF8Span, offset: Int,
    into hits: inout [PatternHit]
  ) {
    let pattern = Int(candidate.pattern)
    let start = Int(candidate.start)
    let gate = set.gates[pattern]
    if isMet(gate) { return }
    let state = states[pattern]
    // Of the spellings that fit at one place, the later is the longer, and the one that counts.
    let last = state.last >= 0 ? Int(state.last) : nil
    let isAgain = last.map { hits[$0].lower == Int32(offset + start) } ?? false
    guard state.free <= candidate.start || isAgain else { return }
    var hit = PatternHit(pattern: candidate.pattern, lower: Int32(offset + start), upper: 0)
    var end = Int(candidate.end)
    let isKnown = candidate.end >= 0 && !gate.isCased
    if isKnown {
      hit.upper = Int32(offset + end)
    } else {
      guard gate.nearWords == 0 || mayMatch(candidate, gate, in: text),
        let match = matcher.match(set.patterns[pattern], in: text, from: start, isAnchored: true)
      else { return }
      hit = self.hit(pattern, match, offset)
      end = match.whole.upperBound
    }
    if isAgain, let last { hits[last] = hit } else { hits.append(hit) }
    if gate.once >= 0 { met.append(gate.once) }
    if state.free == 0 { touched.append(candidate.pattern) }
    states[pattern].free = Int32(end)
    states[pattern].last = isKnown ? Int32(isAgain ? last ?? 0 : hits.count - 1) : -1
  }

  /// Whether the ad has had a match that is enough.
  @inline(__always) private func isMet(_ gate: PatternSet.Gate) -> Bool {
    gate.once >= 0 && met.contains(gate.once)
  }

  /// Whether what the pattern of `candidate` needs stands near enough.
  @inline(__always) private func mayMatch(
    _ candidate: CandidateFinder.Candidate, _ gate: PatternSet.Gate, in text: UTF8Span
  ) -> Bool {
    finder.tokens.mayHold(
      finder.needs.near(of: Int(gate.number)), from: Int(candidate.next),
      isInWord: WordByte.isWord(text.span[Int(candidate.start)]), words: Int(gate.nearWords),
      isOneLine: gate.isOneLine)
  }

  private mutating func search(
    for pattern: Int, in text: UTF8Span, offset: Int, into hits: inout [PatternHit]
  ) {
    var start = 0
    while start < text.count,
      let match = matcher.match(set.patterns[pattern], in: text, from: start)
    {
      hits.append(hit(pattern, match, offset))
      start = match.whole.upperBound
    }
  }

  private func hit(_ pattern: Int, _ match: Match, _ offset: Int) -> PatternHit {
    PatternHit(
      pattern: Int32(pattern), lower: Int32(offset + match.words.lowerBound),
      upper: Int32(offset + match.words.upperBound))
  }
}
