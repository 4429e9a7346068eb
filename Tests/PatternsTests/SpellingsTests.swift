import TestSupport
import Testing

@testable import Patterns

@Suite struct SpellingsTests {
  private func rows(_ phrase: String) -> [String]? {
    Spellings(of: Phrase.pattern(of: phrase))?.all.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("exp", ["exp"]),
    ("Requires?", ["requires", "require"]),
    ("sales (team|staff)", ["sales team", "sales staff"]),
    ("young( team)?", ["young team", "young"]),
    ("c\\+\\+", ["c++"]),
    ("analy[sz]e", ["analyse", "analyze"]),
  ])
  func `are all that a phrase of plain words can match`(phrase: String, expected: [String]) {
    #expect(rows(phrase) == expected)
  }

  @Test(arguments: [
    // Too many, too long, or with parts that can be anything.
    "[a-z]{3}", #"\d+ days"#, #"\w+"#, "a.c", "a+", "a*b", "5 days", "café",
    // Preferences other than the longest, and groups that mean more.
    "young|young team", "(a|a b)", "young( team)??", "young( team)?+", "(?<hit>a) b", "a(?= b)",
    "(?>a|ab)", #"(a)\1"#, "(?i)a",
    // Blanks that can be divided.
    "a ( b)?", " a", "a ", "",
  ])
  func `are unknown where PCRE2 has to be asked`(phrase: String) {
    #expect(rows(phrase) == nil)
  }

  @Test func `are those of phrases only`() {
    #expect(Spellings(of: "team") == nil)
    #expect(Spellings(of: #"\bteam\b"#) == nil)
  }

  /// The same phrases, in texts in which words end in every way.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `tell matches where the plain loop finds them`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let words = ["team", "teams", "it's", "part-time", "sales", "a", "o'clock", "c#", "#x"]
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    let entries = (0..<12).map { number in
      let tail = pick(["", "", "s?", "( \(pick(words)))?", "(\(pick(words))|-\(pick(words)))"])
      return PatternSet.Group(
        pick(words) + pick(["", " \(pick(words))"]) + tail, isPhrase: true, isCased: number == 0)
    }
    let set = PatternSet(entries)
    for _ in 0..<20 {
      var text = ""
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        let word = pick(words)
        text += pick([word, word, word.uppercased(), word.replacing("'", with: "’")])
        text += pick([" ", " ", "  ", "\u{A0}", "\n", ", ", "-", "", "é", "’", "–", "_", "\u{308}"])
      }
      var fast = Scanner(set)
      var plain = Scanner(set, usesTriggers: false)
      #expect(
        fast.matches(in: [text], offset: 3) == plain.matches(in: [text], offset: 3),
        "\(entries.indices.map { set.patterns[$0].source }) in \(text.debugDescription)")
    }
  }
}
