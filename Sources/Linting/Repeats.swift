public import AdModel
internal import RuleBook

/// What a run has seen, so that an ad can be told that an earlier one is the same.
///
/// It must be shown the verdicts in the order of the ads: then the findings are the same, however
/// many tasks have made the verdicts.
public struct Repeats {
  private let rules: RuleSet
  /// The id of the first ad with each key, by the number of the rule that made the key.
  private var first: [Int: [UInt64: String]] = [:]

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

  private func insert(_ row: Findings.Row, about other: String, into findings: inout Findings) {
    var row = row
    (row.message, row.arguments) = rules.messages[row.rule].write(
      about: row.words, ["other": other], in: &findings)
    let place = findings.rows.firstIndex { row.place.lower < $0.place.lower }
    findings.rows.insert(row, at: place ?? findings.rows.count)
  }
}
