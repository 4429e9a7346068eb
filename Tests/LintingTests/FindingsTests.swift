import AdModel
import Linting
import Testing

@Suite struct FindingsTests {
  private static func set() throws -> RuleSet {
    try rules(["style/a": "precision: high\ncheck: {phrases: [bad pay]}\nfix: {bad pay: good pay}"])
  }

  private static func record(_ id: String, _ text: String) -> String {
    #"{"id": "\#(id)", "description": "\#(text)"}"# + "\n"
  }

  @Test func `fingerprints stay as an ad moves in its file`() throws {
    let set = try Self.set()
    let ad = Self.record("7", "We give bad pay.")
    let alone = try verdicts(set, on: ad, as: "ndjson")
    let moved = try verdicts(set, on: Self.record("1", "Bad pay.") + "\n" + ad, as: "ndjson")
    #expect(alone[0].findings[0].fingerprint == moved[1].findings[0].fingerprint)
    #expect(moved[0].findings[0].fingerprint != moved[1].findings[0].fingerprint)
    let longer = try verdicts(set, on: Self.record("7", "First. We give bad pay."), as: "ndjson")
    #expect(alone[0].findings[0].fingerprint == longer[0].findings[0].fingerprint)
  }

  @Test func `fingerprints of the same words are counted`() throws {
    let prints = try findings(Self.set(), in: "Bad pay, bad pay.").map(\.fingerprint)
    #expect(prints.map { $0.suffix(2) } == [":1", ":2"])
    #expect(Set(prints.map { $0.prefix(32) }).count == 1)
    #expect(prints.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{32}:\d+/#) != nil })
  }

  @Test func `fingerprints differ by file, field and rule`() throws {
    let set = try rules([
      "style/a": "check: {phrases: [pay]}", "style/b": "check: {phrases: [pay]}",
    ])
    let text = "Title: Pay\nDescription: pay"
    let one = try verdicts(set, on: text, in: "one").flatMap(\.findings).map(\.fingerprint)
    let two = try verdicts(set, on: text, in: "two").flatMap(\.findings).map(\.fingerprint)
    #expect(Set(one + two).count == 8)
  }

  @Test(arguments: [
    ("We give bad pay.", "text", "good pay"),
    ("Bad pay is here.", "text", "Good pay"),
    ("<p>We give bad pay.</p>", "html", "good pay"),
    ("<p>We give bad <b>pay</b>.</p>", "html", nil),
    ("<p>We give b&#97;d pay.</p>", "html", nil),
    (#"{"description": "bad pay"}"#, "ndjson", "good pay"),
    (#"{"description": "b\u0061d pay"}"#, "ndjson", nil),
    ("We give *bad* pay.", "markdown", nil),
    ("We give bad  pay.", "text", nil),
  ])
  func `offers an edit only where the file has the very words`(
    ad: String, format: String, replacement: String?
  ) throws {
    let found = try #require(try findings(Self.set(), in: ad, as: format).first)
    #expect(found.fix?.replacement == replacement)
    if let fix = found.fix {
      #expect(String(decoding: Array(ad.utf8)[fix.place.utf8], as: UTF8.self) == found.words)
      #expect(fix.applicability == .safe)
    }
  }

  @Test func `an edit of a rule that may be wrong is unsafe`() throws {
    let set = try rules(["style/a": "check: {phrases: [bad]}\nfix: {bad: good}"])
    #expect(try findings(set, in: "A bad ad.").first?.fix?.applicability == .unsafe)
  }

  @Test(arguments: [
    (" é", 39, "…"), (" b", 39, "…"), (" \n\tb", 39, "…"), ("bc ", 26, " z"), ("é\n", 30, " z"),
  ])
  func `quotes long words in short`(piece: String, count: Int, end: String) throws {
    let set = try rules(["style/a": #"check: {patterns: ['a[\s\S]+z']}"#])
    let long = "a" + String(repeating: piece, count: end == "…" ? 100 : count) + "\nz"
    let found = try #require(try findings(set, in: long).first)
    let line = ("a" + String(repeating: piece, count: count)).split { $0.isWhitespace }
    #expect(found.arguments == [line.joined(separator: " ") + end])
    #expect(found.words == long)
  }

  @Test func `two runs say the same`() throws {
    let set = try Self.set()
    let ad = "Title: Bad pay\nDescription: Bad pay, bad pay and bad pay."
    let (one, two) = (try verdicts(set, on: ad), try verdicts(set, on: ad))
    #expect(one.map(\.findings) == two.map(\.findings))
    #expect(one.map(\.score) == two.map(\.score))
  }
}
