public import AdModel
internal import Checks
internal import Law
internal import Patterns
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
  private(set) var traits: [Trait]
  /// The messages of ``entries``.
  let messages: [MessageForm]
  /// The facts that rules may ask for.
  public let facts: [PhraseFact]
  /// The names of ``facts``.
  let factKeys: [FactKey]
  /// The patterns of all rules and facts but those by law.
  let patterns: OwnedPatterns
  /// The patterns of rules and facts that count by law: few laws reach an ad, so few of these are
  /// looked for in it.
  let lawPatterns: OwnedPatterns
  /// All checks: first those of the facts, then those of the rules in the order of the entries.
  private(set) var checks: [any Check]
  /// Who asks for each of ``checks``.
  let seats: [Seat]
  /// For each of ``seats``, whether it is by law.
  let isByLaw: [Bool]
  /// The seats that are asked about every ad, since they want no pattern.
  let alwaysAsked: SeatSet
  /// Words that are spelt right, in lower case.
  public private(set) var words: [String] = []
  /// The laws that go with the rules; `nil` where there are none.
  let law: LawTable?

  /// What stands behind the message of a rule that a law may go with.
  static let lawSlot = "{laws}"

  /// What a check is for.
  enum Seat: Sendable {
    case rule(Int)
    case fact(Int)
  }

  /// The small part of a rule: copying a whole rule costs more than most questions about it.
  struct Trait: Sendable {
    /// Whether it runs.
    var isOn = true
    var kinds: AdKinds
    var level: Level
    var pillar: Pillar
    var isBias: Bool
    var isScamOrApply: Bool
    var isSpelling: Bool
    /// Its theme's place among ``Passes/owners``.
    var rank: Int?

    init(_ entry: RuleEntry) {
      let rule = entry.rule
      kinds = AdKinds(entry)
      level = rule.level
      pillar = rule.pillar
      let theme = rule.theme
      isBias = theme == "bias"
      isScamOrApply = theme == "scam" || theme == "apply"
      isSpelling = theme == "spelling"
      rank = Passes.owners.firstIndex(of: theme)
    }
  }

  /// The set of those rules of `book` that `isOn` says run.
  public init(_ book: RuleBook, where isOn: (Rule) -> Bool = { $0.isOn }) {
    entries = book.entries.filter { isOn($0.rule) }
    // What a duty names may go by a law, of which its message then tells.
    let named = Set(book.law.duties.flatMap(\.rules) + entries.flatMap(\.replaces))
    rules = entries.map { entry in
      var rule = entry.rule
      if named.contains(rule.id) { rule.message += Self.lawSlot }
      return rule
    }
    traits = entries.map { Trait($0) }
    facts = book.facts
    let law = book.law.isEmpty ? nil : LawTable(book.law, entries: entries, facts: book.facts)
    self.law = law
    messages = rules.map { MessageForm($0.message) }
    factKeys = facts.map { FactKey($0.name) }
    var (wanted, lawWanted) = (OwnedPatterns.Draft(), OwnedPatterns.Draft())
    var isByLaw: [Bool] = []
    var checks: [any Check] = []
    var seats: [Seat] = []
    var alwaysAsked = SeatSet()
    func seat(_ check: any Check, _ seat: Seat, parts: [Part], byLaw isLaw: Bool) {
      if check.wanted.isEmpty { alwaysAsked.insert(seats.count) }
      if isLaw {
        lawWanted.add(check.wanted, parts, owner: seats.count)
      } else {
        wanted.add(check.wanted, parts, owner: seats.count)
      }
      isByLaw.append(isLaw)
      checks.append(check)
      seats.append(seat)
    }
    for (index, fact) in facts.enumerated() {
      seat(fact.check, .fact(index), parts: fact.parts, byLaw: fact.isByLaw)
    }
    for (index, entry) in entries.enumerated() {
      for check in entry.checks {
        seat(check, .rule(index), parts: entry.rule.parts, byLaw: entry.isByLaw)
      }
    }
    (self.checks, self.seats, self.isByLaw) = (checks, seats, isByLaw)
    self.alwaysAsked = alwaysAsked
    patterns = OwnedPatterns(wanted, index: book.index)
    lawPatterns = OwnedPatterns(lawWanted, index: book.lawIndex)
  }

  /// This set as `book` has its rules for some files of the run: with those on that `isOn` says, with
  /// their levels and the options of their checks, and with other words that are spelt right.
  ///
  /// The rules keep their numbers, and the patterns are shared.
  public func adapted(
    to book: RuleBook, words: [String] = [], where isOn: (Rule) -> Bool = { $0.isOn }
  ) -> RuleSet {
    var set = self
    set.words = words.map { $0.lowercased() }
    let own = Dictionary(book.entries.map { ($0.rule.id, $0) }) { first, _ in first }
    for index in entries.indices {
      guard let entry = own[entries[index].rule.id], isOn(entry.rule) else {
        set.traits[index].isOn = false
        continue
      }
      set.traits[index] = Trait(entry)
    }
    var next: [Int: Int] = [:]
    for (number, seat) in seats.enumerated() {
      guard case .rule(let rule) = seat, let entry = own[entries[rule].rule.id] else { continue }
      // A rule's checks sit side by side, in their order.
      set.checks[number] = entry.checks[next[rule, default: 0]]
      next[rule, default: 0] += 1
    }
    return set
  }

  /// Whether the rule number `rule` runs.
  public func runs(_ rule: Int) -> Bool { traits[rule].isOn }

  /// The id of the rule, or the name of the fact, that looks for the pattern `source` of PCRE2 or
  /// asks about it around its hits.
  func owner(ofPattern source: String) -> String? {
    let seat =
      patterns.owner(ofPattern: source) ?? lawPatterns.owner(ofPattern: source)
      ?? checks.firstIndex { check in
        check.contexts.contains { $0.pattern.regularExpression == source }
      }
    return seat.map { seat in
      switch seats[seat] {
      case .rule(let rule): entries[rule].rule.id
      case .fact(let fact): facts[fact].name
      }
    }
  }
}
