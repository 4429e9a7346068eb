public import AdModel

/// What an ad says somebody would be paid: one amount or range, with what it is and for how long.
public struct PayStatement: Hashable, Sendable {
  /// What the money is for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Pay, with no word on whether it is all of it.
    case salary
    /// Called basic or base.
    case base
    /// On-target earnings.
    case ote
    case bonus, commission
    /// An allowance or benefit in money: car, learning, relocation.
    case allowance
    /// So much a session, shift, lesson or visit.
    case fee

    /// Whether it tells what the work itself pays.
    public var isPay: Bool { self == .salary || self == .base || self == .ote || self == .fee }
  }

  /// How the amounts limit the pay.
  public enum Bounds: String, Sendable, CaseIterable {
    case exact, range
    /// Only the least: “from £30k”, “£30k+”.
    case from
    /// Only the most: “up to £30k”.
    case upTo = "up-to"
  }

  public var kind: Kind
  public var bounds: Bounds
  /// The lower amount, in units of the currency; equal to ``maximum`` unless it is a range.
  public var minimum: Double
  /// The upper amount. It is the smaller one where the ad turns a range round.
  public var maximum: Double
  /// The currency written at the amount or, failing that, that of the ad's country.
  public var currency: Currency?
  /// Whether the currency is written at the amount.
  public var statesCurrency: Bool
  /// The period written at the amount or in its label.
  public var period: PayPeriod?
  /// Whether “circa”, “c.” or “around” qualifies it.
  public var isApproximate: Bool
  /// Whether it is the pay of a full-time post, of which a share is paid.
  public var isProRata: Bool
  /// Whether a word such as “salary” or a structured field says that it is pay.
  public var isLabelled: Bool
  /// Whether that word, or the field, names this very amount: “pay: £90”, not “paid up to date, £90”.
  public var isNamed: Bool
  /// The part of the ad that says it.
  public var part: Part
  /// The whole statement, from its label or “up to” to its period.
  public var place: ByteRange<Prose>
  /// The amounts alone, with currency and `k`.
  public var amount: ByteRange<Prose>

  /// All statements of pay, bonus and allowance in `ad`, in the order of the text.
  public static func all(in ad: Ad) -> [PayStatement] {
    all(in: ad, landmarks: Landmarks(of: ad))
  }

  /// The same, with landmarks that are known already, and with the currency of the country that the
  /// work is in, where somebody knows that better than its name tells.
  public static func all(
    in ad: Ad, landmarks: Landmarks, home: Currency? = nil
  ) -> [PayStatement] {
    var statements: [PayStatement] = []
    let home = home ?? Currency.ofPlace(in: ad)
    for stretch in landmarks.stretches {
      guard stretch.part.canStatePay else { continue }
      let passage = landmarks.passage(stretch)
      var end = stretch.lower
      for mark in landmarks.marks[stretch.marks] where mark.kind == .number {
        guard mark.offset >= end, let money = passage.money(at: mark.offset, home: home) else {
          continue
        }
        end = money.amount.upperBound
        let evidence = Evidence(of: money, in: passage, after: statements.last)
        if var statement = evidence.statement {
          if let last = statements.last, passage.isList(last, statement) {
            // “£13.40 an hour days, £14.10 nights”: one period is that of both.
            if statement.period == nil { statement.period = last.period }
            if last.period == nil { statements[statements.count - 1].period = statement.period }
          }
          statements.append(statement)
          end = max(end, statement.place.upper)
        }
      }
    }
    return statements
  }
}

extension Passage {
  /// Whether two amounts stand in one list of pay that names its period once.
  fileprivate func isList(_ one: PayStatement, _ next: PayStatement) -> Bool {
    let gap = one.place.upper..<max(next.place.lower, one.place.upper)
    guard one.part == next.part, one.kind == next.kind, one.kind == .salary || one.kind == .base,
      one.currency == next.currency, one.period == nil || next.period == nil,
      next.place.lower >= one.place.upper, gap.count <= 24, !bytes[gap].contains(0x0A),
      word(after: one.place.upper)?.gap.isDisjoint(with: .end) ?? false
    else { return false }
    let (low, high) = (min(one.minimum, next.minimum), max(one.maximum, next.maximum))
    return low > 0 && high <= low * 2.5
  }
}

extension Part {
  /// Whether pay can be told in this part.
  fileprivate var canStatePay: Bool {
    switch self {
    case .title, .salary, .body, .contract, .hours: true
    default: false
    }
  }
}
