public import AdModel
public import Checks
public import Facts
public import Patterns
internal import RuleBook

/// Runs a rule set over ads, one at a time: each task has its own.
public struct Linter: ~Copyable {
  public let rules: RuleSet
  /// The day on which ads are judged.
  public let today: CalendarDate
  private var scanner: Scanner
  private var scratch = Scratch()
  private var found: [PatternHit] = []

  /// A linter of `rules`; without triggers it searches pattern by pattern, which is slow and finds
  /// the same.
  public init(_ rules: RuleSet, today: CalendarDate, usesTriggers: Bool = true) {
    self.rules = rules
    self.today = today
    scanner = Scanner(rules.patterns, usesTriggers: usesTriggers)
  }

  /// The first pattern that failed while matching, if any did.
  public var failure: (source: String, error: PatternError)? { scanner.matcher.failure }

  /// What the rules say of `ad`, which is the ad number `index` of `file`.
  public mutating func verdict(on ad: Ad, in file: String, index: Int) -> Verdict {
    scan(ad)
    var evidence = Evidence(ad, today: today, scratch: &scratch)
    let byOwner = Dictionary(grouping: found) { rules.owners[Int($0.pattern)] }
    for (index, fact) in rules.facts.enumerated() {
      guard let mine = byOwner[.fact(index)] else { continue }
      let hits = fact.check.hits(in: &evidence, found: mine, matcher: &scanner.matcher)
      if !hits.isEmpty { evidence.said[fact.name, default: []] += hits.map(\.place) }
    }
    var hits: [RuleHit] = []
    let isWanted = byOwner.keys.filter { if case .rule = $0 { true } else { false } }
    for owner in rules.asked + isWanted {
      guard case .rule(let rule, let check) = owner else { continue }
      let entry = rules.entries[rule]
      guard entry.reads(ad, language: evidence.language) else { continue }
      let mine = byOwner[owner] ?? []
      let all = entry.checks[check].hits(in: &evidence, found: mine, matcher: &scanner.matcher)
      hits += all.map { RuleHit(rule: rule, hit: $0) }
    }
    for pass in Passes.standard { pass(&hits, evidence, rules) }
    return Verdict(
      ad: AdSummary(ad, language: evidence.language, index: index),
      findings: Findings(rules: rules, evidence: evidence, file: file).findings(of: hits),
      score: Scorer(rules: rules).score(of: hits, evidence))
  }

  /// Looks for all patterns in all fields.
  private mutating func scan(_ ad: Ad) {
    found.removeAll(keepingCapacity: true)
    for field in ad.fields where !field.place.isEmpty {
      guard let text = try? UTF8Span(validating: ad.prose.span.extracting(field.place.utf8)) else {
        continue
      }
      scanner.scan(text, kind: field.part.bit, offset: field.place.lower, into: &found)
    }
  }
}

extension RuleEntry {
  /// Whether the rule is for ads such as this.
  fileprivate func reads(_ ad: Ad, language: String) -> Bool {
    (languages.isEmpty || languages.contains(language))
      && (markups.isEmpty || markups.contains(ad.markup))
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
}
