import AdModel
import TestSupport
import Testing

/// Checks of what boards want of a feed.
@Suite struct FeedTests {
  @Test(arguments: [
    (#"{"id":"1","title":"Baker"}"#, []), (#"{"title":"Baker"}"#, ["reference number"]),
    (#"{"title":"Baker","ref":"7"}"#, []), (#"{"id":1,"title":""}"#, ["title"]),
    (#"{"text":"We bake."}"#, ["title, reference number"]),
  ])
  func `a record lacks what it does not say`(record: String, lacks: [String]) throws {
    let found = try findings("record: [title, reference]", in: record, as: "ndjson")
    #expect(found.map(\.arguments[2]) == lacks)
  }

  @Test func `a text is no record`() throws {
    #expect(try findings("record: [title]", in: "We bake.").isEmpty)
  }

  @Test(arguments: [
    ("at-least: 8", "We bake.", 0), ("at-least: 9", "We bake.", 1), ("at-most: 8", "We bäke.", 0),
    ("at-most: 7", "We bäke.", 1), ("at-least: 9", "", 0),
  ])
  func `length is counted in characters`(limit: String, text: String, count: Int) throws {
    let found = try findings("{character-count: body, \(limit)}", in: text)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.arguments[1] == "8" })
  }

  @Test(arguments: [
    ("Apply at jobs.acme.com today.", ["jobs.acme.com"]), ("See: acme.com/jobs", ["acme.com/jobs"]),
    ("See www.acme.com or https://acme.com.", []), ("We run acme.com for bakers.", []),
    ("We move to ASP.NET.", []), ("acme.com", []), ("At Acme.com we bake.", []),
    ("See ACME.com.", ["ACME.com"]), ("See jobs.ac****me.com.", []),
  ])
  func `a bare address is announced and has no scheme`(text: String, expected: [String]) throws {
    let options = "{stated-contact: [url], after: [at, see, to], bare: true}"
    #expect(try words(options, in: text) == expected)
  }

  @Test func `time grows as the texts of a record do`() throws {
    let growth = try growth(of: 1_500) { count in
      let texts = (0..<count).map { "\"t\($0)\"" }.joined(separator: ",")
      let found = try findings(
        "capital-run: {}", in: #"{"title": "Baker", "text": [\#(texts)]}"#, as: "ndjson")
      #expect(found.isEmpty)
    }
    #expect(growth < linearGrowth)
  }

  @Test func `a contact counts in the text only`() throws {
    let text = "Call 020 7946 0182 or write to c@d.example.com."
    let record = #"{"email":"a@b.example.com","text":"\#(text)"}"#
    let options = "stated-contact: [email, phone]"
    #expect(try words(options, in: record, as: "ndjson") == ["020 7946 0182", "c@d.example.com"])
    #expect(try words("stated-contact: [phone]", in: record, as: "ndjson") == ["020 7946 0182"])
  }
}
