public import AdModel
public import Checks
internal import Deferral
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
  private var codes = PlaceCodes()
  /// Whether verdicts tell of obligations that are met as well.
  private let judges: Bool
  private var scanner: Scanner
  private var scratch = Scratch()
  /// The facts that the ad at hand may say and that nobody has asked for yet.
  private var openFacts = OpenFacts()

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
      let known = review ?? self.review(of: &evidence, by: law)
      review = known
      if judges {
        settleAll(&evidence)
        judgements = known.judgements(of: evidence, hits, in: file, runs: rules.runs)
      }
      law.settle(&hits, by: known, runs: rules.runs)
    }
    settle(Scorer.facts, &evidence)
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
    var (evidence, hits, known) = examine(ad)
    settleAll(&evidence)
    let law = rules.law ?? LawTable(LawBook(), entries: [], facts: [])
    let review = known ?? review(of: &evidence, by: law)
    let situation = review.situation
    return LegalOpinion(
      ad: AdSummary(ad, language: evidence.language, index: index),
      date: situation.date.description,
      places: situation.workplaces,
      home: situation.remote.map {
        LegalOpinion.Home(within: $0.within + $0.among, except: $0.except)
      },
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
    for seat in scanner.askers { asked.insert(Int(seat)) }
    openFacts.removeAll()
    let kind = AdKinds(of: ad, language: evidence.words.language)
    for seat in asked {
      switch rules.seats[seat] {
      case .fact(let fact):
        openFacts.add(OpenFacts.Entry(key: rules.factKeys[fact], seat: seat))
        // The plain loop asks for all facts, and so shows a check that is silent about its own.
        if !scanner.usesTriggers { settleAll(&evidence) }
      case .rule(let rule) where rules.traits[rule].kinds.include(kind):
        ask(seat, for: rule, about: &evidence, &review, &hits)
      case .rule: break
      }
    }
    return (evidence, hits, review)
  }

  private mutating func review(of evidence: inout Evidence, by law: LawTable) -> LegalReview {
    settle(Situation.facts, &evidence)
    let situation = Situation(of: evidence, context, law.book.jurisdictions, &codes)
    let claims = claims.claims(in: situation, by: law)
    settle(claims.facts, &evidence)
    return LegalReview(of: evidence, law, situation, claims)
  }

  /// Finds out whether the ad says `facts`, where that is not known yet.
  private mutating func settle(_ facts: [FactKey], _ evidence: inout Evidence) {
    for fact in facts {
      while let open = openFacts.take(fact) { settle(open, &evidence) }
    }
  }

  private mutating func settleAll(_ evidence: inout Evidence) {
    while let fact = openFacts.takeAny() { settle(fact, &evidence) }
  }

  private mutating func settle(_ fact: OpenFacts.Entry, _ evidence: inout Evidence) {
    let places = places(at: fact.seat, in: &evidence)
    if !places.isEmpty { evidence.said.add(places.map(\.place), to: fact.key) }
  }

  /// Lets the check at `seat` look at the ad for `rule`, if that runs.
  private mutating func ask(
    _ seat: Int, for rule: Int, about evidence: inout Evidence, _ review: inout LegalReview?,
    _ hits: inout [RuleHit]
  ) {
    guard rules.traits[rule].isOn else { return }
    if rules.traits[rule].isByLaw, let law = rules.law {
      if review == nil { review = self.review(of: &evidence, by: law) }
      if review?.wants(rule) == false {
        guard law.isTold(rule) else { return }
        settle(law.exceptions[rule].keys, &evidence)
        if evidence.said.has(anyOf: law.exceptions[rule]) { return }
      }
    }
    for hit in places(at: seat, in: &evidence) { hits.append(RuleHit(rule: rule, hit: hit)) }
  }

  /// What the check at `seat` finds in the ad.
  private mutating func places(at seat: Int, in evidence: inout Evidence) -> [Hit] {
    var found: [PatternHit] = []
    if !rules.alwaysAsked.contains(seat) {
      found = scanner.matches(for: seat, in: evidence.ad.prose.span)
      if found.isEmpty { return [] }
    }
    return rules.checks.span[seat].made.read { check in
      settle(check.facts, &evidence)
      return check.hits(in: &evidence, found: found, matcher: &scanner.matcher)
    }
  }

  /// Looks for all patterns in all fields, and says whether the prose could be read.
  private mutating func scan(_ ad: Ad) -> Bool {
    scanner.beginAd()
    // What follows takes the prose for UTF-8, as the readers write it.
    guard ad.prose.span.isUTF8 else { return false }
    for field in ad.fields where !field.place.isEmpty {
      scanner.find(in: field.place.utf8, of: ad.prose.span, kind: field.part.bit)
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
