import AdModel
import Checks
import RuleText
import TestSupport
import Testing

extension Options {
  /// The options that a line of YAML writes.
  static func node(_ text: String) throws -> Node { try YAML.node(of: text, file: "rule.yml") }
}

/// Checks that measure how an ad is laid out.
@Suite struct ShapeTests {
  @Test(arguments: [(9, false), (10, true), (40, true)])
  func `a wall of text begins at its limit and is pointed at by five words`(
    count: Int, isWall: Bool
  ) throws {
    let text = (0..<count).map { "word\($0)" }.joined(separator: " ") + "."
    let found = try findings("wall-of-text: {}\nwords: 10", in: "Short one.\n\n\(text)\n\n\(text)")
    #expect(found.map(\.words) == (isWall ? ["word0 word1 word2 word3 word4"] : []))
    #expect(found.first?.arguments[1] == (isWall ? "\(count)" : nil))
  }

  @Test(arguments: [
    ("Bakers, CALL US TODAY FOR BREAD at the mill.", ["CALL US TODAY FOR BREAD"]),
    ("You know HTML, CSS, SQL, JSON.", []),
    ("You know API AWS GCP SQL.", []),
    ("CALL US NOW", []),
    ("CALL 24 TODAY FOR BREAD", ["CALL 24 TODAY FOR BREAD"]),
    ("CALL US TODAY SOON A baker waits.", ["CALL US TODAY SOON"]),
    ("A GOOD LOAF NEEDS TIME", ["A GOOD LOAF NEEDS TIME"]),
    (
      "WE ARE LOOKING FOR A [JOB TITLE] TO BAKE GOOD BREAD AT OUR MILL",
      ["WE ARE LOOKING FOR A [JOB TITLE] TO BAKE GOOD BREAD AT OUR MILL"]
    ),
    ("You know SQL CSS PHP AWS JSON XML API SSO REST GCP.", []),
    (
      "CALL TODAY. BRING BREAD. call WRITE SOON WITH LETTERS",
      ["CALL TODAY. BRING BREAD", "WRITE SOON WITH LETTERS"]
    ),
  ])
  func `a run of capitals is words and no abbreviations`(ad: String, expected: [String]) throws {
    #expect(try words("capital-run: {}\nwords: 4", in: ad) == expected)
  }

  @Test func `time grows as a run of single capitals does`() throws {
    let growth = try growth(of: 3_000) { count in
      let found = try words("capital-run: {}", in: String(repeating: "A B C ", count: count))
      #expect(found == [])
    }
    #expect(growth < linearGrowth)
  }

  @Test(arguments: [
    ("{blank-runs: {}, at-least: 2}", "Bake  bread  Clean", ["Bake  bread"]),
    ("{blank-runs: {}, at-least: 3}", "Bake  bread  Clean", []),
    ("{blank-runs: {}, at-least: 1}", "Stop.  Go!  Why?  So", []),
    ("{blank-runs: {}, at-least: 1}", "Stop.   Go", ["Stop.   Go"]),
    ("{blank-runs: {}, at-least: 1}", "  indented\n  twice  \nend", []),
    (
      "{blank-runs: {}, in: title, at-least: 1}", "Title: Baker  Nights\nDescription: a  b",
      ["Baker  Nights"]
    ),
  ])
  func `runs of blanks count where they part words`(
    options: String, ad: String, expected: [String]
  ) throws {
    #expect(try words(options, in: ad) == expected)
  }

  @Test(arguments: [
    ("One two three four. Other words here now. One, two THREE four.", ["One, two THREE four."]),
    ("One two three. One two three.", []),
    (
      "One two three four.\n\nOne two three four. Five six seven eight.\n\nFive six seven eight.",
      ["One two three four.", "Five six seven eight."]
    ),
    ("A b c d. E f g h.\n\nA b c d. E f g h.", ["A b c d. E f g h."]),
  ])
  func `a sentence that stands twice is pointed at the second time`(
    ad: String, expected: [String]
  ) throws {
    #expect(try words("repeated: {}\nwords: 4", in: ad) == expected)
  }

  @Test(arguments: [
    ("all-caps", "WAREHOUSE OPERATIVE", true), ("all-caps", "HGV DRIVER", false),
    ("all-caps", "IT SQL DBA", false), ("all-caps", "WAREHOUSE Operative", false),
    ("lowercase", "warehouse operative", true), ("lowercase", "Warehouse operative", false),
    ("lowercase", "élan coach", false), ("lowercase", "2", false),
    ("too-long, characters: 9", "Baker 789", false),
    ("too-long, characters: 9", "Bäker 7890", true),
    ("company", "Baker at acme foods", true), ("company", "Acme Foods", false),
    ("company", "Baker", false),
  ])
  func `a title has a shape`(fault: String, title: String, isFaulty: Bool) throws {
    let ad = "Title: \(title)\nCompany: Acme Foods\nDescription: Bake."
    #expect(try words("{title: \(fault)}", in: ad).isEmpty == !isFaulty)
  }

  @Test(arguments: [
    ("Baker - Acme Foods", "At Acme Foods, we bake.", ["Acme Foods"]),
    ("Baker at Acme Foods", "Bread. Acme Foods is a mill.", ["Acme Foods"]),
    ("Baker – Acme Foods", "We bake with Acme Foods.", []),
    ("Baker - Acme", "At Acme, we bake.", []),
    ("Acme Foods", "At Acme Foods, we bake.", []),
    ("-", "At Acme Foods, we bake.", []),
  ])
  func `without a company field the text tells whether a title ends in a company`(
    title: String, text: String, expected: [String]
  ) throws {
    #expect(try words("{title: company}", in: "Title: \(title)\nDescription: \(text)") == expected)
  }

  @Test func `an ad without a title has no fault of it`() throws {
    for fault in ["all-caps", "lowercase", "too-long", "company"] {
      #expect(try words("title: \(fault)", in: "we bake bread.").isEmpty)
    }
  }
}
