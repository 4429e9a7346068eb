import AdModel

/// Reads from an ad whether the job may be done from home, and from where.
struct RemoteReader {
  private let facts: PlaceFacts
  private var found = Remoteness()
  private var hybrid: ByteRange<Prose>?

  init(_ facts: PlaceFacts) { self.facts = facts }

  /// What the ad says.
  mutating func read() -> Remoteness {
    let texts = tokens(of: facts.fields, holding: RemoteWords.modeKeys)
    let titles = texts.filter { $0.part == .title }
    if titles.contains(where: { $0.says(RemoteWords.onSite) }),
      !titles.contains(where: { $0.says(RemoteWords.remote) })
    {
      return found
    }
    for tokens in texts { readMode(tokens) }
    if found.mode != .remote, let hybrid {
      found.mode = .hybrid
      found.place = hybrid
    }
    guard found.mode == .remote else { return found }
    for tokens in tokens(of: facts.fields, holding: RemoteWords.limitKeys) { readLimits(tokens) }
    if found.within.isEmpty { found.within = fieldCountry.map { [$0] } ?? [] }
    return found
  }

  private static let parts: Set<Part> = [.title, .location, .workMode, .body]

  /// The words of those of `fields` that tell; of a body, those of sentences with one of `keys`.
  private func tokens(of fields: [Field], holding keys: KeyWords) -> [Tokens] {
    fields.filter { Self.parts.contains($0.part) && !$0.place.isEmpty }.map {
      Tokens(facts.prose, $0, holding: $0.part == .body ? keys : nil)
    }
  }

  /// The country that the fields name where they name nothing smaller.
  private var fieldCountry: Workplace? {
    let named = facts.mentions.filter { $0.part == .location || $0.part == .country }
    guard let country = named.first, named.allSatisfy(\.best.kind.isCountry) else { return nil }
    return Workplace(country)
  }

  // MARK: The mode

  private mutating func readMode(_ tokens: Tokens) {
    for sentence in tokens.sentences {
      for index in sentence {
        var count = tokens.count(of: RemoteWords.remote, at: index, in: sentence)
        if count == 0, index == sentence.lowerBound { count = opening(tokens, sentence) }
        if count > 0 {
          let place = ByteRange<Prose>(
            tokens.all[index].start, tokens.all[index + count - 1].end)
          switch remote(tokens, index..<index + count, sentence) {
          case .remote where found.mode != .remote: (found.mode, found.place) = (.remote, place)
          case .hybrid: hybrid = hybrid ?? place
          default: break
          }
        }
        count = tokens.count(of: RemoteWords.hybrid, at: index, in: sentence)
        if count > 0, hybrid == nil, isHybrid(tokens, index + count, sentence) {
          hybrid = ByteRange(tokens.all[index].start, tokens.all[index + count - 1].end)
        }
      }
    }
  }

  /// How many tokens at the start of a short sentence are “anywhere in”.
  private func opening(_ tokens: Tokens, _ sentence: Range<Int>) -> Int {
    guard sentence.count < 7 else { return 0 }
    return tokens.count(of: RemoteWords.openings, at: sentence.lowerBound, in: sentence)
  }

  /// What “remote” at `range` says of the job.
  private func remote(
    _ tokens: Tokens, _ range: Range<Int>, _ sentence: Range<Int>
  ) -> Remoteness.Mode {
    let after = word(tokens, range.upperBound, sentence)
    let isFirst = range.lowerBound == sentence.lowerBound
    if let after, RemoteWords.things.contains(after.hash), after.mark == 0 || after.mark == 0x2D {
      return .none
    }
    if RemoteWords.topics.contains(tokens.all[range.lowerBound].hash), tokens.part == .body,
      sentence.count == range.count || RemoteWords.terms.contains(after?.hash ?? 0)
    {
      return .none
    }
    if isNegated(tokens, range, sentence) { return .none }
    let says = { (phrases: Phrases) in
      sentence.contains { tokens.count(of: phrases, at: $0, in: sentence) > 0 }
    }
    let isHybrid = says(RemoteWords.hybrid)
    let isChoice = sentence.contains { tokens.all[$0].hash == Self.or }
    if isHybrid, !isChoice { return .hybrid }
    if tokens.part != .body, !says(RemoteWords.partly) { return .remote }
    let before = isFirst ? nil : word(tokens, range.lowerBound - 1, sentence)
    let standsAlone =
      tokens.all[range.lowerBound].mark == 0x28 || isFirst && sentence.count <= 3
      || tokens.all[range.lowerBound].mark == 0x3A
    let isWhole =
      before.map { RemoteWords.wholly.contains($0.hash) || $0.hash == 0 } ?? false || standsAlone
    if isWhole, before?.hash != 0 || !says(RemoteWords.partly) { return .remote }
    if says(RemoteWords.partly) { return .hybrid }
    if let after, RemoteWords.jobs.contains(after.hash), after.mark == 0 || after.mark == 0x2D {
      return .remote
    }
    return isFirst || RemoteWords.between.contains(before?.hash ?? 0) || after == nil
      ? .remote : .hybrid
  }

  private func isHybrid(_ tokens: Tokens, _ index: Int, _ sentence: Range<Int>) -> Bool {
    if tokens.part != .body { return true }
    guard let after = word(tokens, index, sentence), after.mark == 0 || after.mark == 0x2D else {
      return true
    }
    return !RemoteWords.machines.contains(after.hash)
      && (RemoteWords.jobs.contains(after.hash) || after.hash == 0)
  }

