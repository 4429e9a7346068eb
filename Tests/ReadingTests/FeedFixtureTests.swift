import AdModel
import Foundation
import Reading
import Testing

/// Feeds as applicant tracking systems and boards write them, each with what a person reads of it
/// beside it, in a file that ends in `told`.
@Suite struct FeedFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../Fixtures/Feeds").standardized

  static let names = [
    "adzuna.xml", "appcast.xml", "ashby.json", "greenhouse.json", "hr-xml.xml", "indeed.xml",
    "lever.json", "linkedin.xml", "personio.xml", "recruitee.json", "smartrecruiters.json",
    "workable.json",
  ]

  private func file(_ name: String) throws -> SourceFile {
    let url = Self.folder.appendingPathComponent(name)
    return try SourceFile(name: name, bytes: [UInt8](Data(contentsOf: url)))
  }

  @Test(arguments: names) func `says what it tells`(name: String) throws {
    let file = try file(name)
    let found = try ads(of: file)
    #expect(found.count == 1)
    #expect(found.flatMap(\.problems) == [])
    let lines = ["id: \(found[0].id)"] + found[0].told + found[0].laidOut.map { "  \($0)" }
    let told = try String(
      contentsOf: Self.folder.appendingPathComponent(name + ".told"), encoding: .utf8)
    #expect(lines.joined(separator: "\n") + "\n" == told)
    expectHonest(found[0], in: file)
  }

  /// Words of the ad, and how the file spells them, through all that they are wrapped in.
  @Test(arguments: [
    ("greenhouse.json", "Diver & Boat", #"Diver \u0026 Boat"#),
    ("greenhouse.json", "kelp & haul", "kelp &amp;amp; haul"),
    ("greenhouse.json", "café", "caf&amp;eacute;"),
    (
      "greenhouse.json", "31000 to 34500.50 GBP",
      #"3100000, "max_cents": 3450050, "currency_type": "GBP"#
    ),
    ("greenhouse.json", "31000", "31000"), ("greenhouse.json", "34500.50", "3450050"),
    ("lever.json", "Night Baker", "Night Baker"),
    ("lever.json", "steady hand", "steady</b> hand"),
    ("lever.json", "by “post”", #"by \u201cpost\u201d"#),
    (
      "lever.json", "33000 to",
      #"36000, "min": 33000, "currency": "EUR", "interval": "per-year-salary"#
    ),
    ("ashby.json", "The work", "The work"),
    ("ashby.json", "£12 – £14", #"\u00a312 \u2013 \u00a314"#),
    ("workable.json", "lamp & the", "lamp &amp; the"), ("workable.json", "29000", "29000"),
    ("recruitee.json", "bell & see", #"bell \u0026 see"#),
    ("recruitee.json", "line\u{A0}4", "line&nbsp;4"),
    ("smartrecruiters.json", "£27,000", #"\u00a327,000"#),
    ("smartrecruiters.json", "count & thin", "count &amp; thin"),
    ("personio.xml", "Welder & Fitter", "Welder &amp; Fitter"),
    ("personio.xml", "hulls & rails", "hulls &amp; rails"),
    ("linkedin.xml", "Potter & Glazer", "Potter & Glazer"),
    ("linkedin.xml", "throw & fire", "throw &amp; fire"),
    ("indeed.xml", "cut & fit", "cut &amp; fit"), ("indeed.xml", "£14.50", "£14.50"),
    ("adzuna.xml", "25000 to 28000", "25000</salary_min>\n    <salary_max>28000"),
    ("appcast.xml", "lift & stack", "lift &amp; stack"),
    ("hr-xml.xml", "gates & note", "gates &amp;amp; note"), ("hr-xml.xml", "26000", "26000"),
  ])
  func `says where it stands`(name: String, words: String, spelled: String) throws {
    let file = try file(name)
    #expect(try ads(of: file)[0].spelling(of: words, in: file.text) == spelled)
  }

  @Test func `takes a text and its HTML for one text`() throws {
    let line =
      #"{"title": "Chef", "descriptionPlain": "You bake.\nYou fry.", "#
      + #""descriptionHtml": "<p>You bake.<\/p><p>You fry.<\/p>"}"#
    #expect(try ad(line, as: "ndjson").told == ["title: Chef", "body: You bake.\nYou fry."])
  }

  @Test(arguments: ["offer", "data"]) func `reads the one ad that a file is wrapped around`(
    name: String
  ) throws {
    let text = #"{"\#(name)": {"title": "Chef", "description": "You bake."}, "status": "ok"}"#
    #expect(try ads(text, as: "json").map(\.told) == [["title: Chef", "body: You bake."]])
  }
}
