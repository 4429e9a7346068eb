import AdModel
import LanguageServer
import TestSupport
import Testing

@Suite struct DocumentTests {
  private static let alphabet = [
    "a", "é", "€", "😀", "\n", "\r\n", "\r", " ", "u\u{308}", "👩‍🍳", "\u{FEFF}", "\u{2028}",
  ]

  /// Places told to an editor, edits of it, and the text that it must have then.
  @Test(arguments: PositionEncoding.allCases, 1...8 as ClosedRange<UInt64>)
  func `edits land where the editor means them`(encoding: PositionEncoding, seed: UInt64) {
    var random = SplitMix(seed: seed)
    func words(_ count: Int) -> String {
      (0..<count).map { _ in Self.alphabet.randomElement(using: &random)! }.joined()
    }
    var text = Array(words(120).utf8)
    var document = Document(
      uri: "file:///a.txt", language: "plaintext", version: 1,
      text: String(decoding: text, as: UTF8.self), encoding: encoding)
    for version in 2..<60 {
      func place() -> Int {
        var at = Int.random(in: 0...text.count, using: &random)
        while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
        // No editor puts its cursor between CR and LF.
        if at > 0, at < text.count, text[at - 1] == 0x0D, text[at] == 0x0A { at += 1 }
        return at
      }
      let ends = [place(), place()].sorted()
      let range = document.range(of: ByteRange(ends[0], ends[1]))
      #expect(document.bytes(of: range) == ends[0]..<ends[1])
      let new = words(Int.random(in: 0...4, using: &random))
      let change: JSONValue = ["range": range, "text": .string(new)]
      let isGood = document.apply([change], version: version)
      #expect(isGood)
      text.replaceSubrange(ends[0]..<ends[1], with: new.utf8)
      #expect(document.text == text)
    }
  }

  @Test(arguments: [(0, 99, 2), (9, 0, 7), (1, 3, 7), (1, 2, 7), (1, 1, 3)])
  func `a place that is none is the nearest`(line: Int, character: Int, offset: Int) {
    let document = Document(
      uri: "a", language: "", version: nil, text: "ab\n😀", encoding: .utf16)
    let found = document.offset(of: ["line": .int(line), "character": .int(character)])
    #expect(found == offset)
  }

  @Test(
    arguments: [
      [:], ["line": 0], ["line": -1, "character": 0], ["line": "x", "character": 0],
      ["line": 0, "character": .double(0.5)],
    ] as [JSONValue])
  func `what is no place is told apart`(position: JSONValue) {
    let document = Document(uri: "a", language: "", version: nil, text: "ab", encoding: .utf16)
    #expect(document.offset(of: position) == nil)
  }
}
