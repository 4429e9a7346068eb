import TestSupport
import Testing

@testable import Patterns

@Suite struct NeedsTests {
  private func keys(_ words: String) -> [NeedKey] {
    words.split(separator: " ").map { word in
      if word == "DIGIT" { return .digit }
      if word == "BEYOND" { return .beyond }
      if let sign = word.utf8.first, word.utf8.count == 1 { return .sign(sign) }
      let long = word.utf8.prefix(6).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      if word.utf8.count >= 6 { return .longWord(long) }
      let head = word.utf8.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
      return word.utf8.count == 2 ? .pair(head) : .word(head)
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
    (#"\bpay ze\w*"#, "ze"),
    (#"\bpay (?=zebra)"#, "zebra"),
    (#"(?=[^\n]*\*)pay"#, "*"),
  ])
  func `are the rarest words or signs that every match holds`(pattern: String, words: String) {
    #expect(Needs(of: pattern).keys == keys(words))
  }

  @Test(arguments: [
    // What it begins with is there wherever it is tried.
    #"\bzebra"#, #"\bzebra crossing?|lion"#,
    // A part of a word, an optional word, a word in every ad, too little of a word.
    #"\bpay\w*zebra"#, #"\bpay( zebra)?"#, #"\bpay and"#, #"\bpay z\w*"#, #"\bpay (?:zebra|\w+)"#,
    #"\bpay (?!zebra)"#, #"(a)\1"#,
  ])
  func `are unknown where a match may do without`(pattern: String) {
    #expect(Needs(of: pattern).keys == [])
  }

  @Test func `of deep nests are given up in time`() {
    _ = Needs(of: String(repeating: "(?:a+b ", count: 50) + String(repeating: ")+", count: 50))
  }

  @Test(arguments: [
    (#"\bwork (\w+ ){0,4}weekends?\b"#, "weekends", 6, true),
    (#"\bpay [^\n]{0,9} zebra"#, "zebra", 7, true),
    (#"\bpay [^\n]* zebra"#, "zebra", Needs.Near.anyWords, true),
    (#"\bpay\s+zebra"#, "zebra", 2, false),
    (#"\bpay[ ]?\d"#, "DIGIT", 2, true),
    (#"\bpay (?:£|a zebra)"#, "BEYOND zebra", 3, true),
    (#"\bpay and"#, "an", 2, true),
  ])
  func `stand near, by the words and lines between`(
    pattern: String, words: String, count: Int, isOneLine: Bool
  ) {
    let near = Needs.Near(keys: Set(keys(words)), words: count, isOneLine: isOneLine)
    #expect(Needs(of: pattern).near == near)
  }

  @Test(arguments: [#"\bpay.* zebra"#, #"\bpay (?:[^z]+ )*zebra"#, #"\bpay (\w+ )?"#])
  func `are not near where there may be any words and lines`(pattern: String) {
    #expect(Needs(of: pattern).near == nil)
  }

  @Test func `are told from marks by the words and the line`() {
    var tokens = Tokens()
    let text = "pay is 5 per\nhour, naïve zebra"
    var present = NeedSet()
    let isRead = tokens.read(text.utf8Span.span, &present)
    #expect(isRead)
    #expect(present.contains(.digit) && !present.contains(.sign(UInt8(ascii: ";"))))
    func mayHold(_ key: NeedKey, _ words: Int, isOneLine: Bool) -> Bool {
      var wanted = NeedMarks()
      wanted.insert(key)
      return tokens.mayHold(
        wanted, from: 1, isInWord: true, words: words, isOneLine: isOneLine)
    }
    #expect(mayHold(.digit, 3, isOneLine: true))
    #expect(!mayHold(.digit, 2, isOneLine: true))
    #expect(!mayHold(.sign(UInt8(ascii: ",")), 9, isOneLine: true))
    #expect(mayHold(.sign(UInt8(ascii: ",")), 6, isOneLine: false))
    // What follows ï is no new word.
    #expect(mayHold(.beyond, 6, isOneLine: false))
    #expect(!mayHold(.beyond, 5, isOneLine: false))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `are found as by a plain look at each word`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces = ["pay", "zebra", "5", "naïve", "an", ",", "-", "\n", "–", "£", "the", "work"]
    let count = Int.random(in: 1...200, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
    var tokens = Tokens()
    var present = NeedSet()
    guard tokens.read(text.utf8Span.span, &present), tokens.words.count > 0 else { return }
    let wanted = keys("DIGIT BEYOND , ze zebra pay work")
    for _ in 0..<40 {
      var marks = NeedMarks()
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        marks.insert(wanted.randomElement(using: &random) ?? .digit)
      }
      let next = Int.random(in: 1...tokens.words.count, using: &random)
      let words = Int.random(in: 0...70, using: &random)
      let isOneLine = Bool.random(using: &random)
      let isMet = tokens.mayHold(
        marks, from: next, isInWord: true, words: words, isOneLine: isOneLine)
      #expect(
        isMet == plainlyHolds(marks, tokens, next, words, isOneLine: isOneLine),
        "\(text) from \(next)")
    }
  }

  /// What ``Tokens/mayHold(_:from:isInWord:words:isOneLine:)`` says of a place in a word.
  private func plainlyHolds(
    _ wanted: NeedMarks, _ tokens: borrowing Tokens, _ next: Int, _ words: Int, isOneLine: Bool
  ) -> Bool {
    if tokens.words[next - 1].marks.meet(wanted.ofWordEnds) { return true }
    var begun = 1
    for index in next..<min(tokens.words.count, next + 64) {
      let marks = tokens.words[index].marks
      begun += marks.isJoined ? 0 : 1
      if begun > words { return false }
      if marks.meet(wanted) { return true }
      if isOneLine, marks.isOnNewLine { return false }
    }
    return next + 64 < tokens.words.count || tokens.lastMarks.meet(wanted)
  }
}
