import AdModel
import TestSupport
import Testing

@testable import Checks

/// The one pass over a body finds what plain loops over it would.
@Suite struct BodyScanTests {
  private static let pieces: [String] = [
    "a", "We", "bake", "HTML", "iOS", "two", "twelve", "two-day", "don't", "you’re", "é", "Éclair",
    "naïve", "30k", "500,000", "12.50", "3D", "http://a.example/x", "#URL_3af#", "responsibilities",
    " ", " ", "  ", "   ", ".", "!", "?", ": ", ":", "(", ")", "[", "]", "\n", "-", "–", "•", "'",
    "*", "ageWe", "\u{A0}", "日本",
  ]

  private static func prose(_ seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed)
    return (0..<Int.random(in: 0...80, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  /// Two fields of `prose`, with what lies between them left out.
  private static func fields(of prose: [UInt8]) -> [ByteRange<Prose>] {
    let text = String(decoding: prose, as: UTF8.self)
    let middle = text.unicodeScalars.prefix(text.unicodeScalars.count / 2).reduce(0) {
      $0 + UTF8.width($1)
    }
    return [ByteRange(0, middle), ByteRange(middle, prose.count)]
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `words are those of a plain loop, and have the keys of their letters`(seed: UInt64) {
    let prose = Self.prose(seed)
    let fields = Self.fields(of: prose)
    let scan = BodyScan(of: prose, in: fields)
    #expect(scan.words.map(\.range) == fields.flatMap { Array(Words(of: prose, in: $0)) })
    for word in scan.words {
      let letters = prose[word.range]
      #expect(word.key == WordKey.of(letters))
      #expect(word.key == WordKey.of(letters.map(\.folded)))
      let head = letters.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1.folded) }
      #expect(word.head == head)
      #expect(word.letters.contains(.small) == letters.contains(where: \.isLower))
      #expect(word.letters.contains(.capital) == letters.contains(where: \.isUpper))
      #expect(word.letters.contains(.digit) == letters.contains(where: \.isDigit))
      let isOther = letters.contains { !$0.isLower && !$0.isUpper && !$0.isDigit }
      #expect(word.letters.contains(.other) == isOther)
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `signs are those of a plain loop`(seed: UInt64) {
    let prose = Self.prose(seed)
    let fields = Self.fields(of: prose)
    let scan = BodyScan(of: prose, in: fields)
    func places(_ isOne: (Int, Range<Int>) -> Bool) -> [Int32] {
      fields.flatMap { field in field.utf8.filter { isOne($0, field.utf8) }.map { Int32($0) } }
    }
    #expect(scan.stops == places { at, _ in Sentence.mayEnd(with: prose[at]) })
    #expect(scan.brackets == places { at, _ in "()[]".utf8.contains(prose[at]) })
    #expect(
      scan.colons
        == places { at, field in
          prose[at] == UInt8(ascii: ":") && at + 1 < field.upperBound && prose[at + 1] == 0x20
        })
    #expect(
      scan.blankRuns
        == places { at, field in
          prose[at] == 0x20 && at + 1 < field.upperBound && prose[at + 1] == 0x20
            && (at == field.lowerBound || prose[at - 1] != 0x20)
        })
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `statements are the same whether words are known or read`(seed: UInt64) {
    let prose = Self.prose(seed)
    let fields = Self.fields(of: prose)
    let blocks = fields.map { Block(.paragraph, $0) }
    func statements(_ plain: [BodyWord]) -> Statements {
      Statements(of: prose, blocks: blocks, fields: [], plain: plain)
    }
    let (known, read) = (statements(BodyScan(of: prose, in: fields).words), statements([]))
    #expect(known.all == read.all)
    #expect(known.words.map(\.key) == read.words.map(\.key))
    #expect(known.words.map(\.lower) == read.words.map(\.lower))
    #expect(known.words.map(\.upper) == read.words.map(\.upper))
    #expect(known.words.map(\.isNumber) == read.words.map(\.isNumber))
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a vocabulary counts as a dictionary does`(seed: UInt64) {
    let prose = Self.prose(seed)
    let words = BodyScan(of: prose, in: Self.fields(of: prose)).words
    let vocabulary = Vocabulary(of: words)
    let counts = Dictionary(words.map { ($0.key, 1) }, uniquingKeysWith: +)
    for (key, count) in counts { #expect(vocabulary.count(of: key) == count) }
    #expect(vocabulary.count(of: WordKey.of("absent".utf8)) == 0)
    #expect(vocabulary.entries.map(\.first) == vocabulary.entries.map(\.first).sorted())
    #expect(vocabulary.entries.reduce(0) { $0 + Int($1.count) } == words.count)
  }
}
