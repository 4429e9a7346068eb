import Foundation
import Testing

@Suite struct ExemptionTests {
  private let page = """
    # Baker
    <!-- hirelint-disable-next-line spelling until=2026-12-31 -- quoted from a letter -->
    You recieve bread.

    You recieve cake.
    """

  private func counts(_ outcome: Tool.Outcome) -> String {
    String(
      outcome.output.firstMatch(of: /"findings":(\{"error":\d+,"warning":\d+,"note":\d+\})/)?.output
        .1 ?? "")
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a comment suppresses, in every report, until its last day`() throws {
    let desk = try Desk(["a.md": page])
    let options = ["check", "a.md", "--select", "spelling/misspelling"]
    func run(_ day: String, _ more: String...) throws -> Tool.Outcome {
      try Tool.run(options + ["--as-of", day] + more, in: desk.folder)
    }
    let json = try object(try run("2026-12-31", "--format", "json").output)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["status"] as? String } == ["suppressed", nil])
    #expect(
      (findings[0]["exemption"] as? [String: String]) == [
        "reason": "quoted from a letter", "until": "2026-12-31",
      ])
    #expect(
      ((json["summary"] as? [String: Any])?["exempt"] as? [String: Int]) == [
        "suppressed": 1, "waived": 0, "baseline": 0,
      ])

    let sarif = try object(try run("2026-12-31", "--format", "sarif").output)
    let results = ((sarif["runs"] as? [[String: Any]])?[0]["results"] as? [[String: Any]]) ?? []
    let suppressions = results.map {
      $0["suppressions"] as? [[String: Any]] ?? [["kind": "missing"]]
    }
    #expect(suppressions.map(\.count) == [1, 0])
    #expect(suppressions[0][0]["kind"] as? String == "inSource")
    #expect(suppressions[0][0]["justification"] as? String == "quoted from a letter")

    let text = try run("2026-12-31").output
    #expect(text.contains("1 error, 0 warnings, 0 notes.\nNot counted: 1 suppressed in ads.\n"))
    #expect(!text.contains("a.md:3:"))
    #expect(
      try run("2026-12-31", "--show-suppressed").output.contains(
        "Not counted: suppressed until 2026-12-31: quoted from a letter"))
    #expect(
      counts(try run("2026-12-31", "--no-suppressions", "--format", "ndjson"))
        == #"{"error":2,"warning":0,"note":0}"#)

    let over = try run("2027-01-01", "--format", "ndjson")
    #expect(counts(over) == #"{"error":2,"warning":0,"note":0}"#)
    #expect(
      over.output.contains(
        "This suppression ended on 2026-12-31, so findings of spelling count again."))
  }

  @Test func `what suppresses nothing is told of, if its rules ran, and is no fault of the input`()
    throws
  {
    let desk = try Desk(["a.md": page.replacing("You recieve bread", with: "You receive bread")])
    let unused = try desk.run(
      "check", "a.md", "--as-of", "2026-12-01", "--strict-inputs", "--allow-empty")
    #expect(unused.output.contains("unused-suppression"))
    #expect(unused.status == 1)
    let other = try desk.run("check", "a.md", "--as-of", "2026-12-01", "--select", "pay")
    #expect(!other.output.contains("unused-suppression"))
  }

  private func waiver(_ id: String, _ match: String, expires: String, rule: String = "spelling")
    -> String
  {
    let created = expires.contains("created:") ? "" : ", created: 2026-01-01"
    return
      "  - {id: \(id), rules: [\(rule)], match: {\(match)}, reason: Because., owner: Dana, approver: Legal, expires: \(expires)\(created)}\n"
  }

  @Test func `waivers cover what they match, and their end is announced`() throws {
    let feed = """
      {"id": "1", "title": "Baker", "company": "Acme", "description": "We recieve bread and managment."}
      {"id": "2", "title": "Baker", "company": "Bond", "description": "We recieve bread and managment."}
      """
    let matches: [(String, Int)] = [
      ("adId: 1", 2), ("company: bond", 2), ("words: Recieve", 2), ("files: in/", 0),
      ("files: '*.ndjson'", 0),
      ("files: '*.json'", 4), ("adId: [1, 2], words: recieve", 2), ("adId: 1, company: Bond", 0),
    ]
    for (match, count) in matches {
      let desk = try Desk([
        "feed.json": "[" + feed.split(separator: "\n").joined(separator: ",") + "]",
        ".hirelint-waivers.yml": "waivers:\n" + waiver("W", match, expires: "2027-01-31"),
      ])
      let outcome = try desk.run(
        "check", "feed.json", "--format", "ndjson", "--as-of", "2026-11-21")
      #expect(outcome.output.matches(of: /"status":"waived"/).count == count, "\(match)")
      #expect(outcome.output.contains("unused-waiver") == (count == 0), "\(match)")
    }
  }

  @Test(arguments: [
    ("2027-01-31", 0, ""),
    (
      "2026-12-21", 0,
      "The waiver “W” of Dana ends on 2026-12-21, in 30 days; 1 finding will count from then on."
    ),
    (
      "2026-11-21", 0,
      "The waiver “W” of Dana ends on 2026-11-21, in 0 days; 1 finding will count from then on."
    ),
    (
      "2026-11-22", 0,
      "The waiver “W” of Dana ends on 2026-11-22, in 1 day; 1 finding will count from then on."
    ),
    (
      "2026-11-20", 1,
      "The waiver “W” of Dana expired on 2026-11-20, so 1 finding counts again. Decide anew, or delete it."
    ),
    (
      "2027-12-31, created: 2026-11-22", 1,
      "The waiver “W” of Dana begins on 2026-11-22; 1 finding counts until then."
    ),
    ("2027-12-31, created: 2026-11-21", 0, ""),
    (
      "soon", 1,
      "The waiver “W” of Dana ends on “soon”, which is no date such as 2027-01-31, so it counts as expired, and 1 finding counts again."
    ),
  ])
  func `waivers end`(expires: String, status: Int32, message: String) throws {
    let desk = try Desk([
      "a.txt": "We recieve bread.",
      "w.yml": "waivers:\n" + waiver("W", "words: recieve", expires: expires),
    ])
    let outcome = try desk.run(
      "check", "a.txt", "--waivers", "w.yml", "--as-of", "2026-11-21", "--select", "spelling",
      "--format", "ndjson")
    #expect(outcome.status == status)
    #expect(outcome.output.contains(#""type":"notification""#) == !message.isEmpty)
    #expect(outcome.output.contains(#""file":"w.yml","line":2,"#) == !message.isEmpty)
    #expect(message.isEmpty || outcome.output.contains(message), "\(outcome.output)")
  }

  @Test(arguments: [
    (
      "hirelint: {ignore: [{rule: spelling, reason: x, utnil: 2020-01-01}]}",
      "did you mean “until”?"
    ),
    ("hirelint: {ignore: {rule: spelling, reason: x}}", "“ignore” should be a list of entries."),
    ("hirelint: {ignore: [spelling]}", "an entry of “ignore” should have keys"),
  ])
  func `front matter that is wrong suppresses nothing, and is told`(
    entry: String, message: String
  ) throws {
    let desk = try Desk(["a.md": "---\n\(entry)\n---\nWe recieve bread."])
    let outcome = try desk.run("check", "a.md", "--select", "spelling", "--format", "ndjson")
    #expect(counts(outcome) == #"{"error":1,"warning":0,"note":0}"#)
    #expect(outcome.output.contains(message), "\(outcome.output)")
  }

  @Test(arguments: [
    ("", 1, ""), ("waivers: []", 1, ""), ("rules: []", 2, "“rules” should name a rule or a theme"),
    ("rules: ['spelling/*']", 2, "“spelling/*” is a pattern; name each rule or theme"),
  ])
  func `waivers without rules are told`(rules: String, status: Int32, message: String) throws {
    let waiver = waiver("W", "words: recieve", expires: "2027-01-31")
    let file =
      rules.hasPrefix("rules")
      ? "waivers:\n" + waiver.replacing("rules: [spelling]", with: rules)
      : rules
    let desk = try Desk(["a.txt": "We recieve bread.", ".hirelint-waivers.yml": file])
    let outcome = try desk.run("check", "a.txt", "--select", "spelling")
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(message.isEmpty || outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `a waiver without an owner stops the run`() throws {
    let desk = try Desk([
      "a.txt": Desk.good,
      ".hirelint-waivers.yml": ("waivers:\n" + waiver("W", "adId: 1", expires: "2027-01-01"))
        .replacing("owner: Dana, ", with: ""),
    ])
    let outcome = try desk.run("check", "a.txt")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "hirelint: the waivers are wrong\n.hirelint-waivers.yml:2:5: the waiver “W” needs “owner”\n"
    )
  }
}
