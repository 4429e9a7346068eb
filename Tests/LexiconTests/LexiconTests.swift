import Testing

@testable import Lexicon

@Suite struct LexiconTests {
  @Test(arguments: ["gardener", "organise", "organize", "kubernetes", "onsite", "wellbeing"])
  func `knows the words of job ads`(word: String) {
    #expect(Lexicon.shared.entry(for: word) != nil)
  }

  @Test(arguments: ["enviroment", "liase", "managment", "parttime", "skillsability", "a b", ""])
  func `knows no misspelling however often ads repeat it`(word: String) {
    #expect(Lexicon.shared.entry(for: word) == nil)
  }

  @Test func `tells British from American spelling`() throws {
    let colour = try #require(Lexicon.shared.entry(for: "colour"))
    let color = try #require(Lexicon.shared.entry(for: "color"))
    let red = try #require(Lexicon.shared.entry(for: "red"))
    #expect(colour.isBritish && !colour.isAmerican)
    #expect(color.isAmerican && !color.isBritish)
    #expect(!red.isAmerican && !red.isBritish)
  }

  @Test func `counts how common a word is`() throws {
    let common = try #require(Lexicon.shared.entry(for: "team"))
    let rare = try #require(Lexicon.shared.entry(for: "abacus"))
    #expect(common.frequency == 9)
    #expect(rare.frequency < 3)
  }

  @Test(arguments: [
    ("recieve", "receive"), ("enviroment", "environment"), ("experiance", "experience"),
    ("managment", "management"), ("teh", nil), ("responsibilties", "responsibilities"),
    ("accomodation", "accommodation"), ("xyzzyx", nil), ("maintainance", "maintenance"),
    ("breif", "brief"), ("realy", "really"), ("suprised", "surprised"), ("visable", "visible"),
    ("pasteral", "pastoral"), ("arguement", "argument"), ("critisism", "criticism"),
    ("promt", "prompt"), ("woud", "would"),
    ("dutys", "duties"), ("rythm", "rhythm"),
    ("priod", "period"), ("froms", "forms"),
  ])
  func `offers one common correction or none`(wrong: String, right: String?) {
    #expect(Lexicon.shared.correction(of: wrong)?.word == right)
  }

  @Test(arguments: [
    ("gavlanized", "galvanized"), ("craftmen", "craftsmen"), ("tachagraph", "tachograph"),
    ("croissonts", "croissants"), ("motability", nil), ("pedagogies", nil), ("railcars", nil),
    ("databook", nil),
  ])
  func `offers a rare correction only for a plain slip`(wrong: String, right: String?) {
    #expect(Lexicon.shared.rareCorrection(of: Array(wrong.utf8).span)?.word == right)
  }

  @Test(arguments: [
    ("wellrecognised", "well-recognised"), ("longterm", "long-term"), ("parttime", "part-time"),
    ("daytoday", "day-to-day"), ("clientfocused", "client-focused"), ("aswell", "as well"),
    ("highlymotivated", "highly motivated"), ("quarterlypayroll", "quarterly payroll"),
    ("selfmotivated", "self-motivated"), ("brontosaurus", nil), ("gardener", nil),
  ])
  func `splits words that run together`(joined: String, right: String?) {
    #expect(Lexicon.shared.split(of: joined)?.text == right)
  }

  @Test func `mends a swap of letters inside any long common word`() {
    var random = Seeded(state: 7)
    let words = [
      "experience", "environment", "responsible", "knowledge", "communication",
      "opportunity", "development", "management", "professional", "understanding",
    ]
    for _ in 0..<200 {
      let word = Array(words.randomElement(using: &random)!.utf8)
      let at = Int.random(in: 1..<word.count - 2, using: &random)
      var wrong = word
      wrong.swapAt(at, at + 1)
      guard wrong != word else { continue }
      let text = String(decoding: wrong, as: UTF8.self)
      #expect(Lexicon.shared.correction(of: text)?.word == String(decoding: word, as: UTF8.self))
    }
  }

  @Test func `finds every line of its lists`() {
    for list in [WordList.known, .joins, .hyphens, .languages] {
      var last: [UInt8] = []
      for line in list.lines.split(separator: 0x0A) where line.first != 0x23 {
        let word = Array(line.prefix { $0 != 0x20 })
        #expect(last.lexicographicallyPrecedes(word), "\(word.text) is out of order")
        #expect(list.value(of: word.span) == Array(line.dropFirst(word.count + 1)))
        last = word
      }
    }
  }

  @Test func `knows every word that it would write`() throws {
    for line in WordList.common.lines.split(separator: 0x0A) where line.first != 0x23 {
      let parts = line.split(separator: 0x20)
      #expect(parts.count == 3 && parts[0].first == parts[1].first)
      var entry = try #require(Lexicon.shared.entry(for: String(decoding: parts[1], as: UTF8.self)))
      entry.isConfusable = false
      #expect(entry == Entry(line: Array(parts[2])))
    }
  }
}
