import Facts
import Testing

/// Degrees, ranks and languages.
@Suite struct RequirementLevelTests {
  private func degree(_ text: String) -> String {
    guard let degree = DegreeLevel(text.utf8) else { return "" }
    var told = "\(degree.least)"
    if degree.most != degree.least { told += "-\(degree.most)" }
    if degree.isHonours { told += " honours" }
    if degree.allowsEquivalent { told += " or equivalent" }
    return told + (degree.need.map { " \($0.rawValue)" } ?? "")
  }

  @Test(arguments: [
    ("Bachelor’s degree required", "bachelor required"),
    ("BSc (Hons) in Biology", "bachelor honours"),
    ("B.A. or B.S. degree", "bachelor"), ("a 2:1 degree", "bachelor honours"),
    ("minimum 2.1 in a numerate subject", "bachelor honours required"),
    ("degree or equivalent", "bachelor or equivalent"), ("educated to degree level", "bachelor"),
    ("honours degree", "bachelor honours"), ("bachelor's or master's degree", "bachelor-master"),
    ("BS/MS in Computer Science", "bachelor-master"), ("Master’s preferred", "master wished"),
    ("MBA", "master"), ("MSc", "master"), ("postgraduate degree", "master"),
    ("Ph.D. in Chemistry", "doctor"), ("PhD or MSc", "master-doctor"), ("doctorate", "doctor"),
    ("HND", "higher"), ("Associate’s degree", "higher"), ("HNC/HND", "higher"),
    ("foundation degree", "higher"), ("A levels", "advanced"), ("A-levels", "advanced"),
    ("Scottish Highers", "advanced"), ("VCE", "advanced"), ("GCSE Maths at grade 4", "school"),
    ("Leaving Certificate", "school"), ("High school diploma or GED", "school"),
    ("High school diploma or equivalent", "school or equivalent"),
    ("No degree required", "none required"), ("no formal qualifications", "none"),
    ("upper second class honours", "bachelor honours"),
    ("bachelor's degree or equivalent experience", "bachelor or equivalent"),
    ("degree is desirable", "bachelor wished"), ("university degree", "bachelor"),
    ("MA in History", "master"), ("high school diploma/equivalent", "school or equivalent"),
    ("associate’s/bachelor’s degree", "higher-bachelor"), ("four-year degree", "bachelor"),
  ])
  func `reads qualifications`(text: String, expected: String) {
    #expect(degree(text) == expected)
  }

  @Test(arguments: [
    "a high degree of accuracy", "360 degree feedback", "90 degrees", "some degree of travel",
    "master data", "Scrum Master", "masterclass", "Boston, MA", "MS Office", "BA flights",
    "a level of detail", "doctor", "associate", "BS", "degree of freedom", "",
  ])
  func `takes nothing else for a qualification`(text: String) {
    #expect(degree(text) == "")
  }

