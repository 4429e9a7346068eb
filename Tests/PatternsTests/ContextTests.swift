import Testing

@testable import Patterns

@Suite struct ContextTests {
  /// How a context is known.
  enum Kind: CaseIterable {
    /// Its places, from the one pass.
    case noted
    /// What it needs, from the one pass.
    case searched
    case unnumbered
  }

  /// Whatever is known of a context beforehand, the answer is one.
  @Test(
    arguments: Kind.allCases,
    [
      ("a young team", 0, nil, true), ("an old team", 0, nil, false),
      ("young. A team", 7, nil, false),
      ("a young team", 0, 2..<7, true), ("young team of old", 0, 0..<5, true),
      ("a team, young", 0, 2..<6, false), ("youthful or young", 0, 0..<8, false),
      ("ſmall young", 0, nil, true),
    ] as [(String, Int, Range<Int>?, Bool)])
  func `is found where it stands`(
    kind: Kind, example: (text: String, start: Int, words: Range<Int>?, holds: Bool)
  ) {
    let pattern = Phrase.pattern(of: "young( team)?")
    let index = PatternIndex(of: [pattern], searched: kind == .searched ? [0] : [])
    let set = PatternSet([PatternSet.Group("team")], contexts: [0], index: index)
    var scanner = Scanner(set)
    _ = scanner.matches(in: [example.text], offset: 50)
    let context = Context(Pattern(pattern, number: kind == .unnumbered ? nil : 0))
    let mayHold = scanner.matcher.mayHoldAny(of: [context])
    #expect(mayHold || !example.holds)
    let holds = scanner.matcher.holds(
      context, in: example.text.utf8Span, offset: 50, from: example.start,
      overlapping: example.words)
    #expect(holds == example.holds)
  }

  @Test func `that is searched for is nowhere in an ad without what it needs`() {
    let pattern = Phrase.pattern(of: "(a|the) (\\w+ ){0,3}zebra")
    let index = PatternIndex(of: [pattern], searched: [0])
    var scanner = Scanner(PatternSet([PatternSet.Group("team")], contexts: [0], index: index))
    func mayHold(_ texts: [String]) -> Bool {
      _ = scanner.matches(in: texts)
      return scanner.matcher.mayHoldAny(of: [Context(Pattern(pattern, number: 0))])
    }
    #expect(!mayHold(["the team", "a keeper"]))
    #expect(mayHold(["the zebra", "a keeper"]))
    #expect(!mayHold(["the team"]))
    // A text that the pass gives up may hold anything.
    #expect(mayHold(["ſmall"]))
  }
}
