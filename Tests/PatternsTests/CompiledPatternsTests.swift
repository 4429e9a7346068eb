import Testing

@testable import Patterns

@Suite struct CompiledPatternsTests {
  private static let patterns = [
    Pattern(#"\bbaker(s|y)?\b"#), Pattern(#"\bCook\b"#, isCased: true), Pattern("tea("),
    Pattern(#"(?<hit>pay)? zzz"#),
  ]
  /// The third is searched for.
  private static let index = PatternIndex(of: patterns.map(\.source), searched: [3])
  private static let text = CompiledPatterns.text(of: patterns, for: index)

  @Test func `are there as they were compiled, but for faulty ones`() {
    let compiled = CompiledPatterns(text: Self.text)
    for (number, pattern) in Self.patterns.enumerated() {
      let made = pattern.serialized(isAnchored: number != 3)
      let kept = unsafe compiled.withSerialized(number) { unsafe Array($0) }
      #expect(kept == made.map { $0.head + $0.code })
      // PCRE2 reads numbers from the head.
      let address = unsafe compiled.withSerialized(number) {
        Int(bitPattern: $0.baseAddress)
      }
      #expect((address ?? 0) % CompiledPatterns.headAlignment == 0)
      #expect((kept == nil) == (number == 2))
    }
    #expect(unsafe compiled.copyCode(of: Self.patterns.count) == nil)
  }

  @Test(
    arguments: [
      // As the build compiled it; searched for, where it compiled it for known places; and with other
      // cases.
      ("a bakery", 2, false, true, 2..<8), ("a bakery", 0, false, false, 2..<8),
      ("a bakery", 2, true, true, 2..<8), ("a BAKERY", 2, true, true, nil),
    ] as [(String, Int, Bool, Bool, Range<Int>?)])
  func `serve patterns that are asked for as they were compiled`(
    text: String, start: Int, isCased: Bool, isAnchored: Bool, words: Range<Int>?
  ) {
    var matcher = matcher(of: Self.text)
    let pattern = Pattern(Self.patterns[0].source, isCased: isCased, number: 0)
    let match = matcher.match(pattern, in: text.utf8Span, from: start, isAnchored: isAnchored)
    #expect(match?.words == words)
  }

  /// The code is what is asked, not the source.
  @Test func `spare compiling`() {
    var matcher = matcher(of: Self.text)
    let other = Pattern("brewer", number: 0)
    #expect(matcher.match(other, in: "bakers".utf8Span, from: 0, isAnchored: true) != nil)
    #expect(matcher.match(other, in: "brewers".utf8Span, from: 0, isAnchored: true) == nil)
  }

  @Test func `of another PCRE2 are none`() {
    let other = CompiledPatterns(text: Self.text.replacing("10.", with: "9.", maxReplacements: 1))
    #expect(unsafe other.copyCode(of: 0) == nil)
    #expect(unsafe CompiledPatterns(text: "").copyCode(of: 0) == nil)
    #expect(unsafe CompiledPatterns.none.copyCode(of: 0) == nil)
  }

  private func matcher(of text: String) -> Matcher {
    var matcher = Matcher()
    matcher.contexts = ContextPlaces(
      [], PatternIndex(text: Self.index.text, codes: CompiledPatterns(text: text)))
    return matcher
  }
}
