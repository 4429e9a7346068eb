import RuleText
import Testing

@Suite struct YAMLTests {
  @Test func `gives each value its place`() throws {
    let text = """
      theme: pay
      rules:
        - id: vague
          in: [title, "body"]
          why: >-
            One
            two.
      """
    let root = try YAML.node(of: text, file: "pay.yml")
    #expect(root["theme"] == Node(.text("pay"), line: 1, column: 8))
    let rule = try #require(root["rules"]?.list?.first)
    #expect(rule["id"] == Node(.text("vague"), line: 3, column: 9))
    #expect(rule["in"]?.list?.map(\.text) == ["title", "body"])
    #expect(rule["in"]?.list?.map(\.column) == [10, 17])
    #expect(rule["why"]?.text == "One two.")
    #expect(rule.map?.map(\.key.text) == ["id", "in", "why"])
    #expect(rule["nothing"] == nil)
  }

  @Test func `takes an empty file for an empty map and a lone text for a list of one`() throws {
    #expect(try YAML.node(of: "", file: "a.yml") == Node(.map([])))
    #expect(try YAML.node(of: "# only a word\n", file: "a.yml") == Node(.map([])))
    #expect(
      try YAML.node(of: "---\n{}\n---\n", file: "a.yml") == Node(.map([]), line: 2, column: 1))
    let root = try YAML.node(of: "in: body\noff: yes\nn: 3\nnone: ~", file: "a.yml")
    #expect(root["in"]?.list?.map(\.text) == ["body"])
    #expect(root["off"]?.text == "yes")
    #expect(root["n"]?.text == "3")
    #expect(root["none"]?.text == "~")
  }

  @Test(arguments: [
    ("a: [1, 2", "own.yml:2:1: not YAML: did not find expected ',' or ']'"),
    ("a: b: c", "own.yml:1:5: not YAML: mapping values are not allowed in this context"),
    ("a: \"b", "own.yml:1:6: not YAML: found unexpected end of stream"),
    ("\ta: b", "own.yml:1:1: not YAML: found character that cannot start any token"),
    ("a: 1\nb: 2\na: 3", "own.yml:3:1: “a” stands here twice"),
    (
      "a: 1\n---\nb: 2",
      "own.yml:2:1: a second document begins here, and only one is read; take out the “---”"
    ),
    ("a: 1\n---\nb: [", "own.yml:4:1: not YAML: did not find expected node content"),
    ("a: *nobody", "own.yml:1:4: not YAML: found undefined alias"),
  ])
  func `says where a file is no YAML`(text: String, sentence: String) {
    let fault = #expect(throws: RuleFault.self) { try YAML.node(of: text, file: "own.yml") }
    #expect(fault?.description == sentence)
  }

  @Test(arguments: [10, 200, 3_000])
  func `refuses deep nests`(depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let node = try? YAML.node(of: text, file: "own.yml")
    #expect((node == nil) == (depth > YAML.limits.depth))
  }

  @Test func `refuses references that multiply`() throws {
    let lines = "bcdefghi".unicodeScalars.map { letter in
      let last = "*\(Unicode.Scalar(letter.value - 1)!)"
      return "\(letter): &\(letter) [\(Array(repeating: last, count: 9).joined(separator: ","))]"
    }
    let text = "a: &a [x,x,x,x,x,x,x,x,x]\n" + lines.joined(separator: "\n")
    let fault = #expect(throws: RuleFault.self) { try YAML.node(of: text, file: "own.yml") }
    #expect(
      fault?.description
        == "own.yml:1:1: more than 1000000 values, or nested more than 50 deep")
  }

  @Test func `refuses references that repeat a long text`() throws {
    let text = "a: &a " + String(repeating: "x", count: 20_000) + "\nb: [*a"
    let often = text + String(repeating: ",*a", count: 900) + "]"
    let fault = #expect(throws: RuleFault.self) { try YAML.node(of: often, file: "own.yml") }
    #expect(
      fault?.description
        == "own.yml:1:1: more than 16777216 bytes of text, its references followed")
    #expect(try YAML.node(of: text + ",*a]", file: "own.yml")["b"]?.list?.count == 2)
  }
}
