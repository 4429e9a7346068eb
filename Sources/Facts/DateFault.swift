public import AdModel

/// Something wrong with a date, seen from a given day.
public struct DateFault: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A closing, start or interview date has passed.
    case expired = "expired-date"
    /// The day of the week is not that of the date.
    case weekdayMismatch = "weekday-mismatch"
    /// Day and month could change places.
    case ambiguous = "ambiguous-date"
    /// The start or the interview comes before the last day to apply.
    case order = "date-order"
    /// No such day: 31 June.
    case impossible = "impossible-date"
    /// A stretch of time ends before it begins.
    case period = "period-order"
    /// Another last day to apply than the first one that the ad names.
    case closings = "two-closing-dates"
    /// The last day to apply comes before the day of the ad.
    case posted = "closed-before-posted"
  }

  public var kind: Kind
  public var mention: DateMention
  /// The date that it contradicts.
  public var other: DateMention?

  /// All faults of the dates of `ad` as of the day `today`.
  public static func all(in ad: Ad, asOf today: CalendarDate) -> [DateFault] {
    all(of: DateMention.all(in: ad), asOf: today)
  }

  /// The faults of the dates `mentions` of one ad, as of the day `today`.
  public static func all(of mentions: [DateMention], asOf today: CalendarDate) -> [DateFault] {
    let certain = mentions.filter { !$0.isAmbiguous && !$0.isMonth }
    let closing = certain.filter { $0.role == .closing && $0.date != nil }
      .max { ($0.date ?? today) < ($1.date ?? today) }
    // An ad that names a day to come, with its year, is no old one.
    let isFresh = certain.contains { $0.date.map { $0 >= today } ?? false }
    let years = Set(certain.compactMap(\.year))
    // No honest ad has more than a few.
    let undated = certain.filter { $0.role == .closing && $0.year == nil }.prefix(16)
    let posted = certain.first { $0.role == .posted && $0.date != nil }
    var faults: [DateFault] = []
    for (index, mention) in mentions.enumerated() {
      func note(_ kind: Kind, _ other: DateMention? = nil) {
        faults.append(DateFault(kind: kind, mention: mention, other: other))
      }
      if mention.isAmbiguous, mention.role != .posted { note(.ambiguous) }
      if !mention.isInCalendar {
        note(.impossible)
        continue
      }
      guard let date = mention.date else {
        if !mention.fitsWeekday(from: today, isFresh: isFresh, years: years) {
          note(.weekdayMismatch)
        }
        if mention.isEvent, let other = mention.laterClosing(among: undated) { note(.order, other) }
        continue
      }
      if mention.isAmbiguous { continue }
      if let weekday = mention.weekday, weekday != date.weekday { note(.weekdayMismatch) }
      if mention.isEvent || mention.role == .closing || mention.role == .end, date < today {
        note(.expired)
      }
      if mention.isEvent, let closing, let last = closing.date, date < last {
        note(.order, closing)
      }
      if mention.endsPeriod, index > 0, !mentions[index - 1].isAmbiguous,
        let start = mentions[index - 1].date, date < start
      {
        note(.period, mentions[index - 1])
      }
      if mention.role == .closing, !mention.isMonth, let posted, let day = posted.date, date < day {
        note(.posted, posted)
      }
    }
    let closings = certain.filter { $0.role == .closing && $0.isInCalendar }
    if let first = closings.first, !closings.contains(where: \.isStage) {
      let others = closings.filter { $0.isOtherDay(than: first) }
      if let other = others.first, !others.contains(where: { $0.isOtherDay(than: other) }) {
        faults.append(DateFault(kind: .closings, mention: other, other: first))
      }
    }
    return faults
  }
}

extension DateMention {
  /// Whether the month has such a day, in this year or, where none is named, in a leap year.
  fileprivate var isInCalendar: Bool {
    CalendarDate(year: year ?? 2000, month: month, day: day) != nil
  }

  /// Whether it is the day of something that follows the last day to apply.
  fileprivate var isEvent: Bool { role == .start || role == .interview }

  fileprivate func isOtherDay(than other: DateMention) -> Bool {
    (day, month) != (other.day, other.month)
      || year != nil && other.year != nil && year != other.year
  }

  /// Which of the last days to apply comes within ``season`` after this day, neither with a year.
  fileprivate func laterClosing(among undated: some Sequence<DateMention>) -> DateMention? {
    guard year == nil else { return nil }
    return undated.first { (1...Self.season).contains($0.dayOfYear - dayOfYear) }
  }

  /// In days.
  private static let lately = 30

  /// In days; a start in January does not come before a deadline in December.
  private static let season = 90

  private var dayOfYear: Int { month * 30 + day }

  /// Whether the weekday is right in this year, the last, the next or one of the `years` that the ad names.
  ///
  /// Of an ad that `isFresh`, the last day to apply, an interview and the start are the next such day, or
  /// were not long ago.
  fileprivate func fitsWeekday(from today: CalendarDate, isFresh: Bool, years: Set<Int>) -> Bool {
    guard let weekday else { return true }
    let isAhead = isFresh && (isEvent || role == .closing)
    let days = years.union(today.year - 1...today.year + 1).sorted().compactMap {
      CalendarDate(year: $0, month: month, day: day)
    }
    let meant =
      isAhead ? days.filter { $0.dayNumber >= today.dayNumber - Self.lately }.prefix(1) : days[...]
    return meant.isEmpty || meant.contains { $0.weekday == weekday }
  }
}
