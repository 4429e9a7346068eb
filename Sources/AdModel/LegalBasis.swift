/// A law that asks for what a finding misses, or forbids what it points at.
public struct LegalBasis: Hashable, Sendable {
  /// The obligation, such as `US-CO-pay-posting`.
  public var obligation: String
  /// Where it holds, such as “Colorado”.
  public var jurisdiction: String
  /// The statute, such as “C.R.S. § 8-5-201”.
  public var citation: String
  public var url: String
  /// What it asks, to stand behind “asks”: “to state a closing date”.
  public var asks: String
  /// The first day on which it was in force there, such as `2021-01-01`; empty where that is not known.
  public var since: String
  /// How sure we are of what the law says: `high`, `medium` or `low`.
  public var confidence: String
  public var level: Level
  /// What must be true besides, such as “if you have 15 or more employees”; empty where nothing.
  public var condition: String
  /// Why it may not reach this job; empty where it does.
  public var doubt: String

  public init(
    obligation: String, jurisdiction: String, citation: String, url: String, asks: String,
    since: String, confidence: String, level: Level, condition: String = "", doubt: String = ""
  ) {
    self.obligation = obligation
    self.jurisdiction = jurisdiction
    self.citation = citation
    self.url = url
    self.asks = asks
    self.since = since
    self.confidence = confidence
    self.level = level
    self.condition = condition
    self.doubt = doubt
  }

  /// Where, for whom and by what: “Colorado, if you have 15 or more employees (C.R.S. § 8-5-201, since
  /// 2021-01-01, high confidence)”.
  public var text: String {
    let who = condition.isEmpty ? "" : ", \(condition)"
    let perhaps = doubt.isEmpty ? "" : ", perhaps: \(doubt)"
    return "\(jurisdiction)\(who)\(perhaps) (\(source), \(confidence) confidence)"
  }

  /// The statute, and since when it is in force where that is known: “C.R.S. § 8-5-201, since 2021-01-01”.
  public var source: String { since.isEmpty ? citation : "\(citation), since \(since)" }

  /// What the message of a finding tells of the `laws` that it goes by: the strictest in full, two
  /// more by name, and how many more there are.
  public static func sentence(of laws: ArraySlice<LegalBasis>) -> String {
    guard let first = laws.first else { return "" }
    var text = " The law asks \(first.asks) in \(first.text)"
    for other in laws.dropFirst().prefix(2) { text += "; and in \(other.text)" }
    let more = laws.count - 3
    if more > 0 { text += "; and in \(more) more place\(more == 1 ? "" : "s")" }
    return text + ". This is not legal advice."
  }
}
