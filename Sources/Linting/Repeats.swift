public import AdModel
internal import Deferral
internal import RuleBook

/// What a run has seen, so that an ad can be told that an earlier one is the same.
///
/// It must be shown the verdicts in the order of the ads: then the findings are the same, however
/// many tasks have made the verdicts. Of each ad it keeps a hash and the id, and of so many ads at
/// most (``limit``) that an endless feed does not fill the memory.
public struct Repeats {
  private let rules: RuleSet
  /// The most ads that later ones are compared with.
  public static let limit = FirstNames.limit

  /// The id of the first ad with each key, by the number of the rule that made the key.
  private var first: [Int: FirstNames] = [:]

  /// Whether further ads are not kept in mind.
  public private(set) var isFull = false

  public init(_ rules: RuleSet) { self.rules = rules }

  /// Adds to `verdict` what an earlier ad has too, and keeps in mind what is new.
  public mutating func settle(_ verdict: inout Verdict) {
    for repeatable in verdict.repeatable {
      let rule = repeatable.finding.rule
      if let other = first[rule, default: FirstNames()].first(
        repeatable.key, orKeep: verdict.ad.id)
      {
        insert(repeatable.finding, about: other, into: &verdict.findings)
      } else if first[rule]?.isFull == true {
        isFull = true
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
