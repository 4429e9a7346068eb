internal import AdModel
internal import Checks
internal import Deferral
internal import Facts
internal import Law

/// What the laws that reach an ad ask of it; who is told of it shares it.
final class LegalReview {
  let situation: Situation
  let table: LawTable
  private let claims: Claims
  /// Whether each of the terms of ``claims`` asks something of this ad.
  private let isAsked: [Bool]

  /// What `claims`, those in `situation`, ask of the ad of which `evidence` tells.
  init(
    of evidence: borrowing Evidence, _ table: LawTable, _ situation: Situation, _ claims: Claims
  ) {
    self.table = table
    self.situation = situation
    self.claims = claims
    var isAsked = claims.isAlwaysAsked
    for number in claims.conditionals.indices
    where claims.conditionals[number].condition.arising(for: evidence.said) == .yes {
      isAsked[claims.conditionals[number].term] = true
    }
    self.isAsked = isAsked
  }

  /// Whether a law asks for what the rule looks for.
  func wants(_ rule: Int) -> Bool { claims.demands(on: rule).contains { isAsked[Int($0)] } }

  /// Whether what `hit` points at breaks a law.
  func isBroken(by hit: Hit, of rule: Int) -> Bool {
    claims.demands(on: rule).contains {
      guard isAsked[Int($0)] else { return false }
      let term = claims.terms[Int($0)]
      return isBroken(term.term.clause.limit, in: claims.all[term.claim].area, by: hit)
    }
  }

  /// The laws that what `hit` points at breaks, the strictest first, each of them once.
  func bases(of hit: Hit, by rule: Int) -> [LegalBasis] {
    var broken: [Claims.Term] = []
    for demand in claims.demands(on: rule) where isAsked[Int(demand)] {
      let term = claims.terms[Int(demand)]
      let area = claims.all[term.claim].area
      if term.claim == broken.last?.claim || !isBroken(term.term.clause.limit, in: area, by: hit) {
        continue
      }
      broken.append(term)
    }
    if broken.count > 1 {
      // Claims stand in the order of the ids, which decide among equals.
      broken.sort { a, b in
        let (first, second) = (strictness(of: a), strictness(of: b))
        return first == second ? a.claim < b.claim : first > second
      }
    }
    return broken.map { term in
      let claim = claims.all[term.claim]
      return basis(of: claim, asks: asks(term.term, in: claim.area, hit))
    }
  }

  /// What a duty asks, with the amount where it sets one in `area`.
  private func asks(_ term: LawTable.Term, in area: Obligation.Area, _ hit: Hit) -> String {
    let asks = table.book.duties[term.duty].asks
    guard case .under(let name) = term.clause.limit, let currency = hit.measure?.currency,
      let rate = rate(name, in: [area.id], currency)
    else { return asks }
    return "\(asks) (\(currency.rawValue) \(rate.amount.text) since \(rate.from))"
  }

  /// What decides which of several laws is told first.
  private func strictness(of term: Claims.Term) -> (Int, Int, Int) {
    let claim = claims.all[term.claim]
    let level = Level.allCases.firstIndex(of: level(of: claim)) ?? 0
    let clauses = table.book.obligations.read(claim.obligation) { $0.clauses.count }
    return (claim.doubt.isEmpty ? 1 : 0, level, clauses)
  }

  /// How bad a breach of `claim` is: a step less where it is not sure that the law reaches the job,
  /// and no more than a note where that would be chance, or hangs on whom else the employer has.
  func level(of claim: Claim) -> Level {
    let level = table.book.obligations.read(claim.obligation) { $0.level }
    guard !claim.doubt.isEmpty else { return level }
    if [Obligation.townDoubt, Obligation.limitsDoubt].contains(claim.doubt) { return .note }
    return level == .error ? .warning : .note
  }

  /// Whether `hit` shows a breach of a clause with this `limit` where it is in force in `area`.
  func isBroken(_ limit: Clause.Limit?, in area: Obligation.Area, by hit: Hit) -> Bool {
    switch limit {
    case nil: return true
    case .over(let most): return hit.measure.map { $0.amount > most } ?? true
    case .under(let name):
      guard let measure = hit.measure, let currency = measure.currency,
        let least = rate(name, in: [area.id], currency), measure.amount < least.amount
      else { return false }
      // Of several workplaces the pay may be that of the one where the least is owed.
      let owed = situation.chains(table.book.jurisdictions).compactMap {
        rate(name, in: $0, currency)
      }
      return owed.allSatisfy { measure.amount < $0.amount }
    }
  }

  /// The rate of the table `name` that binds in the jurisdictions `codes`.
  private func rate(_ name: String, in codes: [String], _ currency: Currency) -> RateTable.Rate? {
    table.book.tables[name]?.rate(
      in: codes, on: situation.date, currency, employees: situation.employer.employees)
  }

  /// What a finding says of `claim`.
  func basis(of claim: Claim, asks: String = "") -> LegalBasis {
    let level = level(of: claim)
    return table.book.obligations.read(claim.obligation) { obligation in
      LegalBasis(
        obligation: obligation.id, jurisdiction: table.book.jurisdictions.name(of: claim.area.id),
        citation: claim.area.citation.isEmpty ? obligation.citation : claim.area.citation,
        url: claim.area.url.isEmpty ? obligation.url : claim.area.url, asks: asks,
        since: claim.area.since?.description ?? "", confidence: obligation.confidence,
        level: level, condition: claim.condition, doubt: claim.doubt)
    }
  }
}

extension Double {
  /// It with two decimals, as money is told.
  fileprivate var text: String {
    let cents = Int((self * 100).rounded())
    return "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
  }
}
