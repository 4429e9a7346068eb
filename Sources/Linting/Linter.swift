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
  /// Whether verdicts tell of obligations that are met as well.
  private let judges: Bool
  private var scanner: Scanner
  private var scratch = Scratch()
  private var found: [PatternHit] = []
  /// What was found for each seat of the rules.
  private var bySeat: [[PatternHit]]

  /// A linter of `rules`; without triggers it searches pattern by pattern, which is slow and finds
  /// the same. If it `judges`, its verdicts tell of obligations that an ad meets as well.
  public init(
    _ rules: RuleSet, today: CalendarDate, context: LegalContext = LegalContext(),
    usesTriggers: Bool = true, judges: Bool = false
  ) {
    self.rules = rules
    self.judges = judges
    self.today = today
    self.context = context
    scanner = Scanner(rules.patterns, usesTriggers: usesTriggers)
    bySeat = Array(repeating: [], count: rules.seats.count)
  }

  /// The first pattern that failed while matching, if any did, and the rule or fact that wants it.
  public var failure: (owner: String, error: PatternError)? {
    guard let (source, error) = scanner.matcher.failure else { return nil }
    return (rules.owner(ofPattern: source) ?? source, error)
  }

  /// Goes on with `rules`, which must be the set that the linter began with, or one that was adapted
  /// from it, and for another employer, if one is given.
  public mutating func follow(_ rules: RuleSet, _ context: LegalContext? = nil) {
    self.rules = rules
    if let context { self.context = context }
  }

  /// What the rules say of `ad`, which is the ad number `index` of `file`.
  public mutating func verdict(on ad: Ad, in file: String, index: Int) -> Verdict {
    var (evidence, hits, review) = examine(ad)
    var judgements: [Judgement] = []
    if let law = rules.law, judges || law.concerns(hits) {
      let known = review ?? self.review(of: evidence, by: law)
      review = known
      if judges {
        judgements = known.judgements(of: evidence, hits, in: file, runs: rules.runs)
      }
      law.settle(&hits, by: known)
    }
    var findings = FindingMaker(rules: rules, file: file, ad: ad, review: review)
    let repeatable = findings.repeatable(among: &hits)
    for pass in Passes.standard { pass(&hits, evidence, rules) }
    return Verdict(
      ad: AdSummary(ad, language: evidence.language, index: index),
      findings: findings.findings(of: hits), score: Scorer(rules: rules).score(of: hits, evidence),
      repeatable: repeatable, judgements: judgements)
  }

  /// What the laws that come with the rules say of `ad`, which is the ad number `index` of its file.
  public mutating func opinion(on ad: Ad, index: Int) -> LegalOpinion {
    let (evidence, hits, known) = examine(ad)
    let law = rules.law ?? LawTable(LawBook(), entries: [], facts: [])
    let review = known ?? review(of: evidence, by: law)
    let situation = review.situation
    return LegalOpinion(
      ad: AdSummary(ad, language: evidence.language, index: index),
      date: situation.date.description,
      places: situation.workplaces, isRemote: situation.remote != nil,
      lines: review.lines(of: evidence, hits))
  }

  /// The facts of `ad`, all that the rules find in it, and what the laws ask, if that was needed.
  private mutating func examine(_ ad: Ad) -> (Evidence, [RuleHit], LegalReview?) {
    let isUTF8 = scan(ad)
    var evidence = Evidence(
      ad, today: today, isUTF8: isUTF8, words: rules.words, scratch: &scratch)
    var hits: [RuleHit] = []
    var review: LegalReview?
    var asked = rules.alwaysAsked
    for hit in found {
      let seat = Int(rules.owners[Int(hit.pattern)])
      asked.insert(seat)
      bySeat[seat].append(hit)
    }
    let kind = AdKinds(of: ad, language: evidence.words.language)
    let checks = rules.checks
    for seat in asked {
      ask(checks.span[seat], at: seat, about: &evidence, of: kind, &review, &hits)
      bySeat[seat].removeAll(keepingCapacity: true)
    }
    return (evidence, hits, review)
  }

  private mutating func review(of evidence: Evidence, by law: LawTable) -> LegalReview {
    let situation = Situation(of: evidence, context, law.book.jurisdictions)
    return LegalReview(of: evidence, law, situation, claims.claims(in: situation, by: law))
  }

  /// Lets `check`, which sits at `seat`, look at the ad, if its rule is for such ads.
  private mutating func ask(
    _ check: DeferredCheck, at seat: Int, about evidence: inout Evidence, of kind: AdKinds,
    _ review: inout LegalReview?, _ hits: inout [RuleHit]
  ) {
    switch rules.seats[seat] {
    case .fact(let fact):
      let places = check.check.hits(in: &evidence, found: bySeat[seat], matcher: &scanner.matcher)
      if !places.isEmpty { evidence.said.add(places.map(\.place), to: rules.factKeys[fact]) }
    case .rule(let rule):
      guard rules.traits[rule].isOn, rules.traits[rule].kinds.include(kind) else { return }
      if let law = rules.law, law.isByLaw[rule] {
        // The facts come first, so all that decides which laws reach the ad is known.
        let known = review ?? self.review(of: evidence, by: law)
        review = known
        guard known.wants(rule) else { return }
      }
      let found = check.check.hits(in: &evidence, found: bySeat[seat], matcher: &scanner.matcher)
      for hit in found { hits.append(RuleHit(rule: rule, hit: hit)) }
    }
  }

  /// Looks for all patterns in all fields, and says whether the prose could be read.
  private mutating func scan(_ ad: Ad) -> Bool {
    found.removeAll(keepingCapacity: true)
    scanner.beginAd()
    // What follows takes the prose for UTF-8, as the readers write it.
    guard ad.prose.span.isUTF8 else { return false }
    for field in ad.fields where !field.place.isEmpty {
      let text = unsafe UTF8Span(unchecked: ad.prose.span.extracting(field.place.utf8))
      scanner.scan(text, kind: field.part.bit, offset: field.place.lower, into: &found)
    }
    return true
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
