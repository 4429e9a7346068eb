public import AdModel
internal import Checks
internal import Deferral
internal import Law
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
  private(set) var traits: [Trait]
  /// The messages of ``entries``.
  let messages: DeferredArray<MessageForm>
  /// The facts that rules may ask for.
  public let facts: [PhraseFact]
  /// The names of ``facts``.
  let factKeys: [FactKey]
  /// The patterns of all rules and facts.
  public let patterns: PatternSet
  /// All checks: first those of the facts, then those of the rules in the order of the entries.
  private(set) var checks: [DeferredCheck]
  /// Who asks for each of ``checks``.
  let seats: [Seat]
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
    /// Whether it counts only where a law asks for it.
    var isByLaw: Bool
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
      isByLaw = entry.isByLaw
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
    let entries = book.entries.filter { isOn($0.rule) }
    self.entries = entries
    // What a duty names may go by a law, of which its message then tells.
    let named = Set(book.law.duties.flatMap(\.rules) + entries.flatMap(\.replaces))
      .union(entries.compactMap(\.joins))
    let rules = entries.indices.map { index in
      let rule = entries[index].rule
      return named.contains(rule.id) ? rule.saying(also: Self.lawSlot) : rule
    }
    self.rules = rules
    traits = entries.indices.map { Trait(entries[$0]) }
    facts = book.facts
    let law = book.law.isEmpty ? nil : LawTable(book.law, entries: entries, facts: book.facts)
    self.law = law
    messages = DeferredArray(rules.map { rule in Deferred { MessageForm(rule.message) } })
    factKeys = facts.map { FactKey($0.name) }
    var groups: [PatternSet.Group] = []
    var contexts: [Int] = []
    var checks: [DeferredCheck] = []
    var seats: [Seat] = []
    var alwaysAsked = SeatSet()
    func seat(
      _ check: DeferredCheck, _ seat: Seat, parts: [Part], asks: DeferredCheck.Question
    ) {
      let mine = check.groups(for: parts.reduce(0) { $0 | $1.bit }, asks: asks)
      if mine.isEmpty { alwaysAsked.insert(seats.count) }
      for var group in mine {
        group.asker = seats.count
        groups.append(group)
      }
      contexts += check.contextNumbers
      checks.append(check)
      seats.append(seat)
    }
    for (index, fact) in facts.enumerated() {
      seat(fact.check, .fact(index), parts: fact.parts, asks: .whether)
    }
    for index in entries.indices {
      for check in entries[index].checks {
        seat(check, .rule(index), parts: entries[index].rule.parts, asks: .where)
      }
    }
    (self.checks, self.seats, self.alwaysAsked) = (checks, seats, alwaysAsked)
    patterns = PatternSet(groups, contexts: contexts, index: book.index)
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
    // Both are sorted by id, and the checks of a rule sit side by side, in their order.
    var (next, seat) = (0, facts.count)
    for index in entries.indices {
      let id = entries[index].rule.id
      let seats = seat..<seat + entries[index].checks.count
      seat = seats.upperBound
      while next < book.entries.count, book.entries[next].rule.id < id { next += 1 }
      guard next < book.entries.count, book.entries[next].rule.id == id else {
        set.traits[index].isOn = false
        continue
      }
      set.checks.replaceSubrange(seats, with: book.entries[next].checks)
      set.traits[index].isOn = isOn(book.entries[next].rule)
      set.traits[index].level = book.entries[next].rule.level
    }
    return set
  }

  /// Whether the rule number `rule` runs.
  public func runs(_ rule: Int) -> Bool { traits[rule].isOn }

  /// The id of the rule, or the name of the fact, that looks for the pattern `source` of PCRE2 or
  /// asks about it around its hits.
  func owner(ofPattern source: String) -> String? {
    let wanted = (0..<patterns.patterns.count).first {
      patterns.patterns[$0].regularExpression == source
    }
    let seat =
      wanted.map { patterns.asker(of: $0) }
      ?? checks.firstIndex { check in
        check.check.contexts.contains { $0.pattern.regularExpression == source }
      }
    return seat.map { seat in
      switch seats[seat] {
      case .rule(let rule): entries[rule].rule.id
      case .fact(let fact): facts[fact].name
      }
    }
  }
}
