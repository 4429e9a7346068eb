internal import AdModel
internal import Checks
internal import Deferral
internal import Facts
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
    /// Whether it asks something of every ad, of none, or depends on what the ad says.
    var asks: Asks
  }

  enum Asks { case always, never, perhaps }

  /// A term, as far as one rule finds breaches of it.
  struct Demand {
    var rule: Int
    /// The number of the term.
    var term: Int
  }

  let all: [Claim]
  /// In the order of the claims.
  let terms: [Term]
  /// The facts that decide whether ``terms`` ask something of an ad, each of them once.
  let facts: [FactKey]
  /// In the order of the rules, and for each of them of the terms.
  private let demands: [Demand]

  /// The claims of `all`, whose obligations are those of `table`, on the day `date`.
  init(_ all: [Claim], by table: LawTable, on date: CalendarDate) {
    self.all = all
    var terms: [Term] = []
    var demands: [Demand] = []
    for (number, claim) in all.enumerated() {
      let obligation = table.terms[claim.obligation]
      for term in obligation.clauses {
        for rule in table.rules[term.duty] {
          demands.append(Demand(rule: rule, term: terms.count))
        }
        let isConditional = term.isConditional || !obligation.unless.isEmpty
        let isYet = term.clause.from.map { $0 <= date } ?? true
        terms.append(
          Term(
            claim: number, term: term,
            asks: !isYet ? .never : isConditional ? .perhaps : .always))
      }
    }
    var facts: Set<FactKey> = []
    for term in terms where term.asks == .perhaps {
      facts.formUnion(table.terms[all[term.claim].obligation].unless)
      facts.formUnion(term.term.when + term.term.unless + term.term.unclear)
    }
    self.facts = Array(facts)
    demands.sort { $0.rule == $1.rule ? $0.term < $1.term : $0.rule < $1.rule }
    (self.terms, self.demands) = (terms, demands)
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
