/// The paid leave of a year.
public struct LeaveAllowance: Hashable, Sendable {
  /// How the public holidays of the country count.
  public enum PublicHolidays: String, Sendable, CaseIterable {
    /// Among the days: “28 days including bank holidays”.
    case included
    /// On top of them: “20 days plus bank holidays”.
    case extra
  }

  /// The days, of five to a week.
  public var days: ClosedRange<Double>
  public var publicHolidays: PublicHolidays?

  /// What the words say; `nil` if they promise no number of days or weeks.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    guard words.holds(anyOf: Self.leaves), !words.holds(anyOf: Self.others) else { return nil }
    for amount in words.amounts {
      guard let unit = words.word(from: amount.range.upperBound, skipping: Self.fillers)?.word,
        let length = Self.daysOf[unit]
      else { continue }
      let most = (amount.most ?? amount.least) * length
      // Less than two weeks or more than nine are other days off.
      guard amount.least * length >= 10, most <= 45 else { continue }
      days = amount.least * length...most
      publicHolidays = Self.publicHolidays(words)
      return
    }
    return nil
  }

  /// The public holidays of a year: 8 in England and Wales, 10 in Ireland and Northern Ireland, 9 or
  /// more in Canada, 10 or more in Australia, 11 federal ones in the United States.
  private static let publicDays = 8.0...11.0

  /// Whether both can be the leave of one job, the one with the public holidays and the other without.
  public func agrees(with other: LeaveAllowance) -> Bool {
    if days.overlaps(other.days) { return true }
    guard publicHolidays != other.publicHolidays else { return false }
    return isMoreByHolidays(than: other) || other.isMoreByHolidays(than: self)
  }

  private func isMoreByHolidays(than other: LeaveAllowance) -> Bool {
    publicHolidays != .extra && other.publicHolidays != .included
      && Self.publicDays.contains(days.lowerBound - other.days.lowerBound)
  }

  private static func publicHolidays(_ words: TermWords) -> PublicHolidays? {
    let names = ["bank", "public", "statutory", "stat", "federal", "bh"]
    guard let name = words.plain.firstIndex(where: names.contains) else { return nil }
    let before = words.plain[max(0, name - 4)..<name]
    if before.contains(where: ["including", "inclusive", "includes", "inc", "incl"].contains) {
      return .included
    }
    let isPlus = words.tokens.contains(.sign("+"))
    return isPlus || before.contains(where: ["plus", "and", "excluding", "excl"].contains)
      ? .extra : nil
  }

  private static let daysOf: [String: Double] = ["day": 1, "days": 1, "week": 5, "weeks": 5]
  private static let fillers: Set<String> = ["working", "paid"]
  private static let leaves = [
    "holiday", "holidays", "annual leave", "leave", "vacation", "pto", "paid time off",
  ]
  private static let others = [
    "sick leave", "parental leave", "maternity leave", "paternity leave", "carers leave", "extra",
    "additional", "volunteering", "holiday park", "holiday cottages", "notice",
  ]
}
