import AdModel
import Checks
import Testing

/// Checks that find two statements of which only one can be true.
@Suite struct ConflictTests {
  private static let facts = """
    facts:
      - id: by-day
        what: Work by day.
        check: {phrases: [day shift]}
        flags: ["a [[day shift]]"]
        passes: ["a night"]
      - id: by-night
        what: Work by night.
        check: {phrases: [night shift]}
        flags: ["a [[night shift]]"]
        passes: ["a day"]
      - id: rota
        what: Both.
        check: {phrases: [rota]}
        flags: ["a [[rota]]"]
        passes: ["a day"]
    """

  @Test(arguments: [
    ("Title: Baker, night shift\n\nA day shift awaits. You bake.", ["day shift"]),
    ("A day shift awaits. You bake. It is a night shift.", ["night shift"]),
    ("Is it a day shift or a night shift? Day shift.", []),
    ("A day shift awaits. You bake. It is a night shift on a rota.", []),
    ("A day shift awaits. You bake.", []),
  ])
  func `two facts exclude each other unless the ad explains them`(
    ad: String, expected: [String]
  ) throws {
    let found = try findings(
      "conflict: [by-day, by-night]\nunless: [rota]", in: ad, facts: Self.facts)
    #expect(found.map(\.words) == expected)
  }

  @Test(arguments: [
    ("Three references. You bake. Four references.", ["Four"]),
    ("Three references. You bake. 3 references.", []),
    ("2 to 4 references. You bake. 3 references.", []),
    ("2-3 references. You bake. 3-4 references.", ["3-4"]),
    ("Three references. Two references. Four references.", []),
    ("Three references, or four references.", []),
  ])
  func `a figure differs from the first one`(ad: String, expected: [String]) throws {
    let phrase = #"(?<hit>(two|three|four|\d(( to |-)\d)?)) references"#
    #expect(try words("phrases: ['\(phrase)']\ndiffer: figures", in: ad) == expected)
  }

  @Test(arguments: [
    ("Baker, full time", "You bake. It is 16 hours a week.", ["16 hours a week"]),
    ("Baker, full time", "You bake. It is 38 hours a week.", []),
    ("Baker, full time", "You bake. It is 16 hours a week. Or is it 39 hours a week?", []),
    ("Baker, part time", "You bake. It is 42 hours a week.", ["42 hours a week"]),
    ("Baker", "You bake. It is 16 hours a week.", []),
  ])
  func `two facts that are read as values conflict where all of them disagree`(
    title: String, text: String, expected: [String]
  ) throws {
    let facts = """
      facts:
        - id: share
          what: Full or part time.
          check: {phrases: [(full|part) time]}
          flags: ["a [[full time]] job"]
          passes: ["a job"]
        - id: hours
          what: Hours a week.
          check: {phrases: ['\\d+ hours a week']}
          flags: ["[[16 hours a week]]"]
          passes: ["16 hours"]
      """
    let found = try findings(
      "conflict: [share, hours]\nas: [hours, hours]", in: "Title: \(title)\n\n\(text)",
      facts: facts)
    #expect(found.map(\.words) == expected)
  }

  @Test func `a fact that is said twice differs from itself`() throws {
    let facts = """
      facts:
        - id: hours
          what: Hours a week.
          check: {phrases: ['\\d+ hours a week']}
          flags: ["[[16 hours a week]]"]
          passes: ["16 hours"]
      """
    let ad = "It is 16 hours a week. You bake. It is 30 hours a week."
    let found = try findings("differ: hours\nfact: hours", in: ad, facts: facts)
    #expect(found.map(\.words) == ["30 hours a week"])
    #expect(throws: OptionsError.self) { try words("differ: hours", in: ad) }
  }

  @Test func `wants a reading for each fact`() {
    #expect(throws: OptionsError.self) {
      try words("conflict: [share, hours]\nas: [hours]", in: "Bake.")
    }
    #expect(throws: OptionsError.self) {
      try words("conflict: [share, hours]\nas: [hours, colour]", in: "Bake.")
    }
  }

  @Test(arguments: [
    ("experience", "3 years needed. You bake. 36 months needed.", []),
    ("experience", "3 years needed. You bake. 5 years needed.", ["5 years"]),
    ("experience", "3 years needed. You bake. 5 years preferred.", []),
    ("contract", "12 month contract. You bake. One year contract.", []),
    ("contract", "12 month contract. You bake. 6 month contract.", ["6 month contract"]),
    ("hours", "38 hours a week. You bake. 76 hours a fortnight.", []),
    ("hours", "38 hours a week. You bake. 30 hours a week.", ["30 hours a week"]),
    ("leave", "25 days holiday. You bake. Five weeks holiday.", []),
    ("leave", "25 days holiday. You bake. 22 days holiday.", ["22 days holiday"]),
    ("degree", "Master's degree required. You bake. PhD required.", ["PhD"]),
    ("degree", "Master's degree required. You bake. PhD preferred.", []),
    ("language", "German (B2). You bake. C1 German.", ["C1 German"]),
    ("language", "German (B2). You bake. French (C1).", []),
  ])
  func `words differ as what they are read as`(
    reading: String, ad: String, expected: [String]
  ) throws {
    let options = """
      phrases:
        - (\\d+|five|one)( |-)(years?|months?|hours|days|weeks)( contract| holiday| a (week|fortnight))?
        - (master's degree|phd|german[ ][(]b2|french[ ][(]c1|c1 german)
      differ: \(reading)
      """
    #expect(try words(options, in: ad) == expected)
  }

  @Test(arguments: [
    ("Infant Teacher", "We seek a kind toddler teacher.", ["kind toddler teacher"]),
    ("Infant Teacher", "We seek a kind teacher.", []),
    ("Infant Teacher", "We seek a toddler teacher. You help the infant teachers.", []),
    ("Infant Teacher", "Infant Teacher\n\nWe seek a toddler teacher.", ["toddler teacher"]),
    ("Infant Nurse", "We seek a toddler teacher.", []),
    ("Infant and Toddler Teacher", "We seek a toddler teacher.", []),
  ])
  func `a role is of another kind than the title`(
    title: String, text: String, expected: [String]
  ) throws {
    let options = """
      other-role: ['seek a (?<hit>(\\w+ ){0,3}teacher)']
      groups: ["infant, toddler"]
      """
    #expect(try words(options, in: "Title: \(title)\n\n\(text)", parts: [.body]) == expected)
  }
}
