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
  }

  /// What decides whether a term asks something of an ad. Each ad asks hundreds, so that they stand in
  /// one piece, and most are answered by the bits of their facts.
  struct Conditional {
    /// The number of the term.
    var term: Int
    var condition: Condition
  }

  let all: [Claim]
  /// In the order of the claims.
  let terms: [Term]
  /// For each of ``terms``, whether it asks something of every ad.
  let isAlwaysAsked: [Bool]
  /// Those of ``terms`` that ask something of some ads.
  let conditionals: [Conditional]
  /// The facts that ``conditionals`` are about, each of them once.
  let facts: [FactKey]
  /// The numbers of the terms that each rule finds breaches of, rule by rule.
  private let demands: [Int32]
  /// For each rule, where the next one's begin in ``demands``, behind a first 0.
  private let bounds: [Int32]

  /// The claims of `all`, whose obligations are those of `table`, on the day `date`.
  init(_ all: [Claim], by table: LawTable, on date: CalendarDate) {
    self.all = all
    var terms: [Term] = []
    var isAlwaysAsked: [Bool] = []
    var conditionals: [Conditional] = []
    for (number, claim) in all.enumerated() {
      let obligation = table.terms[claim.obligation]
      for term in obligation.clauses {
        var condition = term.condition
        condition.unless = FactSet(obligation.unless + condition.unless.keys)
        let isYet = term.clause.from.map { $0 <= date } ?? true
        if isYet, !condition.isEmpty {
          conditionals.append(Conditional(term: terms.count, condition: condition))
        }
        terms.append(Term(claim: number, term: term))
        isAlwaysAsked.append(isYet && condition.isEmpty)
      }
    }
    self.terms = terms
    self.isAlwaysAsked = isAlwaysAsked
    self.conditionals = conditionals
    facts = Array(Set(conditionals.flatMap(\.condition.facts)))
    // Sorted by counting: first how many each rule has, then where its own begin.
    var bounds = [Int32](repeating: 0, count: table.isByLaw.count + 1)
    for term in terms {
      for rule in table.rules[term.term.duty] { bounds[rule + 1] += 1 }
    }
    for rule in 1..<bounds.count { bounds[rule] += bounds[rule - 1] }
    var next = bounds
    var demands = [Int32](repeating: 0, count: Int(bounds.last ?? 0))
    for (number, term) in terms.enumerated() {
      for rule in table.rules[term.term.duty] {
        demands[Int(next[rule])] = Int32(number)
        next[rule] += 1
      }
    }
    (self.demands, self.bounds) = (demands, bounds)
  }

  /// The numbers of the terms that `rule` finds breaches of, in order.
  func demands(on rule: Int) -> ArraySlice<Int32> {
    demands[Int(bounds[rule])..<Int(bounds[rule + 1])]
  }
}
