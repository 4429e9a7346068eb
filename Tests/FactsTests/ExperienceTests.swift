import AdModel
import Facts
import Testing

@Suite struct ExperienceTests {
  private func told(_ text: String) -> String {
    guard let years = Experience(text.utf8) else { return "" }
    let span =
      "\(years.least)" + (years.most.map { $0 == years.least ? "" : "-\($0)" } ?? "+")
    return span + (years.need.map { " \($0.rawValue)" } ?? "")
  }

  @Test(arguments: [
    ("3 years' experience", "3.0"), ("3+ years of experience", "3.0+"),
    ("at least three years’ experience", "3.0+ required"), ("18 months experience", "1.5"),
    ("36 months of experience", "3.0"), ("5-7 yrs experience", "5.0-7.0"),
    ("minimum of 2 years in sales", "2.0+ required"), ("min. 4 yrs", "4.0+"),
    ("between 3 and 5 years", "3.0-5.0"), ("3 to 5+ years", "3.0+"), ("3 years or more", "3.0+"),
    ("2 or more years", "2.0+"), ("5 plus years", "5.0+"), ("5 years plus", "5.0+"),
    ("over 10 years of experience", "10.0+"), ("more than five years", "5.0+"),
    ("up to 2 years of experience", "0.0-2.0"), ("one (1) year of experience", "1.0"),
    ("5 years of experience preferred", "5.0 wished"),
    ("ideally 2 years' experience", "2.0 wished"),
    ("2 years required", "2.0 required"), ("twenty-five years", "25.0"),
    ("1–2 years post-qualification experience", "1.0-2.0"), ("6 months' experience", "0.5"),
    ("No experience required", "0.0"), ("no previous experience", "0.0"),
    ("1.5 years of experience", "1.5"), ("3/4 years experience", "3.0-4.0"),
    ("8 years’ experience within sales", "8.0"),
  ])
  func `reads the years asked for`(text: String, expected: String) {
    #expect(told(text) == expected)
  }

  @Test(arguments: [
    "18 years of age", "over 18 years old", "21 years or older", "five years ago",
    "in the last 5 years", "for the past three years", "2-year warranty", "a 12 month contract",
    "3 year degree", "several years of experience", "experience", "extensive experience",
    "3 days", "1998", "100 years of experience", "within 2 years", "",
  ])
  func `lets other words be`(text: String) {
    #expect(told(text) == "")
  }

  @Test(arguments: [
    ("3 years", "36 months", true), ("3 years", "5 years", false), ("3+ years", "3 years", true),
    ("2-5 years", "minimum of two years", true), ("2-5 years", "3 years", true),
    ("2-3 years", "3-4 years", false), ("2-5 years", "5 years", true),
    ("2 years required", "5 years preferred", true), ("18 months", "two years", false),
    ("no experience", "3 years", false),
  ])
  func `knows which two exclude each other`(one: String, other: String, agrees: Bool) throws {
    let (one, other) = (try #require(Experience(one.utf8)), try #require(Experience(other.utf8)))
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }

  @Test(arguments: [
    ("5 years of experience is desirable", 0..<21, Need.wished),
    ("You must have sold, with 5 years of experience.", 25..<46, .required),
    ("A degree is essential. It takes 5 years of experience.", 32..<53, nil),
    ("Cake is welcome, 5 years of experience required.", 17..<38, .required),
  ])
  func `takes from the words around whether it is required`(
    text: String, place: Range<Int>, need: Need?
  ) throws {
    let place = ByteRange<Prose>(place.lowerBound, place.upperBound)
    let term = try #require(Term(.experience, at: place, in: Ad(text)))
    guard case .experience(let years) = term else { return }
    #expect(years.least == 5)
    #expect(years.need == need)
  }
}
