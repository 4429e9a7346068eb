public import AdModel
public import Facts
public import Law
public import RuleText

/// What configurations and the command line ask for, for some files or for a whole run.
///
/// Later settings count more than earlier ones: what is extended, the configuration itself, its
/// overrides, the command line.
public struct Settings: Sendable {
  /// What is to happen to a rule or a theme.
  public enum Severity: String, CaseIterable, Sendable {
    case error, warning, note
    /// On, at its own level.
    case on
    case off
  }

  /// One wish about rules.
  public enum Choice: Sendable {
    case profile(String)
    /// A rule or a theme, and what is to happen to it.
    case severity(String, Severity)
    /// Every rule, those that are off by default too.
    case all
    /// None but these: those that are on of a theme or pattern, and rules that are named themselves.
    case only([String])
  }

  /// Other options for the check of a rule.
  public struct RuleOptions: Sendable {
    public var rule: String
    public var options: Node
  }

  /// A name that fields of ads have, and what they tell.
  public struct FieldName: Hashable, Sendable {
    public var name: String
    public var part: Part
  }

  /// A pattern of paths, and the absolute folder that it is told from.
  public struct Exclude: Hashable, Sendable {
    public var pattern: String
    public var folder: String

    public init(pattern: String, folder: String) {
      self.pattern = pattern
      self.folder = folder
    }
  }

  /// The level from which on a run fails.
  public enum Gate: String, CaseIterable, Sendable { case error, warning, note, never }

  /// Wishes about rules, in the order in which they are granted.
  public var choices: [Placed<Choice>] = []
  public var options: [Placed<RuleOptions>] = []
  /// Rule files, and folders of such, as absolute paths.
  public var packs: [Placed<String>] = []
  /// Words that are spelt right.
  public var words: [Placed<String>] = []
  public var fields: [Placed<FieldName>] = []
  public var exclude: [Placed<Exclude>] = []
  /// Codes of the places whose law holds, such as `US-CO`; `nil` where the ads tell.
  public var jurisdictions: Placed<[String]>?
  public var employer: Placed<Employer>?

  // What holds for a whole run, and is taken from the configuration of the working folder.
  /// The day on which ads are judged.
  public var asOf: Placed<CalendarDate>?
  public var failOn: Placed<Gate>?
  /// The most warnings that a run may have.
  public var maxWarnings: Placed<Int>?
  /// The absolute paths of the baseline and of the file of waivers.
  public var baseline: Placed<String>?
  public var waivers: Placed<String>?

  public init() {}

  /// Adds what counts more.
  public mutating func add(_ later: Settings) {
    choices += later.choices
    options += later.options
    packs += later.packs
    words += later.words
    fields += later.fields
    exclude += later.exclude
    jurisdictions = later.jurisdictions ?? jurisdictions
    if let new = later.employer {
      employer = Placed((employer?.value ?? Employer()).changed(by: new.value), new.origin)
    }
    asOf = later.asOf ?? asOf
    failOn = later.failOn ?? failOn
    maxWarnings = later.maxWarnings ?? maxWarnings
    baseline = later.baseline ?? baseline
    waivers = later.waivers ?? waivers
  }
}
