import Foundation
import Testing

@Suite struct ReportTests {
  private static let feed = (0..<300).map { number in
    #"{"id": "\#(number)", "title": "Baker \#(number)", "description": "We want a young man. No \#(number)."}"#
  }.joined(separator: "\n")

  /// Every kind of report.
  private static let formats = [
    "text", "checkstyle", "compact", "csv", "csv-excel", "github", "gitlab", "html", "json",
    "junit",
    "markdown", "ndjson", "rdjson", "rdjsonl", "sarif", "sarif-github", "sarif-minimal", "sonar",
  ]

  @Test func `are the same bytes in two runs and with two jobs`() throws {
    let desk = try Desk(["ads.ndjson": Self.feed, "ad.txt": Desk.bad])
    let reports = Self.formats.flatMap { ["--report", "\($0)=report.\($0)"] }
    let runs = try ["1", "2", "2"].map { jobs in
      let call = ["check", "ads.ndjson", "ad.txt", "--jobs", jobs, "--as-of", "2026-11-21"]
      let outcome = try Tool.run(call + reports, in: desk.folder)
      #expect(outcome.status == 1 && outcome.errors == "")
      return try [outcome.output] + Self.formats.map { try desk.text(of: "report.\($0)") }
    }
    #expect(!runs[0].contains(""))
    for (index, name) in (["standard output"] + Self.formats).enumerated() {
      #expect(Set(runs.map { $0[index] }).count == 1, "\(name)")
    }
  }

