internal import AdModel
internal import Checks
internal import Deferral
internal import Facts
public import Law
internal import RuleBook

/// The laws of a run, tied to the rules that find breaches of them; made once, and shared.
final class LawTable: Sendable {
  let book: LawBook
  /// For each duty, the numbers of the rules of the run that find a breach of it.
  let rules: [[Int]]
  /// For each duty, the numbers of the rules as which findings of its own are told where no law asks for
  /// them: what only these find may be a breach, or not.
  let kindred: [Set<Int>]
  /// For each rule, whether it counts only where a law asks for it.
  let isByLaw: [Bool]
  /// For each rule, whether a duty names it.
  let isNamed: [Bool]
  /// For each rule, the numbers of the rules whose findings may stand for its own.
  let replaced: [[Int]]
  /// For each rule, the number of the rule as which its findings are told, if there is one.
  private let joined: [Int?]
  /// For each rule, the facts that except an ad from all that it finds breaches of, if it
  /// joins another rule.
  let exceptions: [FactSet]
  private let facts: [PhraseFact]
  /// What each obligation asks, ready to be asked about every ad.
  let terms: DeferredArray<Terms>

  /// What an obligation asks, with its duties and facts looked up once.
  struct Terms: Sendable {
    /// Facts that except an ad.
    var unless: [FactKey]
    var clauses: [Term]
  }

  /// A clause of an obligation; shared by all situations in which it may ask something.
  final class Term: Sendable {
    let clause: Clause
    /// The number of its duty.
    let duty: Int
    let condition: Condition

    /// The term that `clause` asks for by `duty`, which has this number.
    init(_ clause: Clause, of duty: Duty, number: Int) {
      self.clause = clause
      self.duty = number
      condition = Condition(
        unless: FactSet(naming: duty.unless + clause.unless), when: FactSet(naming: duty.when),
        unclear: FactSet(naming: duty.unclear))
    }

    /// Whether the duty arises on the day `date` for an ad that says `facts`.
    func arising(for facts: borrowing SaidFacts, on date: CalendarDate) -> Condition.Arising {
      if let from = clause.from, date < from { return .notYet }
      return condition.arising(for: facts)
    }
  }

  init(_ book: LawBook, entries: [RuleEntry], facts: [PhraseFact]) {
    self.book = book
    self.facts = facts
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(entries.count)
    for index in entries.indices { numbers[entries[index].rule.id] = index }
    rules = book.duties.map { $0.rules.compactMap { numbers[$0] } }
    isByLaw = entries.indices.map { entries[$0].isByLaw }
    var isNamed = [Bool](repeating: false, count: entries.count)
    for rule in rules.joined() { isNamed[rule] = true }
    self.isNamed = isNamed
    replaced = entries.indices.map { entries[$0].replaces.compactMap { numbers[$0] } }
    joined = entries.indices.map { entries[$0].joins.flatMap { numbers[$0] } }
    kindred = rules.map { [joined] rules in Set(rules.compactMap { joined[$0] }) }
    var exceptions = [[String]](repeating: [], count: entries.count)
    for (duty, rules) in zip(book.duties, rules) where !duty.unless.isEmpty {
      for rule in rules where joined[rule] != nil {
        exceptions[rule] += duty.unless
      }
    }
    self.exceptions = exceptions.map { FactSet(naming: $0) }
    terms = DeferredArray(
      book.obligations.indices.map { index in
        Deferred { Terms(of: book.obligations[index], in: book) }
      })
  }

  /// What it means that an ad says `fact`.
  func meaning(of fact: String) -> String { facts.first { $0.name == fact }?.what ?? fact }
}

extension LawTable.Terms {
  /// What `obligation` of `book` asks.
  fileprivate init(of obligation: Obligation, in book: LawBook) {
    unless = obligation.unless.map { FactKey($0) }
    clauses = obligation.clauses.compactMap { clause in
      guard let number = book.duty(clause.duty) else { return nil }
      return LawTable.Term(clause, of: book.duties[number], number: number)
    }
  }
}

extension LawTable {
  /// Whether an ad hears of what `rule` finds though no law asks for it, unless it says one of
  /// ``exceptions``.
  func isTold(_ rule: Int) -> Bool { joined[rule] != nil }

  /// Joins what is told by a law and without one in `hits`, and drops what is told by neither:
  /// what no law asks for, but for that of rules which join one that `runs`.
  func settle(_ hits: inout [RuleHit], by review: LegalReview, runs: (Int) -> Bool) {
    func isFree(_ hit: RuleHit) -> Bool {
      isByLaw[hit.rule] && !review.isBroken(by: hit.hit, of: hit.rule)
    }
    var free: [RuleHit] = []
    hits.removeAll { hit in
      guard isFree(hit) else { return false }
      free.append(hit)
      return true
    }
    adopt(&hits)
    func joins(_ hit: RuleHit) -> Bool { joined[hit.rule].map(runs) == true }
    let joining = hits.filter(joins)
    free.removeAll { !joins($0) }
    if joining.isEmpty, free.isEmpty { return }
    hits.removeAll(where: joins)
    var index = HitIndex(of: hits)
    for hit in joining { join(hit, to: &hits, &index) }
    for hit in free {
      let isKnown = replaced[hit.rule].contains {
        !index.numbers(of: $0, about: hit, in: hits).isEmpty
      }
      if !isKnown { join(hit, to: &hits, &index) }
    }
  }

  /// Tells `hit` in `hits` as one of the rule that its own joins.
  private func join(_ hit: RuleHit, to hits: inout [RuleHit], _ index: inout HitIndex) {
    guard let rule = joined[hit.rule] else { return }
    if let known = index.numbers(of: rule, about: hit, in: hits).min() {
      hits[known].adopted.append(hit)
    } else {
      var told = RuleHit(rule: rule, hit: hit.hit)
      told.adopted = [hit]
      index.add(told, hits.count)
      hits.append(told)
    }
  }

  /// Whether a law may have a say on one of `hits`.
  func concerns(_ hits: [RuleHit]) -> Bool {
    hits.contains { isNamed[$0.rule] || isByLaw[$0.rule] }
  }

  /// Lets findings of other rules stand for those by law that are about the same: they keep their
  /// rules, which people know, and tell of the law.
  private func adopt(_ hits: inout [RuleHit]) {
    let owners = hits.indices.filter { !replaced[hits[$0].rule].isEmpty }
    if owners.isEmpty { return }
    var isGone = [Bool](repeating: false, count: hits.count)
    let index = HitIndex(of: hits)
    for owner in owners where !isGone[owner] {
      let others = replaced[hits[owner].rule].flatMap {
        index.numbers(of: $0, about: hits[owner], in: hits)
      }.filter { $0 != owner }
      if let known = others.filter({ !isByLaw[hits[$0].rule] }).min() {
        hits[known].adopted.append(hits[owner])
        isGone[owner] = true
      }
      for other in others where isByLaw[hits[other].rule] { isGone[other] = true }
    }
    guard isGone.contains(true) else { return }
    hits = hits.indices.filter { !isGone[$0] }.map { hits[$0] }
  }
}

/// What a configuration says of the employer and of the place of the jobs.
public struct LegalContext: Sendable {
  public var employer: Employer
  /// Jurisdictions in which every job is done, whatever the ads say; empty where the ads decide.
  public var jurisdictions: [String]

  public init(employer: Employer = Employer(), jurisdictions: [String] = []) {
    self.employer = employer
    self.jurisdictions = jurisdictions
  }
}
