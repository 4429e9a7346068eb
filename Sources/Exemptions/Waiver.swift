internal import AdModel
public import Facts
internal import Paths

/// A decision that some findings may stay, with somebody who answers for it and an end.
public struct Waiver: Sendable {
  public var id: String
  /// Rules and themes.
  public var rules: [String]
  public var match: Match
  public var reason: String
  public var owner: String
  public var approver: String
  /// Dates as they are written.
  public var created: String
  public var expires: String
  /// The line of the entry, from 1.
  public var line: Int

  /// Which findings are meant: all that is named must fit.
  public struct Match: Sendable {
    /// Ids of ads.
    public var adId: [String] = []
    /// Patterns of paths, told from the folder of the file of waivers.
    public var files: [String] = []
    public var company: [String] = []
    /// Fingerprints, with or without their `:n`.
    public var fingerprint: [String] = []
    public var words: [String] = []

    public init() {}

    var isEmpty: Bool {
      adId.isEmpty && files.isEmpty && company.isEmpty && fingerprint.isEmpty && words.isEmpty
    }
  }

  /// The last day on which it holds; `nil` for what is no date.
  public var end: CalendarDate? { CalendarDate(iso: expires) }

  /// Whether it is over on `today`; what is no date has no future.
  public func isExpired(on today: CalendarDate) -> Bool { end.map { $0 < today } ?? true }

  /// Whether its first day is still to come on `today`.
  public func isPending(on today: CalendarDate) -> Bool {
    CalendarDate(iso: created).map { today < $0 } ?? false
  }

  /// Whether it is about `finding`, which is one of `rule` in `ad`, in the file at `path` beneath the
  /// folder of the waivers.
  func covers(_ finding: Finding, of rule: Rule, in ad: AdSummary, path: String?) -> Bool {
    guard rules.contains(where: { $0 == rule.id || $0 == rule.theme }) else { return false }
    func fits(_ wanted: [String], _ value: String) -> Bool {
      wanted.isEmpty || wanted.contains { $0.lowercased() == value.lowercased() }
    }
    let print = finding.fingerprint
    return (match.adId.isEmpty || match.adId.contains(ad.id))
      && fits(match.company, ad.company) && fits(match.words, finding.words)
      && (match.fingerprint.isEmpty
        || match.fingerprint.contains { $0 == print || $0 == print.prefix { $0 != ":" } })
      && (match.files.isEmpty
        || path.map { path in match.files.contains { PathPattern($0).matches(path) } } ?? false)
  }
}
