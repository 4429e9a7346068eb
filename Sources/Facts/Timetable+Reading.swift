extension Timetable {
  /// What the words say; `nil` if they name neither days nor a time.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    days = Self.days(words)
    dayCount = words.amounts
      .first { Self.parts.contains(words.word($0.range.upperBound) ?? "") }
      .flatMap { $0.most == $0.least && $0.least <= 7 ? Int($0.least) : nil }
    let times = Clock.all(in: words)
    if let (start, end, isCertain) = Self.span(of: times, in: words) {
      (self.start, self.end, self.isCertain) = (start, end, isCertain)
    } else if let time = times.first, times.count == 1, let minute = time.certainMinute {
      if Self.ends.contains(where: words.plain.contains) { end = minute } else { start = minute }
    }
    if start == nil, end == nil, days.isEmpty { return nil }
  }

  /// What is counted to tell how many days a week one works.
  private static let parts: Set<String> = ["days", "mornings", "afternoons", "evenings", "nights"]
  /// What goes before the time at which one stops.
  private static let ends = [
    "by", "until", "till", "finish", "finishes", "finishing", "finished", "end", "ends", "ending",
  ]

  // MARK: Days

  private static func days(_ words: TermWords) -> Days {
    var days: Days = []
    /// The day that was named last, and where.
    var last: (day: Int, at: Int)?
    for (at, token) in words.tokens.enumerated() {
      guard case .word(let word) = token else { continue }
      switch word {
      case "weekdays", "weekday": days.formUnion(.workWeek)
      case "weekend", "weekends": days.formUnion(.weekend)
      default:
        guard let day = number(of: word) else { continue }
        if let last, last.at == at - 2, isSpan(words, at - 1) {
          var next = last.day
          while next != day {
            next = (next + 1) % 7
            days.insert(.day(next))
          }
        }
        days.insert(.day(day))
        last = (day, at)
      }
    }
    return days
  }

  /// Whether the token leads from one day to another: “Monday to Friday”.
  private static func isSpan(_ words: TermWords, _ at: Int) -> Bool {
    words.isSign(at, "-")
      || ["to", "through", "thru", "till", "until"].contains(words.word(at) ?? "")
  }

  /// The number of the day of the week, from 0 for Monday: “Mon”, “Tues”, “Wednesdays”.
  private static func number(of word: String) -> Int? {
    let one = word.hasSuffix("s") ? word.dropLast() : word[...]
    guard one.utf8.count >= 3 else { return nil }
    return dayNames.firstIndex { $0 == one || one.utf8.count <= 5 && $0.hasPrefix(one) }
  }

  private static let dayNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  // MARK: Times

  /// The first two times that a word or dash joins, as minutes, and whether the words tell the half of
  /// the day.
  private static func span(of times: [Clock], in words: TermWords) -> (
    start: Int, end: Int, isCertain: Bool
  )? {
    for (one, other) in zip(times, times.dropFirst()) {
      guard other.range.lowerBound == one.range.upperBound + 1,
        joins(words, one.range.upperBound), let ends = one.minutes(until: other)
      else { continue }
      let isCertain = [one, other].contains { $0.certainMinute != nil }
      return (ends.start, ends.end, isCertain)
    }
    return nil
  }

  private static func joins(_ words: TermWords, _ at: Int) -> Bool {
    if words.isSign(at, "-") { return true }
    return ["to", "until", "till", "and", "til", "through"].contains(words.word(at) ?? "")
  }
}

/// A time of the day as it is written.
private struct Clock {
  /// Half of the day: before noon, or after it.
  enum Half { case morning, afternoon }

  /// As written, in minutes: 5.30 is 330, be it in the morning or not.
  var minutes: Int
  /// Which half the words tell.
  var half: Half?
  /// Its tokens.
  var range: Range<Int>

  static func all(in words: TermWords) -> [Clock] {
    var all: [Clock] = []
    var at = 0
    while at < words.tokens.count {
      if let clock = Clock(words, at) {
        all.append(clock)
        at = clock.range.upperBound
      } else {
        at += 1
      }
    }
    return all
  }

  /// The time that begins at token `at`.
  private init?(_ words: TermWords, _ at: Int) {
    switch words.tokens[at] {
    case .word("noon"), .word("midday"):
      self.init(minutes: 12 * 60, half: .afternoon, range: at..<at + 1)
    case .word("midnight"):
      self.init(minutes: 12 * 60, half: .morning, range: at..<at + 1)
    case .number(let value):
      var end = at + 1
      var minutes: Int
      if value >= 100 {
        // “0900”
        guard value <= 2400, value == value.rounded() else { return nil }
        minutes = Int(value) / 100 * 60 + Int(value) % 100
        guard Int(value) % 100 < 60 else { return nil }
      } else {
        guard value <= 24 else { return nil }
        // “5.3” is how 5.30 is read.
        let part = Int(((value - value.rounded(.down)) * 100).rounded())
        guard part < 60 else { return nil }
        minutes = Int(value) * 60 + part
        if words.isSign(end, ":"), end + 1 < words.tokens.count,
          case .number(let past) = words.tokens[end + 1], past < 60, past == past.rounded()
        {
          minutes += Int(past)
          end += 2
        }
      }
      var half: Half?
      switch words.word(end) {
      case "am": half = .morning
      case "pm": half = .afternoon
      case "noon", "midday": half = .afternoon
      case "hrs" where value >= 100, "h" where value >= 13: end += 1
      default: break
      }
      if half != nil { end += 1 }
      // “13pm” is no time of a clock with twelve hours, but everybody reads it.
      if half != nil, minutes >= 13 * 60 { half = nil }
      self.init(minutes: minutes, half: half, range: at..<end)
    default: return nil
    }
  }

  private init(minutes: Int, half: Half?, range: Range<Int>) {
    (self.minutes, self.half, self.range) = (minutes, half, range)
  }

  /// Minutes after midnight, read as in `half`.
  private func minute(in half: Half) -> Int {
    if minutes >= 13 * 60 { return minutes % Timetable.day }
    return minutes % (12 * 60) + (half == .afternoon ? 12 * 60 : 0)
  }

  /// Minutes after midnight where the words leave no doubt.
  var certainMinute: Int? {
    if let half { return minute(in: half) }
    return minutes >= 13 * 60 ? minutes % Timetable.day : nil
  }

  /// This time and `other`, the end of a shift that begins here: the halves of the day that are not
  /// told are those that make it shortest. `nil` where it would be longer than a shift can be.
  func minutes(until other: Clock) -> (start: Int, end: Int)? {
    var best: (start: Int, end: Int)?
    var least = Self.longest + 1
    for first in half.map({ [$0] }) ?? [.morning, .afternoon] {
      for last in other.half.map({ [$0] }) ?? [.morning, .afternoon] {
        let (start, end) = (minute(in: first), other.minute(in: last))
        let length = end > start ? end - start : end - start + Timetable.day
        if length < least { (best, least) = ((start, end), length) }
      }
    }
    return best
  }

  /// Nobody works longer without a rest, in minutes.
  private static let longest = 16 * 60
}
