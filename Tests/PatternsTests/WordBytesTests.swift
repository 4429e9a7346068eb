import TestSupport
import Testing

@testable import Patterns

@Suite struct WordBytesTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `tell of words what a plain loop tells`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let choices = Array("aZ_09/:@[`{\u{7F} -".utf8) + [0, 0x10, 0x80, 0xC3, 0xFF]
    let text = (0..<20).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0x61...0x7A, using: &random)
        : choices.randomElement(using: &random) ?? 0
    }
    for place in text.indices {
      let eight = Array(text[place...].prefix(8))
      let word = eight.prefix(while: WordByte.isWord)
      let bytes = WordBytes(text.span, at: place)
      #expect(bytes.wordCount == word.count)
      let own = bytes.first(word.count)
      #expect(own.hasDigit == word.contains { $0 &- 0x30 < 10 })
      let folded = word.reversed().reduce(0 as UInt64) {
        $0 << 8 | UInt64($1 == 0x5F ? 0x7F : WordByte.folded($1))
      }
      #expect(own.folded == folded)
      let alike = word.map { $0 &- 0x30 < 10 ? 0x30 : $0 }
      let zeros = WordBytes((alike + [0]).span, at: 0).first(word.count)
      #expect(own.withDigitsAlike.folded == zeros.folded)
    }
  }
}