  /// Whether one of the three words before, with no mark between, or the word after denies it.
  private func isNegated(_ tokens: Tokens, _ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var index = range.lowerBound
    for _ in 0..<4 where index > sentence.lowerBound {
      if tokens.all[index].mark != 0, tokens.all[index].mark != 0x2D { break }
      index -= 1
      if RemoteWords.negations.contains(tokens.all[index].hash) { return true }
    }
    for index in range.upperBound..<min(range.upperBound + 5, sentence.upperBound) {
      if tokens.all[index].mark != 0 { return false }
      if RemoteWords.negations.contains(tokens.all[index].hash) { return true }
    }
    return false
  }

  private func word(_ tokens: Tokens, _ index: Int, _ sentence: Range<Int>) -> Token? {
    sentence.contains(index) ? tokens.all[index] : nil
  }

  private static let or = Word.hash("or")

  // MARK: The limits

  private mutating func readLimits(_ tokens: Tokens) {
    let home = facts.workplace?.best.countryBits ?? 0
    lazy var reader = PlaceListReader(tokens, facts.mentions, home: home)
    for sentence in tokens.sentences {
      let cues = cues(tokens, sentence)
      guard !cues.isEmpty else { continue }
      let lists = reader.lists(in: sentence)
      var taken: Set<Int> = []
      for cue in cues where cue.isExclusion {
        let after = lists.firstIndex {
          $0.tokens.lowerBound >= cue.tokens.upperBound
            && isJoined(tokens, cue.tokens.upperBound..<$0.tokens.lowerBound)
        }
        let before = lists.lastIndex { $0.tokens.upperBound <= cue.tokens.lowerBound }
        guard let chosen = after ?? before, taken.insert(chosen).inserted else { continue }
        let stretch =
          cue.tokens
          .upperBound..<max(
            cue.tokens.upperBound, lists[chosen].tokens.lowerBound)
        if stretch.contains(where: { tokens.all[$0].hash == RemoteWords.outside }) {
          found.within += lists[chosen].places
        } else {
          found.except += lists[chosen].places
        }
      }
      for index in lists.indices where !taken.contains(index) {
        if isLimit(tokens, lists[index], cues.filter { !$0.isExclusion }, sentence) {
          found.within += lists[index].places
        }
      }
    }
  }

  private struct Cue {
    var tokens: Range<Int>
    var isExclusion: Bool
    var isDemand: Bool
  }

  private func cues(_ tokens: Tokens, _ sentence: Range<Int>) -> [Cue] {
    var cues: [Cue] = []
    func add(_ phrases: Phrases, at index: Int, isExclusion: Bool = false, isDemand: Bool = false) {
      let count = tokens.count(of: phrases, at: index, in: sentence)
      if count == 0 { return }
      cues.append(
        Cue(tokens: index..<index + count, isExclusion: isExclusion, isDemand: isDemand))
    }
    let (exclusions, demands) = (RemoteWords.exclusions, RemoteWords.demands)
    for index in sentence {
      add(exclusions, at: index, isExclusion: true)
      if tokens.part == .location { add(RemoteWords.shortExclusions, at: index, isExclusion: true) }
      add(demands, at: index, isDemand: true)
      add(RemoteWords.remote, at: index)
    }
    let count = opening(tokens, sentence)
    if count > 0 {
      let tokens = sentence.lowerBound..<sentence.lowerBound + count
      cues.append(Cue(tokens: tokens, isExclusion: false, isDemand: false))
    }
    return cues
  }

  /// Whether `list` says where those who work from home must live.
  private func isLimit(
    _ tokens: Tokens, _ list: PlaceList, _ cues: [Cue], _ sentence: Range<Int>
  ) -> Bool {
    let places = list.places
    if isPartOf(tokens, list.tokens.lowerBound, sentence) { return false }
    let isWide = places.allSatisfy { $0.town == nil }
    return cues.contains { cue in
      if cue.tokens.upperBound <= list.tokens.lowerBound {
        return isJoined(tokens, cue.tokens.upperBound..<list.tokens.lowerBound)
      }
      // “UK (remote)”, “US-based remote role”.
      return !cue.isDemand && isWide && list.tokens.upperBound <= cue.tokens.lowerBound
        && isJoined(tokens, list.tokens.upperBound..<cue.tokens.lowerBound)
        && cue.tokens.lowerBound - list.tokens.upperBound < 3
    }
  }

  /// Whether only a part of the place that begins at `index` is meant, of which we know no borders.
  private func isPartOf(_ tokens: Tokens, _ index: Int, _ sentence: Range<Int>) -> Bool {
    var at = index
    while at > sentence.lowerBound, at > index - 3, tokens.all[at].mark == 0 {
      at -= 1
      if RemoteWords.parts.contains(tokens.all[at].hash) { return true }
      guard RemoteWords.between.contains(tokens.all[at].hash) else { return false }
    }
    return false
  }

  /// Whether nothing but words such as “role in” stands there.
  private func isJoined(_ tokens: Tokens, _ range: Range<Int>) -> Bool {
    range.count < 12
      && range.allSatisfy {
        tokens.all[$0].hash == 0 || RemoteWords.between.contains(tokens.all[$0].hash)
      }
  }
}

extension PlaceFacts {
  /// Whether the job may be done from home, and from where. It is read anew each time.
  public var remote: Remoteness {
    var reader = RemoteReader(self)
    return reader.read()
  }
}
