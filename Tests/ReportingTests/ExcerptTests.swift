import AdModel
import Testing

@testable import Reporting

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("We want young people.", 40, "We want [young] people."),
    ("We want young people.", 20, "… want [young] people."),
    ("We want the very young people here now.", 20, "… very [young] people…"),
    ("  young at the start of it", 12, "[young] at th…"),
    ("before\nthe young line\nafter", 40, "the [young] line"),
    ("日本語日本語young日本語日本語", 16, "…本語[young]日本…"),
    ("a\u{1B}[2J young b", 40, "a\\u{1B}[2J [young] b"),
    ("tab\tyoung\tb", 40, "tab [young] b"),
  ])
  func `cuts a line around the words`(text: String, width: Int, expected: String) throws {
    let bytes = Array(text.utf8)
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: "young".utf8) })
    let file = ReportedFile(SourceFile(name: "a", text: bytes), sha256: "", index: 0)
    let excerpt = Excerpt(
      of: ByteRange(at, at + 5), in: file, within: ByteRange(0, bytes.count), width: width)
    #expect("\(excerpt.before)[\(excerpt.words)]\(excerpt.after)" == expected)
    let all = excerpt.before + excerpt.words + excerpt.after
    #expect(all.displayWidth <= width)
  }

  @Test func `shows nothing of the neighbours`() {
    let bytes = Array("one|two|three".utf8)
    let file = ReportedFile(SourceFile(name: "a", text: bytes), sha256: "", index: 0)
    let excerpt = Excerpt(of: ByteRange(5, 6), in: file, within: ByteRange(4, 7), width: 40)
    #expect(excerpt.before + excerpt.words + excerpt.after == "two")
  }

  @Test func `says that the words go on in the next line`() {
    let bytes = Array("a young\nteam b".utf8)
    let file = ReportedFile(SourceFile(name: "a", text: bytes), sha256: "", index: 0)
    let excerpt = Excerpt(of: ByteRange(2, 12), in: file, within: ByteRange(0, 14), width: 40)
    #expect(excerpt.words == "young…")
    #expect(excerpt.after == "")
  }
}
