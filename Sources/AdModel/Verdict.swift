/// What the linter says of one ad.
public struct Verdict: Sendable {
  public var ad: AdSummary
  /// The findings in the order of their places.
  public var findings: Findings
  public var score: Score
  /// What is a fault only if an earlier ad of the run has it too; it has no part in the score.
  public var repeatable: [Repeatable]
  /// What is thought of the obligations that it does not break, where that was asked for.
  public var judgements: [Judgement]

  public init(
    ad: AdSummary, findings: Findings, score: Score, repeatable: [Repeatable] = [],
    judgements: [Judgement] = []
  ) {
    self.ad = ad
    self.findings = findings
    self.score = score
    self.repeatable = repeatable
    self.judgements = judgements
  }
}

/// A finding in waiting: it counts if an earlier ad of the run had one of its rule and its key.
public struct Repeatable: Sendable {
  public var key: UInt64
  /// The finding, whose message is still to be written.
  public var finding: Findings.Row

  public init(key: UInt64, finding: Findings.Row) {
    self.key = key
    self.finding = finding
  }
}

/// What reports tell of an ad apart from its findings.
public struct AdSummary: Hashable, Sendable {
  public var id: String
  public var title: String
  public var company: String
  /// Its language as a BCP 47 tag, such as `en` or `de`; `und` where nobody can tell.
  public var language: String
  /// The whole record in the file.
  public var record: ByteRange<Source>
  /// Its number in the file, from 0.
  public var index: Int
  /// Which of the ads of the file with its id it is, from 1.
  public var namesake = 1

  public init(
    id: String, title: String, company: String, language: String, record: ByteRange<Source>,
    index: Int
  ) {
    self.id = id
    self.title = title
    self.company = company
    self.language = language
    self.record = record
    self.index = index
  }
}

/// 0 to 100 for an ad, with the ledger that explains every point.
public struct Score: Hashable, Sendable {
  /// One line of the ledger.
  public struct Entry: Hashable, Sendable {
    public var pillar: Pillar
    /// What was given or taken, in a few words, such as “Pay is stated” or `spelling/misspelling`.
    public var reason: String
    /// Points given (above 0) or taken (below).
    public var points: Int
    /// The most that could have been given for it; 0 where points can only be taken.
    public var possible: Int

    public init(pillar: Pillar, reason: String, points: Int, possible: Int = 0) {
      self.pillar = pillar
      self.reason = reason
      self.points = points
      self.possible = possible
    }
  }
  /// The points, 0 to 100.
  public var points: Int
  /// Points of each pillar, with the most that it can have.
  public var pillars: [PillarScore]
  public var ledger: [Entry]
  /// Why the points may not be higher, such as “an error: 79 at most”; empty where nothing caps.
  public var cap: String

  public init(points: Int, pillars: [PillarScore] = [], ledger: [Entry] = [], cap: String = "") {
    self.points = points
    self.pillars = pillars
    self.ledger = ledger
    self.cap = cap
  }

  /// What to do with an ad of so many points.
  public var band: String {
    switch points {
    case 90...: "publish"
    case 75..<90: "fix warnings"
    case 50..<75: "rework"
    default: "do not publish"
    }
  }
}

/// The points of one pillar of a score.
public struct PillarScore: Hashable, Sendable {
  public var pillar: Pillar
  public var points: Int
  public var possible: Int

  public init(pillar: Pillar, points: Int, possible: Int) {
    self.pillar = pillar
    self.points = points
    self.possible = possible
  }
}
