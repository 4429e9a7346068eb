internal import AdModel
internal import Checks
internal import RuleBook

/// Gives an ad 0 to 100 points, with a ledger that a person can add up.
///
/// Five pillars: facts earn points, the other four start full and lose some for each finding. The
/// weights are those of `Rules/README.md`, “Score”.
struct Scorer {
  let rules: RuleSet

  func score(of hits: [RuleHit], _ evidence: Evidence) -> Score {
    var ledger = facts(evidence)
    for pillar in Pillar.allCases where pillar != .facts {
      ledger += losses(in: pillar, hits)
    }
    let pillars = Pillar.allCases.map { pillar in
      let sum = ledger.filter { $0.pillar == pillar }.reduce(0) { $0 + $1.points }
      let start = pillar == .facts ? 0 : pillar.possible
      return PillarScore(
        pillar: pillar, points: min(pillar.possible, max(0, start + sum)),
        possible: pillar.possible)
    }
    let total = pillars.reduce(0) { $0 + $1.points }
    let (most, why) = cap(on: hits)
    return Score(
      points: min(total, most), pillars: pillars, ledger: ledger, cap: total > most ? why : "")
  }

  /// What each stated fact is worth.
  private func facts(_ evidence: Evidence) -> [Score.Entry] {
    Self.worth.map { fact in
      let isSaid = evidence.states(fact.name)
      return Score.Entry(
        pillar: .facts, reason: isSaid ? "\(fact.title) is stated" : "\(fact.title) is missing",
        points: isSaid ? fact.points : 0, possible: fact.points)
    }
  }

  private static let worth: [(name: String, title: String, points: Int)] = [
    ("pay", "Pay", 12), ("place", "Workplace", 7), ("apply-route", "A way to apply", 5),
    ("employer", "Employer", 4), ("contract-type", "Contract type", 3),
    ("hours", "Working time", 2),
    ("closing-date", "Closing date", 2),
  ]

  /// What findings cost: an error 8, a warning 3, a note 1; one rule at most twice that, and the
  /// notes of a pillar at most 4 together.
  private func losses(in pillar: Pillar, _ hits: [RuleHit]) -> [Score.Entry] {
    let mine = hits.map(\.rule).filter { rules.traits[$0].pillar == pillar }.sorted()
    var notes = 0
    var entries: [Score.Entry] = []
    var rest = mine[...]
    while let rule = rest.first {
      let count = rest.prefix { $0 == rule }.count
      rest.removeFirst(count)
      let level = rules.traits[rule].level
      var cost = level.cost * min(2, count)
      if level == .note {
        cost = min(cost, 4 - notes)
        notes += cost
      }
      guard cost > 0 else { continue }
      let times = count == 1 ? "" : " × \(count)"
      entries.append(
        Score.Entry(
          pillar: pillar, reason: rules.entries[rule].rule.id + times, points: -cost))
    }
    return entries
  }

  /// The most points that an ad with these hits may have, and why.
  private func cap(on hits: [RuleHit]) -> (Int, String) {
    let errors = hits.map { rules.traits[$0.rule] }.filter { $0.level == .error }
    if errors.contains(where: \.isBias) { return (29, "people are shut out: 29 at most") }
    if errors.contains(where: \.isScamOrApply) {
      return (39, "nobody can apply safely: 39 at most")
    }
    return errors.isEmpty ? (100, "") : (79, "an error: 79 at most")
  }
}

extension Level {
  fileprivate var cost: Int {
    switch self {
    case .error: 8
    case .warning: 3
    case .note: 1
    }
  }
}

extension Pillar {
  /// The most points that the pillar can have.
  var possible: Int {
    switch self {
    case .facts: 35
    case .integrity, .inclusion: 20
    case .clarity: 15
    case .structure: 10
    }
  }
}
