public import AdModel
internal import RuleBook

/// What a run has seen, so that an ad can be told that an earlier one is the same.
///
/// It must be shown the verdicts in the order of the ads: then the findings are the same, however
/// many tasks have made the verdicts.
public struct Repeats {
  private let rules: RuleSet
  /// The first ad with each key, by the rule that made the key.
  private var first: [String: [UInt64: String]] = [:]

  public init(_ rules: RuleSet) { self.rules = rules }

  /// Adds to `verdict` what an earlier ad has too, and keeps in mind what is new.
  public mutating func settle(_ verdict: inout Verdict) {
    for repeatable in verdict.repeatable {
      let rule = repeatable.finding.rule
      if let other = first[rule]?[repeatable.key] {
        insert(repeatable.finding, about: other, into: &verdict.findings)
      } else {
        first[rule, default: [:]][repeatable.key] = verdict.ad.id
      }
    }
    verdict.repeatable = []
  }

  private func insert(_ finding: Finding, about other: String, into findings: inout [Finding]) {
    guard let rule = rules.entries.firstIndex(where: { $0.rule.id == finding.rule }) else { return }
    var finding = finding
    (finding.message, finding.arguments) = rules.messages[rule].filled(
      words: finding.words, facts: ["other": other])
    let place = findings.firstIndex { finding.place.lower < $0.place.lower }
    findings.insert(finding, at: place ?? findings.count)
  }
}
