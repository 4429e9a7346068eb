import AdModel
import Checks
import RuleBook
import RuleText
import Testing

@Suite struct RuleFileReaderTests {
  /// A rule with nothing wrong, whose lines some tests replace.
  static let good = """
    theme: pay
    rules:
      - id: vague
        title: Pay in words
        message: "Pay is only described: '{words}'."
        why: People skip such ads.
        instead: Give a figure.
        severity: warning
        precision: high
        in: [title, body]
        pillar: facts
        check: {phrases: [good pay]}
        fix: {Good Pay: £30k}
        flags: ["We give [[good pay]]."]
        passes: ["We pay £30k."]
        cites: [{title: "A study", url: "https://example.org"}, A book]
    """

  private func book(_ text: String) throws -> RuleBook {
    try RuleFileReader.book(of: [("own.yml", YAML.node(of: text, file: "own.yml"))])
  }

  /// What is wrong with the good rule once the line that begins with `key` is `line`.
  private func faults(_ key: String, _ line: String) throws -> [String] {
    let lines = Self.good.split(separator: "\n").map { old in
      old.drop { " -".contains($0) }.hasPrefix("\(key):") ? line : String(old)
    }
    do {
      _ = try book(lines.joined(separator: "\n"))
      return []
    } catch let faults as RuleFaults {
      return faults.faults.map(\.description)
    }
  }

  @Test func `reads an entry in full`() throws {
    let entry = try #require(try book(Self.good).entry("pay/vague"))
    let rule = entry.rule
    #expect(rule.title == "Pay in words")
    #expect(rule.level == .warning && rule.precision == .high && rule.pillar == .facts)
    #expect(rule.parts == [.title, .body] && rule.isOn)
    #expect(rule.flags == [Example(text: "We give good pay.", marks: [8..<16])])
    #expect(rule.passes == [Example(text: "We pay £30k.")])
    #expect(rule.cites.map(\.title) == ["A study", "A book"])
    #expect(entry.remedy.fixes == ["good pay": "£30k"])
    #expect(entry.origin.description == "own.yml:3")
    #expect(entry.checks.count == 1)
  }

  @Test(arguments: [
    (
      "severity", "    severity: warnig",
      "own.yml:8:15: “severity” should be one of note, warning, error, not “warnig”; did you mean “warning”?"
    ),
    (
      "precision", "    precision: 0.9",
      "own.yml:9:16: “precision” should be one of low, medium, high, not “0.9”"
    ),
    (
      "precision", "    precision: low",
      "own.yml:9:16: “pay/vague” is right too seldom to be on: say why under “off”"
    ),
    (
      "pillar", "    pillar: fact",
      "own.yml:11:13: “pillar” should be one of facts, integrity, inclusion, clarity, structure, not “fact”; did you mean “facts”?"
    ),
    (
      "in", "    in: [titel]",
      "own.yml:10:10: “in” should be one of title, company, location, country, salary, contract, hours, workMode, posted, closing, apply, reference, industry, body, link, attribute, other, not “titel”; did you mean “title”?"
    ),
    (
      "title", "    titel: Pay in words",
      "own.yml:4:5: “titel” is not a key of a rule; did you mean “title”?"
    ),
    ("why", "    because: it is", "own.yml:6:5: “because” is not a key of a rule"),
    (
      "id", "  - id: Too Vague", "own.yml:3:9: “pay/Too Vague” should be like “theme/what-is-wrong”"
    ),
    ("theme", "topic: pay", "own.yml:1:1: “topic” is not a key of a rule file"),
    (
      "flags", "    off: now and then",
      "own.yml:3:5: “pay/vague” needs examples that it “flags” and examples that it “passes”"
    ),
    ("flags", "    flags: [{txt: x}]", "own.yml:14:13: an example needs a “text”"),
    (
      "flags", "    flags: [{text: x, titel: y}]",
      "own.yml:14:23: “titel” is not a key of an example; did you mean “title”?"
    ),
    ("cites", "    cites: [{url: x}]", "own.yml:16:13: a source needs a “title”"),
    (
      "check", "    check: {phrases: [x], unles: [y]}",
      "own.yml:12:27: “unles” is not an option of “phrases”; did you mean “unless”?"
    ),
    (
      "check", "    check: {phrases: [x], at-least: few}",
      "own.yml:12:37: “at-least” should be a whole number, not “few”"
    ),
    (
      "check", "    check: {phrases: [x], at-least: 1000001}",
      "own.yml:12:37: “at-least” should be from 0 to 1000000, not “1000001”"
    ),
    (
      "theme",
      "rates: {least: [{in: GB, currency: GBP, amounts: [{from: 2026-01-01, amount: inf}]}]}",
      "own.yml:1:78: “amount” should be a number above 0 and below 1000000000"
    ),
    (
      "check", "    check: {phrases: [x], once: maybe}",
      "own.yml:12:33: “once” should be true or false, not “maybe”"
    ),
    ("check", "    check: {phrases: {a: b}}", "own.yml:12:22: “phrases” should be a list"),
    (
      "check", "    check: {phrases: [[a]]}",
      "own.yml:12:23: “phrases” should hold texts; put quotes around this one"
    ),
    (
      "check", "    check: {title: shouty}",
      "own.yml:12:20: “title” should be one of all-caps, lowercase, too-long, company, not “shouty”"
    ),
    ("check", "    check: {title: [a, b]}", "own.yml:12:20: “title” should be a text"),
    ("pillar", "    languages: {}", "own.yml:11:16: “languages” should be a list of texts"),
    (
      "pillar", "    languages: [en, [de]]", "own.yml:11:16: “languages” should be a list of texts"
    ),
    ("rules", "rules:\n  a:", "own.yml:3:3: “rules” should be a list"),
    ("theme", "facts: {id: x}", "own.yml:1:8: “facts” should be a list"),
    ("theme", "profiles: {}", "own.yml:1:11: “profiles” should be a list"),
    ("theme", "duties: {}", "own.yml:1:9: “duties” should be a list"),
    ("theme", "rates: []", "own.yml:1:8: “rates” should be a map, such as {name: value}"),
    ("theme", "rates: {least: {}}", "own.yml:1:16: “least” should be a list"),
    (
      "theme",
      "obligations: [{id: x, title: x, law: x, url: x, applies: {in: GB}, forbids: [{duty: x, over: 2x}]}]",
      "own.yml:1:94: “over” should be a number above 0 and below 1000000000"
    ),
    ("in", "    in: {title: body}", "own.yml:10:9: “in” should be a list"),
    ("fix", "    fix: [a]", "own.yml:13:10: “fix” should be a map, such as {name: value}"),
    (
      "fix", "    fix: {a: [b]}",
      "own.yml:13:11: “fix” should be like {words: what to write for them}"
    ),
    ("flags", "    flags: {text: x}", "own.yml:14:12: “flags” should be a list"),
    ("cites", "    cites: {title: x}", "own.yml:16:12: “cites” should be a list"),
  ])
  func `says what is wrong, where, and what was meant`(
    key: String, line: String, sentence: String
  ) throws {
    #expect(try faults(key, line).contains(sentence))
  }

