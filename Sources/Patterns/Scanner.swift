/// Looks for the patterns of a set: owns the scratch memory, so each task has its own.
///
/// It does so in two halves: ``find(in:of:kind:)`` reads each text of an ad once and notes where
/// patterns may match; ``matches(for:in:)`` asks PCRE2, when somebody wants to know. What nobody asks
/// about, such as what is forbidden by a law that does not reach the ad, costs no match.
public struct Scanner: ~Copyable {
  public let set: PatternSet
  public var matcher = Matcher()
  /// Whether possible matches are found first; without it, every pattern is searched for by itself.
  /// Both find the same: the plain loop is the oracle that the pass is tested against.
  public let usesTriggers: Bool
  /// Who may have matches in the ad at hand, each of them once.
  public private(set) var askers: [Int32] = []

  private var finder: CandidateFinder
  private var states: [State]
  /// The patterns whose states the text at hand has changed.
  private var touched: [Int32] = []
  /// The groups of which the ad at hand needs no other match.
  private var met: [Int32] = []
  /// The texts of the ad at hand.
  private var texts: [Text] = []
  /// Those of them whose lines are too long, as they are looked through.
  private var broken: [[UInt8]] = []
  /// Where patterns may match in them, in the order of the texts and in each of the places.
  private var possible = Buffer<PossibleMatch>(capacity: 1 << 10)
  /// For each asker, the first and the last of those; -1 where there is none.
  private var chains: [(first: Int32, last: Int32)]

  /// How far the text at hand is looked through for a pattern.
  private struct State {
    /// Where its next match may begin: matches of one pattern do not overlap.
    var free: Int32 = 0
    /// Its last match, among the hits, if that was found without PCRE2.
    var last: Int32 = -1
  }

  /// A text that was looked through.
  private struct Text {
    /// Where it is, in bytes of the prose.
    var place: Range<Int>
    /// Its number among ``broken``, where it is one of those; else -1.
    var broken = -1
  }

  public init(_ set: PatternSet, usesTriggers: Bool = true) {
    self.init(set, usesTriggers: usesTriggers, limit: PrefixAutomaton.standardLimit)
  }

  /// A scanner that forgets what it knows of texts behind `limit` steps.
  init(_ set: PatternSet, usesTriggers: Bool, limit: Int) {
    self.set = set
    self.usesTriggers = usesTriggers
    finder = CandidateFinder(set, limit: limit)
    states = [State](repeating: State(), count: set.patterns.count)
    chains = Array(repeating: (-1, -1), count: set.askerCount)
    matcher.contexts = ContextPlaces(set.isKnown, set.index)
  }

  /// Forgets what was found in the last ad. To be called before the texts of each.
  public mutating func beginAd() {
    matcher.contexts.forget()
    met.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    broken.removeAll(keepingCapacity: true)
    possible.removeAll()
    for asker in askers { chains[Int(asker)] = (-1, -1) }
    askers.removeAll(keepingCapacity: true)
  }

  /// Finds where patterns of `kind` may match in the text at `place` of `prose`, which is UTF-8.
  public mutating func find(in place: Range<Int>, of prose: Span<UInt8>, kind: UInt32) {
    let bytes = prose.extracting(place)
    // Only whole characters are replaced.
    if let lines = LongLines.broken(bytes) {
      texts.append(Text(place: place, broken: broken.count))
      broken.append(lines)
      find(in: unsafe UTF8Span(unchecked: lines.span), kind: kind, offset: place.lowerBound)
    } else {
      texts.append(Text(place: place))
      find(in: unsafe UTF8Span(unchecked: bytes), kind: kind, offset: place.lowerBound)
    }
  }

  private mutating func find(in text: UTF8Span, kind: UInt32, offset: Int) {
    guard usesTriggers,
      finder.find(in: text.span, kind: kind, offset: offset, contexts: &matcher.contexts)
    else {
      matcher.contexts.giveUp()
      for pattern in set.patterns.indices where set.gates[pattern].kinds & kind != 0 {
        noteSearch(for: pattern)
      }
      return
    }
    for index in 0..<finder.candidates.count { note(finder.candidates[index], in: text) }
    for pattern in set.searched
    where set.gates[Int(pattern)].kinds & kind != 0
      && finder.holdsNeeds(of: Int(set.gates[Int(pattern)].number), matcher.contexts.present)
    {
      noteSearch(for: Int(pattern))
    }
  }

  /// Notes that a pattern may match anywhere in the text at hand.
  private mutating func noteSearch(for pattern: Int) {
    add(
      PossibleMatch(
        pattern: Int32(pattern), start: PossibleMatch.anywhere, end: -1,
        text: Int32(truncatingIfNeeded: texts.count &- 1)), for: set.asker(of: pattern))
  }

