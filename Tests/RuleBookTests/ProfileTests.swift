import AdModel
import RuleBook
import RuleText
import Testing

@Suite struct ProfileTests {
  /// A book of the rules `a/one`, `a/two` and `b/off`, which is off, and a profile of `lines`.
  private func book(_ lines: String) throws -> RuleBook {
    let rules = ["a/one": "", "a/two": "", "b/off": "off: a matter of taste"].map { id, off in
      """
        - id: \(id)
          title: Test
          message: "Wrong: {words}."
          why: It is.
          instead: Mend it.
          check: {phrases: [x]}
          flags: [x]
          passes: [y]
          \(off)

      """
    }
    let text = """
      rules:
      \(rules.joined())
      profiles:
        - id: mine
          title: My ads
          why: They are mine.
          \(lines.split(separator: "\n").joined(separator: "\n    "))
      """
    return try RuleFileReader.book(of: [("own.yml", YAML.node(of: text, file: "own.yml"))])
  }

  @Test(arguments: [
    ("enable: [b]", ["a/one", "a/two", "b/off"]), ("enable: [b/off]", ["a/one", "a/two", "b/off"]),
    ("disable: [a/one]", ["a/two"]), ("disable: [a]", []),
    ("disable: [a]\nenable: [a/two]", ["a/two"]),
    ("enable: [a, b]\ndisable: [a/two]", ["a/one", "b/off"]),
  ])
  func `switches rules and themes, and a rule's own name counts more`(
    lines: String, on: [String]
  ) throws {
    var book = try book(lines)
    let profile = try #require(book.profiles.first)
    book.apply(profile)
    #expect(book.entries.map(\.rule).filter(\.isOn).map(\.id) == on)
  }

  @Test func `changes levels`() throws {
    var book = try book("severity: {a: note, a/two: error}")
    book.apply(book.profiles[0])
    #expect(book.entries.map(\.rule.level) == [.note, .error, .warning])
  }

  @Test func `knows the names that nothing has`() throws {
    let book = try book("enable: [a, c]\ndisable: [a/three]\nseverity: {b/off: error, d: note}")
    #expect(book.unknownNames(in: book.profiles[0]) == ["c", "a/three", "d"])
  }

  @Test(arguments: [
    ("enabel: [b]", "“enabel” is not a key of a profile; did you mean “enable”?"),
    ("severity: {a: erorr}", "“severity” should be one of note, warning, error, not “erorr”"),
    ("enable: [a]\ndisable: [a]", "“mine” both enables and disables “a”"),
  ])
  func `is wrong with a place and a reason`(lines: String, message: String) throws {
    do {
      _ = try book(lines)
      Issue.record("nothing is wrong")
    } catch let faults as RuleFaults {
      #expect(faults.faults.count == 1)
      #expect(faults.faults[0].message.hasPrefix(message), "\(faults.faults[0].message)")
    }
  }
}
