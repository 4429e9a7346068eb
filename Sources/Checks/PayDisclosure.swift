internal import AdModel
internal import Facts
public import Patterns

/// Flags what laws on pay transparency and minimum pay look at.
///
/// ```yaml
/// check:
///   pay-disclosure: none      # no figure of the pay that one could use
///   # open:    only figures with one end: “up to £30,000”, “$60,000 and up”
///   # ratio:   a range; measured is how many times its start its end is
///   # spread:  a range; measured is how far apart its ends are in a year of full-time work
///   # hourly:  pay; measured is the least of it in an hour
///   # yearly:  pay for a year, month or week; measured is the least of it in a year
///   top: 200000               # not ranges that end above this in a year
/// ```
/// What is measured counts only where a law sets a limit to it.
public struct PayDisclosure: Check {
  public static let name = "pay-disclosure"
  public static let options = ["top"]

  enum Aspect: String, CaseIterable {
    case none, open, ratio, spread, hourly, yearly
  }

  private let aspect: Aspect
  private let top: Int

  public init(_ options: Options) throws(OptionsError) {
    aspect = try options.choice("pay-disclosure", of: Aspect.self)
    top = try options.integer("top", default: .max)
  }

  public var facts: [FactKey] { Evidence.payFacts }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    switch aspect {
    case .none: evidence.undisclosedPay
    case .open: evidence.openPay
    case .ratio: evidence.ranges { $0.ratio.map { Measure($0) } }
    case .spread: evidence.ranges { $0.spread(below: Double(top)).map { Measure($0, $1) } }
    case .hourly: evidence.leastHourlyPay
    case .yearly: evidence.leastPay(\.yearly)
    }
  }
}

extension Evidence {
  /// The pay of the work itself, without empty forms. Where commission is all, it is that.
  private var statedPay: [PayStatement] {
    let isCommissionOnly = said.has(Self.commissionOnlyFact)
    return pay.filter { pay in
      pay.maximum > 0 && (pay.kind.isPay || isCommissionOnly && pay.kind == .commission)
    }
  }

  /// Points at the missing pay, unless there is some: on-target earnings alone are none.
  fileprivate var undisclosedPay: [Hit] {
    let isStated = said.has(Self.payInWordsFact) || statedPay.contains { $0.kind != .ote }
    return isStated ? [] : [anchor(for: Self.statedPayFact)]
  }

  /// Points at the first figure with one end, where there are no others.
  fileprivate var openPay: [Hit] {
    let stated = statedPay
    guard let first = stated.first(where: { $0.bounds == .from || $0.bounds == .upTo }),
      !stated.contains(where: \.isClosed)
    else { return [] }
    // “Minimum rate: $17.50, maximum rate: $18.50” names both ends.
    if stated.contains(where: { $0.bounds != first.bounds && $0.period == first.period }) {
      return []
    }
    return [Hit(first.place)]
  }

  fileprivate func ranges(_ measure: (PayStatement) -> Measure?) -> [Hit] {
    statedPay.filter(\.isClosedRange).compactMap { pay in
      measure(pay).map { Hit(pay.amount, measure: $0) }
    }
  }

  /// The statements whose least pay can be told in `measure`, each with it.
  fileprivate func leastPay(_ measure: (PayStatement) -> Double?) -> [Hit] {
    statedPay.filter { $0.kind != .ote && $0.kind != .fee && $0.isSureMoney }.compactMap { pay in
      guard let amount = measure(pay), let currency = pay.currency else { return nil }
      return Hit(pay.place, measure: Measure(amount, currency))
    }
  }

  /// The statements whose least pay in an hour can be told, each with it. That of a year in part time
  /// of unknown hours cannot, nor that of a year of which only the terms are worked.
  fileprivate var leastHourlyPay: [Hit] {
    guard !pay.isEmpty else { return [] }
    let hours = weeklyHours
    lazy var isPart = said.has(Self.partYearFact) || hours == nil && isPartTime
    var most = 0.0
    let day = dailyHours
    return leastPay { pay in
      let isShort = pay.period == .hour || pay.period == .day
      return !isShort && isPart ? nil : pay.hourly(inWeekOf: hours, inDayOf: day)
    }.filter {
      // “£13 an hour plus £1.20 for nights”: no second wage is a third of the first.
      let amount = $0.measure?.amount ?? 0
      defer { most = max(most, amount) }
      return amount * 3 > most
    }
  }

