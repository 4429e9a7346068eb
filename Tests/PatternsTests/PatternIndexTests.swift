import TestSupport
import Testing

@testable import Patterns

@Suite struct PatternIndexTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `finds the same after it was written down and read`(seed: UInt64) {
    var random = RandomPattern(SplitMix(seed: seed))
    let patterns = (0..<30).map { _ in random.pattern() }
    let index = PatternIndex(of: patterns)
    let read = PatternIndex(text: index.text)
    let entries = patterns.enumerated().map { PatternSet.Group($1, number: $0) }
    var first = Scanner(PatternSet(entries, index: index))
    var second = Scanner(PatternSet(entries, index: read))
    for _ in 0..<10 {
      let text = random.text()
      #expect(first.matches(in: [text]) == second.matches(in: [text]))
    }
  }

  @Test func `takes more patterns beside those it has`() {
    let entries = [
      PatternSet.Group("team", number: 1), PatternSet.Group("lead"),
      PatternSet.Group("tea", number: 0),
    ]
    var scanner = Scanner(PatternSet(entries, index: PatternIndex(of: ["tea", "team", "unused"])))
    #expect(Set(scanner.matches(in: ["team lead"]).map(\.pattern)) == [0, 1, 2])
  }

  @Test func `keeps every entry of a tree`() {
    var prefixes = ["a", "ab", "abc", "abd", "b c", "b d", "~0", "B0", "xabc", "xabd"]
    // Longer than the labels of a node, and more than it has room to count.
    prefixes.append(String(repeating: "long", count: 300))
    prefixes += Array(repeating: "many", count: 700)
    let entries = prefixes.enumerated().map { (prefix: Array($1.utf8), pattern: Int32($0 % 701)) }
    let kept = [true, false].map { isShared in
      var place = 0
      let letters = Letters(PrefixTree.letters(of: entries, isShared: isShared))
      return PrefixTree(in: letters, at: &place).entries
        .map { "\(String(decoding: $0.prefix, as: UTF8.self)) \($0.pattern)" }.sorted()
    }
    let wanted = prefixes.enumerated().map { "\($1) \($0 % 701)" }.sorted()
    #expect(kept == [wanted, wanted])
  }
}
