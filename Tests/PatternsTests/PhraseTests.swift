import Patterns
import Testing

@Suite struct PhraseTests {
  @Test(arguments: [
    ("sales team", "Our SALES \t\u{A0}team", "SALES \t\u{A0}team"),
    ("sales team", "sales\nteam", nil),
    ("team", "teams steam team", "team"),
    ("it's", "It’s", "It’s"),
    ("it's", "it`s", "it`s"),
    ("it’s", "it's", "it's"),
    ("part-time", "part–time", "part–time"),
    ("part-time", "part time", nil),
    ("a (big|small) team", "a small team", "a small team"),
    ("[a-c] ?x", "b x", "b x"),
    (#"c\+\+"#, "c++", "c++"),
    ("one|two", "two", "two"),
    ("c#", "C# and", "C#"),
    ("(?<=two )weeks", "two weeks", "weeks"),
    ("(?<!and |of )weeks of", "ten weeks  of", "weeks  of"),
    ("(?<!and |of )weeks of", "and weeks of", nil),
    ("(?<=(a|b) )x y", "b x  y", "x  y"),
  ])
  func `is words with conveniences`(phrase: String, text: String, found: String?) throws {
    var matcher = Matcher()
    let pattern = Pattern(Phrase.pattern(of: phrase))
    try pattern.check()
    let match = matcher.match(pattern, in: text.utf8Span, from: 0)
    #expect(match.map { String(decoding: Array(text.utf8)[$0.words], as: UTF8.self) } == found)
  }

  @Test(arguments: [
    ("one", ["one"]),
    ("one|two words|three", ["one", "two words", "three"]),
    ("a (b|c)|d", ["a (b|c)", "d"]),
    ("[|]|x", ["[|]", "x"]),
    (#"a\|b|c"#, [#"a\|b"#, "c"]),
    ("|a||b|", ["a", "b"]),
  ])
  func `falls apart at its top level only`(phrase: String, alternatives: [String]) {
    #expect(Phrase.alternatives(of: phrase) == alternatives)
  }
}
