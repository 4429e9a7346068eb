/// A day of the Gregorian calendar, without time and place.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// The day, or `nil` where the calendar has none such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that `text` writes as ISO 8601 does, such as `2026-11-21`.
  public init?(iso text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { $0 &- 0x30 < 10 } })
    else { return nil }
    let numbers = parts.compactMap { Int(Substring($0)) }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int { dayNumber % 7 + 1 }

  /// The days since Monday 1 January of year 1.
  public var dayNumber: Int {
    let past = year - 1
    let leaps = past / 4 - past / 100 + past / 400
    let before = (1..<month).reduce(0) { $0 + Self.days(inMonth: $1, year: year) }
    return past * 365 + leaps + before + day - 1
  }

  /// As ISO 8601 writes it, such as `2026-03-03`.
  public var description: String {
    var text = [UInt8](repeating: UInt8(ascii: "-"), count: 10)
    for (place, digit) in [
      year / 1_000, year / 100, year / 10, year, -1, month / 10, month, -1, day / 10, day,
    ].enumerated() where digit >= 0 {
      text[place] = UInt8(ascii: "0") + UInt8(digit % 10)
    }
    return String(decoding: text, as: UTF8.self)
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
