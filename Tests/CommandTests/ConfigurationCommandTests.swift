import Foundation
import Testing

@Suite struct ConfigurationCommandTests {
  private func rules(_ outcome: Tool.Outcome) -> Set<String> {
    Set(
      outcome.output.matches(of: /"type":"finding","rule":"([^"]+)","level":"([^"]+)"/).map {
        "\($0.1) \($0.2)"
      })
  }

  @Test func `each file has its own settings in one run`() throws {
    let desk = try Desk([
      ".hirelint.yml": """
      severity: {spelling: off}
      overrides:
        - {files: b.txt, severity: {spelling/misspelling: note}}
        - {files: c.txt, words: [recieve], severity: {spelling/misspelling: warning}}
      """,
      "a.txt": "We recieve managment.", "b.txt": "We recieve managment.",
      "c.txt": "We recieve managment.",
    ])
    for (file, level, count) in [("a.txt", "-", 0), ("b.txt", "note", 2), ("c.txt", "warning", 1)] {
      for files in [[file], ["a.txt", "b.txt", "c.txt"]] {
        let outcome = try Tool.run(["check"] + files + ["--format", "ndjson"], in: desk.folder)
        let lines = outcome.output.split(separator: "\n").filter {
          $0.contains(#""rule":"spelling/misspelling""#) && $0.contains("\"file\":\"\(file)\"")
        }
        #expect(lines.count == count, "\(file) in \(files): \(lines)")
        #expect(lines.allSatisfy { $0.contains("\"level\":\"\(level)\"") })
      }
    }
  }

  @Test func `options, fields, packs and profiles are heeded`() throws {
    let desk = try Desk([
      ".hirelint.yml": """
      rules: own.yml
      options: {structure/too-short: {limit: 2}}
      fields: {stelle: title}
      severity: {own/rule: error}
      """,
      "own.yml": """
      theme: own
      rules:
        - {id: rule, title: Own, message: "Own: '{words}'.", why: So., instead: Mend it., check: {phrases: [baker]}, flags: ["[[baker]]", "a [[baker]]"], passes: [x, y], in: [title]}
      """,
      "a.json": #"[{"stelle": "Baker", "description": "You bake bread."}]"#,
    ])
    let found = rules(try desk.run("check", "a.json", "--format", "ndjson"))
    #expect(found.contains("own/rule error"))
    #expect(!found.contains("structure/too-short warning"))
    let plain = rules(try desk.run("check", "a.json", "--format", "ndjson", "--no-config"))
    #expect(!plain.contains("own/rule error"))
    #expect(plain.contains("structure/too-short warning"))
  }

  @Test func `laws are told by the settings of each file`() throws {
    let desk = try Desk([
      ".hirelint.yml": """
      as-of: 2025-02-03
      fields: {stelle: title}
      overrides: [{files: b.json, jurisdictions: [US-CO]}]
      """,
      "a.json": #"[{"stelle": "Baker", "description": "You bake bread."}]"#,
      "b.json": #"[{"stelle": "Cook", "description": "You cook."}]"#,
    ])
    let told = try desk.run("law", "a.json", "b.json").output
    #expect(told.contains(/Baker — a\.json:\S+\nJudged as of 2025-02-03; work in: unknown\n/))
    #expect(told.contains(/Cook — b\.json:\S+\nJudged as of 2025-02-03; work in: Colorado/))
  }

  @Test func `what the law command cannot read of an ad is told`() throws {
    let desk = try Desk(["a.csv": "title,text,place\nBaker,You bake."])
    let told = try desk.run("law", "a.csv")
    #expect(told.status == 0)
    #expect(told.errors.hasPrefix("hirelint: a.csv: "), "\(told.errors)")
  }

  static let slips: [(config: String, message: String)] = [
    (
      "severity: {pay/missin: off}",
      "the configuration is wrong\n.hirelint.yml:1:12: there is no rule or theme “pay/missin”; did you mean “pay/missing”?"
    ),
    (
      "profiles: [uk-agenc]",
      "the configuration is wrong\n.hirelint.yml:1:12: there is no profile “uk-agenc”; did you mean “uk-agency”?"
    ),
    (
      "options: {structure/too-short: {limt: 2}}",
      "the rules cannot be read\n.hirelint.yml:1:33: “limt” is not an option of “length”; did you mean “limit”?"
    ),
    (
      "options: {structure/too-short: {limit: few}}",
      "the rules cannot be read\n.hirelint.yml:1:33: “limit” should be a whole number, not “few”"
    ),
    (
      "options: {structure/wall-of-text: {words: 9223372036854775807}}",
      "the rules cannot be read\n.hirelint.yml:1:36: “words” should be from 0 to 1000000, not “9223372036854775807”"
    ),
    (
      "options: {pay/vague: {phrases: [x]}}",
      "the rules cannot be read\n.hirelint.yml:1:23: “phrases” of a rule cannot be changed; write a rule of your own instead"
    ),
    ("waivers: w.yml", "the configuration is wrong\n.hirelint.yml:1:10: there is no file w.yml"),
    (
      "baseline: b.json",
      "the configuration is wrong\n.hirelint.yml:1:11: there is no baseline b.json; “hirelint baseline write” takes one"
    ),
    (
      "jurisdictions: [US-ZZ]",
      "the configuration is wrong\n.hirelint.yml:1:16: there is no jurisdiction “US-ZZ”"
    ),
    (
      "employer: {offices: [US-ZZ]}",
      "the configuration is wrong\n.hirelint.yml:1:11: there is no jurisdiction “US-ZZ”"
    ),
    (
      "words: [x]\n---\nfail-on: never",
      "the configuration is wrong\n.hirelint.yml:2:1: a second document begins here, and only one is read; take out the “---”"
    ),
    ("rules: no.yml", "no.yml: There is no such file"),
  ]

  @Test(arguments: slips)
  func `mistakes leave with 2`(config: String, message: String) throws {
    let desk = try Desk([".hirelint.yml": config, "good.txt": Desk.good])
    let outcome = try desk.run("check", "good.txt")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("hirelint: \(message)"), "\(outcome.errors)")
    #expect(try desk.run("check", "good.txt", "--no-config").status == 0)
  }

