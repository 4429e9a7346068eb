import Testing

@testable import Patterns

@Suite struct NeedsTests {
  private func keys(_ words: String) -> [UInt16] {
    words.split(separator: " ").map { word in
      if let sign = word.utf8.first, word.utf8.count == 1, let key = NeedKey.sign(sign) {
        return key
      }
      return NeedKey.word(word.utf8.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }.sorted()
  }

  @Test(arguments: [
    (#"\bwork (\w+ ){0,4}weekends?\b"#, "weekends"),
    (#"(?<!\w)(?:no|free) (?:dog|cat) food(?!\w)"#, "food"),
    (#"(?<!\w)(?:no|free) (?:dogs|cats)(?!\w)"#, "dogs cats"),
    (#"(?<!\w)at [\w-]{2,40} dot com(?!\w)"#, "dot"),
    (#"\bpay:? \*{3,}"#, "*"),
    (#"\bpay[#*]"#, "# *"),
    (#"\bpay \d+\+"#, "+"),
    (#"\bcafé zebra"#, "zebra"),
  ])
  func `are the rarest words or signs that every match holds`(pattern: String, words: String) {
    #expect(Needs(of: pattern).keys == keys(words))
  }

  @Test(arguments: [
    // What it begins with is there wherever it is tried.
    #"\bzebra"#, #"\bzebra crossing?|lion"#,
    // A part of a word, an optional word, a word in every ad, too little of a word.
    #"\bpay\w*zebra"#, #"\bpay( zebra)?"#, #"\bpay and"#, #"\bpay ab\w*"#, #"\bpay (?:zebra|\w+)"#,
    #"\bpay (?=zebra)"#, #"\bpay (?!zebra)"#, #"(a)\1"#,
  ])
  func `are unknown where a match may do without`(pattern: String) {
    #expect(Needs(of: pattern).keys == [])
  }

  @Test func `of deep nests are given up in time`() {
    _ = Needs(of: String(repeating: "(?:a+b ", count: 50) + String(repeating: ")+", count: 50))
  }
}
