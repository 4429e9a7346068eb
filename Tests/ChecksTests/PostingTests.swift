import AdModel
import Testing

/// Checks of the JobPosting that an ad is or holds.
@Suite struct PostingTests {
  /// A record that is a JobPosting with these properties.
  private static func posting(_ properties: String) -> String {
    #"{"@type":"JobPosting",\#(properties)}"#
  }

  @Test(arguments: [
    ("a", #""a":"x""#, []), ("a", #""b":"x""#, ["a"]), ("a", #""a":"""#, ["a"]),
    ("a", #""a":{}"#, ["a"]), ("a", #""a":{"@type":"X"}"#, ["a"]), ("a", #""a":{"b":1}"#, []),
    ("a.b", #""a":[{"c":1},{"b":2}]"#, []), ("a.b", #""a":"x""#, ["a.b"]),
    ("a.b", #""ab":1,"a":{"bc":1}"#, ["a.b"]), ("a", #""a":null"#, ["a"]),
  ])
  func `a property is there if it says something`(
    path: String, properties: String, missing: [String]
  ) throws {
    let options = "{posting: missing, properties: [\(path)]}"
    let found = try findings(options, in: Self.posting(properties), as: "json")
    #expect(found.count == missing.count)
    #expect(found.allSatisfy { $0.anchor != .words })
  }

  @Test func `points at what is next to a missing property`() throws {
    let options = "{posting: missing, properties: [place.address.country]}"
    let ads = [
      (#""title":"x""#, "JobPosting"), (#""place":{"name":"Cork","address":{}}"#, "Cork"),
      (#""place":{"address":{"@type":"T","city":"Ennis"}}"#, "Ennis"),
    ]
    for (properties, words) in ads {
      let found = try findings(options, in: Self.posting(properties), as: "json")
      #expect(found.map(\.words) == [words])
    }
    let empty = Self.posting(#""place":{"address":{"country":""}}"#)
    #expect(try findings(options, in: empty, as: "json").map(\.anchor) == [.emptyValue])
  }

  @Test(arguments: [
    ("2026-06-12", true), ("2026-06-12T09:00", true), ("2026-06-12T09:00:00.000Z", true),
    ("2026-06-12T23:59:59+01:00", true), ("2026-06-12 09:00:00", true), ("20260612", true),
    ("2026-6-12", false), ("12/06/2026", false), ("12-06-2026", false), ("2026-13-01", false),
    ("2026-02-30", false), ("2026-06-12T", true), ("2026-06-12Tnoon", false), ("2026", false),
    ("June 12, 2026", false), ("99999999999999999999", false), ("--", false), ("T", false),
  ])
  func `a date is year, month and day`(date: String, isGood: Bool) throws {
    let options = "{posting: date, properties: [datePosted]}"
    let found = try words(options, in: Self.posting(#""datePosted":"\#(date)""#), as: "json")
    #expect(found == (isGood ? [] : [date]))
  }

  @Test(arguments: [
    ("1", true), ("12.50", true), ("-1", true), ("30000.", true), ("", true), ("30,000", false),
    ("£3", false), ("1.2.3", false), ("1e5", false), ("nan", false), (".5", false), ("-", false),
  ])
  func `a number is digits and a point`(number: String, isGood: Bool) throws {
    let found = try words(
      "{posting: number, properties: [a]}", in: Self.posting(#""a":"\#(number)""#), as: "json")
    #expect(found == (isGood ? [] : [number]))
  }

  @Test(arguments: [
    ("", "", ["x"]), ("only: [b]", #","b":1"#, ["x"]), ("only: [b]", "", []),
    ("unless: [b=Y]", #","b":"Y""#, []), ("unless: [b=Y]", #","b":"N""#, ["x"]),
    ("unless: [b=Y]", #","b":["N","Y"]"#, []),
  ])
  func `conditions are paths, or paths and values`(
    condition: String, more: String, expected: [String]
  ) throws {
    let options = "posting: value\nproperties: [a]\nvalues: [y]\n" + condition
    #expect(
      try words(options, in: Self.posting(#""a":"x""# + more), as: "json", parts: [.other])
        == expected)
  }

  @Test(arguments: [
    "€31,000", "€31.000 im Jahr", "31 000 EUR", "€31k", "€31-35k", "31'000", "31000.00",
    "€31\u{A0}000",
    "EUR 31000–35000",
  ])
  func `an amount may be written in many ways`(amount: String) throws {
    #expect(try mismatches(of: "pay", on: "We pay \(amount), and more.") == [])
  }

  @Test(arguments: ["€32,000", "310.00", "€131,000", "3100 0", "as agreed", "31"])
  func `an amount that the words do not have is a mismatch`(amount: String) throws {
    #expect(try mismatches(of: "pay", on: "We pay \(amount), and more.") == ["31000"])
  }

  @Test(arguments: [
    ("Baker", []), ("Night BAKER (f/m)", []), ("Cook", ["Baker"]), ("Bakery help", ["Baker"]),
  ])
  func `a title may say more than the other`(heading: String, expected: [String]) throws {
    #expect(try mismatches(of: "title", on: "<h1>\(heading)</h1>") == expected)
  }

  /// What a page with `words`, and a JobPosting for a baker at €31,000, says twice in two ways.
  private func mismatches(of fault: String, on text: String) throws -> [String] {
    let data = Self.posting(#""title":"Baker","baseSalary":{"value":{"value":31000}}"#)
    let filler = String(repeating: "Bread is baked and sold here every day. ", count: 6)
    let page = "<p>\(filler)</p>\(text)<script type=application/ld+json>\(data)</script>"
    return try words("posting-mismatch: \(fault)", in: page, as: "html", parts: [.other])
  }
}
