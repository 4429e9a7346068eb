public import Deferral
public import Facts

/// One thing that laws ask of ads, such as a closing date, or forbid, such as an age limit.
///
/// Many obligations name the same duty; how an ad is judged by it is told once.
public struct Duty: Sendable {
  /// Such as `application-deadline-or-rolling-statement`.
  public var id: String
  /// The rules that find a breach: any hit of any of them is one.
  public var rules: [String]
  /// Facts of which an ad must say one for the duty to arise; none where it always does.
  public var when: [String]
  /// Facts that except an ad.
  public var unless: [String]
  /// Facts of which it is unclear whether they meet the duty.
  public var unclear: [String]
  /// What is said of it, which few ads need.
  let wording: Deferred<Wording>

  public init(
    id: String, rules: [String] = [], when: [String] = [], unless: [String] = [],
    unclear: [String] = [], wording: Deferred<Wording>
  ) {
    self.id = id
    self.rules = rules
    self.when = when
    self.unless = unless
    self.unclear = unclear
    self.wording = wording
  }
}

extension Duty {
  /// What is said of a duty.
  public final class Wording: Sendable {
    /// What the law asks, to stand behind “asks for” or “asks”: “a closing date …”.
    public let asks: String
    /// What is said of an ad that breaks it: one sentence.
    public let breach: String
    /// What is said of an ad that meets it: one sentence.
    public let met: String
    /// What nobody can tell from an ad that says none of ``Duty/when``, or empty where such an ad
    /// meets it.
    public let otherwise: String
    /// Why it is unclear whether some facts meet it: one sentence.
    public let because: String
    /// Why the text of an ad cannot show whether it is met, or empty.
    public let unjudged: String

    public init(
      asks: String, breach: String = "", met: String = "", otherwise: String = "",
      because: String = "", unjudged: String = ""
    ) {
      self.asks = asks
      self.breach = breach
      self.met = met
      self.otherwise = otherwise
      self.because = because
      self.unjudged = unjudged
    }
  }

  public var asks: String { wording.value.asks }
  public var breach: String { wording.value.breach }
  public var met: String { wording.value.met }
  public var otherwise: String { wording.value.otherwise }
  public var because: String { wording.value.because }
  public var unjudged: String { wording.value.unjudged }
}

/// A duty as one obligation has it.
public struct Clause: Hashable, Sendable {
  /// What an obligation measures at a hit of the duty's rules.
  public enum Limit: Hashable, Sendable {
    /// A breach is more than this: a ratio, or an amount in the law's currency.
    case over(Double)
    /// A breach is less than what the table of this name says for the place and the day.
    case under(String)
  }

  /// The id of the duty.
  public var duty: String
  /// Whether the ad must have it; if not, the ad must not.
  public var isRequired: Bool
  /// The first day of the duty, where it is later than that of the obligation.
  public var from: CalendarDate?
  public var limit: Limit?
  /// Facts that except an ad, besides those of the duty itself.
  public var unless: [String]

  public init(
    duty: String, isRequired: Bool, from: CalendarDate? = nil, limit: Limit? = nil,
    unless: [String] = []
  ) {
    self.duty = duty
    self.isRequired = isRequired
    self.from = from
    self.limit = limit
    self.unless = unless
  }
}
