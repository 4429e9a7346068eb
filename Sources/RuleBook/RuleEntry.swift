public import AdModel
public import Checks
public import Law
public import Patterns

/// A rule as its entry in a rule file has it: what it says, and the checks that it asks for.
public struct RuleEntry: Sendable {
  public var rule: Rule
  /// What any of them hits, the rule flags.
  public var checks: [any Check]
  /// The words that a fix replaces, lower case, with what it writes for them.
  public var fixes: [String: String]
  /// Letters that a fix replaces inside of the words, with what it writes for them, in order.
  public var swaps: [Swap]
  /// Languages of ads that it reads, BCP 47; empty for all.
  public var languages: [String]
  /// Ways of writing an ad that it reads; empty for all.
  public var markups: [Markup]
  /// Whether it counts only where a law asks for what it misses, or forbids what it finds.
  public var isByLaw: Bool { rule.theme == Self.lawTheme }
  /// The theme of rules that count only by law.
  static let lawTheme = "law"
  /// The rules whose findings it takes the place of.
  public var replaces: [String]
  /// The file and line of the entry, such as `Rules/pay.yml:12`.
  public var origin: String

  public init(
    rule: Rule, checks: [any Check], fixes: [String: String] = [:], swaps: [Swap] = [],
    languages: [String] = [], markups: [Markup] = [], replaces: [String] = [], origin: String = ""
  ) {
    self.rule = rule
    self.checks = checks
    self.fixes = fixes
    self.swaps = swaps
    self.languages = languages
    self.markups = markups
    self.replaces = replaces
    self.origin = origin
  }
}

/// Letters, and what is written instead of them.
public struct Swap: Hashable, Sendable {
  public var letters: String
  public var replacement: String

  public init(letters: String, replacement: String) {
    self.letters = letters
    self.replacement = replacement
  }
}

/// A fact that phrases say, such as that a contract is permanent.
public struct PhraseFact: Sendable {
  /// The name that rules ask for, such as `contract-type`.
  public var name: String
  /// What it means that an ad says it.
  public var what: String
  public var parts: [Part]
  public var check: any Check
  public var flags: [Example]
  public var passes: [Example]
  /// Whether only laws, and rules that count by law, ask for it.
  public var isByLaw: Bool
  public var origin: String
}

/// Rules, facts, profiles and laws, read from rule files.
public struct RuleBook: Sendable {
  /// Sorted by id.
  public var entries: [RuleEntry]
  public var facts: [PhraseFact]
  /// Sorted by name.
  public var profiles: [Profile]
  public var law: LawBook
  /// Where the patterns that the build has numbered may begin: those of rules and facts that count
  /// by law, and all others.
  public var index: PatternIndex
  public var lawIndex: PatternIndex

  public init(
    entries: [RuleEntry] = [], facts: [PhraseFact] = [], profiles: [Profile] = [],
    law: LawBook = LawBook(), index: PatternIndex = PatternIndex(),
    lawIndex: PatternIndex = PatternIndex()
  ) {
    self.entries = entries
    self.facts = facts
    self.profiles = profiles
    self.law = law
    self.index = index
    self.lawIndex = lawIndex
  }

  /// The entry of the rule `id`.
  public func entry(_ id: String) -> RuleEntry? { entries.first { $0.rule.id == id } }
}