  @Test func `the gate of the working folder holds, and the command line counts more`() throws {
    let desk = try Desk([
      ".hirelint.yml": "fail-on: never", "bad.txt": Desk.bad, "other.yml": "max-warnings: 0",
      "good.txt": Desk.good,
    ])
    #expect(try desk.run("check", "bad.txt").status == 0)
    #expect(try desk.run("check", "bad.txt", "--fail-on", "error").status == 1)
    #expect(try desk.run("check", "bad.txt", "--config", "other.yml").status == 1)
    #expect(
      try desk.run("check", "good.txt", "--fail-on", "never", "--max-warnings", "0").status == 1)
    #expect(
      try desk.run("check", "good.txt", "--fail-on", "error", "--max-warnings", "99").status == 0)
  }

  @Test func `settings of a run that stand elsewhere are told to do nothing`() throws {
    let desk = try Desk([".hirelint.yml": "waivers: w.yml", "w.yml": "", "a.txt": Desk.good])
    let inner = desk.folder.appending(path: "b")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try desk.add("b/x.txt", Array(Desk.good.utf8))
    try desk.add("b/.hirelint.yml", Array("words: [x]\nfail-on: note\nwaivers: ../w.yml\n".utf8))
    let outcome = try desk.run(
      "check", "a.txt", "b/x.txt", "--strict-inputs", "--format", "compact")
    #expect(outcome.status == 0)
    let reason =
      "“fail-on” holds for a whole run, which takes it from the configuration of the working folder,"
      + " so here it does nothing; move it there, or say --fail-on."
    let told = outcome.output.split(separator: "\n").filter { $0.contains("[input/idle-setting]") }
    #expect(told == ["b/.hirelint.yml:2:1: warning: \(reason) [input/idle-setting]"])
    let said = try desk.run("check", "b/x.txt", "--fail-on", "error", "--format", "compact")
    #expect(!said.output.contains("idle-setting"))
    #expect(try Tool.run(["check", "x.txt"], in: inner).status == 1)
    let shown = try desk.run("config", "show", "b/x.txt")
    #expect(shown.output.contains(/fail-on: error +default\n/))
    #expect(shown.output.contains("\nb/.hirelint.yml:2: \(reason)\n"))
  }

  @Test func `init writes what changes nothing, once`() throws {
    let desk = try Desk(["good.txt": Desk.good])
    let before = try desk.run("check", "good.txt", "--format", "json")
    #expect(try desk.run("init").status == 0)
    #expect(try desk.run("check", "good.txt", "--format", "json").output == before.output)
    #expect(try desk.run("init").status == 2)
    let shown = try desk.run("config", "show", "good.txt", "--disable", "style")
    #expect(shown.status == 0)
    #expect(shown.output.contains(/severity style: off +--disable\n/))
    #expect(shown.output.contains(/fail-on: error +\.hirelint\.yml:5\n/))
  }

  @Test(arguments: [
    (["--select", "pay/missing"], ["pay/missing error"]),
    (["--select", "pay", "--ignore", "pay/vag*"], ["pay/missing error"]),
    (["--select", "*/missing-closing-date"], ["terms/missing-closing-date note"]),
    (["--select", "style/passive"], []),
  ])
  func `rules are selected by name, theme and pattern`(arguments: [String], found: [String]) throws
  {
    let desk = try Desk(["bad.txt": Desk.bad])
    let outcome = try Tool.run(
      ["check", "bad.txt", "--format", "ndjson"] + arguments, in: desk.folder)
    #expect(rules(outcome) == Set(found))
  }

  @Test func `rules of one's own are tried by their examples`() throws {
    let rule = """
      theme: own
      rules:
        - {id: rule, title: Own, message: "Own: '{words}'.", why: So., instead: Mend it., check: {phrases: [bread]}, flags: ["[[bread]]", {text: "We [[Bread]]", becomes: We Brood}], passes: [x, y], fix: {bread: brood}}
      """
    let desk = try Desk([
      "own.yml": rule, "bad.yml": rule.replacing("[x, y]", with: "[x, bread]"),
      "wrong.yml": "theme: x\nrule: []",
    ])
    let good = try desk.run("rules", "test", "own.yml")
    #expect((good.status, good.output) == (0, "1 rule, 4 examples, 0 wrong.\n"))
    let bad = try desk.run("rules", "test", "bad.yml")
    #expect(
      (bad.status, bad.output) == (
        1,
        "bad.yml:3: own/rule should pass, but flags “bread” in “bread”\n1 rule, 4 examples, 1 wrong.\n"
      ))
    #expect(try desk.run("rules", "test", "wrong.yml").status == 2)
    #expect(try desk.run("rules", "test", "none.yml").status == 2)
  }
}