  @Test(arguments: [
    ("bachelor's required", "master's required", false),
    ("bachelor's required", "master's preferred", true),
    ("bachelor's or master's required", "master's required", true),
    ("degree or equivalent required", "PhD required", true),
    ("high school diploma required", "bachelor's degree required", false),
  ])
  func `knows which degrees exclude each other`(
    one: String, other: String, agrees: Bool
  ) throws {
    let (one, other) = (try #require(DegreeLevel(one.utf8)), try #require(DegreeLevel(other.utf8)))
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }

  private func rank(_ text: String) -> String { Seniority(text.utf8).map { "\($0)" } ?? "" }

  @Test(arguments: [
    ("Marketing Intern", "intern"), ("Summer Internship", "intern"),
    ("Trainee Accountant", "trainee"), ("Apprentice Electrician", "trainee"),
    ("Trainee Manager", "trainee"), ("Graduate Engineer", "entry"), ("entry-level role", "entry"),
    ("No experience needed", "entry"), ("Experience is not required", "entry"),
    ("Junior Developer", "junior"), ("Jr. Analyst", "junior"), ("Junior Account Manager", "junior"),
    ("Mid-level Designer", "mid"), ("Senior Nurse", "senior"), ("Snr Buyer", "senior"),
    ("Sr. Engineer", "senior"), ("Team Leader", "lead"), ("Lead Generation Team Leader", "lead"),
    ("Principal Engineer", "lead"), ("Shift Supervisor", "lead"), ("Store Manager", "manager"),
    ("Senior Project Manager", "manager"), ("Assistant Manager", "lead"),
    ("Head Chef", "head"), ("Head of Sales", "head"), ("Deputy Head", "manager"),
    ("Finance Director", "director"), ("Director of Nursing", "director"),
    ("Assistant Director", "head"), ("Deputy Home Manager", "lead"), ("Chief Engineer", "chief"),
    ("VP Sales", "chief"),
    ("Vice President", "director"), ("CFO", "chief"), ("Graduate Recruitment Manager", "manager"),
    ("Apprenticeship Coordinator / Manager", "manager"), ("Head Office Manager", "manager"),
  ])
  func `reads ranks`(title: String, expected: String) {
    #expect(rank(title) == expected)
  }

  @Test(arguments: [
    "work with senior managers", "lead generation", "head office", "PA to the Managing Director",
    "Junior to Senior Developer", "Junior / Senior Developer", "Junior School Teacher",
    "reporting to the Head of Sales", "senior living", "Graduate Teaching Assistant", "Nurse",
    "Personal Assistant to Director", "intern programme", "headway", "mentor for juniors", "",
  ])
  func `takes nothing else for a rank`(title: String) {
    #expect(rank(title) == "")
  }

  @Test(arguments: [
    ("Junior Analyst", "8+ years", false), ("Junior Analyst", "2 years", true),
    ("Graduate Engineer", "3 years", false), ("Senior Analyst", "8+ years", true),
    ("Junior Analyst", "8+ years preferred", true),
  ])
  func `knows how many years a rank may ask for`(
    title: String, years: String, suits: Bool
  ) throws {
    let rank = try #require(Seniority(title.utf8))
    #expect(rank.suits(try #require(Experience(years.utf8))) == suits)
  }

  private func language(_ text: String) -> String {
    guard let level = LanguageLevel(text.utf8) else { return "" }
    let levels = level.levels
    let span = levels.lowerBound == levels.upperBound ? "" : "-\(levels.upperBound)"
    return "\(level.language) \(levels.lowerBound)\(span)" + (level.isNative ? " native" : "")
  }

  @Test(arguments: [
    ("fluent German", "de b2-c2"), ("German (B2)", "de b2"), ("English C1/C2", "en c1-c2"),
    ("B1-B2 level of French", "fr b1-b2"), ("native Dutch speaker", "nl c2 native"),
    ("conversational Spanish", "es b1-b2"), ("business-level Japanese", "ja b2-c1"),
    ("business English", "en b2-c1"), ("basic Polish", "pl a1-a2"),
    ("Italian mother tongue", "it c2 native"), ("bilingual English/French", "en c2"),
    ("upper-intermediate English", "en b2"), ("fluency in Mandarin", "cmn b2-c2"),
    ("full professional proficiency in English", "en c1-c2"), ("Welsh, fluent", "cy b2-c2"),
    ("advanced Portuguese", "pt c1"), ("professional working proficiency in Korean", "ko b2-c1"),
    ("Sehr gutes Deutsch (C1)", "de c1"), ("Business-level English proficiency", "en b2-c1"),
    ("proficient in Irish", "ga c1-c2"),
  ])
  func `reads levels of languages`(text: String, expected: String) {
    #expect(language(text) == expected)
  }

  @Test(arguments: [
    "English teacher", "native apps", "fluent in Python", "C1 licence, English spoken",
    "Native American studies", "business development, French market", "German cars", "B2", "",
  ])
  func `takes nothing else for a level`(text: String) {
    #expect(language(text) == "")
  }
}
