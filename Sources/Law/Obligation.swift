public import AdModel
public import Facts

/// What a law on job ads asks, of whom, where and since when.
public struct Obligation: Hashable, Sendable {
  /// How far a law reaches in one of the ways in which a job can be tied to a place.
  public enum Reach: Hashable, Sendable {
    case yes, no
    /// The law does not say, or only under a condition: what there is to know.
    case unclear(String)
  }

  /// A place where it is in force, with what differs from place to place.
  public struct Area: Hashable, Sendable {
    /// The id of a ``Jurisdiction``.
    public var id: String
    /// The first day in force; `nil` for a bill or a draft.
    public var from: CalendarDate?
    /// The first day on which it is no longer in force.
    public var to: CalendarDate?
    /// The least number of employees.
    public var employees: Int
    /// The statute of this place, where the obligation tells those of several; else empty.
    public var citation: String
    /// Where that can be read; empty where the obligation's page is about all of them.
    public var url: String
    /// Since when it is known to be in force: ``from``, but for a statute of this place of which nobody
    /// says it.
    public var since: CalendarDate?

    public init(
      id: String, from: CalendarDate?, to: CalendarDate? = nil, employees: Int = 1,
      citation: String = "", url: String = ""
    ) {
      self.id = id
      self.from = from
      self.to = to
      self.employees = employees
      self.citation = citation
      self.url = url
      since = from
    }
  }

  public var id: String
  /// Ids that it had before.
  public var aliases: [String]
  public var title: String
  public var citation: String
  public var url: String
  /// How bad a breach is.
  public var level: Level
  public var confidence: String
  public var areas: [Area]
  /// Places within the areas where it does not hold.
  public var exceptIn: [String]
  /// Who is counted as an employee, and where.
  public var counted: String
  /// Work that is done there.
  public var performed: Reach
  /// Work from home that could be done there.
  public var remote: Reach
  /// Work elsewhere for a manager or an office there.
  public var reportsTo: Reach
  /// Whether a sentence that leaves its residents out makes no difference.
  public var ignoresLimits: Bool
  /// The kinds of employer that it binds; empty for all.
  public var kinds: [Employer.Kind]
  /// The kinds of employer that it does not bind.
  public var exceptKinds: [Employer.Kind]
  /// The kinds of employer that it binds whatever their size.
  public var anySizeKinds: [Employer.Kind]
  public var clauses: [Clause]
  /// Facts that except an ad, such as that pay is commission alone.
  public var unless: [String]
  /// What else to know.
  public var note: String
  public var penalties: String
  public var examples: [Sample]
  /// The file and line of the entry.
  public var origin: String

  /// A piece of an ad that meets the obligation or breaks it.
  public struct Sample: Hashable, Sendable {
    public var text: String
    /// The title of the ad, or empty where it does not matter.
    public var title: String
    /// The duty that it is about; empty where it is about all of them.
    public var duty: String
    public var isGood: Bool

    public init(text: String, title: String = "", duty: String = "", isGood: Bool) {
      self.text = text
      self.title = title
      self.duty = duty
      self.isGood = isGood
    }
  }

  public init(id: String, title: String, citation: String, url: String) {
    self.id = id
    self.title = title
    self.citation = citation
    self.url = url
    aliases = []
    level = .warning
    confidence = "medium"
    areas = []
    exceptIn = []
    counted = ""
    performed = .yes
    remote = .unclear("")
    reportsTo = .unclear("")
    ignoresLimits = false
    kinds = []
    exceptKinds = []
    anySizeKinds = []
    clauses = []
    unless = []
    note = ""
    penalties = ""
    examples = []
    origin = ""
  }
}
