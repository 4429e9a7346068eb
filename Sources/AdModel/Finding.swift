/// One fault of one ad, at its place.
public struct Finding: Hashable, Sendable {
  /// The id of the rule.
  public var rule: String
  public var level: Level
  /// The rule's message with its braces filled in: one or two sentences.
  public var message: String
  /// What stands in the braces of the rule's message, in the order of the braces.
  public var arguments: [String]
  /// The smallest words to point at, in the file. Empty where something is missing.
  public var place: ByteRange<Source>
  /// The same words in the ad's prose.
  public var prose: ByteRange<Prose>
  /// The words as a person reads them.
  public var words: String
  /// The name of the field, such as `Title` or `description`.
  public var field: String
  /// The JSON pointer of the field in its record, or empty.
  public var pointer: String
  /// What the place stands for.
  public var anchor: Anchor
  /// What to do, with words to paste where there are some.
  public var suggestion: String
  /// An edit that mends it, where the words to write are certain or likely.
  public var fix: Fix?
  /// The laws that it goes by, the strictest first; empty for most findings.
  public var laws: [LegalBasis]
  /// 32 hexadecimal digits and `:n`, the same as long as the fault stays, wherever the ad moves.
  public var fingerprint: String
  /// Why it does not fail a run, if it does not.
  public var exemption: Exemption?
  /// Whether the baseline of the run has it, whatever else exempts it.
  public var isInBaseline = false

  public init(
    rule: String, level: Level, message: String, arguments: [String] = [],
    place: ByteRange<Source>, prose: ByteRange<Prose>, words: String, field: String,
    pointer: String = "", anchor: Anchor = .words, suggestion: String = "", fix: Fix? = nil,
    laws: [LegalBasis] = [], fingerprint: String = "", exemption: Exemption? = nil
  ) {
    self.rule = rule
    self.level = level
    self.message = message
    self.arguments = arguments
    self.place = place
    self.prose = prose
    self.words = words
    self.field = field
    self.pointer = pointer
    self.anchor = anchor
    self.suggestion = suggestion
    self.fix = fix
    self.laws = laws
    self.fingerprint = fingerprint
    self.exemption = exemption
  }
}

/// What the place of a finding stands for: the faulty words, or the best place to point at for
/// something that is missing.
public enum Anchor: String, Sendable {
  case words
  /// The empty value of the field that should say it.
  case emptyValue = "empty-value"
  /// A phrase that is about it without saying it, such as “competitive salary”.
  case phrase
  case title
  /// The first token of the record.
  case record
}

/// An edit of the file that mends a finding.
public struct Fix: Hashable, Sendable {
  public enum Applicability: String, Sendable {
    /// Right in every case that we know of.
    case safe
    /// Probably what was meant; a person should look.
    case unsafe
  }
  /// The bytes to replace. They equal the words of the prose.
  public var place: ByteRange<Source>
  /// The new words: only such as are written alike in every format.
  public var replacement: String
  public var applicability: Applicability

  public init(
    place: ByteRange<Source>, replacement: String, applicability: Applicability
  ) {
    self.place = place
    self.replacement = replacement
    self.applicability = applicability
  }
}
