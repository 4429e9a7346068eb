import AdModel
import Configuration
import Law
import Testing

@Suite struct ConfigurationsTests {
  /// Configurations of a disk that holds `files`, seen from the working folder `/w`.
  private func disk(_ files: [String: String]) -> Configurations {
    Configurations(
      disk: Configurations.Disk(exists: { files[$0] != nil }) { path in files[path] ?? "" },
      folder: "/w")
  }

  @Test func `the nearest one counts, up to the root of the repository`() throws {
    var all = disk([
      "/.hirelint.yml": "words: [root]", "/w/.git": "", "/w/.hirelint.yml": "words: [w]",
      "/w/in/.hirelint.yaml": "words: [in]", "/w/sub/.git": "",
      "/tmp/.hirelint.yml": "words: [tmp]",
    ])
    func words(_ path: String) throws -> [String] {
      try all.settings(for: path).settings.words.map(\.value)
    }
    #expect(try words("a.md") == ["w"])
    #expect(try words("in/deep/a.md") == ["in"])
    #expect(try words("sub/a.md") == [])
    #expect(try words("/tmp/x/a.md") == [])
    #expect(try words("/tmp/a.md") == ["tmp"])
  }

  @Test func `what is extended counts less, and overrides count more`() throws {
    var all = disk([
      "/w/base/b.yml": "severity: {pay: off}\nexclude: [x]\nemployer: {employees: 5, kind: agency}",
      "/w/.hirelint.yml": """
      extends: base/b.yml
      severity: {pay/missing: note}
      employer: {employees: 6}
      overrides:
        - files: ["feeds/**"]
          severity: {pay/missing: error}
          jurisdictions: [US-CO]
      """,
    ])
    let plain = try all.settings(for: "a.md")
    let feed = try all.settings(for: "feeds/a.json")
    #expect(plain.number != feed.number)
    #expect(try all.settings(for: "feeds/b.json").number == feed.number)
    #expect(
      feed.settings.lines.map { $0.split(separator: " ").joined(separator: " ") } == [
        "severity pay: off base/b.yml:1", "severity pay/missing: note .hirelint.yml:2",
        "severity pay/missing: error .hirelint.yml:6", "exclude x base/b.yml:2",
        "jurisdictions: US-CO .hirelint.yml:7", "employer: 6 employees, agency .hirelint.yml:3",
        "fail-on: error default", "max-warnings: any number default", "baseline: none default",
        "waivers: none default",
      ])
    #expect(feed.settings.employer?.value == Employer(employees: 6, kinds: [.agency]))
    #expect(plain.settings.exclude.first?.value.folder == "/w/base")
    #expect(plain.settings.jurisdictions == nil)
  }

  @Test func `what is extended again and again is read once`() throws {
    var reads = 0
    var all = Configurations(
      disk: Configurations.Disk(exists: { $0.hasSuffix(".yml") }) { path in
        reads += 1
        let number = Int(path.filter(\.isNumber)) ?? 0
        return number < 20
          ? "words: [w\(number)]\nextends: [c\(number + 1).yml, c\(number + 1).yml]" : ""
      }, folder: "/w", named: "/w/c0.yml")
    let words = try all.settings(for: "a.md").settings.words.map(\.value)
    #expect(words == (0..<20).reversed().map { "w\($0)" })
    #expect(reads == 21)
  }

  static let faults: [(text: String, fault: String)] = [
    (
      "words: [a]\nexclud: [b]",
      "2:1: “exclud” is not a key of a configuration; did you mean “exclude”?"
    ),
    (
      "severity: {pay: of}",
      "1:17: “severity” should be one of error, warning, note, on, off, not “of”; did you mean “on”?"
    ),
    ("fail-on: [x]", "1:10: “fail-on” should be one of error, warning, note, never, not “…”"),
    ("max-warnings: many", "1:15: “max-warnings” should be a whole number, not “many”"),
    ("as-of: 2026-2-30", "1:8: “as-of” should be a date such as 2026-11-21"),
    (
      "employer: {office: [x]}",
      "1:12: “office” is not a key of an employer; did you mean “offices”?"
    ),
    ("employer: {contractor: maybe}", "1:24: “contractor” should be true or false, not “maybe”"),
    (
      "employer: {kind: privat}",
      "1:18: “kind” should be one of private, public, agency, temp-agency, contractor, sponsor, not “privat”; did you mean “private”?"
    ),
    (
      "jurisdictions: [US-CO, texas]",
      "1:24: “texas” should be the code of a place, such as GB or US-CO"
    ),
    (
      "fields: {ort: locaton}",
      "1:15: “fields” should be one of title, company, location, country, salary, contract, hours, workMode, posted, closing, apply, reference, industry, body, link, attribute, other, not “locaton”; did you mean “location”?"
    ),
    (
      "overrides:\n  - severity: {pay: off}",
      "2:5: an override needs “files”: patterns of the files that it is for"
    ),
    (
      "overrides:\n  - {files: x, exclude: y}",
      "2:16: “exclude” is not a key of an override; it knows files, profiles, rules, severity, options, words, fields, jurisdictions, employer"
    ),
    ("overrides: {files: x, words: y}", "1:12: “overrides” should be a list"),
    (
      "options: {pay/missing: 3}",
      "1:24: the options of a rule should be a map, such as {limit: 40}"
    ),
    ("options: {pay/missing: {limit: -4}}", "1:32: “limit” should be a whole number, not “-4”"),
    (
      #"exclude: [a, "[*"]"#,
      "1:14: “[*” never closes its “[”; a “\\” in front of a sign takes it as it is"
    ),
    (
      "overrides:\n  - {files: '{a,b', words: [x]}",
      "2:13: “{a,b” never closes its “{”; a “\\” in front of a sign takes it as it is"
    ),
    ("extends: no.yml", "1:10: there is no file “no.yml” to extend"),
    (
      "extends: .hirelint.yml",
      "1:10: “extends” goes round in circles: .hirelint.yml → .hirelint.yml"
    ),
    ("words: [a", "2:1: not YAML: did not find expected ',' or ']'"),
    ("words: a\nwords: b", "2:1: “words” stands here twice"),
  ]

  @Test(arguments: faults)
  func `mistakes are told with their place`(text: String, fault: String) {
    var all = disk(["/w/.hirelint.yml": text])
    let error = #expect(throws: ConfigurationFaults.self) { try all.settings(for: "a.md") }
    #expect(error?.description == ".hirelint.yml:\(fault)")
  }
}
