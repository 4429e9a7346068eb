internal import AdModel
internal import Deferral
internal import Law

/// An obligation that reaches an ad, or may.
struct Claim {
  var obligation: Int
  var area: Obligation.Area
  var condition: String
  var doubt: String

  /// The claim of the obligation `number` with such a `standing`; `nil` where it reaches no ad.
  init?(_ number: Int, _ standing: Standing) {
    switch standing {
    case .applies(let area, let condition):
      self.init(obligation: number, area: area, condition: condition)
    case .possible(let area, let condition, let doubt):
      self.init(obligation: number, area: area, condition: condition, doubt: doubt)
    case .unknown, .no: return nil
    }
  }

  init(obligation: Int, area: Obligation.Area, condition: String = "", doubt: String = "") {
    self.obligation = obligation
    self.area = area
    self.condition = condition
    self.doubt = doubt
  }
}

/// What the laws may ask of an ad in one situation, whatever else it says.
struct Claims {
  /// What a claim asks.
  struct Term {
    /// The number of the claim.
    var claim: Int
    var term: LawTable.Term
  }

  /// A term, as far as one rule finds breaches of it.
  struct Demand {
    var rule: Int
    /// The number of the term.
    var term: Int
  }

  let all: [Claim]
  /// In the order of the claims.
  let terms: [Term]
  /// In the order of the rules, and for each of them of the terms.
  private let demands: [Demand]

  /// The claims of `all`, whose obligations are those of `table`.
  init(_ all: [Claim], by table: LawTable) {
    self.all = all
    let terms = all.indices.flatMap { claim in
      table.terms[all[claim].obligation].clauses.map { Term(claim: claim, term: $0) }
    }
    self.terms = terms
    demands = terms.indices.flatMap { term in
      table.rules[terms[term].term.duty].map { Demand(rule: $0, term: term) }
    }.sorted { ($0.rule, $0.term) < ($1.rule, $1.term) }
  }

  /// The demands that `rule` finds breaches of.
  func demands(on rule: Int) -> ArraySlice<Demand> {
    var (low, high) = (0, demands.count)
    while low < high {
      let middle = (low + high) / 2
      if demands[middle].rule < rule { low = middle + 1 } else { high = middle }
    }
    return demands[low...].prefix { $0.rule == rule }
  }
}
