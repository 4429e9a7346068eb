public import AdModel
internal import Checks
public import Patterns
public import RuleBook

/// The rules of a run, with all their patterns in one set.
///
/// Made once and shared by all tasks.
public struct RuleSet: Sendable {
  /// The rules that run, sorted by id.
  public let entries: [RuleEntry]
  /// What the rules of ``entries`` say about themselves.
  public let rules: [Rule]
  /// What is asked about the rules of ``entries`` for every hit.
  let traits: [Trait]
  /// The messages of ``entries``.
  let messages: [MessageForm]
  /// The facts that rules may ask for.
  public let facts: [PhraseFact]
  /// The patterns of all rules and facts.
  public let patterns: PatternSet
  /// For each pattern, the number of the seat that wants it.
  let owners: [Int]
  /// All checks: first those of the facts, then those of the rules in the order of the entries.
  let seats: [Seat]

  /// A check of a rule or of a fact.
  struct Seat: Sendable {
    /// The number of the rule; `nil` for a fact.
    var rule: Int?
    /// The name of the fact, or empty.
    var fact = ""
    var check: any Check
    /// Whether it is asked about every ad, since it wants no pattern.
    var isAlwaysAsked: Bool
  }

  /// The small part of a rule: copying a whole rule costs more than most questions about it.
  struct Trait: Sendable {
    var level: Level
    var pillar: Pillar
    var isBias: Bool
    var isScamOrApply: Bool
    /// Its theme's place among ``Passes/owners``.
    var rank: Int?

    init(_ rule: Rule) {
      level = rule.level
      pillar = rule.pillar
      isBias = rule.theme == "bias"
      isScamOrApply = rule.theme == "scam" || rule.theme == "apply"
      rank = Passes.owners.firstIndex(of: rule.theme)
    }
  }

  /// The set of those rules of `book` that `isOn` says run.
  public init(_ book: RuleBook, where isOn: (Rule) -> Bool = { $0.isOn }) {
    entries = book.entries.filter { isOn($0.rule) }
    rules = entries.map(\.rule)
    traits = rules.map { Trait($0) }
    messages = rules.map { MessageForm($0.message) }
    facts = book.facts
    var wanted: [PatternSet.Entry] = []
    var owners: [Int] = []
    var seats: [Seat] = []
    func seat(_ check: any Check, rule: Int? = nil, fact: String = "", parts: [Part]) {
      let mine = Self.patterns(of: check, parts: parts)
      wanted += mine
      owners += mine.map { _ in seats.count }
      seats.append(Seat(rule: rule, fact: fact, check: check, isAlwaysAsked: mine.isEmpty))
    }
    for fact in facts { seat(fact.check, fact: fact.name, parts: fact.parts) }
    for (index, entry) in entries.enumerated() {
      for check in entry.checks { seat(check, rule: index, parts: entry.rule.parts) }
    }
    self.owners = owners
    self.seats = seats
    let contexts = seats.flatMap { $0.check.contexts.compactMap(\.number) }
    patterns = PatternSet(wanted, contexts: contexts, index: book.index)
  }

  /// The id of the rule, or the name of the fact, that looks for the pattern `source` of PCRE2 or
  /// asks about it around its hits.
  func owner(ofPattern source: String) -> String? {
    let wanted = patterns.patterns.firstIndex { $0.regularExpression == source }
    let seat =
      wanted.map { seats[owners[$0]] }
      ?? seats.first { seat in
        seat.check.contexts.contains { $0.pattern.regularExpression == source }
      }
    return seat.map { seat in seat.rule.map { entries[$0].rule.id } ?? seat.fact }
  }

  private static func patterns(of check: any Check, parts: [Part]) -> [PatternSet.Entry] {
    let kinds = parts.reduce(0) { $0 | $1.bit }
    return check.wanted.map {
      PatternSet.Entry(
        $0.source, isPhrase: $0.isPhrase, isCased: $0.isCased, kinds: kinds,
        number: $0.number)
    }
  }
}

extension Part {
  /// This part as one bit of ``PatternSet/Entry/kinds``.
  var bit: UInt32 { 1 << UInt32(Part.allCases.firstIndex(of: self) ?? 31) }
}
