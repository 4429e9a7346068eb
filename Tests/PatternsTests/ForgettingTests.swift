import TestSupport
import Testing

@testable import Patterns

@Suite struct ForgettingTests {
  private func hits(_ scanner: consuming Scanner, _ texts: [String]) -> [[PatternHit]] {
    var scanner = scanner
    return texts.map { scanner.matches(in: [$0]) }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `finds the same where it forgets again and again what it knows`(seed: UInt64) {
    var random = RandomPattern(SplitMix(seed: seed))
    let set = PatternSet((0..<12).map { _ in PatternSet.Group(random.pattern(), isCased: false) })
    let texts = (0..<10).map { _ in random.text() }
    let wanted = hits(Scanner(set, usesTriggers: false), texts)
    for limit in [0, 5, 60] {
      #expect(hits(Scanner(set, usesTriggers: true, limit: limit), texts) == wanted)
    }
  }
}
