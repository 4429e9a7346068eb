internal import AdModel
internal import Facts
public import Patterns

/// Flags pay by the hour that does not come to the salary that the ad names, in the hours a week that
/// it names.
///
/// ```yaml
/// check:
///   rate-and-salary: {}
///   unless: [overtime-rate]   # facts that tell of other hours
/// ```
/// An ad that names more than one rate, salary or week speaks of several jobs or grades. A week may
/// have a seventh more hours than those that are paid, and a year as many fewer.
public struct RateAndSalary: Check {
  public static let name = "rate-and-salary"
  public static let options = ["unless"]

  /// The names of all facts that it asks about.
  public let asks: [String]
  public let facts: [FactKey]
  private let unless: [FactKey]

  public init(_ options: Options) throws(OptionsError) {
    let explanations = try options.texts("unless")
    unless = explanations.map { FactKey($0) }
    asks = [Self.hours] + explanations
    facts = asks.map { FactKey($0) }
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let said = evidence.said[FactKey(Self.hours)]
    guard !said.isEmpty, evidence.pay.count <= Self.most else { return [] }
    let weeks = Set(said.map { WorkingHours(evidence.ad.prose[$0.utf8]) })
    let pay = evidence.pay.filter { ($0.kind == .salary || $0.kind == .base) && $0.minimum > 0 }
    let rates = pay.filter { $0.period == .hour }
    let salaries = pay.filter { $0.period != .hour }
    guard weeks.count == 1, let week = weeks.first??.fixedHours, rates.count == 1,
      let rate = rates.first,
      salaries.count == 1, let salary = salaries.first, rate.currency == salary.currency,
      !rate.comes(to: salary, inWeekOf: week),
      // Hardly any ad comes so far, and these cost the most.
      !unless.contains(where: { evidence.said.has($0) })
    else { return [] }
    let (first, later) =
      evidence.isBefore(rate.place, salary.place) ? (rate, salary) : (salary, rate)
    return [Hit(later.amount, arguments: ["other": evidence.text(first.place)])]
  }

  private static let hours = "weekly-hours"

  /// More amounts than this are a table.
  private static let most = 6
}

extension WorkingHours {
  /// The hours of each week, where the ad names one number.
  fileprivate var fixedHours: Double? { leastHours == mostHours ? leastHours : nil }
}

extension PayStatement {
  /// Whether this pay of an hour can be `salary` in weeks of `hours`, or nobody can tell.
  fileprivate func comes(to salary: PayStatement, inWeekOf hours: Double) -> Bool {
    guard let weeks = salary.weeks, !isOpen, !salary.isOpen, !salary.isProRata, !isInverted,
      !salary.isInverted
    else { return true }
    let (least, most) = (minimum * hours * weeks, maximum * hours * weeks)
    // “£1.20 an hour” comes on top of something.
    if most * Self.farthest < salary.minimum || least > salary.maximum * Self.farthest {
      return true
    }
    return salary.minimum <= most * Self.slack && least <= salary.maximum * Self.slack
  }

  private static let slack = 8.0 / 7
  /// How many times one may be the other where both are pay for the work itself.
  private static let farthest = 3.0

  private var isOpen: Bool { bounds == .from || bounds == .upTo }

  /// The weeks that it pays for.
  private var weeks: Double? {
    switch period {
    case .year: 52
    case .month: 52 / 12
    case .week: 1
    case .hour, .day, .piece, nil: nil
    }
  }
}
