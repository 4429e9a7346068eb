/// For each obligation whether an ad meets it, and why one thinks so.
public struct LegalOpinion: Sendable {
  public enum Status: String, Sendable, CaseIterable {
    case notApplicable = "not-applicable"
    case met
    case notMet = "not-met"
    /// Not met, if the law reaches the job at all.
    case possible
    /// Nobody can tell from the ad.
    case unknown
  }

  /// What is thought of one obligation.
  public struct Line: Sendable {
    public var obligation: String
    public var title: String
    public var status: Status
    /// One sentence or more.
    public var reason: String
    public var basis: LegalBasis
    /// The ids of the duties that the ad breaks.
    public var broken: [String]

    public init(
      obligation: String, title: String, status: Status, reason: String, basis: LegalBasis,
      broken: [String] = []
    ) {
      self.obligation = obligation
      self.title = title
      self.status = status
      self.reason = reason
      self.basis = basis
      self.broken = broken
    }
  }

  public var ad: AdSummary
  /// The day on which the ad is judged, such as `2026-11-21`.
  public var date: String
  /// Where the work is, by the codes of the jurisdictions, the smallest first.
  public var places: [[String]]
  /// Whether it is done from home.
  public var isRemote: Bool
  /// In the order of their ids.
  public var lines: [Line]

  public init(
    ad: AdSummary, date: String, places: [[String]], isRemote: Bool, lines: [Line]
  ) {
    self.ad = ad
    self.date = date
    self.places = places
    self.isRemote = isRemote
    self.lines = lines
  }
}
