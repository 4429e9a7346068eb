import AdModel
import Testing

@testable import Checks

@Suite struct SentenceTests {
  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("Pay e.g. cash. Then go.", ["Pay e.g. cash.", "Then go."]),
    ("At 5.30 we bake.", ["At 5.30 we bake."]),
    ("One\nTwo\n\n  Three ", ["One", "Two", "Three "]),
    ("Bake. “Now”. (Or not.) End", ["Bake.", "“Now”.", "(Or not.) End"]),
    ("", []),
    (" \n ", []),
  ])
  func `ends at a stop before a capital, or with its line`(text: String, expected: [String]) {
    let prose = Array(text.utf8)
    let whole = ByteRange<Prose>(0, prose.count)
    let stops = prose.indices.filter { Sentence.mayEnd(with: prose[$0]) }.map { Int32($0) }
    var found: [ByteRange<Prose>] = []
    Sentence.append(to: &found, in: prose, whole, stops: stops)
    #expect(found.map { String(decoding: prose[$0.utf8], as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("One. Two é [x] é. Three", " Two é [x] é"), ("a\nb [x]\nc", "b [x]"), ("[x]", "[x]"),
    ("e.g. [x] is", "e.g. [x] is"),
  ])
  func `stands around a place`(text: String, expected: String) throws {
    let prose = Array(text.utf8)
    let start = try #require(prose.firstIndex(of: UInt8(ascii: "[")))
    let place = ByteRange<Prose>(start, start + 3)
    let found = Sentence.around(place, in: prose, field: ByteRange(0, prose.count))
    #expect(String(decoding: prose[found.utf8], as: UTF8.self) == expected)
  }
}
