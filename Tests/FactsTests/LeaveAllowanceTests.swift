import Facts
import Testing

@Suite struct LeaveAllowanceTests {
  private func told(_ text: String) -> String {
    guard let leave = LeaveAllowance(text.utf8) else { return "" }
    let (least, most) = (leave.days.lowerBound, leave.days.upperBound)
    let holidays = leave.publicHolidays.map { " \($0.rawValue)" } ?? ""
    return "\(least)" + (most == least ? "" : "-\(most)") + holidays
  }

  @Test(arguments: [
    ("25 days' holiday", "25.0"), ("25 days annual leave plus bank holidays", "25.0 extra"),
    ("28 days holiday including bank holidays", "28.0 included"),
    ("33 days holiday (inc. bank holidays)", "33.0 included"), ("5.6 weeks holiday", "28.0"),
    ("four weeks’ annual leave", "20.0"), ("20 days PTO", "20.0"),
    ("15-20 days of paid vacation", "15.0-20.0"), ("3 weeks vacation", "15.0"),
    ("holidays: 22 days", "22.0"), ("25 days leave + bank hols", "25.0 extra"),
    ("21 working days annual leave and public holidays", "21.0 extra"),
    ("thirty days paid holiday", "30.0"), ("27 days’ holiday + BH", "27.0 extra"),
    ("25 days paid time off", "25.0"), ("25 days holidayPrivate health care", "25.0"),
  ])
  func `reads the leave of a year`(text: String, expected: String) {
    #expect(told(text) == expected)
  }

  @Test(arguments: [
    "unlimited holiday", "10 days sick leave", "5 extra days holiday", "3 days holiday",
    "a holiday park open 300 days", "25 days", "90 days of leave", "two volunteering days leave",
    "",
  ])
  func `lets other words be`(text: String) {
    #expect(told(text) == "")
  }

  @Test(arguments: [
    ("25 days holiday", "5 weeks holiday", true), ("25 days holiday", "22 days holiday", false),
    ("28 days holiday including bank holidays", "20 days holiday plus bank holidays", true),
    ("28 days holiday including bank holidays", "25 days holiday plus bank holidays", false),
    ("33 days leave", "25 days leave plus bank holidays", true),
    ("28 days holiday", "20 days holiday", false), ("20-25 days leave", "23 days leave", true),
  ])
  func `knows which two exclude each other`(one: String, other: String, agrees: Bool) throws {
    let (one, other) = (
      try #require(LeaveAllowance(one.utf8)), try #require(LeaveAllowance(other.utf8))
    )
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }
}
