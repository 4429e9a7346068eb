internal import Checks
internal import Law

/// What laws claim in the situations of the ads so far: most ads of a feed are alike in this.
struct ClaimMemory {
  /// The obligations that reach an ad, or may, and what is looked for on their account.
  struct Entry {
    var claims: [LegalReview.Claim]
    /// For each of ``RuleSet/lawPatterns``, whether it is looked for.
    var isWanted: [Bool]
    /// Whether any is.
    var wantsAny: Bool
  }

  private var known: [Situation: Entry] = [:]
  /// As many situations are kept; then all of them are forgotten.
  private static let most = 256

  /// Forgets all, since other rules run now.
  mutating func forget() { known.removeAll(keepingCapacity: true) }

  /// What `law` and `rules`, to which it belongs, have for the ad of a job in `situation`.
  mutating func entry(for situation: Situation, _ law: LawTable, _ rules: RuleSet) -> Entry {
    if let entry = known[situation] { return entry }
    let book = law.book
    let claims = book.candidates(for: situation).compactMap { number in
      LegalReview.claim(
        number, book.obligations[number].standing(in: situation, book.jurisdictions))
    }
    let wanted = rules.lawPatterns.wanted(where: rules.seats(of: claims, law).contains)
    let entry = Entry(claims: claims, isWanted: wanted, wantsAny: wanted.contains(true))
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    known[situation] = entry
    return entry
  }
}

extension RuleSet {
  /// The seats by law that matter for `claims`: of the rules that their duties name, and of the facts
  /// on which they or those rules depend, or on which other rules do.
  fileprivate func seats(of claims: [LegalReview.Claim], _ law: LawTable) -> Set<Int> {
    var names: Set<FactKey> = []
    var wanted: Set<Int> = []
    for terms in claims.map({ law.terms[$0.obligation] }) {
      names.formUnion(terms.unless)
      for term in terms.clauses {
        names.formUnion(term.when + term.unless)
        wanted.formUnion(law.rules[term.duty])
      }
    }
    var seats: Set<Int> = []
    for seat in self.seats.indices {
      guard case .rule(let rule) = self.seats[seat] else { continue }
      if !isByLaw[seat] || wanted.contains(rule) {
        if isByLaw[seat], runs(rule) { seats.insert(seat) }
        for name in checks[seat].asks { names.formUnion([FactKey(name), FactKey("\(name)-vague")]) }
      }
    }
    for seat in self.seats.indices where isByLaw[seat] {
      if case .fact(let fact) = self.seats[seat], names.contains(factKeys[fact]) {
        seats.insert(seat)
      }
    }
    return seats
  }
}