  /// Notes that a pattern may match at `candidate`, if what it needs stands near enough.
  @inline(__always) private mutating func note(
    _ candidate: CandidateFinder.Candidate, in text: UTF8Span
  ) {
    let gate = set.gates[Int(candidate.pattern)]
    let end = gate.isCased ? -1 : candidate.end
    if end < 0, gate.nearWords != 0, !mayMatch(candidate, gate, in: text) { return }
    add(
      PossibleMatch(
        pattern: candidate.pattern, start: candidate.start, end: end,
        text: Int32(truncatingIfNeeded: texts.count &- 1)), for: Int(gate.asker))
  }

  /// Adds `match` to those of `asker`.
  @inline(__always) private mutating func add(_ match: PossibleMatch, for asker: Int) {
    let number = Int32(truncatingIfNeeded: possible.count)
    possible.append(match)
    let last = chains[asker].last
    if last >= 0 {
      possible[Int(last)].next = number
    } else {
      chains[asker].first = number
      askers.append(Int32(truncatingIfNeeded: asker))
    }
    chains[asker].last = number
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

  /// The matches for `asker`, who has patterns in the set, in the ad at hand, whose prose is `prose`, in
  /// the order of their places.
  ///
  /// To be asked for once.
  public mutating func matches(for asker: Int, in prose: Span<UInt8>) -> [PatternHit] {
    var hits: [PatternHit] = []
    var link = Int(chains[asker].first)
    while link >= 0 {
      let text = texts[Int(possible[link].text)]
      if text.broken >= 0 {
        let lines = broken[text.broken]
        link = judge(from: link, in: lines.span, offset: text.place.lowerBound, into: &hits)
      } else {
        let bytes = prose.extracting(text.place)
        link = judge(from: link, in: bytes, offset: text.place.lowerBound, into: &hits)
      }
    }
    if hits.count > 1 { hits.sort() }
    return hits
  }

  /// Notes the matches of one asker in the text `bytes` from that number `first` on, and gives the
  /// number of the next in another text.
  private mutating func judge(
    from first: Int, in bytes: Span<UInt8>, offset: Int, into hits: inout [PatternHit]
  ) -> Int {
    let text = unsafe UTF8Span(unchecked: bytes)
    let number = possible[first].text
    var link = first
    while link >= 0, possible[link].text == number {
      let place = possible[link]
      if place.start == PossibleMatch.anywhere {
        search(for: Int(place.pattern), in: text, offset: offset, into: &hits)
      } else {
        judge(place, in: text, offset: offset, into: &hits)
      }
      link = Int(place.next)
    }
    for pattern in touched { states[Int(pattern)] = State() }
    touched.removeAll(keepingCapacity: true)
    return link
  }

  /// Notes the match that begins at `place`, if one does.
  private mutating func judge(
    _ place: PossibleMatch, in text: UTF8Span, offset: Int, into hits: inout [PatternHit]
  ) {
    let (pattern, start) = (Int(place.pattern), Int(place.start))
    let once = set.gates[pattern].once
    if once >= 0, met.contains(once) { return }
    let state = states[pattern]
    // Of the spellings that fit at one place, the later is the longer, and the one that counts.
    let last = state.last >= 0 ? Int(state.last) : nil
    let isAgain = last.map { hits[$0].lower == Int32(offset + start) } ?? false
    guard state.free <= place.start || isAgain else { return }
    var hit = PatternHit(pattern: place.pattern, lower: Int32(offset + start), upper: 0)
    var end = Int(place.end)
    let isKnown = place.end >= 0
    if isKnown {
      hit.upper = Int32(offset + end)
    } else {
      guard
        let match = matcher.match(set.patterns[pattern], in: text, from: start, isAnchored: true)
      else { return }
      hit = self.hit(pattern, match, offset)
      end = match.whole.upperBound
    }
    if isAgain, let last { hits[last] = hit } else { hits.append(hit) }
    if once >= 0 { met.append(once) }
    if state.free == 0 { touched.append(place.pattern) }
    states[pattern].free = Int32(end)
    states[pattern].last = isKnown ? Int32(isAgain ? last ?? 0 : hits.count - 1) : -1
  }

  /// Adds all matches of a pattern in `text`.
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

/// A place at which a pattern may match.
struct PossibleMatch: BitwiseCopyable {
  /// The number of the pattern in its set.
  var pattern: Int32
  /// In bytes of its text; or ``anywhere``.
  var start: Int32
  /// Where the match ends, where it is known without PCRE2 that there is one; else -1.
  var end: Int32
  /// The number of its text in the ad.
  var text: Int32
  /// The number of the next with the same asker; -1 for none.
  var next: Int32 = -1

  /// The start of one of which nothing is known before the text is searched.
  static var anywhere: Int32 { -1 }
}
