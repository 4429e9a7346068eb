public import AdModel
public import Checks
public import Deferral
public import Law
public import Patterns

/// A rule as its entry in a rule file has it: what it says, and the checks that it asks for.
public struct RuleEntry: Sendable {
  public var rule: Rule
  /// What any of them hits, the rule flags.
  public var checks: [DeferredCheck]
  private let deferredRemedy: Deferred<Remedy>
  /// What it writes for the words.
  public var remedy: Remedy { deferredRemedy.value }
  /// Languages of ads that it reads, BCP 47; empty for all.
  public var languages: [String]
  /// Ways of writing an ad that it reads; empty for all.
  public var markups: [Markup]
  /// Whether it counts only where a law asks for what it misses, or forbids what it finds.
  public var isByLaw: Bool { rule.theme == "law" }
  /// The rules whose findings it takes the place of.
  public var replaces: [String]
  /// The rule as which its findings are told, wherever the job is; `nil` where they are its own.
  public var joins: String?
  public var origin: EntryOrigin

  public init(
    rule: Rule, checks: [DeferredCheck], remedy: Deferred<Remedy> = Deferred(made: Remedy()),
    languages: [String] = [], markups: [Markup] = [], replaces: [String] = [], joins: String? = nil,
    origin: EntryOrigin
  ) {
    self.rule = rule
    self.checks = checks
    deferredRemedy = remedy
    self.languages = languages
    self.markups = markups
    self.replaces = replaces
    self.joins = joins
    self.origin = origin
  }
}

/// Where an entry stands, such as `Rules/pay.yml:12`.
public struct EntryOrigin: Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// 1-based.
  public var line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  public var description: String { "\(file):\(line)" }
}

/// A fact that phrases say, such as that a contract is permanent.
public struct PhraseFact: Sendable {
  /// The name that rules ask for, such as `contract-type`.
  public var name: String
  /// What it means that an ad says it.
  public var what: String
  public var parts: [Part]
  public var check: DeferredCheck
  public var flags: [Example]
  public var passes: [Example]
  public var origin: EntryOrigin
}

/// Rules, facts, profiles and laws, read from rule files.
public struct RuleBook: Sendable {
  /// Sorted by id.
  public var entries: [RuleEntry]
  public var facts: [PhraseFact]
  /// Sorted by name.
  public var profiles: [Profile]
  public var law: LawBook
  /// Where the patterns that the build has numbered may begin.
  public var index: PatternIndex

  public init(
    entries: [RuleEntry] = [], facts: [PhraseFact] = [], profiles: [Profile] = [],
    law: LawBook = LawBook(), index: PatternIndex = PatternIndex()
  ) {
    self.entries = entries
    self.facts = facts
    self.profiles = profiles
    self.law = law
    self.index = index
  }

  /// The entry of the rule `id`.
  public func entry(_ id: String) -> RuleEntry? { entries.first { $0.rule.id == id } }
}
