public import AdModel

/// A date that an ad names, and what for.
public struct DateMention: Hashable, Sendable {
  public enum Role: String, Sendable, CaseIterable {
    /// The last day to apply.
    case closing
    case start, interview, posted
    /// The last day of the work itself: “fixed term until”.
    case end
    case other
  }

  public var role: Role
  /// The day of the month, 1 to 31.
  public var day: Int
  /// The month, 1 to 12.
  public var month: Int
  /// `nil` where the ad leaves it out.
  public var year: Int?
  /// The day of the week that the ad names with it, 1 for Monday to 7 for Sunday.
  public var weekday: Int?
  /// Whether day and month could change places: “03/04/2026”.
  public var isAmbiguous: Bool
  /// Whether it is the first day of a week: “w/c 5 June”.
  public var isWeek: Bool
  /// Whether the ad names only the month, of which this is the last day: “applications close March 2026”.
  public internal(set) var isMonth = false
  /// Whether it ends a stretch of time that the mention before it begins: “1 May to 3 June”.
  public internal(set) var endsPeriod = false
  /// Whether it is one of several stages: “priority deadline”, “closing date for references”.
  public internal(set) var isStage = false
  /// The date, with the weekday where one is named.
  public var place: ByteRange<Prose>
  public var part: Part

  /// The order of day and month, where the date in figures shows it.
  var order: DateOrder?

  /// The day, where the year is said.
  public var date: CalendarDate? {
    year.flatMap { CalendarDate(year: $0, month: month, day: day) }
  }

  /// All dates in `ad`, in the order of the text.
  public static func all(in ad: Ad) -> [DateMention] { all(in: ad, landmarks: Landmarks(of: ad)) }

  /// The same, with landmarks that are known already.
  public static func all(in ad: Ad, landmarks: Landmarks) -> [DateMention] {
    var dates: [DateMention] = []
    for stretch in landmarks.stretches {
      let passage = landmarks.passage(stretch)
      var end = stretch.lower
      for mark in landmarks.marks[stretch.marks] where mark.kind == .number && mark.offset >= end {
        guard var date = passage.date(at: mark.offset), date.place.lower >= end else { continue }
        if let last = dates.last, passage.joins(last.place.upper, date.place.lower) {
          date.endsPeriod = true
        }
        dates.append(date)
        end = date.place.upper
      }
    }
    return settled(dates, home: Currency.ofPlace(in: ad))
  }

  /// The dates with day and month in the order that another date of the ad, or its country, shows.
  private static func settled(_ dates: [DateMention], home: Currency?) -> [DateMention] {
    guard dates.contains(where: \.isAmbiguous) else { return dates }
    let dates = dates.map(\.settledByWeekday)
    let shown = Set(dates.compactMap(\.order))
    let order: DateOrder?
    switch (shown.count, home) {
    case (1, _): order = shown.first
    case (0, .usd): order = .monthFirst
    case (0, .gbp), (0, .eur), (0, .aud), (0, .nzd), (0, .inr): order = .dayFirst
    default: order = nil
    }
    guard let order else { return dates }
    return dates.map { date in
      guard date.isAmbiguous else { return date }
      var date = date
      date.isAmbiguous = false
      if order == .monthFirst { (date.day, date.month) = (date.month, date.day) }
      return date
    }
  }
}

extension DateMention {
  /// The same date, where its weekday fits only one order of day and month: “Thu 10/12/26”.
  fileprivate var settledByWeekday: DateMention {
    guard isAmbiguous, let weekday, let date,
      let turned = year.flatMap({
        CalendarDate(year: $0, month: day, day: month)
      }), (date.weekday == weekday) != (turned.weekday == weekday)
    else { return self }
    var settled = self
    settled.isAmbiguous = false
    if turned.weekday == weekday { (settled.day, settled.month) = (month, day) }
    return settled
  }
}

/// Which of day and month a date in figures begins with.
enum DateOrder: Sendable {
  case dayFirst, monthFirst
}
