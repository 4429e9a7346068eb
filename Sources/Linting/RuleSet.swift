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
  /// The facts that rules may ask for.
  public let facts: [PhraseFact]
  /// The patterns of all rules and facts.
  public let patterns: PatternSet
  /// For each pattern, who wants it.
  let owners: [Owner]
  /// Checks that are asked about every ad: they want no pattern.
  let asked: [Owner]

  /// A check of a rule, or a fact.
  enum Owner: Hashable, Sendable {
    case rule(Int, check: Int)
    case fact(Int)
  }

  /// The set of those rules of `book` that `isOn` says run.
  public init(_ book: RuleBook, where isOn: (Rule) -> Bool = { $0.isOn }) {
    entries = book.entries.filter { isOn($0.rule) }
    facts = book.facts
    var wanted: [PatternSet.Entry] = []
    var owners: [Owner] = []
    var asked: [Owner] = []
    for (index, entry) in entries.enumerated() {
      for (number, check) in entry.checks.enumerated() {
        let mine = Self.patterns(of: check, parts: entry.rule.parts)
        let owner = Owner.rule(index, check: number)
        if mine.isEmpty { asked.append(owner) }
        wanted += mine
        owners += mine.map { _ in owner }
      }
    }
    for (index, fact) in facts.enumerated() {
      let mine = Self.patterns(of: fact.check, parts: fact.parts)
      wanted += mine
      owners += mine.map { _ in .fact(index) }
    }
    self.owners = owners
    self.asked = asked
    patterns = PatternSet(wanted)
  }

  private static func patterns(of check: any Check, parts: [Part]) -> [PatternSet.Entry] {
    let kinds = parts.reduce(0) { $0 | $1.bit }
    return check.wanted.map { PatternSet.Entry($0.source, isCased: $0.isCased, kinds: kinds) }
  }
}

extension Part {
  /// This part as one bit of ``PatternSet/Entry/kinds``.
  var bit: UInt32 { 1 << UInt32(Part.allCases.firstIndex(of: self) ?? 31) }
}
