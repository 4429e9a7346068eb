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

  /// From where the work may be done at home, by the codes of the jurisdictions.
  public struct Home: Sendable {
    /// Empty where the ad sets no limit.
    public var within: [String]
    /// Those whose residents are left out.
    public var except: [String]

    public init(within: [String] = [], except: [String] = []) {
      self.within = within
      self.except = except
    }
  }

  public var ad: AdSummary
  /// The day on which the ad is judged, such as `2026-11-21`.
  public var date: String
  /// Where the work is, by the codes of the jurisdictions, the smallest first.
  public var places: [[String]]
  /// `nil` where it is not done from home.
  public var home: Home?
  /// In the order of their ids.
  public var lines: [Line]

  public init(
    ad: AdSummary, date: String, places: [[String]], home: Home?, lines: [Line]
  ) {
    self.ad = ad
    self.date = date
    self.places = places
    self.home = home
    self.lines = lines
  }
}
