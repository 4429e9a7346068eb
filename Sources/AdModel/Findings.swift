/// The findings of one ad, in the order of their places.
///
/// Most of them are only counted and written. So each is kept as a ``Row`` of numbers and of places
/// in texts that all of them share; a ``Finding``, as people read it, is made on demand.
public struct Findings: Sendable {
  /// The rules of the run.
  public let rules: [Rule]
  /// The ad's prose, in which the words of the findings stand.
  public let prose: [UInt8]
  /// The ad's fields.
  public let fields: [Field]
  /// What is said, in the order of the places.
  public var rows: [Row] = []
  /// The messages and suggestions, UTF-8.
  public var remarks: [UInt8] = []
  /// What stands in the braces of the messages.
  public var arguments: [ByteRange<Remarks>] = []
  /// Why some of them do not fail a run.
  public var exemptions: [Exemption] = []
  /// The laws that the findings go by.
  public var laws: [LegalBasis] = []

  public init(rules: [Rule], prose: [UInt8] = [], fields: [Field] = []) {
    self.rules = rules
    self.prose = prose
    self.fields = fields
  }

  /// One fault, at its place.
  public struct Row: Sendable {
    /// The number of the rule among ``Findings/rules``.
    public var rule: Int
    public var level: Level
    public var anchor: Anchor
    /// The number of the field among ``Findings/fields``, if it stands in one.
    public var field: Int?
    /// The smallest words to point at, in the file. Empty where something is missing.
    public var place: ByteRange<Source>
    /// The same words in the ad's prose.
    public var words: ByteRange<Prose>
    public var message: ByteRange<Remarks>
    /// The numbers of its ``Findings/arguments``.
    public var arguments: Range<Int>
    /// The numbers of its ``Findings/laws``, the strictest first.
    public var laws: Range<Int>
    /// What to do; `nil` for what the rule says in general.
    public var suggestion: ByteRange<Remarks>?
    public var fix: Edit?
    /// The same edit in words, still to be spelled as the format of the file spells them.
    public var rewording: Edit?
    /// The number of its ``Findings/exemptions``, if it has one.
    public var exemption: Int?
    public var fingerprint: Fingerprint
    /// Whether the baseline of the run has it.
    public var isInBaseline = false

    public init(
      rule: Int, level: Level, anchor: Anchor, field: Int?, place: ByteRange<Source>,
      words: ByteRange<Prose>, message: ByteRange<Remarks>, arguments: Range<Int> = 0..<0,
      laws: Range<Int> = 0..<0,
      suggestion: ByteRange<Remarks>? = nil, fix: Edit? = nil, fingerprint: Fingerprint
    ) {
      self.rule = rule
      self.level = level
      self.anchor = anchor
      self.field = field
      self.place = place
      self.words = words
      self.message = message
      self.arguments = arguments
      self.laws = laws
      self.suggestion = suggestion
      self.fix = fix
      self.fingerprint = fingerprint
    }
  }

  /// An edit of the file that mends a finding, as ``Fix`` has it.
  public struct Edit: Sendable {
    public var place: ByteRange<Source>
    public var replacement: ByteRange<Remarks>
    public var applicability: Fix.Applicability
    /// What of the ad's prose it replaces.
    public var read: ByteRange<Prose>

    public init(
      place: ByteRange<Source>, replacement: ByteRange<Remarks>,
      applicability: Fix.Applicability, read: ByteRange<Prose>
    ) {
      self.place = place
      self.replacement = replacement
      self.applicability = applicability
      self.read = read
    }
  }
}

/// What the findings of one ad say.
public enum Remarks {}

extension Findings: RandomAccessCollection, Equatable {
  public var startIndex: Int { 0 }
  public var endIndex: Int { rows.count }

  public subscript(index: Int) -> Finding {
    let row = rows[index]
    let rule = rules[row.rule]
    let field = row.field.map { fields[$0] }
    var finding = Finding(
      rule: rule.id, level: row.level, message: text(row.message),
      arguments: arguments[row.arguments].map(text), place: row.place, prose: row.words,
      words: String(decoding: prose[row.words.utf8], as: UTF8.self), field: field?.name ?? "",
      pointer: field?.pointer ?? "", anchor: row.anchor,
      suggestion: row.suggestion.map(text) ?? rule.instead,
      fix: row.fix.map {
        Fix(
          place: $0.place, replacement: text($0.replacement), applicability: $0.applicability)
      }, laws: Array(laws[row.laws]), fingerprint: row.fingerprint.text,
      exemption: row.exemption.map { exemptions[$0] })
    finding.isInBaseline = row.isInBaseline
    return finding
  }

  /// Says that the finding number `row` does not fail a run, and why.
  public mutating func exempt(_ row: Int, for exemption: Exemption) {
    rows[row].exemption = exemptions.count
    exemptions.append(exemption)
  }

  /// Those that count: nothing exempts them.
  public var counting: Findings {
    var counting = self
    counting.rows.removeAll { $0.exemption != nil }
    return counting
  }

  private func text(_ place: ByteRange<Remarks>) -> String {
    String(decoding: remarks[place.utf8], as: UTF8.self)
  }

  public static func == (a: Findings, b: Findings) -> Bool { a.elementsEqual(b) }
}
