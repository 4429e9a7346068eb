import Foundation
import Testing

@Suite struct BadInputTests {
  private func report(_ desk: Desk, _ arguments: String...) throws -> (Tool.Outcome, [String]) {
    let outcome = try Tool.run(
      ["check", "--format", "json", "--fail-on", "never", "--allow-empty"] + arguments,
      in: desk.folder)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let problems = (object as? [String: Any])?["problems"] as? [[String: Any]] ?? []
    return (outcome, problems.map { "\($0["id"] ?? ""): \($0["message"] ?? "")" })
  }

  static let unreadable: [(name: String, bytes: [UInt8], problem: String)] = [
    ("cut.ndjson", Array(#"{"title": "Ba"#.utf8), "broken-json"),
    ("cut.json", Array(#"[{"title": "Baker"}, "#.utf8), "broken-json"),
    ("image.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "binary-file"),
    ("null.txt", [0x61, 0x00, 0x62], "not-text"),
    ("empty.txt", [], "empty-file"),
    ("mark.txt", [0xEF, 0xBB, 0xBF], "empty-file"),
  ]

  @Test(arguments: unreadable)
  func `names what cannot be read`(name: String, bytes: [UInt8], problem: String) throws {
    let desk = try Desk()
    try desk.add(name, bytes)
    let (outcome, problems) = try report(desk, name)
    #expect(outcome.status == 0)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(problem + ": ") == true, "\(problems)")
    #expect(problems.first?.hasSuffix(".") == true, "\(problems)")
  }

  @Test func `goes on behind a broken record`() throws {
    let line = #"{"title": "Baker", "description": "Bake."}"# + "\n"
    let desk = try Desk(["ads.ndjson": line + #"{"title": "# + "\n" + line])
    let (outcome, problems) = try report(desk, "ads.ndjson")
    #expect(problems.count == 1)
    #expect(outcome.output.contains(#""ads":2"#), "\(outcome.output.suffix(400))")
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
    #expect(problems.contains { $0.contains("gone.txt") }, "\(problems)")
    #expect(problems.count == 2, "\(problems)")
  }

  @Test(.enabled(if: geteuid() != 0)) func `names files that it may not read`() throws {
    let desk = try Desk(["ad.txt": Desk.good])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: desk.folder.appending(path: "ad.txt").path)
    #expect(try report(desk, "ad.txt").1.count == 1)
  }

  @Test(.timeLimit(.minutes(2)), arguments: ["txt", "md", "html", "ndjson", "json"])
  func `reads one endless line`(ending: String) throws {
    let words = String(repeating: "We bake bread & cakes for you <3 [x](y). ", count: 12_500)
    let isRecord = ending.hasSuffix("json")
    let desk = try Desk([
      "ad.\(ending)": isRecord ? #"{"title": "Baker", "description": "\#(words)"}"# : words
    ])
    let (outcome, _) = try report(desk, "ad.\(ending)")
    #expect(outcome.status == 0)
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      ("html", "<div>", "x", "</div>"), ("html", "<ul><li>", "x", "</li></ul>"),
      ("json", "[", "1", "]"), ("json", #"{"a":"#, "1", "}"), ("md", "> ", "x", ""),
      ("md", "* ", "x", ""), ("md", "[", "x", "](y)"), ("md", "**", "x", "**"),
      ("html", "<!--", "x", ""), ("html", "&amp", ";", ""), ("txt", "((((", "x", "))))"),
    ])
  func `reads deep nests`(ending: String, open: String, inside: String, close: String) throws {
    let text =
      String(repeating: open, count: 20_000) + inside + String(repeating: close, count: 20_000)
    let desk = try Desk(["ad.\(ending)": text])
    let (outcome, _) = try report(desk, "ad.\(ending)")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
