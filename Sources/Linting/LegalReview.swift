internal import AdModel
internal import Checks
internal import Facts
internal import Law

/// What the laws that reach an ad ask of it.
struct LegalReview {
  /// An obligation that reaches the ad, or may.
  struct Claim {
    var obligation: Int
    var area: Obligation.Area
    var condition: String
    var doubt: String
  }
  /// A duty of a claim, as far as one rule finds breaches of it.
  private struct Demand {
    var rule: Int
    var claim: Int
    var duty: Int
    var limit: Clause.Limit?
  }

  let situation: Situation
  let table: LawTable
  private(set) var claims: [Claim] = []
  /// In the order of the rules.
  private var demands: [Demand] = []

  /// What `claims`, those in `situation`, ask of the ad of which `evidence` tells.
  init(
    of evidence: Evidence, _ table: LawTable, _ situation: Situation, _ all: [Claim]
  ) {
    self.table = table
    self.situation = situation
    for claim in all where !evidence.said.hasAny(of: table.terms[claim.obligation].unless) {
      for term in table.terms[claim.obligation].clauses
      where Self.arises(term, evidence, situation) == .yes {
        for rule in table.rules[term.duty] {
          demands.append(
            Demand(
              rule: rule, claim: claims.count, duty: term.duty, limit: term.clause.limit))
        }
      }
      claims.append(claim)
    }
    demands.sort { ($0.rule, $0.claim) < ($1.rule, $1.claim) }
  }

  static func claim(_ number: Int, _ standing: Standing) -> Claim? {
    switch standing {
    case .applies(let area, let condition):
      Claim(obligation: number, area: area, condition: condition, doubt: "")
    case .possible(let area, let condition, let doubt):
      Claim(obligation: number, area: area, condition: condition, doubt: doubt)
    case .unknown, .no: nil
    }
  }

  /// Whether a duty arises for an ad.
  enum Arising { case yes, excepted, notYet, idle }

  static func arises(
    _ term: LawTable.Term, _ evidence: Evidence, _ situation: Situation
  ) -> Arising {
    if let from = term.clause.from, situation.date < from { return .notYet }
    if evidence.said.hasAny(of: term.unless) { return .excepted }
    if !term.when.isEmpty, !evidence.said.hasAny(of: term.when) { return .idle }
    return .yes
  }

  /// Whether a law asks for what the rule looks for.
  func wants(_ rule: Int) -> Bool { !demands(on: rule).isEmpty }

  private func demands(on rule: Int) -> ArraySlice<Demand> {
    var (low, high) = (0, demands.count)
    while low < high {
      let middle = (low + high) / 2
      if demands[middle].rule < rule { low = middle + 1 } else { high = middle }
    }
    return demands[low...].prefix { $0.rule == rule }
  }

  /// Whether what `hit` points at breaks a law.
  func isBroken(by hit: Hit, of rule: Int) -> Bool {
    demands(on: rule).contains { isBroken($0.limit, by: hit) }
  }

  /// The laws that what `hit` points at breaks, the strictest first, each of them once.
  func bases(of hit: Hit, by rule: Int) -> [LegalBasis] {
    var bases: [(strictness: (Int, Int, Int), basis: LegalBasis)] = []
    var last: Int?
    for demand in demands(on: rule) where demand.claim != last && isBroken(demand.limit, by: hit) {
      last = demand.claim
      let claim = claims[demand.claim]
      bases.append(
        (strictness(of: claim), basis(of: claim, asks: asks(demand.duty, demand.limit, hit))))
    }
    // Sorting keeps the order of the ids among equals.
    return bases.enumerated().sorted { a, b in
      a.element.strictness == b.element.strictness
        ? a.offset < b.offset : a.element.strictness > b.element.strictness
    }.map(\.element.basis)
  }

  /// What a duty asks, with the amount where it sets one for the job.
  private func asks(_ duty: Int, _ limit: Clause.Limit?, _ hit: Hit) -> String {
    let asks = table.book.duties[duty].asks
    guard case .under(let name) = limit, let currency = hit.measure?.currency,
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
