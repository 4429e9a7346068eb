import Patterns
import TestSupport
import Testing

@Suite struct ScannerTests {
  private func hits(
    _ set: PatternSet, _ texts: [String], usesTriggers: Bool, kind: UInt32 = 1
  ) -> [[PatternHit]] {
    var scanner = Scanner(set, usesTriggers: usesTriggers)
    let all = scanner.matches(in: texts, kind: kind)
    var start = 0
    return texts.map { text in
      let end = start + text.utf8.count
      defer { start = end }
      return all.filter { $0.upper <= end && $0.lower >= start }.map {
        let offset = Int32(start)
        return PatternHit(
          pattern: $0.pattern, lower: $0.lower - offset, upper: $0.upper - offset)
      }
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `finds in one pass exactly what the plain loop finds`(seed: UInt64) {
    var random = RandomPattern(SplitMix(seed: seed))
    let patterns = (0..<12).map { _ in random.pattern() }
    let entries = patterns.enumerated().map { index, pattern in
      PatternSet.Group(pattern, isCased: index % 4 == 0, kinds: index % 5 == 0 ? 2 : 3)
    }
    let set = PatternSet(entries)
    let texts = (0..<10).map { _ in random.text() }
    for kind in [1, 2] as [UInt32] {
      let found = hits(set, texts, usesTriggers: true, kind: kind)
      let wanted = hits(set, texts, usesTriggers: false, kind: kind)
      for (text, (found, wanted)) in zip(texts, zip(found, wanted)) where found != wanted {
        let odd = Set(found).symmetricDifference(wanted).map { patterns[Int($0.pattern)] }
        Issue.record("\(Set(odd)) in \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: ["m^", "m^2", "team!", "a team !", "m|", "team_", "the team\u{A0}^", "m\t!"])
  func `goes on behind a word by every sign`(text: String) {
    let ends = ["^", "!", "|", "_"].map { text.hasSuffix($0) ? "\\" + $0 : "" }
    let words = text.dropLast(ends.joined().isEmpty ? 0 : 1)
    let literal = words.replacing("^", with: "\\^").replacing("\u{A0}", with: #"[ \x{A0}]+"#)
    let set = PatternSet([PatternSet.Group(String(literal) + ends.joined())])
    #expect(hits(set, [text], usesTriggers: true)[0].count == 1)
    #expect(hits(set, [text], usesTriggers: false)[0].count == 1)
  }

  @Test func `tells words apart that it met by the thousand`() {
    let words = (0..<5000).map { number in
      String(decoding: [5, 4, 3, 2, 1].map { UInt8(0x61 + number * $0 % 23) }, as: UTF8.self)
    }
    let text = words.joined(separator: " ") + " 2024x team 1999x team 20x4 team"
    let set = PatternSet([
      PatternSet.Group("team"), PatternSet.Group(#"(?<!\w)20\d\dx(?!\w)"#),
    ])
    let found = hits(set, [text, text], usesTriggers: true)
    #expect(found == hits(set, [text, text], usesTriggers: false))
    #expect(found.allSatisfy { $0.count == 4 })
  }

  @Test func `counts places from the offset and sorts them`() {
    let set = PatternSet([PatternSet.Group("team"), PatternSet.Group("a"), PatternSet.Group("m")])
    var scanner = Scanner(set)
    #expect(
      scanner.matches(in: ["a team"], offset: 100) == [
        PatternHit(pattern: 1, lower: 100, upper: 101),
        PatternHit(pattern: 0, lower: 102, upper: 106),
        PatternHit(pattern: 1, lower: 104, upper: 105),
        PatternHit(pattern: 2, lower: 105, upper: 106),
      ])
  }

  @Test func `looks only in the kinds of text that it is asked to`() {
    let set = PatternSet([PatternSet.Group("team", kinds: 2)])
    #expect(hits(set, ["team"], usesTriggers: true, kind: 1) == [[]])
    #expect(hits(set, ["team"], usesTriggers: true, kind: 2)[0].count == 1)
  }

  @Test(arguments: [true, false])
  func `keeps nothing from one text to the next`(usesTriggers: Bool) {
    let set = PatternSet([PatternSet.Group(#"(?<!\w)team(?!\w)"#)])
    let texts = ["", "team team", "x", "team", String(repeating: "team ", count: 1_000)]
    let counts = hits(set, texts, usesTriggers: usesTriggers).map(\.count)
    #expect(counts == [0, 2, 0, 1, 1_000])
  }

  @Test(arguments: [63, 64, 65, 9_999, 10_001, 32_766, 32_767, 32_768, 70_000])
  func `finds what stands in a word of any length`(length: Int) {
    let patterns = ["xy", "(a+)z", #"(?<!\w)aa"#, #"y\b"#]
    let set = PatternSet(patterns.map { PatternSet.Group($0) })
    let text = "and " + String(repeating: "a", count: length) + "zxy end"
    let found = hits(set, [text], usesTriggers: true)
    #expect(found == hits(set, [text], usesTriggers: false))
    #expect(Set(found[0].map(\.pattern)) == [0, 1, 2, 3])
  }

  @Test(arguments: [true, false]) func `one match in an ad is enough where a group says so`(
    isOnce: Bool
  ) {
    var group = PatternSet.Group("tea|team")
    group.isOnce = isOnce
    var scanner = Scanner(PatternSet([group, PatternSet.Group("pot")]))
    #expect(scanner.matches(in: ["tea, team pot", "a tea pot"]).count == (isOnce ? 3 : 5))
    #expect(scanner.matches(in: ["a tea"]).count == 1)
  }

  @Test func `finds nothing with no patterns`() {
    #expect(hits(PatternSet([]), ["team £5 é"], usesTriggers: true) == [[]])
  }
}
