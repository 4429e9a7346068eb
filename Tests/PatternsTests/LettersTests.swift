import Testing

@testable import Patterns

@Suite struct LettersTests {
  private static let numbers = [0, 1, 63, 64, 4095, 4096, 262_144, 1 << 23, (1 << 24) - 1]

  @Test func `keep numbers`() {
    let letters = Letters(Self.numbers.flatMap(Letters.of))
    for (index, number) in Self.numbers.enumerated() {
      #expect(letters.number(at: 4 * index) == number)
    }
  }

  @Test(arguments: 0..<40)
  func `tell where a letter stands first`(lower: Int) {
    let text = Array("the quick brown fox jumps over the lazy dog, again".utf8)
    let letters = Letters(text + Letters.of(0) + Letters.of(0))
    for upper in lower...text.count {
      for letter in Set(text) {
        #expect(
          letters.first(letter, in: (lower, upper)) == text[lower..<upper].firstIndex(of: letter))
      }
    }
  }
}
