internal import AdModel
internal import Checks
internal import Deferral
internal import Facts
internal import Law

/// What the laws that reach an ad ask of it.
struct LegalReview {
  let situation: Situation
  let table: LawTable
  private let claims: Claims
  /// Whether each of the terms of ``claims`` asks something of this ad.
  private let isAsked: [Bool]

  /// What `claims`, those in `situation`, ask of the ad of which `evidence` tells.
  init(
    of evidence: Evidence, _ table: LawTable, _ situation: Situation, _ claims: Claims
  ) {
    self.table = table
    self.situation = situation
    self.claims = claims
    isAsked = claims.terms.map { term in
      !evidence.said.hasAny(of: table.terms[claims.all[term.claim].obligation].unless)
        && Self.arises(term.term, evidence, situation) == .yes
    }
  }

  /// Whether a duty arises for an ad.
  enum Arising { case yes, excepted, notYet, idle, unclear }

  static func arises(
    _ term: LawTable.Term, _ evidence: Evidence, _ situation: Situation
  ) -> Arising {
    if let from = term.clause.from, situation.date < from { return .notYet }
    if evidence.said.hasAny(of: term.unless) { return .excepted }
    if !term.when.isEmpty, !evidence.said.hasAny(of: term.when) { return .idle }
    if evidence.said.hasAny(of: term.unclear) { return .unclear }
    return .yes
  }

  /// Whether a law asks for what the rule looks for.
  func wants(_ rule: Int) -> Bool { claims.demands(on: rule).contains { isAsked[$0.term] } }

  /// The terms that ask for what `rule` looks for, in the order of their claims.
  private func terms(on rule: Int) -> [Claims.Term] {
    claims.demands(on: rule).filter { isAsked[$0.term] }.map { claims.terms[$0.term] }
  }

  /// Whether what `hit` points at breaks a law.
  func isBroken(by hit: Hit, of rule: Int) -> Bool {
    claims.demands(on: rule).contains {
      isAsked[$0.term] && isBroken(claims.terms[$0.term].term.clause.limit, by: hit)
    }
  }

  /// The laws that what `hit` points at breaks, the strictest first, each of them once.
  func bases(of hit: Hit, by rule: Int) -> [LegalBasis] {
    var bases: [(strictness: (Int, Int, Int), basis: LegalBasis)] = []
    var last: Int?
    for term in terms(on: rule)
    where term.claim != last && isBroken(term.term.clause.limit, by: hit) {
      last = term.claim
      let claim = claims.all[term.claim]
      bases.append((strictness(of: claim), basis(of: claim, asks: asks(term.term, hit))))
    }
    // Sorting keeps the order of the ids among equals.
    return bases.enumerated().sorted { a, b in
      a.element.strictness == b.element.strictness
        ? a.offset < b.offset : a.element.strictness > b.element.strictness
    }.map(\.element.basis)
  }

  /// What a duty asks, with the amount where it sets one for the job.
  private func asks(_ term: LawTable.Term, _ hit: Hit) -> String {
    let asks = table.book.duties[term.duty].asks
    guard case .under(let name) = term.clause.limit, let currency = hit.measure?.currency,
      let rate = rate(name, currency)
    else { return asks }
    return "\(asks) (\(currency.rawValue) \(rate.amount.text) since \(rate.from))"
  }

  /// What decides which of several laws is told first.
  private func strictness(of claim: Claim) -> (Int, Int, Int) {
    let obligation = table.book.obligations[claim.obligation]
    let level = Level.allCases.firstIndex(of: level(of: claim)) ?? 0
    return (claim.doubt.isEmpty ? 1 : 0, level, obligation.clauses.count)
  }

  /// How bad a breach of `claim` is: a step less where it is not sure that the law reaches the job.
  func level(of claim: Claim) -> Level {
    let level = table.book.obligations[claim.obligation].level
    guard !claim.doubt.isEmpty else { return level }
    return level == .error ? .warning : .note
  }

  func isBroken(_ limit: Clause.Limit?, by hit: Hit) -> Bool {
    switch limit {
    case nil: return true
    case .over(let most): return hit.measure.map { $0.amount > most } ?? true
    case .under(let name):
      guard let measure = hit.measure, let currency = measure.currency else { return false }
      return rate(name, currency).map { measure.amount < $0.amount } ?? false
    }
  }

  /// The rate of the table `name` that binds the job: of several workplaces the lowest, since the
  /// pay may be that of any of them.
  func rate(_ name: String, _ currency: Currency) -> RateTable.Rate? {
    guard let table = table.book.tables[name] else { return nil }
    let rates = situation.workplaces.compactMap {
      table.rate(
        in: $0, on: situation.date, currency, employees: situation.employer.employees)
    }
    return rates.min { $0.amount < $1.amount }
  }

  /// What a finding says of `claim`.
  func basis(of claim: Claim, asks: String = "") -> LegalBasis {
    let obligation = table.book.obligations[claim.obligation]
    return LegalBasis(
      obligation: obligation.id, jurisdiction: table.book.jurisdictions.name(of: claim.area.id),
      citation: obligation.citation, url: obligation.url, asks: asks,
      since: claim.area.from?.description ?? "", confidence: obligation.confidence,
      level: level(of: claim), condition: claim.condition, doubt: claim.doubt)
  }
}

extension SaidFacts {
  /// Whether one of `facts` is said.
  func hasAny(of facts: [FactKey]) -> Bool { facts.contains { has($0) } }
}

extension Double {
  /// It with two decimals, as money is told.
  fileprivate var text: String {
    let cents = Int((self * 100).rounded())
    return "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
  }
}
