import Patterns
import Testing

@Suite struct MatcherTests {
  /// The words that `pattern` points at in `text`.
  private func words(
    _ pattern: String, in text: String, isCased: Bool = false, from start: Int = 0,
    isAnchored: Bool = false
  ) -> String? {
    var matcher = Matcher()
    let pattern = Pattern(pattern, isCased: isCased)
    let match = matcher.match(pattern, in: text.utf8Span, from: start, isAnchored: isAnchored)
    return match.map { String(decoding: Array(text.utf8)[$0.words], as: UTF8.self) }
  }

  @Test(arguments: [
    ("team", "The TEAM", "TEAM"),
    ("é", "CAFÉ", "É"),
    ("k", "300 \u{212A}", "\u{212A}"),
    ("pay: (?<hit>low|high)", "Pay: LOW", "LOW"),
    ("(?<hit>a)x|(?<hit>b)y", "ax by", "a"),
    ("(?<hit>a)x|(?<hit>b)y", "by", "b"),
    ("(?<hit>a)?b", "b", "b"),
    ("(?<other>a)b", "ab", "ab"),
    ("^b$", "a\nb\nc", "b"),
    ("a.c", "a\nc", nil),
    ("x*", "abc", nil),
  ])
  func `points at what matches, or at the group named hit`(
    pattern: String, text: String, found: String?
  ) {
    #expect(words(pattern, in: text) == found)
  }

  @Test func `minds case only if asked to`() {
    #expect(words("IT", in: "it", isCased: true) == nil)
    #expect(words("(?i)IT", in: "it", isCased: true) == "it")
    #expect(words("(?-i:IT)", in: "it") == nil)
  }

  @Test func `looks behind its start, and no further than its anchor`() {
    #expect(words("(?<=my )team", in: "my team", from: 3, isAnchored: true) == "team")
    #expect(words("team", in: "my team", from: 0, isAnchored: true) == nil)
    #expect(words(#"(?<!\w)eam"#, in: "team", from: 1) == nil)
  }

  @Test(arguments: [
    "(a+)+$", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a*)*b|c",
  ])
  func `gives up on a pattern that runs away`(source: String) {
    var matcher = Matcher()
    let text = String(repeating: "a", count: 50_000) + "!"
    var start = 0
    while start < text.utf8.count,
      let match = matcher.match(Pattern(source), in: text.utf8Span, from: start)
    {
      start = match.whole.upperBound
    }
    #expect(matcher.failure?.source == source)
    #expect(matcher.failure?.error.isRunaway == true)
  }

  @Test func `goes on with other patterns after one gave up`() {
    var matcher = Matcher()
    let text = String(repeating: "a", count: 50_000) + "!"
    #expect(matcher.match(Pattern("(a+)+$"), in: text.utf8Span, from: 0) == nil)
    #expect(matcher.match(Pattern("a!"), in: text.utf8Span, from: 0)?.whole == 49_999..<50_001)
  }
}
