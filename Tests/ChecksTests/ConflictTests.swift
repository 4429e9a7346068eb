import AdModel
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
    #expect(try words("phrases: ['\(phrase)']\ndiffer: true", in: ad) == expected)
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
