import Testing

@testable import Lexicon

@Suite struct ConfusedWordsTests {
  /// The confused words of an ad with this text, and what they stand for.
  private func confused(in text: String) -> [String] {
    faults(in: text).filter { $0.hasPrefix("confused: ") }.map { String($0.dropFirst(10)) }
  }

  static let wrong = [
    ("You work Monday trough Friday in the mill.", ["trough → through"]),
    ("We invite you to join there growing team of bakers.", ["there → their"]),
    ("Please send you CV to the head of the bakery.", ["you → your"]),
    ("The successful candidate with have some years at the oven.", ["with → will"]),
    ("This is an exiting opportunity with room to grow.", ["exiting → exciting"]),
    ("Ring the home manger for a chat about the work.", ["manger → manager"]),
    ("Your going to love it here, we think.", ["Your → You're"]),
    ("We have baked rye bread for the pass five years.", ["pass → past"]),
    ("We look forward to here from bakers of all kinds.", ["here → hear"]),
    ("Our custom service desk opens at eight.", ["custom → customer"]),
    ("You must posses strong arms and a soft voice.", ["posses → possess"]),
  ]

  @Test(arguments: wrong)
  func `finds words that stand for others`(text: String, found: [String]) {
    #expect(confused(in: text) == found)
  }

  @Test(arguments: [
    "The horses drink from a trough on Friday.", "There is a growing team of bakers here.",
    "We send you a form on the first day.", "You work with people who have time for you.",
    "Show your pass at the gate.", "You meet guests here from all of Wales.",
    "We build custom ovens.", "Lorries are exiting the yard all day.",
    "The nativity has a manger and a star.",
    "Your team is kind.", "You’re part of a team that is kind to its guests.",
    "TROUGH FRIDAY IS A DAY LIKE ANY OTHER", "You work for Trough Friday Ltd.", "there", "you", "",
    "its", "You're", "'s it's", "a-there-b", "to. To, to-to to", "’re you’re",
  ])
  func `lets the same words be where they are right`(text: String) {
    #expect(confused(in: text) == [])
  }

  @Test func `reads through wrapped lines, hard blanks and curly apostrophes`() {
    for (text, found) in Self.wrong {
      for blank in ["\n", "\u{A0}", "  ", "\t"] where blank != "\n" || !text.contains("Monday") {
        let changed = text.replacing(#/[ ](?=[a-z])/#, with: blank)
        #expect(confused(in: changed) == found, "\(changed.debugDescription)")
      }
      let curly = confused(in: text.replacing("'", with: "’"))
      #expect(curly == found)
    }
  }

  @Test func `has a list of whole lines in order`() throws {
    var last: [UInt8] = []
    for line in WordList.confused.lines.split(separator: 0x0A) {
      #expect(last.lexicographicallyPrecedes(line), "\(String(decoding: line, as: UTF8.self))")
      last = Array(line)
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
      #expect(fields.count > 3 && fields[0] != fields[1] && Int(fields[2]) != nil)
      let head = String(fields[0].prefix { $0 != "'" })
      #expect(Lexicon.shared.entry(for: head)?.isConfusable == true, "\(head)")
      for field in fields.dropFirst(3) {
        let weight = try #require(field.firstMatch(of: /^(<<|>>|<>|<|>)([^<>=]+)=(-?\d+)$/))
        #expect((-127...127).contains(try #require(Int(weight.3))))
        #expect(weight.2.split(separator: "_").count == weight.1.count)
      }
    }
  }
}
