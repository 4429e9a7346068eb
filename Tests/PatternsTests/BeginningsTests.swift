import Testing

@testable import Patterns

@Suite struct BeginningsTests {
  private func prefixes(_ pattern: String) -> [String]? {
    Beginnings(of: pattern)?.prefixes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("abc", ["abc"]),
    ("Abc|dE", ["abc", "de"]),
    ("(?:a|b)c", ["ac", "bc"]),
    ("ab?c", ["abc", "ac"]),
    ("[ab]c", ["ac", "bc"]),
    ("(?<hit>ab)c", ["abc"]),
    ("(?=x)ab", ["ab"]),
    ("ab(?= c|d)", ["ab c", "abd"]),
    ("(?<!no )ab", ["ab"]),
    (#"\*\*"#, ["**"]),
    // A byte beyond ASCII is a capital, the same for both cases of an accented letter.
    (#"\x{A3}5"#, ["QD0"]),
    ("£[ ]?5", ["QD 0", "QD0"]),
    ("équipe", ["RJquipe"]),
    ("école|Á", ["RB", "RJcole"]),
    (#"[\x00-\x08\x0B]"#, ["~"]),
    (#"\na"#, ["Za"]),
    // Nothing is known of the other case of these.
    ("åb", ["R"]), ("ſb", ["S", "s"]), ("дa", ["U"]),
  ])
  func `are known for words and signs`(pattern: String, expected: [String]) {
    #expect(prefixes(pattern) == expected)
  }

  @Test(arguments: [
    ".", "a*", "(?:)", "", "a?b?", #"\p{L}x"#, #"\W"#, "(*UTF)a", "(?(1)a|b)", #"(a)\1|\1"#,
    "[^a]b", "[[:alpha:]]x", "a(", "[a", "(?R)",
  ])
  func `are unknown where anything may come first`(pattern: String) {
    #expect(prefixes(pattern) == nil)
  }

  @Test(arguments: [
    (#"(?<!\w)(?:ab|cd)"#, true), (#"\bab"#, true), ("^ab", true), ("ab", false),
    (#"(?:\bab|cd)"#, false), (#"(?<!\w)(?:very )?ab"#, true), (#"(?:(?<!\w)x )?ab"#, false),
  ])
  func `stand where words begin only if all do`(pattern: String, isAtStart: Bool) {
    #expect(Beginnings(of: pattern)?.isAtWordStart == isAtStart)
  }

  @Test func `are cut where they are too many, but say more than the first word`() throws {
    let pattern =
      #"\b(?:an?|earn|get|with) (?:uncapped |monthly |\d+% )*commissions? (?:of|on|for|paid)"#
    let some = try #require(prefixes(pattern))
    #expect(some.count <= Beginnings.limit)
    #expect(some.allSatisfy { $0.count > 6 })
  }

  @Test func `of deep nests and long lists are given up in time`() {
    let deep = String(repeating: "(", count: 500) + "a" + String(repeating: ")", count: 500)
    #expect(prefixes(deep) == nil)
    let wide = String(repeating: "[a-z]", count: 40)
    _ = prefixes(wide)
    let tall = String(repeating: "(?:a|b|c)", count: 200)
    _ = prefixes(tall)
  }
}
