/// Why a finding does not fail a run.
public struct Exemption: Hashable, Sendable {
  /// Who exempts it; the raw value is the `status` of reports.
  public enum Kind: String, CaseIterable, Sendable {
    /// A comment in the ad, or its front matter.
    case suppressed
    /// A decision with an owner and an end.
    case waived
    /// It was there when the baseline was taken.
    case baseline
  }
  public var kind: Kind
  /// The reason that was given, or empty.
  public var reason: String
  /// The id of the waiver, or empty.
  public var waiver: String
  /// Who answers for it, or empty.
  public var owner: String
  /// The last day on which it holds, such as `2027-01-31`, or empty.
  public var until: String
  /// The comment that exempts it, if one does.
  public var place: ByteRange<Source>?

  public init(
    _ kind: Kind, reason: String = "", waiver: String = "", owner: String = "", until: String = "",
    place: ByteRange<Source>? = nil
  ) {
    self.kind = kind
    self.reason = reason
    self.waiver = waiver
    self.owner = owner
    self.until = until
    self.place = place
  }
}
