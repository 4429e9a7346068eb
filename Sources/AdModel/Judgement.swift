/// What is thought of an obligation that an ad does not break.
public struct Judgement: Sendable {
  /// The kinds of results that are no faults (SARIF 2.1.0, section 3.27.9).
  public enum Kind: String, Sendable {
    /// The ad meets it.
    case pass
    /// It holds where the job may be, and not for this ad: it is not yet in force, or excepts it.
    case notApplicable
    /// Nobody can tell from the ad.
    case open
  }

  public var kind: Kind
  /// The reason, told at the title of the ad or at its beginning, by the rule `law/` and the id of
  /// the obligation.
  public var finding: Finding

  public init(_ kind: Kind, _ finding: Finding) {
    self.kind = kind
    self.finding = finding
  }
}