  @Test func `tell the ads with one id apart`() throws {
    let ads = ["recieve you", "recieve me"].map {
      #"{"id": "7", "title": "Chef", "description": "We \#($0)."}"#
    }
    let desk = try Desk(["ads.json": "[\(ads.joined(separator: ","))]"])
    let options = [
      "check", "ads.json", "--select", "spelling/misspelling", "--as-of", "2026-11-21",
    ]
    func prints(_ more: String...) throws -> [String] {
      let output = try Tool.run(options + ["--format", "ndjson"] + more, in: desk.folder).output
      return output.matches(of: /"fingerprint":"([^"]+)"/).map { String($0.output.1) }
    }
    let whole = try prints("--jobs", "1")
    #expect(Set(whole).count == 2)
    #expect(try prints("--jobs", "2", "--window", "1") == whole)
    let sarif = try Tool.run(options + ["--format", "sarif"], in: desk.folder).output
    let ids = sarif.matches(of: /"fullyQualifiedName":"ads\.json#([^"\/]+)"/).map(\.output.1)
    #expect(Set(ids) == ["7", "7:2"])
    let waiver = """
      waivers:
        - {id: one, rules: [spelling/misspelling], match: {fingerprint: '\(whole[1])'},
           reason: Because., owner: Dana, approver: Legal, created: 2026-11-01,
           expires: 2026-12-31}
      """
    try desk.add("w.yml", Array(waiver.utf8))
    let waived = try Tool.run(options + ["--waivers", "w.yml"], in: desk.folder).output
    #expect(waived.contains("1 error, 0 warnings, 0 notes.\nNot counted: 1 waived"), "\(waived)")
    _ = try Tool.run(options + ["--waivers", "w.yml", "--fix"], in: desk.folder)
    #expect(try desk.text(of: "ads.json").contains("We receive you."))
    #expect(try desk.text(of: "ads.json").contains("We recieve me."))
  }

  @Test func `fill the summary of a step of GitHub Actions`() throws {
    let desk = try Desk(["ad.txt": Desk.bad, "summary": "Before\n"])
    let summary = desk.folder.appending(path: "summary").path
    let variables = ["GITHUB_STEP_SUMMARY": summary]
    let call = ["check", "ad.txt", "--fail-on", "never", "--format"]
    _ = try Tool.run(call + ["text"], in: desk.folder, variables: variables)
    #expect(try desk.text(of: "summary") == "Before\n")
    let outcome = try Tool.run(call + ["github"], in: desk.folder, variables: variables)
    #expect(outcome.output.hasPrefix("::error file=ad.txt,line="))
    #expect(try desk.text(of: "summary").hasPrefix("Before\n## ❌ Job ads\n"))
  }

  @Test(arguments: [["--jobs", "2"], ["-j", "2"], ["--jobs=2"], []])
  func `tell how the run was called, and by which rules`(jobs: [String]) throws {
    let desk = try Desk(["ad.txt": Desk.bad])
    let call = ["check", "ad.txt", "--format", "ndjson", "--fail-on", "never"]
    let digests = try [[], [], ["--disable", "style"]].map { more in
      let output = try Tool.run(call + jobs + more, in: desk.folder).output
      let line = Data(output.prefix { $0 != "\n" }.utf8)
      let run = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      #expect(run["arguments"] as? [String] == call + more)
      return try #require((run["tool"] as? [String: String])?["rulesDigest"])
    }
    #expect(digests.allSatisfy { $0.hasPrefix("sha256:") && $0.utf8.count == 71 })
    #expect(digests[0] == digests[1] && digests[0] != digests[2])
  }

  @Test(arguments: ["json", "sarif", "html"])
  func `tell the places in the working folder from there`(format: String) throws {
    let desk = try Desk(["ad.txt": Desk.bad, "w.yml": "waivers: []"])
    let folder = desk.folder.resolvingSymlinksInPath().path
    let told = try desk.run(
      "check", "\(folder)/ad.txt", "--waivers=\(folder)/w.yml", "--format", format
    ).output
    #expect(told.contains("ad.txt") && !told.contains(folder))
  }

  @Test func `tell of laws that are met only where asked, and never GitHub`() throws {
    let desk = try Desk([
      "ad.txt": """
      Title: Payroll Clerk
      Location: Denver, Colorado
      Description: You pay people. $24 an hour. Open until filled. No felons.

      """
    ])
    func results(_ arguments: String..., of name: String) throws -> [[String: Any]] {
      let call = ["check", "ad.txt", "--as-of", "2026-11-21", "--fail-on", "never"] + arguments
      #expect(try Tool.run(call, in: desk.folder).status == 0)
      let log = try JSONSerialization.jsonObject(with: Data(desk.text(of: name).utf8))
      let runs = try #require((log as? [String: Any])?["runs"] as? [[String: Any]])
      return try #require(runs[0]["results"] as? [[String: Any]])
    }
    let plain = try results("--report", "sarif=a.sarif", of: "a.sarif")
    let all = try results(
      "--passes", "--report", "sarif=b.sarif", "--report", "sarif-github=c.sarif", of: "b.sarif")
    let github = try JSONSerialization.jsonObject(with: Data(desk.text(of: "c.sarif").utf8))
    #expect(!"\(github)".contains("notApplicable") && !"\(github)".contains("kind = pass"))
    #expect(plain.allSatisfy { $0["kind"] as? String == "fail" })
    #expect(all.count { $0["kind"] as? String == "fail" } == plain.count)
    func kind(_ obligation: String) -> String? {
      let result = all.first { $0["ruleId"] as? String == "law/\(obligation)" }
      if let result { #expect(result["level"] as? String == "none") }
      return result?["kind"] as? String
    }
    #expect(kind("US-CO-deadline") == "open")
    #expect(kind("US-FED-title7-ads") == "pass")
    #expect(kind("US-CO-ai-act") == "notApplicable")
    #expect(kind("US-CO-chance-to-compete") == nil && kind("GB-nmw") == nil)
    let refused = try desk.run("check", "ad.txt", "--passes")
    #expect(refused.status == 2 && refused.errors.contains("--passes needs a report"))
    // Of a law whose rules do not all look, nobody says that it is met.
    let fewer = try results(
      "--passes", "--disable", "bias", "--report", "sarif=d.sarif", of: "d.sarif")
    #expect(!fewer.contains { $0["ruleId"] as? String == "law/US-FED-title7-ads" })
  }

  @Test func `go to as many files as asked for`() throws {
    let desk = try Desk(["ad.txt": Desk.bad])
    let outcome = try desk.run(
      "check", "ad.txt", "--report", "sarif=a.sarif", "--report", "json=a.json", "--report",
      "ndjson=a.ndjson", "--fail-on", "never")
    #expect(outcome.status == 0)
    for name in ["a.sarif", "a.json"] {
      _ = try JSONSerialization.jsonObject(with: Data(desk.text(of: name).utf8))
    }
    for line in try desk.text(of: "a.ndjson").split(separator: "\n") {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
  }

  @Test func `that cannot be written are told of`() throws {
    let desk = try Desk(["ad.txt": Desk.good])
    let outcome = try desk.run("check", "ad.txt", "--report", "json=none/a.json")
    #expect(outcome.status == 4)
    #expect(outcome.errors == "hirelint: cannot write none/a.json: No such file or directory\n")
  }

  @Test func `to a full disk are told of`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try Desk(["ad.txt": Desk.good]).run(
      "check", "ad.txt", "--report", "json=/dev/full")
    #expect(outcome.status == 4)
    #expect(outcome.errors == "hirelint: cannot write /dev/full: No space left on device\n")
  }

  @Test func `name standard input as asked, and its ending tells the format`() throws {
    let desk = try Desk()
    let named = try desk.run(
      "check", "-", "--stdin-filename", "jobs/ad.html", "--format", "ndjson", "--fail-on", "never",
      input: "<h1>Baker</h1><p>We want a young man.</p>")
    #expect(named.output.contains("jobs/ad.html"))
    #expect(named.output.contains(#""title":"Baker""#), "\(named.output.prefix(600))")
    let plain = try desk.run("check", "-", "--fail-on", "never", input: Desk.bad)
    #expect(plain.output.contains("stdin"))
  }

  @Test(arguments: ["text", "json", "ndjson", "sarif"])
  func `of nothing are whole reports`(format: String) throws {
    let outcome = try Desk().run("check", "gone.txt", "--format", format)
    #expect(outcome.status == 2)
    if format == "json" || format == "sarif" {
      _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    }
  }
}
