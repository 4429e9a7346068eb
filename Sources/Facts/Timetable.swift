/// On which days of the week, and from when to when, one works.
public struct Timetable: Hashable, Sendable {
  /// Days of the week.
  public struct Days: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let workWeek = Days(rawValue: 0b001_1111)
    public static let weekend = Days(rawValue: 0b110_0000)

    /// The day of this number; Monday is 0.
    static func day(_ number: Int) -> Days { Days(rawValue: 1 << UInt8(number)) }

    public var count: Int { rawValue.nonzeroBitCount }
  }

  /// The days that are named.
  public var days: Days = []
  /// How many days a week, or parts of days, where only their number is told.
  public var dayCount: Int?
  /// When one begins, in minutes after midnight.
  public var start: Int?
  /// When one ends, in minutes after midnight; before ``start`` where it is the next day.
  public var end: Int?
  /// Whether the words tell which half of the day is meant: “10 to 6” may be a day or a night.
  public var isCertain = true

  /// The minutes from start to end, breaks among them.
  public var length: Int? {
    guard let start, let end else { return nil }
    return end > start ? end - start : end - start + Self.day
  }

  static let day = 24 * 60

  /// The hours a week, from those without to those with all breaks; `nil` where the timetable does not
  /// tell them.
  public var weeklyHours: ClosedRange<Double>? {
    let count = Double(dayCount ?? days.count)
    guard count > 0, let length else { return nil }
    let hours = Double(length) / 60
    return count * max(hours - Self.longestBreak, hours / 2)...count * hours
  }

  /// The longest break of a day that is not paid, in hours.
  private static let longestBreak = 1.5

  /// Whether both can be true of one job: whether they share some time of the day or, where they name
  /// days alone, some day. Days with times are not compared, since lists of shifts name one after the
  /// other.
  public func agrees(with other: Timetable) -> Bool {
    if isDaysAlone, other.isDaysAlone { return !days.isDisjoint(with: other.days) }
    guard isCertain, other.isCertain else { return true }
    return switch (span, other.span) {
    case (let one?, let another?):
      one.overlaps(another) || one.overlaps(another.shifted)
        || one.shifted.overlaps(another)
    case (let span?, nil): [other.start, other.end].allSatisfy { span.holds($0) }
    case (nil, let span?): [start, end].allSatisfy { span.holds($0) }
    case (nil, nil): Self.areNear(start, other.start) && Self.areNear(end, other.end)
    }
  }

  /// Whether two times are within an hour of each other, as far as they are told.
  private static func areNear(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other else { return true }
    let apart = abs(one - other)
    return min(apart, day - apart) <= 60
  }

  private var isDaysAlone: Bool { start == nil && end == nil && !days.isEmpty }

  /// Whether a job with such times can have `hours` a week, be full or part time, or be one of nights.
  public func agrees(with hours: WorkingHours) -> Bool {
    if hours.patterns.contains(.nights), isCertain, let span, Self.daytime.contains(span) {
      return false
    }
    guard let weekly = weeklyHours else { return true }
    if let least = hours.leastHours, least > weekly.upperBound * Self.tolerance { return false }
    if let most = hours.mostHours, most * Self.tolerance < weekly.lowerBound { return false }
    switch hours.share {
    case .full: return weekly.upperBound >= Self.fewestOfFullTime
    case .part, .jobShare: return weekly.lowerBound < Self.mostOfPartTime
    case .either, nil: return true
    }
  }

  /// When nobody calls it night, if a little late or early.
  private static let daytime = Span(start: 5 * 60, end: 20 * 60)
  /// “About 37 hours” and 38 are the same.
  private static let tolerance = 1.08
  /// A full-time job of fewer hours than these has other hours besides.
  private static let fewestOfFullTime = 25.0
  /// Nobody calls so many hours, without breaks, part time.
  private static let mostOfPartTime = 37.5

  private var span: Span? {
    guard let start, let length else { return nil }
    return Span(start: start, end: start + length)
  }

  /// Minutes after midnight, the end after the start.
  private struct Span {
    var start: Int
    var end: Int

    var shifted: Span { Span(start: start + Timetable.day, end: end + Timetable.day) }

    func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// Whether one can come or go at `minute`, half an hour more or less; at no time one can.
    func holds(_ minute: Int?) -> Bool {
      guard let minute else { return true }
      return [minute, minute + Timetable.day].contains { (start - 30...end + 30).contains($0) }
    }
  }
}
