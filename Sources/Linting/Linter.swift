public import AdModel
public import Checks
public import Facts
internal import Law
internal import Lexicon
public import Patterns
internal import RuleBook

/// Runs a rule set over ads, one at a time: each task has its own.
public struct Linter: ~Copyable {
  public private(set) var rules: RuleSet
  /// The day on which ads are judged.
  public let today: CalendarDate
  /// What is known of the employer and the places of the jobs, apart from the ads.
  private var context: LegalContext
  private var claims = ClaimMemory()
  /// For each kind of ad, which of the patterns that are not by law are looked for.
  private var wanted: [AdKinds: [Bool]] = [:]
  private var scanner: Scanner
  private var lawScanner: Scanner
  private var scratch = Scratch()
  private var found: [PatternHit] = []
  /// What was found for each seat of the rules.
  private var bySeat: [[PatternHit]]

  /// A linter of `rules`; without triggers it searches pattern by pattern, which is slow and finds
  /// the same.
  public init(
    _ rules: RuleSet, today: CalendarDate, context: LegalContext = LegalContext(),
    usesTriggers: Bool = true
  ) {
    self.rules = rules
    self.today = today
    self.context = context
    scanner = Scanner(rules.patterns.set, usesTriggers: usesTriggers)
    lawScanner = Scanner(rules.lawPatterns.set, usesTriggers: usesTriggers)
    bySeat = Array(repeating: [], count: rules.seats.count)
  }

  /// The first pattern that failed while matching, if any did, and the rule or fact that wants it.
  public var failure: (owner: String, error: PatternError)? {
    guard let (source, error) = scanner.matcher.failure ?? lawScanner.matcher.failure else {
      return nil
    }
    return (rules.owner(ofPattern: source) ?? source, error)
  }

  /// Goes on with `rules`, which must be the set that the linter began with, or one that was adapted
  /// from it, and for another employer, if one is given.
  public mutating func follow(_ rules: RuleSet, _ context: LegalContext? = nil) {
    self.rules = rules
    wanted.removeAll(keepingCapacity: true)
    claims.forget()
    if let context { self.context = context }
  }

  /// What the rules say of `ad`, which is the ad number `index` of `file`.
  public mutating func verdict(on ad: Ad, in file: String, index: Int) -> Verdict {
    var (evidence, hits, review) = examine(ad)
    if let law = rules.law, let review, law.concerns(hits) { law.settle(&hits, by: review) }
    var findings = FindingMaker(rules: rules, file: file, ad: ad, review: review)
    let repeatable = findings.repeatable(among: &hits)
    for pass in Passes.standard { pass(&hits, evidence, rules) }
    return Verdict(
      ad: AdSummary(ad, language: evidence.language, index: index),
      findings: findings.findings(of: hits), score: Scorer(rules: rules).score(of: hits, evidence),
      repeatable: repeatable)
  }

  /// What the laws that come with the rules say of `ad`, which is the ad number `index` of its file.
  public mutating func opinion(on ad: Ad, index: Int) -> LegalOpinion {
    let (evidence, hits, known) = examine(ad)
    let law = rules.law ?? LawTable(LawBook(), entries: [], facts: [])
    let situation = Situation(of: evidence, context, law.book.jurisdictions)
    let review = known ?? LegalReview(of: evidence, law, situation, [])
    return LegalOpinion(
      ad: AdSummary(ad, language: evidence.language, index: index),
      date: situation.date.description,
      places: situation.workplaces, isRemote: situation.remote != nil,
      lines: review.lines(of: evidence, hits))
  }

  /// The facts of `ad`, all that the rules find in it, and what the laws ask, if there are any.
  private mutating func examine(_ ad: Ad) -> (Evidence, [RuleHit], LegalReview?) {
    let words = WordReport(on: ad, known: rules.words, cache: &scratch.words)
    let kind = AdKinds(of: ad, language: words.language)
    // What follows takes the prose for UTF-8, as the readers write it.
    let isUTF8 = ad.prose.span.isUTF8
    var asked = rules.alwaysAsked
    if isUTF8 {
      found.removeAll(keepingCapacity: true)
      scanner.scan(ad, for: patterns(for: kind), into: &found)
      seat(rules.patterns.owners, &asked)
    }
    var evidence = Evidence(ad, today: today, isUTF8: isUTF8, words: words, scratch: &scratch)
    var hits: [RuleHit] = []
    let checks = rules.checks
    for seat in asked where seat < rules.facts.count {
      ask(checks.span[seat], at: seat, about: &evidence, nil, &hits)
    }
    let review = review(of: &evidence, &asked)
    for seat in asked where seat >= rules.facts.count {
      guard case .rule(let rule) = rules.seats[seat] else { continue }
      if rules.traits[rule].isOn, rules.traits[rule].kinds.include(kind) {
        ask(checks.span[seat], at: seat, about: &evidence, review, &hits)
      }
      bySeat[seat].removeAll(keepingCapacity: true)
    }
    return (evidence, hits, review)
  }