  /// Whether the ad says part-time and nothing else of the working time.
  private var isPartTime: Bool {
    var isPart = false
    for place in said[Self.hoursFact] {
      guard let share = WorkingHours(ad.prose[place.utf8])?.share else { continue }
      if share != .part { return false }
      isPart = true
    }
    return isPart
  }

  /// The hours of a week that the ad names, the most of them; `nil` where it names none.
  fileprivate var weeklyHours: Double? {
    said[Self.weeklyHoursFact].compactMap { WorkingHours(ad.prose[$0.utf8])?.mostHours }.max()
  }

  /// The hours of a day that the ad names, the most of them; `nil` where it names none.
  private var dailyHours: Double? {
    said[Self.dailyHoursFact].compactMap {
      if case .numbers(_, let most) = FigureRange(ad.prose[$0.utf8]) { most } else { nil }
    }.max()
  }

  /// The facts that tell of the pay of an ad.
  fileprivate static let payFacts =
    [commissionOnlyFact, payInWordsFact, partYearFact, hoursFact, weeklyHoursFact, dailyHoursFact]
    + statedPayFact.facts

  private static let statedPayFact = StatedFact("pay")
  private static let commissionOnlyFact = FactKey("commission-only-pay")
  private static let payInWordsFact = FactKey("pay-in-words")
  private static let hoursFact = FactKey("hours")
  private static let partYearFact = FactKey("part-year")
  private static let weeklyHoursFact = FactKey("weekly-hours")
  private static let dailyHoursFact = FactKey("daily-hours")
}

extension PayStatement {
  /// Whether it is surely money: “20,000 annually” may be visitors.
  fileprivate var isSureMoney: Bool { statesCurrency || part == .salary || isLabelled }

  /// Whether both ends of the pay are known.
  fileprivate var isClosed: Bool { kind != .ote && (bounds == .exact || bounds == .range) }

  fileprivate var isClosedRange: Bool { bounds == .range && kind != .ote && minimum > 0 }

  /// How many times its start the end of a range is.
  fileprivate var ratio: Double? { minimum <= maximum ? maximum / minimum : nil }

  /// How far apart the ends of a range are in a year, unless it ends above `top`.
  fileprivate func spread(below top: Double) -> (Double, Currency?)? {
    guard let times = yearlyTimes else { return nil }
    return maximum * times > top ? nil : ((maximum - minimum) * times, currency)
  }

  /// How often its period comes in a year of full-time work: 2,080 hours, 260 days.
  private var yearlyTimes: Double? {
    switch period ?? (maximum >= 10_000 ? .year : nil) {
    case .hour: 2_080
    case .day: 260
    case .week: 52
    case .month: 12
    case .year: 1
    case .piece, nil: nil
    }
  }

  /// The least pay of an hour, in a week of `hours` and days of `day` hours.
  ///
  /// Where the ad does not say how long a week is, it is short (30 hours), so that pay is called too
  /// low only where it is. A share of a full-time post pays a share, of which nobody knows the hours.
  fileprivate func hourly(inWeekOf hours: Double?, inDayOf day: Double?) -> Double? {
    let least = min(minimum, maximum)
    guard bounds != .upTo else { return period == .hour ? maximum : nil }
    let week = hours ?? 30
    switch period ?? (isPlainlyYearly ? .year : nil) {
    case .hour: return least
    case .week: return least / week
    case .month: return least * 12 / 52 / week
    case .year: return isProRata ? nil : least / 52 / week
    case .day: return day.map { least / $0 }
    case .piece, nil: return nil
    }
  }

  /// Whether an amount without a period is pay of a year: nobody gets as much in a month.
  private var isPlainlyYearly: Bool { currency?.scale == 1 && min(minimum, maximum) >= 12_000 }

  /// The least pay of a year, for pay that is not by the hour.
  fileprivate var yearly: Double? {
    guard bounds != .upTo, !isProRata else { return nil }
    let least = min(minimum, maximum)
    switch period {
    case .week: return least * 52
    case .month: return least * 12
    case .year: return least
    case nil: return least >= 10_000 ? least : nil
    case .hour, .day, .piece: return nil
    }
  }
}
