import Patterns
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("tea(m", 5, "missing closing parenthesis"),
    ("[a-", 3, "missing terminating ] for character class"),
    ("*bold*", 0, "quantifier does not follow a repeatable item"),
    ("(?<=a+)b", 0, "lookbehind assertion is not fixed length"),
    ("(?<hit>a", 8, "missing closing parenthesis"),
    (#"\C"#, 2, "using \\C is disabled by the application"),
    ("é{2,1}", 6, "numbers out of order in {} quantifier"),
  ])
  func `says where a pattern is faulty`(source: String, byte: Int, words: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(source).check() }
    #expect(error?.offset == byte)
    #expect(error?.description == words)
    #expect(error?.isRunaway == false)
  }

  @Test func `matches nothing while it is faulty, and says so`() throws {
    var matcher = Matcher()
    let text = "tea(m"
    #expect(matcher.match(Pattern("tea(m"), in: text.utf8Span, from: 0) == nil)
    #expect(matcher.failure?.source == "tea(m")
  }

  @Test func `serves many tasks at once from its first use`() async {
    let pattern = Pattern(#"\bbaker\b"#)
    let found = await withTaskGroup(of: Range<Int>?.self) { group in
      for number in 0..<64 {
        group.addTask {
          var matcher = Matcher()
          let text = String(repeating: "x ", count: number) + "a Baker"
          let match = matcher.match(pattern, in: text.utf8Span, from: 0)
          return match.map { $0.words.lowerBound - 2 * number..<$0.words.upperBound - 2 * number }
        }
      }
      return await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(found == [2..<7])
  }
}
