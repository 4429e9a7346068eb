import Testing

@testable import Patterns

@Suite struct ContextTests {
  /// Whether a context is known from the one pass, or has to be searched for, the answer is one.
  @Test(
    arguments: [true, false],
    [
      ("a young team", 0, nil, true), ("an old team", 0, nil, false),
      ("young. A team", 7, nil, false),
      ("a young team", 0, 2..<7, true), ("young team of old", 0, 0..<5, true),
      ("a team, young", 0, 2..<6, false), ("youthful or young", 0, 0..<8, false),
      ("ſmall young", 0, nil, true),
    ] as [(String, Int, Range<Int>?, Bool)])
  func `is found where it stands`(
    isNumbered: Bool, example: (text: String, start: Int, words: Range<Int>?, holds: Bool)
  ) {
    let pattern = Phrase.pattern(of: "young( team)?")
    let set = PatternSet(
      [PatternSet.Group("team")], contexts: [0], index: PatternIndex(of: [pattern]))
    var scanner = Scanner(set)
    var hits: [PatternHit] = []
    scanner.beginAd()
    scanner.scan(example.text.utf8Span, kind: 1, offset: 50, into: &hits)
    let context = Context(Pattern(pattern), number: isNumbered ? 0 : nil)
    let holds = scanner.matcher.holds(
      context, in: example.text.utf8Span, offset: 50, from: example.start,
      overlapping: example.words)
    #expect(holds == example.holds)
  }
}
