public import AdModel
public import Facts
public import Patterns
internal import RuleText

/// A kind of check that a rule can ask for.
///
/// A check is made once from the options of a rule and then asked about every ad, from many tasks
/// at once.
public protocol Check: Sendable {
  /// The key under `check:` that asks for it.
  static var name: String { get }
  /// Every key that asks for it.
  static var names: [String] { get }
  /// The other keys that it understands.
  static var options: [String] { get }

  init(_ options: Options) throws(OptionsError)

  /// The patterns that it wants looked for in the one pass over the ad.
  var wanted: [Wanted] { get }

  /// The patterns that it asks about around what was found.
  var contexts: [Context] { get }

  /// The facts of which it asks whether the ad says them: others may not have been looked for.
  var facts: [FactKey] { get }

  /// Where the ad is as the rule says it should not be.
  ///
  /// `found` are the hits of ``wanted``, in the order of their places; a check with no wishes gets
  /// none and is asked all the same.
  func hits(in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher) -> [Hit]
}

extension Check {
  public static var names: [String] { [name] }
  public static var options: [String] { [] }
  public var wanted: [Wanted] { [] }
  public var contexts: [Context] { [] }
  public var facts: [FactKey] { [] }
}

/// A pattern that a check wants looked for.
public struct Wanted: Hashable, Sendable {
  /// A PCRE2 pattern, or a phrase.
  public var source: String
  public var isPhrase: Bool
  public var isCased: Bool
  /// Its number in the index of patterns that the build made, if it is in there.
  public var number: Int?

  public init(
    _ source: String, isPhrase: Bool = false, isCased: Bool = false, number: Int? = nil
  ) {
    self.source = source
    self.isPhrase = isPhrase
    self.isCased = isCased
    self.number = number
  }
}

/// Something that a check found.
public struct Hit: Hashable, Sendable {
  /// The words to point at.
  public var place: ByteRange<Prose>
  public var anchor: Anchor
  /// Where to point in the file when no prose is there, such as an empty value.
  public var source: ByteRange<Source>?
  /// What the braces of the rule's message may name, besides `{words}`.
  public var arguments: [String: String]
  /// Words that would mend it, if they are clear.
  public var replacement: String?
  /// Whether they are what was meant beyond doubt.
  public var isCertain: Bool
  /// What a law may set a limit to, such as how many times its start the end of a range is.
  public var measure: Measure?
  /// A hit with a key is a fault only if an earlier ad of the run had one with the same key.
  public var key: UInt64?

  public init(
    _ place: ByteRange<Prose>, anchor: Anchor = .words, source: ByteRange<Source>? = nil,
    arguments: [String: String] = [:], replacement: String? = nil, isCertain: Bool = true,
    measure: Measure? = nil,
    key: UInt64? = nil
  ) {
    self.place = place
    self.anchor = anchor
    self.source = source
    self.arguments = arguments
    self.replacement = replacement
    self.isCertain = isCertain
    self.measure = measure
    self.key = key
  }
}

/// A figure of an ad that a law may set a limit to.
public struct Measure: Hashable, Sendable {
  public var amount: Double
  /// The currency, where it is money.
  public var currency: Currency?

  public init(_ amount: Double, _ currency: Currency? = nil) {
    self.amount = amount
    self.currency = currency
  }
}

/// All kinds of check.
public enum Checks {
  public static let all: [any Check.Type] = [
    Phrases.self, Ending.self, WallOfText.self, CapitalRun.self, BlankRuns.self, Repeated.self,
    Alike.self, Missing.self, Masks.self, PayFaults.self, Contacts.self, Dates.self, Places.self,
    WordFaults.self, Titles.self, GenderCoded.self, Sections.self, Links.self, Readability.self,
    Pronouns.self, Acronyms.self, Capitals.self, ListForms.self, OtherLanguage.self,
    WrongLocale.self, Difficulty.self, PostingFaults.self, PostingMismatch.self,
    CharacterCount.self, RecordFields.self, StatedContacts.self, Signals.self, Conflict.self,
    OtherRole.self, CollapsedHeadings.self, Length.self, Brackets.self, LostDashes.self,
    Lacks.self, TooFew.self, TitleAgain.self, SameText.self, Differs.self, PayDisclosure.self,
    RateAndSalary.self,
  ]

  /// The kinds that a key may ask for, as indices of ``all``.
  private static let kinds: [String: [Int]] = {
    var kinds: [String: [Int]] = [:]
    for (index, kind) in all.enumerated() {
      for name in kind.names { kinds[name, default: []].append(index) }
    }
    return kinds
  }()

  /// The kind that `options` ask for, made with them; `isBaked` where the build has read them.
  public static func make(
    _ options: Options, isBaked: Bool = false
  ) throws(OptionsError) -> any Check {
    let keys = options.names
    let asked = keys.flatMap { kinds[$0] ?? [] }
    if options.node.isBaked, let kind = asked.first, asked.count == 1 {
      return try all[kind].init(options)
    }
    // The name of one kind may be an option of another: the kind is the one that knows all keys.
    var first: Int?
    for index in asked.sorted() where index != first {
      let (names, others) = (all[index].names, all[index].options)
      let knowsAll = keys.allSatisfy { key in
        names.contains(key) || others.contains(key) || isBaked && key == Baked.numberKey
      }
      if knowsAll { return try all[index].init(options) }
      first = first ?? index
    }
    if let first {
      // Says which key is unknown.
      try options.allow(
        all[first].names + all[first].options + (isBaked ? [Baked.numberKey] : []))
    }
    let names = all.map { $0.name }.sorted()
    let guess = options.names.map { Suggestion.sentence(for: $0, among: names) }
    throw OptionsError(
      options.node,
      "a check needs one of \(names.joined(separator: ", "))" + (guess.first { $0 != "" } ?? ""))
  }
}
