/// How much, and when, one works: full or part time, hours and days a week, shifts.
public struct WorkingHours: Hashable, Sendable {
  public enum Share: String, Sendable, CaseIterable {
    case full, part
    /// One post for two people.
    case jobShare = "job-share"
    /// “full or part time”
    case either
  }

  public struct Pattern: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let shifts = Pattern(rawValue: 1)
    public static let nights = Pattern(rawValue: 2)
    public static let weekends = Pattern(rawValue: 4)
    public static let evenings = Pattern(rawValue: 8)
    public static let termTime = Pattern(rawValue: 16)
    public static let onCall = Pattern(rawValue: 32)
  }

  public var share: Share?
  /// The fewest hours a week.
  public var leastHours: Double?
  /// The most hours a week; `nil` where it is open above.
  public var mostHours: Double?
  /// The share of a full-time post, 0 to 1: FTE, or the WTE of the NHS.
  public var fullTimeShare: Double?
  /// Days a week.
  public var days: ClosedRange<Double>?
  public var patterns: Pattern = []

  /// Below so many hours a week a main job is part time, by the common definition of the OECD.
  public static let partTimeLimit = 30.0

  /// So many hours a week are full time everywhere.
  public static let fullWeek = 40.0

  /// Whether both can be true of one job. Two that say the same agree, though each may contradict
  /// itself, as “part time, 1.0 FTE” does.
  public func agrees(with other: WorkingHours) -> Bool {
    if self == other { return true }
    if let share, let others = other.share, share.excludes(others) { return false }
    return sharesHours(with: other) && suits(other) && other.suits(self)
  }

  /// Whether the hours a week can be the same: ranges overlap in more than their ends.
  private func sharesHours(with other: WorkingHours) -> Bool {
    guard let a = leastHours, let c = other.leastHours else { return true }
    let b = mostHours ?? .infinity
    let d = other.mostHours ?? .infinity
    return a == b || c == d ? a <= d && c <= b : max(a, c) < min(b, d)
  }

  /// Whether the hours and the share of a full post that `other` names suit “full” or “part time”.
  private func suits(_ other: WorkingHours) -> Bool {
    switch share {
    case .full:
      if let most = other.mostHours, most < Self.partTimeLimit { return false }
      return (other.fullTimeShare ?? 1) >= 0.9
    case .part, .jobShare:
      if let least = other.leastHours, least >= Self.fullWeek { return false }
      return (other.fullTimeShare ?? 0) < 1
    case .either, nil: return true
    }
  }
}

extension WorkingHours.Share {
  fileprivate func excludes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.full, .part), (.part, .full), (.full, .jobShare), (.jobShare, .full): true
    default: false
    }
  }
}
