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
    var ledger: [Score.Entry] = []
    ledger.reserveCapacity(Self.worth.count + hits.count)
    var pillars: [PillarScore] = []
    // How often each rule has hit, in the order of the rules.
    let counts = Self.counts(of: hits.map(\.rule).sorted())
    for pillar in Pillar.allCases {
      let first = ledger.count
      if pillar == .facts {
        addFacts(evidence, to: &ledger)
      } else {
        addLosses(in: pillar, counts, to: &ledger)
      }
      let sum = ledger[first...].reduce(0) { $0 + $1.points }
      let start = pillar == .facts ? 0 : pillar.possible
      pillars.append(
        PillarScore(
          pillar: pillar, points: min(pillar.possible, max(0, start + sum)),
          possible: pillar.possible))
    }
    let total = pillars.reduce(0) { $0 + $1.points }
    let (most, why) = cap(on: hits)
    return Score(
      points: min(total, most), pillars: pillars, ledger: ledger, cap: total > most ? why : "")
  }

  /// The facts that phrases say and that a score depends on.
  static let facts = worth.flatMap(\.fact.facts)

  /// Adds what each stated fact is worth.
  private func addFacts(_ evidence: Evidence, to ledger: inout [Score.Entry]) {
    for fact in Self.worth {
      let isSaid = evidence.states(fact.fact)
      ledger.append(
        Score.Entry(
          pillar: .facts, reason: isSaid ? fact.said : fact.missing,
          points: isSaid ? fact.points : 0, possible: fact.points))
    }
  }

  /// What a fact is worth, and what the ledger says of it.
  private struct Worth {
    let fact: StatedFact
    let said: String
    let missing: String
    let points: Int

    init(_ name: String, _ title: String, _ points: Int) {
      fact = StatedFact(name)
      (said, missing) = ("\(title) is stated", "\(title) is missing")
      self.points = points
    }
  }

  private static let worth = [
    Worth("pay", "Pay", 12), Worth("place", "Workplace", 7),
    Worth("apply-route", "A way to apply", 5), Worth("employer", "Employer", 4),
    Worth("contract-type", "Contract type", 3), Worth("hours", "Working time", 2),
    Worth("closing-date", "Closing date", 2),
  ]

  /// How often each of `rules`, which are in order, stands there.
  private static func counts(of rules: [Int]) -> [(rule: Int, count: Int)] {
    var counts: [(rule: Int, count: Int)] = []
    for rule in rules {
      if counts.last?.rule == rule {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((rule, 1))
      }
    }
    return counts
  }

  /// Adds what findings cost: an error 8, a warning 3, a note 1; one rule at most twice that, and
  /// the notes of a pillar at most 4 together.
  private func addLosses(
    in pillar: Pillar, _ counts: [(rule: Int, count: Int)], to ledger: inout [Score.Entry]
  ) {
    var notes = 0
    for (rule, count) in counts where rules.traits[rule].pillar == pillar {
      let level = rules.traits[rule].level
      var cost = level.cost * min(2, count)
      if level == .note {
        cost = min(cost, 4 - notes)
        notes += cost
      }
      guard cost > 0 else { continue }
      let id = rules.entries[rule].rule.id
      ledger.append(
        Score.Entry(
          pillar: pillar, reason: count == 1 ? id : "\(id) × \(count)", points: -cost))
    }
  }

  /// The most points that an ad with these hits may have, and why.
  private func cap(on hits: [RuleHit]) -> (Int, String) {
    var (isBias, isScamOrApply, isError) = (false, false, false)
    for hit in hits where rules.traits[hit.rule].level == .error {
      isError = true
      isBias = isBias || rules.traits[hit.rule].isBias
      isScamOrApply = isScamOrApply || rules.traits[hit.rule].isScamOrApply
    }
    if isBias { return (29, "people are shut out: 29 at most") }
    if isScamOrApply { return (39, "nobody can apply safely: 39 at most") }
    return isError ? (79, "an error: 79 at most") : (100, "")
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
