import AdModel
import TestSupport
import Testing

@Suite struct UTF8Tests {
  @Test func `agrees with the standard library on random bytes`() {
    var random = SplitMix(seed: 3)
    let pieces: [[UInt8]] = [
      Array(repeating: 0x61, count: 33), [0x61], [0xC3, 0xA9], [0xE2, 0x82, 0xAC],
      [0xF0, 0x9F, 0x98, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xED, 0x9F, 0xBF], [0xC0, 0x80],
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0x80],
      [0xE2, 0x82],
    ]
    for round in 0..<4000 {
      // Half of the texts are UTF-8.
      let count = round % 2 == 0 ? 7 : pieces.count
      let bytes = (0..<Int.random(in: 0..<12, using: &random)).flatMap { _ in
        pieces[Int.random(in: 0..<count, using: &random)]
      }
      #expect(bytes.span.isUTF8 == ((try? UTF8Span(validating: bytes.span)) != nil))
    }
  }
}