  /// What the laws ask of the ad at hand; looks for what their rules want on the way.
  private mutating func review(
    of evidence: inout Evidence, _ asked: inout SeatSet
  ) -> LegalReview? {
    let law = rules.law
    let situation = law.map { Situation(of: evidence, context, $0.book.jurisdictions) }
    let entry = law.flatMap { law in situation.map { claims.entry(for: $0, law, rules) } }
    if evidence.isUTF8, entry?.wantsAny ?? true {
      found.removeAll(keepingCapacity: true)
      lawScanner.scan(evidence.ad, for: entry?.isWanted, into: &found)
      var new = SeatSet()
      seat(rules.lawPatterns.owners, &new)
      var none: [RuleHit] = []
      for seat in new {
        asked.insert(seat)
        if seat < rules.facts.count {
          ask(rules.checks[seat], at: seat, about: &evidence, nil, &none)
        }
      }
    }
    guard let law, let situation, let entry else { return nil }
    return LegalReview(of: evidence, law, situation, entry.claims)
  }

  /// Hands what was found to the seats that want it, each of them one of `owners`, and notes these.
  private mutating func seat(_ owners: [Int32], _ asked: inout SeatSet) {
    for hit in found {
      let seat = Int(owners[Int(hit.pattern)])
      asked.insert(seat)
      bySeat[seat].append(hit)
    }
  }

  /// For each pattern that is not by law, whether it is looked for in ads of `kind`.
  private mutating func patterns(for kind: AdKinds) -> [Bool] {
    if let known = wanted[kind] { return known }
    let mine = rules.patterns.wanted { seat in
      guard case .rule(let rule) = rules.seats[seat] else { return true }
      return rules.traits[rule].isOn && rules.traits[rule].kinds.include(kind)
    }
    wanted[kind] = mine
    return mine
  }

  /// Lets `check`, which sits at `seat`, look at the ad, if it is no rule that only a law asks for,
  /// or one that `review` wants.
  private mutating func ask(
    _ check: any Check, at seat: Int, about evidence: inout Evidence, _ review: LegalReview?,
    _ hits: inout [RuleHit]
  ) {
    switch rules.seats[seat] {
    case .fact(let fact):
      let places = self.hits(of: check, at: seat, in: &evidence)
      if !places.isEmpty { evidence.said.add(places.map(\.place), to: rules.factKeys[fact]) }
      bySeat[seat].removeAll(keepingCapacity: true)
    case .rule(let rule):
      if rules.isByLaw[seat], let review, !review.wants(rule) { return }
      for hit in self.hits(of: check, at: seat, in: &evidence) {
        hits.append(RuleHit(rule: rule, hit: hit))
      }
    }
  }

  private mutating func hits(
    of check: any Check, at seat: Int, in evidence: inout Evidence
  ) -> [Hit] {
    rules.isByLaw[seat]
      ? check.hits(in: &evidence, found: bySeat[seat], matcher: &lawScanner.matcher)
      : check.hits(in: &evidence, found: bySeat[seat], matcher: &scanner.matcher)
  }
}

extension Scanner {
  /// Looks for those patterns that `isWanted` says in all fields of `ad`, which is UTF-8.
  fileprivate mutating func scan(
    _ ad: Ad, for isWanted: [Bool]?, into found: inout [PatternHit]
  ) {
    beginAd()
    for field in ad.fields where !field.place.isEmpty {
      let text = unsafe UTF8Span(unchecked: ad.prose.span.extracting(field.place.utf8))
      scan(
        text, kind: field.part.bit, offset: field.place.lower, for: isWanted, into: &found)
    }
  }
}

extension AdSummary {
  fileprivate init(_ ad: Ad, language: String, index: Int) {
    self.init(
      id: ad.id, title: ad.text(of: .title) ?? "", company: ad.text(of: .company) ?? "",
      language: language, record: ad.record, index: index)
  }
}

/// A hit and the number of its rule in the rule set.
public struct RuleHit: Sendable {
  public var rule: Int
  public var hit: Hit
  /// Hits of rules by law that this one stands for.
  var adopted: [RuleHit] = []

  init(rule: Int, hit: Hit) {
    self.rule = rule
    self.hit = hit
  }
}
