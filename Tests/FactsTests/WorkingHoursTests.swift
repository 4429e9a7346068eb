import Facts
import Testing

@Suite struct WorkingHoursTests {
  private func told(_ text: String) -> String {
    guard let hours = WorkingHours(text.utf8) else { return "" }
    var told: [String] = []
    if let share = hours.share { told.append(share.rawValue) }
    if let least = hours.leastHours {
      told.append("\(least)" + (hours.mostHours.map { $0 == least ? "" : "-\($0)" } ?? "+") + "h")
    }
    if let share = hours.fullTimeShare { told.append("\(share) FTE") }
    if let days = hours.days {
      told.append(
        "\(days.lowerBound)" + (days.lowerBound == days.upperBound ? "" : "-\(days.upperBound)")
          + "d")
    }
    let patterns: [(WorkingHours.Pattern, String)] = [
      (.shifts, "shifts"), (.nights, "nights"), (.weekends, "weekends"), (.evenings, "evenings"),
      (.termTime, "term"), (.onCall, "on-call"),
    ]
    told += patterns.filter { hours.patterns.contains($0.0) }.map(\.1)
    return told.joined(separator: " ")
  }

  @Test(arguments: [
    ("Full time", "full"), ("full-time", "full"), ("FT", "full"), ("Fulltime", "full"),
    ("part time", "part"), ("Part-Time", "part"), ("p/t", "part"), ("job share", "job-share"),
    ("full or part time", "either"), ("part-time / full-time", "either"),
    ("37.5 hours a week", "37.5h"), ("37.5hrs per week", "37.5h"), ("37½ hours per week", "37.5h"),
    ("40hrs/wk", "40.0h"), ("40 hpw", "40.0h"), ("39 hours weekly", "39.0h"),
    ("40-hour week", "40.0h"), ("40h/week", "40.0h"), ("38,5 Std./Woche", "38.5h"),
    ("10 Stunden pro Woche", "10.0h"), ("35 heures par semaine", "35.0h"),
    ("40 horas semanales", "40.0h"), ("32 uur per week", "32.0h"),
    ("38 ore settimanali", "38.0h"),
    ("37,5 hours per week", "37.5h"), ("35 hours pw", "35.0h"), ("16hrs p/w", "16.0h"),
    ("20-25 hours per week", "20.0-25.0h"), ("20 to 25 hours a week", "20.0-25.0h"),
    ("between 16 and 24 hours each week", "16.0-24.0h"), ("40+ hours a week", "40.0+h"),
    ("at least 30 hours per week", "30.0+h"), ("up to 20 hours per week", "0.0-20.0h"),
    ("40-hour week", "40.0h"), ("30 contracted hours per week", "30.0h"),
    ("forty hours a week", "40.0h"), ("twenty-four hours a week", "24.0h"),
    ("76 hours per fortnight", "38.0h"), ("Full-time, 37 hours per week", "full 37.0h"),
    ("part time (20 hours per week)", "part 20.0h"),
    ("Part Time 15hrs per weekLocation", "part 15.0h"), ("0.6 FTE", "0.6 FTE"),
    ("FTE 0.8", "0.8 FTE"), ("60% FTE", "0.6 FTE"), (".5 FTE", "0.5 FTE"),
    ("1.0 WTE", "1.0 FTE"), ("0.6 full-time equivalent", "full 0.6 FTE"),
    ("weekly hours: 32.5", "32.5h"),
    ("contracted week will be 42 hours", "42.0h"), ("4 days a week", "4.0d"),
    ("3-4 days per week", "3.0-4.0d"), ("five days a week", "5.0d"),
    ("Monday to Friday", "5.0d"), ("Mon-Fri", "5.0d"), ("Monday – Thursday", "4.0d"),
    ("Tue to Sat", "5.0d"), ("night shifts", "shifts nights"), ("4 on 4 off", "shifts"),
    ("weekends and evenings", "weekends evenings"), ("term time only", "term"),
    ("on-call rota", "shifts on-call"), ("rotating roster", "shifts"),
  ])
  func `reads how much and when one works`(text: String, expected: String) {
    #expect(told(text) == expected)
  }

  @Test(arguments: [
    "£25,000 pro rata", "24 hour service", "within 48 hours", "24/7 support", "opening hours",
    "72 hours notice", "two years full time experience", "full-time education", "40 hours",
    "8 hours a day", "a full week", "part of the team", "168 hours a week", "Monday", "hours", "",
    "3 days of training", "part", "1.5 litres",
  ])
  func `lets other words be`(text: String) {
    #expect(told(text) == "")
  }

  @Test(arguments: [
    ("full time", "part time", false), ("full time", "20 hours a week", false),
    ("full time", "35 hours a week", true), ("full time", "up to 30 hours a week", true),
    ("part time", "40 hours a week", false), ("part time", "30 hours a week", true),
    ("full time", "0.6 FTE", false), ("full time", "1.0 FTE", true),
    ("part time", "1.0 FTE", false), ("part time", "0.5 FTE", true),
    ("part time", "job share", true), ("full time", "job share", false),
    ("full or part time", "20 hours a week", true),
    ("37.5 hours a week", "37½ hrs per week", true), ("20 hours a week", "30 hours a week", false),
    ("20-30 hours a week", "25 hours per week", true),
    ("38 hours a week", "76 hours a fortnight", true),
    ("night shifts", "part time", true),
  ])
  func `knows which two exclude each other`(one: String, other: String, agrees: Bool) throws {
    let (one, other) = (
      try #require(WorkingHours(one.utf8)), try #require(WorkingHours(other.utf8))
    )
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }
}
