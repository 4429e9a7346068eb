import Facts
import Testing

@Suite struct TimetableTests {
  private func told(_ text: String) -> String {
    guard let table = Timetable(text.utf8) else { return "" }
    let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    let days = names.indices.filter { table.days.rawValue >> UInt8($0) & 1 == 1 }.map { names[$0] }
    func clock(_ minute: Int?) -> String {
      guard let minute else { return "" }
      let past = minute % 60
      return "\(minute / 60)" + (past == 0 ? "" : past < 10 ? ":0\(past)" : ":\(past)")
    }
    let times = clock(table.start) + "-" + clock(table.end)
    let count = table.dayCount.map { "\($0)d" }
    return ([days.joined(), count ?? "", times].filter { !$0.isEmpty }).joined(separator: " ")
  }

  @Test(arguments: [
    ("Monday to Friday, 9am to 5.30pm", "MoTuWeThFr 9-17:30"),
    ("Mon-Fri 8:30am–5:00pm", "MoTuWeThFr 8:30-17"),
    ("Mon - Fri, 0900-1730hrs", "MoTuWeThFr 9-17:30"),
    ("weekdays 9-5", "MoTuWeThFr 9-17"), ("Saturdays and Sundays 10 to 4", "SaSu 10-16"),
    ("Tues, Weds & Thurs 8 to 1", "TuWeTh 8-13"), ("Friday to Monday, 6pm to 2am", "MoFrSaSu 18-2"),
    ("five days a week, 7 a.m. to 3 p.m.", "5d 7-15"), ("22:00 to 06:00", "22-6"),
    ("four mornings, 9am to 12 noon", "4d 9-12"),
    ("from 8 until 12 noon", "8-12"), ("6pm-midnight", "18-0"), ("1-5pm", "13-17"),
    ("9am-5", "9-17"), ("between 7.45am and 4.15pm", "7:45-16:15"), ("10 to 6", "10-18"),
    ("7–7", "7-19"), ("7am – 7pm", "7-19"), ("home by 2pm", "-14"), ("start at 6 am", "6-"),
    ("finish at 16:00", "-16"), ("finish at midnight", "-0"),
    ("Monday to Friday", "MoTuWeThFr -"), ("Tuesday, Thursday and Sunday", "TuThSu -"),
  ])
  func `reads days and times`(text: String, expected: String) {
    #expect(told(text) == expected)
  }

  @Test(arguments: [
    "37.5 hours", "start at 9", "25-30 people", "9.75 to 12.80",
    "a 2600-3800 litre tank", "",
  ])
  func `lets other words be`(text: String) {
    #expect(told(text) == "")
  }

  @Test(arguments: [
    ("4pm to 10pm", "home by 2pm", false), ("4pm to 10pm", "home by 10.30pm", true),
    ("9am to 5pm", "start at 6am", false), ("9am to 5pm", "start at 9am", true),
    ("10pm to 6am", "start at 2am", true), ("10pm to 6am", "8am to 4pm", false),
    ("10pm to 6am", "5am to 11am", true), ("6am to 2pm", "2pm to 10pm", false),
    ("start at 3am", "start at 8am", false), ("start at 8am", "start at 8.30am", true),
    ("start at 8am", "finish at 2pm", true), ("9am to 5pm", "8am to 4pm", true),
    ("Monday and Tuesday", "Thursday to Saturday", false),
    ("Monday and Tuesday", "Tuesday to Saturday", true), ("Monday, 9am to 5pm", "Tuesday", true),
  ])
  func `knows which times exclude each other`(one: String, other: String, agrees: Bool) throws {
    let (one, other) = (try #require(Timetable(one.utf8)), try #require(Timetable(other.utf8)))
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }

  @Test(arguments: [
    ("Monday to Friday, 9am to 5pm", "37.5 hours a week", true),
    ("Monday to Friday, 9am to 5pm", "35 hours a week", true),
    ("Monday to Friday, 9am to 5pm", "40 hours a week", true),
    ("Monday to Friday, 9am to 5pm", "20 hours a week", false),
    ("Monday to Friday, 9am to 5pm", "45 hours a week", false),
    ("Monday to Friday, 9am to 5pm", "30-40 hours a week", true),
    ("Monday to Friday, 9am to 1pm", "20 hours a week", true),
    ("Monday to Friday, 9am to 1pm", "full time", false),
    ("Monday to Friday, 8am to 5pm", "part time", false),
    ("Monday to Friday, 10am to 2pm", "part time", true),
    ("9am to 5pm", "20 hours a week", true), ("7am to 3pm", "nights", false),
    ("10pm to 6am", "nights", true), ("10 to 6", "nights", true),
    ("2pm to 10pm", "night shifts", true),

    ("three days a week, 9am to 5pm", "40 hours a week", false),
    ("4 days a week, 7am to 6pm", "40 hours a week", true),
    ("four mornings, 9am to 12 noon", "16 hours a week", false),
  ])
  func `adds up to hours a week`(table: String, hours: String, agrees: Bool) throws {
    let table = try #require(Timetable(table.utf8))
    #expect(table.agrees(with: try #require(WorkingHours(hours.utf8))) == agrees)
  }
}