  @Test func `guesses which check was meant`() throws {
    let names = Checks.all.map { $0.name }.sorted().joined(separator: ", ")
    #expect(
      try faults("check", "    check: {phrase: [x]}") == [
        "own.yml:12:12: a check needs one of \(names); did you mean “phrases”?"
      ])
  }

  @Test(arguments: ["id", "title", "message", "why", "instead", "check"])
  func `misses what a rule cannot do without`(key: String) throws {
    #expect(
      try faults(key, key == "id" ? "  - off: no" : "") == ["own.yml:3:5: “\(key)” is missing"])
  }

  @Test func `says all that is wrong at once, in the order of the file`() throws {
    let text = """
      theme: pay
      rules:
        - id: one
          title: x
          message: x.
          why: x
          instead: x
          severity: bad
          check: {phrases: [x], unles: [y]}
          flags: [x]
          passes: [y]
        - name: two
        - three
      facts:
        - id: four
      """
    let faults = #expect(throws: RuleFaults.self) { try book(text) }
    let lines = faults?.faults.map(\.line)
    #expect(lines == lines?.sorted())
    #expect(Set(lines ?? []) == [8, 9, 12, 13, 15])
  }

  /// The second would be passed over.
  @Test func `takes one check of a fact`() throws {
    let text = """
      theme: pay
      facts:
        - id: night-bus
          what: The ad says how to get home.
          check:
            - {phrases: [night bus]}
            - {phrases: [taxi home]}
          flags: ["There is a [[night bus]]."]
          passes: ["You drive a bus."]
      """
    let faults = #expect(throws: RuleFaults.self) { try book(text) }
    #expect(
      faults?.description.hasSuffix(
        ":6:7: a fact has one check; put all phrases into that") == true)
  }

  @Test func `takes no second rule of the same id, in whatever file`() throws {
    let node = try YAML.node(of: Self.good, file: "a.yml")
    let faults = #expect(throws: RuleFaults.self) {
      try RuleFileReader.book(of: [("a.yml", node), ("b.yml", node)])
    }
    #expect(faults?.description == "b.yml:3:9: there is a rule “pay/vague” already")
  }

  @Test(arguments: [
    ("We give [[good pay]].", "We give good pay.", [8..<16]),
    ("[[é]] and [[b]]", "é and b", [0..<2, 7..<8]),
    ("[[[email protected]]] x", "[email protected] x", [0..<17]),
    ("no [brackets] here", "no [brackets] here", []),
    ("open [[end", "open end", []),
    ("a]] b", "a]] b", []),
  ])
  func `finds the marked words of an example`(
    marked: String, text: String, marks: [Range<Int>]
  ) throws {
    let lines = Self.good.replacing("We give [[good pay]].", with: marked)
    let example = try #require(try book(lines).entry("pay/vague")?.rule.flags.first)
    #expect(example.text == text)
    #expect(example.marks == marks)
  }

  @Test func `puts the fields that an example names before its text`() throws {
    let lines = Self.good.replacing(
      #"["We give [[good pay]]."]"#,
      with: #"[{title: Baker, location: "", text: "[[good pay]]", becomes: £30k}]"#)
    let example = try #require(try book(lines).entry("pay/vague")?.rule.flags.first)
    let lead = "Title: Baker\nLocation: \nDescription: "
    #expect(example.text == lead + "good pay")
    #expect(example.marks == [lead.utf8.count..<lead.utf8.count + 8])
    #expect(example.becomes == lead + "£30k")
  }
}
