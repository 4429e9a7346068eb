public import AdModel

/// Whether the job may be done from home, and from which places.
public struct Remoteness: Hashable, Sendable {
  public enum Mode: Hashable, Sendable {
    /// Nothing says so, or the ad says that it may not.
    case none
    /// Partly: so many days a week, now and then.
    case hybrid
    /// Wholly, be it as one of two ways to do the job.
    case remote
  }
  public var mode = Mode.none
  /// The words that say so, such as “fully remote”.
  public var place: ByteRange<Prose>?
  /// Where those who do it must live: a country, states, a town to commute to. Empty where the ad
  /// sets no limit.
  public var within: [Workplace] = []
  /// The places whose residents are left out: “except Colorado”.
  public var except: [Workplace] = []

  public init() {}
}
