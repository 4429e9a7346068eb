import Foundation
import Testing

@Suite struct BadInputTests {
  /// Checks `names`, and gives what the report says of each that could not be read.
  private func report(
    _ desk: Desk, _ names: String...
  ) throws -> (outcome: Tool.Outcome, problems: [String: String]) {
    let outcome = try Tool.run(
      ["check", "--format", "json", "--fail-on", "never", "--allow-empty"] + names,
      in: desk.folder)
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let notes = (report as? [String: Any])?["notifications"] as? [[String: Any]] ?? []
    let pairs = notes.map { note in
      ("\(note["file"] ?? "")", "\(note["id"] ?? ""): \(note["message"] ?? "")")
    }
    return (outcome, Dictionary(pairs) { "\($0) \($1)" })
  }

  static let unreadable: [(name: String, bytes: [UInt8], problem: String)] = [
    ("cut.ndjson", Array(#"{"title": "Ba"#.utf8), "broken-json"),
    ("cut.json", Array(#"[{"title": "Baker"}, "#.utf8), "broken-json"),
    ("image.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "binary-file"),
    ("null.txt", [0x61, 0x00, 0x62], "binary-file"),
    ("empty.txt", [], "empty-file"),
    ("quote.csv", Array("title\n\"Baker".utf8), "broken-row"),
    ("names.csv", Array("a,b\n1,2\n".utf8), "no-header"),
    ("error.json", Array(#"{"error": {"code": 404, "title": "Not found"}}"#.utf8), "not-an-ad"),
    ("package.ndjson", Array(#"{"name": "x", "version": "1.0.0"}"#.utf8), "not-an-ad"),
    ("cut.xml", Array("<jobs><job><title>Ba".utf8), "broken-xml"),
    ("page.xml", Array("<p>Baker</p>".utf8), "no-ads-in-feed"),
    ("cut.xml.gz", [0x1F, 0x8B, 8, 0], "cut-gzip"),
    ("mark.txt", [0xEF, 0xBB, 0xBF], "empty-file"),
  ]

  @Test func `names what cannot be read`() throws {
    let desk = try Desk()
    for file in Self.unreadable { try desk.add(file.name, file.bytes) }
    let (outcome, problems) = try report(desk, ".")
    #expect(outcome.status == 0)
    #expect(Set(problems.values.map { $0.last }) == ["."])
    let ids = problems.mapValues { String($0.prefix { $0 != ":" }) }
    #expect(ids == Dictionary(uniqueKeysWithValues: Self.unreadable.map { ($0.name, $0.problem) }))
  }

  @Test(arguments: [
    "[]", #"{"jobs":[],"meta":{"total":0}}"#, #"{"offers": []}"#, #"{"total": 0, "content": []}"#,
    #"{"name": "Acme", "description": null, "city": "Cork", "jobs": []}"#,
  ])
  func `finds no ad in a feed that is empty`(feed: String) throws {
    let desk = try Desk(["a.json": feed])
    #expect(try desk.run("check", "a.json").status == 2)
    #expect(try desk.run("check", "a.json", "--window", "1").status == 2)
    let (outcome, problems) = try report(desk, "a.json")
    #expect(outcome.status == 0 && problems.isEmpty)
    #expect(outcome.output.contains(#""ads":0"#))
  }

  @Test(arguments: [
    #"{"title": "Chef", "items": []}"#, #"{"text": ""}"#, #"{"offer": {"salary": 1, "data": []}}"#,
    #"{"location": {"city": "Cork"}, "total": 1}"#, #"{"@type": "JobPosting"}"#,
  ])
  func `takes an object for an ad if a field tells of a job`(object: String) throws {
    let (outcome, problems) = try report(try Desk(["a.json": object]), "a.json")
    #expect(problems.isEmpty)
    #expect(outcome.output.contains(#""ads":1"#))
  }

  @Test func `goes on behind a broken record`() throws {
    let line = #"{"title": "Baker", "description": "Bake."}"# + "\n"
    let desk = try Desk(["ads.ndjson": line + #"{"title":"# + "\n" + line])
    let (outcome, problems) = try report(desk, "ads.ndjson")
    #expect(
      problems == [
        "ads.ndjson": "broken-json: This record is not valid JSON: expected a value, but the line"
          + " ends (byte 52); mend it, or tell the format with --input."
      ])
    #expect(outcome.output.contains(#""ads":2"#))
  }

  @Test func `loses one record to a null, and no more`() throws {
    let line = #"{"title": "Baker", "description": "Bake."}"# + "\n"
    let desk = try Desk()
    let lines = String(repeating: line, count: 50)
    try desk.add("ads.ndjson", Array((lines + "{\"title\": \"Ba\u{0}ker\"}\n" + lines).utf8))
    let (outcome, problems) = try report(desk, "ads.ndjson")
    #expect(problems["ads.ndjson"]?.hasPrefix("broken-json: ") == true)
    #expect(outcome.output.contains(#""ads":100"#))
  }

  @Test func `reads bytes that are not UTF-8`() throws {
    let desk = try Desk()
    try desk.add("ad.txt", Array("Title: Baker\nDescription: Caf".utf8) + [0xE9, 0x2E, 0xFF])
    #expect(try report(desk, "ad.txt").0.status == 0)
  }

  @Test func `names missing paths and empty folders`() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      at: desk.folder.appending(path: "empty"), withIntermediateDirectories: true)
    let (_, problems) = try report(desk, "gone.txt", "empty")
    #expect(Set(problems.keys) == ["gone.txt", "empty"], "\(problems)")
  }

  @Test(.enabled(if: geteuid() != 0)) func `names files that it may not read`() throws {
    let desk = try Desk(["ad.txt": Desk.good])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: desk.folder.appending(path: "ad.txt").path)
    #expect(try report(desk, "ad.txt").problems.count == 1)
  }

  @Test(.timeLimit(.minutes(2))) func `reads endless lines`() throws {
    let words = String(repeating: "We bake bread & cakes for you <3 [x](y). ", count: 12_500)
    let record = #"{"title": "Baker", "description": "\#(words)"}"#
    let desk = try Desk([
      "ad.txt": words, "ad.md": words, "ad.html": words, "ad.json": record, "ad.ndjson": record,
      "ad.csv": "title,text\nBaker,\"\(words)\"",
      "ad.xml": "<job><title>Baker</title><text><![CDATA[\(words)]]></text></job>",
    ])
    let (outcome, problems) = try report(desk, ".")
    #expect(outcome.status == 0 && problems.isEmpty, "\(problems)")
  }

  static let nests: [(ending: String, open: String, close: String)] = [
    ("html", "<div>", "</div>"), ("html", "<ul><li>", "</li></ul>"), ("html", "<!--", ""),
    ("html", "<a href='", "'>"), ("html", "&amp", ";"), ("json", "[", "]"),
    ("json", #"{"a":"#, "}"), ("md", "> ", ""), ("md", "* ", ""), ("md", "[", "](y)"),
    ("md", "**", "**"), ("md", "`", ""), ("md", "_a*", ""), ("txt", "((((", "))))"),
    ("xml", "<job>", "</job>"), ("xml", "<job><title>", "</title></job>"),
    ("xml", "<![CDATA[", "]]>"),
    ("csv", "title,\"", "\"\"\n"),
  ]

  @Test(.timeLimit(.minutes(2))) func `reads deep nests`() throws {
    let desk = try Desk()
    for (number, nest) in Self.nests.enumerated() {
      let open = String(repeating: nest.open, count: 20_000)
      let close = String(repeating: nest.close, count: 20_000)
      try desk.add("ad\(number).\(nest.ending)", Array((open + "1" + close).utf8))
    }
    let (outcome, _) = try report(desk, ".")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"files\":"))
  }
}
