import Testing

@testable import Lexicon

@Suite struct WordHashTests {
  @Test(arguments: [
    ("team", "TEAM", true), ("responsibilities", "Responsibilities", true), ("É", "é", false),
    ("team", "teams", false), ("abcdefgh", "abcdefghi", false), ("für", "FüR", true),
    ("", "", true),
  ])
  func `is that of the lower case of English letters`(one: String, other: String, isSame: Bool) {
    #expect((WordHash.of(Array(one.utf8)) == WordHash.of(Array(other.utf8))) == isSame)
  }

  @Test func `is the same wherever a word stands and however it is read`() {
    var random = Seeded(state: 5)
    for _ in 0..<500 {
      let word = (0..<Int.random(in: 1...16, using: &random)).map { _ in
        UInt8.random(in: 0x61...0x7A, using: &random)
      }
      let before = [UInt8](repeating: 0x20, count: Int.random(in: 0...9, using: &random))
      let text = before + word + [0x2E] + Array("and more words".utf8)
      let (lower, upper) = (before.count, before.count + word.count)
      let hash = WordHash.of(word)
      #expect(WordHash.of(text.span, lower, upper) == hash)
      let (first, last) = (Eight(text.span, at: lower), Eight(text.span, at: lower + 8))
      if word.count <= 8 {
        #expect(WordHash.of(first.first(word.count)) == hash)
      } else {
        #expect(WordHash.of(first, last.first(word.count - 8)) == hash)
      }
    }
  }

  @Test func `counts the letters at the start of any eight bytes`() {
    var random = Seeded(state: 6)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? Array("azAZmM".utf8).randomElement(using: &random)!
          : UInt8.random(in: 0...255, using: &random)
      }
      let eight = Eight(bytes.span, at: 0)
      let letters = bytes.prefix(8).prefix { $0.isLatin }
      #expect(eight.letters == letters.count)
      #expect(eight.first(letters.count).hasCapital == letters.contains { $0.isUpper })
    }
  }

  @Test func `counts each language of a small word once`() {
    for languages in UInt64(0)..<4096 {
      var count = LanguageCount()
      count.add(LanguageCount.lanes(languages))
      for index in 0..<12 { #expect(UInt64(count.counts[index]) == languages >> UInt64(index) & 1) }
    }
  }
}
