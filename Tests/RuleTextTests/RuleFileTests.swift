import Testing

@testable import RuleText

@Suite struct RuleFileTests {
  static func node(_ text: String) throws -> Node { try RuleFile.node(of: text, file: "own.yml") }

  @Test func `writes shorthands out, also in one another, and takes them off the keys`() throws {
    let root = try Self.node(
      """
      shorthands:
        clock: '\\d{1,2}(am|pm)'
        span: (?&clock)-(?&clock)
      rules:
        - check: {phrases: ["from (?&span) to (?&other)", (?&clock)], words: 8}
      """)
    #expect(root.keys == ["rules"])
    let check = try #require(root["rules"]?.list?.first?["check"])
    #expect(
      check["phrases"]?.texts == [
        "from (?:(?:\\d{1,2}(am|pm))-(?:\\d{1,2}(am|pm))) to (?&other)", "(?:\\d{1,2}(am|pm))",
      ])
    #expect(check["phrases"]?.list?.first.map { [$0.line, $0.column] } == [5, 23])
    #expect(check["words"]?.text == "8")
  }

  @Test func `leaves a file without shorthands as it is`() throws {
    let text = "theme: own\nrules: [{id: a, check: {patterns: ['(?<n>a)(?&n)']}}]"
    #expect(try Self.node(text) == YAML.node(of: text, file: "own.yml"))
  }

  @Test(arguments: [
    ("shorthands: [a]", "own.yml:1:13: “shorthands” are names, each with a piece of a pattern"),
    ("shorthands:\n  A1: b", "own.yml:2:3: a shorthand is named by small letters and hyphens"),
    ("shorthands:\n  a: [b]", "own.yml:2:6: “a” should be a piece of a pattern"),
    (
      "shorthands:\n  a: night)|(day\nrules: [(?&a)]",
      "own.yml:2:6: “a” has a bracket without its other one"
    ),
    (
      "shorthands:\n  a: '[('\nrules: [(?&a)]",
      "own.yml:2:6: “a” has a bracket without its other one"
    ),
    ("shorthands:\n  a: b\nrules: []", "own.yml:2:3: nothing uses “(?&a)”; take it out"),
    (
      "shorthands:\n  a: (?&b)\n  b: c\nrules: [(?&a)]",
      "own.yml:3:3: nothing uses “(?&b)”; take it out"
    ),
  ])
  func `says what is wrong with shorthands`(_ text: String, _ message: String) {
    let fault = #expect(throws: RuleFault.self) { try Self.node(text) }
    #expect(fault?.description == message)
  }

  @Test func `refuses a file that shorthands make too long`() {
    let piece = String(repeating: "b", count: 9_000)
    let text = "shorthands:\n  a: \(piece)\nrules:\n" + String(repeating: "- (?&a)\n", count: 300)
    let fault = #expect(throws: RuleFault.self) { try Self.node(text) }
    #expect(fault?.message == "with its shorthands the file has more than 2000000 bytes")
  }

  @Test func `refuses shorthands that multiply`() {
    let lines = (1...40).map { at in
      let name = String(repeating: "b", count: at)
      return "  \(name)b: (?&\(name))(?&\(name))"
    }
    let text = "shorthands:\n  b: ab\n" + lines.joined(separator: "\n")
    let fault = #expect(throws: RuleFault.self) { try Self.node(text) }
    #expect(fault?.message == "with its shorthands it has more than \(RuleFile.longest.text) bytes")
  }
}
