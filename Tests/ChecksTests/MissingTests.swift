import AdModel
import Testing

@Suite struct MissingTests {
  static let facts = """
    facts:
      - id: unpaid
        what: Nobody is paid.
        check: {phrases: [volunteers?]}
      - id: pay-vague
        what: Pay is only described.
        check: {phrases: [good pay]}
    """

  private func finding(_ options: String, in ad: String, as format: String = "text") throws
    -> Finding?
  {
    try findings(options, in: ad, as: format, facts: Self.facts).first
  }

  @Test(arguments: [
    ("Title: Baker\nSalary:\nDescription: Bake for good pay.", Anchor.emptyValue, ""),
    ("Title: Baker\nDescription: Bake for good pay.", .phrase, "good pay"),
    ("Title: Baker\nDescription: Bake.", .title, "Baker"),
    ("Bake every night.", .record, "Bake"),
    ("…", .record, ""),
  ])
  func `points at the best place there is`(ad: String, anchor: Anchor, words: String) throws {
    let found = try #require(try finding("missing: pay", in: ad))
    #expect(found.anchor == anchor)
    #expect(found.words == words)
    #expect(found.place.upper <= ad.utf8.count)
  }

  @Test func `points into the quotes of an empty value`() throws {
    let line = #"{"title": "Baker", "salary": "", "description": "Bake."}"#
    let found = try #require(try finding("missing: pay", in: line, as: "ndjson"))
    let at = Array(line.utf8).firstRange(of: Array(#""salary": ""#.utf8))
    #expect(found.place.utf8 == at!.upperBound..<at!.upperBound)
    #expect(found.pointer == "/salary")
  }

  @Test(arguments: [
    "Bake for £12 an hour.", "Salary: £30,000\nDescription: Bake.", "We need a volunteer.",
  ])
  func `is silent where the fact or another is stated`(ad: String) throws {
    #expect(try finding("{missing: pay, or: [unpaid]}", in: ad) == nil)
  }

  @Test func `spares short ads if asked to`() throws {
    let ad = "Bake bread at night."
    #expect(try finding("{missing: pay, words: 5}", in: ad) == nil)
    #expect(try finding("{missing: pay, words: 4}", in: ad) != nil)
  }
}
