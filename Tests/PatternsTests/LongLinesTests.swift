import TestSupport
import Testing

@testable import Patterns

@Suite struct LongLinesTests {
  @Test(arguments: [
    "", "Bake bread.", String(repeating: "Bake bread. ", count: 600),
    String(repeating: "*", count: 4_096), String(repeating: "a", count: 1_024) + " b\n",
    String(repeating: String(repeating: "x", count: 900) + "\n", count: 100),
  ])
  func `that may be an ad's are left alone`(text: String) {
    let broken = LongLines.broken(Array(text.utf8).span)
    #expect(broken == nil)
  }

  @Test func `keep the ends of endless rows`() throws {
    let text = "Call " + String(repeating: "*", count: 10_000) + " now\nor " + "é😀"
    let bytes = Array(text.utf8)
    let found = LongLines.broken(bytes.span)
    let broken = try #require(found)
    let ends = String(repeating: "*", count: LongLines.edge)
    let gap = String(repeating: "\n", count: 10_000 - 2 * LongLines.edge)
    #expect(String(decoding: broken, as: UTF8.self) == "Call \(ends)\(gap)\(ends) now\nor é😀")
  }

  /// Wherever it is broken, the text has its length, its characters and no row that is too long.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `keep places and characters`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let rows = ["*", "a", "é", "😀", " ", "\u{A0}", "http://", "ab ", "£1 \t", "word ", "x\n"]
    var text = ""
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let row = rows.randomElement(using: &random) ?? ""
      text += String(repeating: row, count: Int.random(in: 1...6_000, using: &random))
    }
    let bytes = Array(text.utf8)
    guard let broken = LongLines.broken(bytes.span) else { return }
    #expect(broken.count == bytes.count)
    #expect(String(validating: broken, as: UTF8.self) != nil)
    #expect(zip(broken, bytes).allSatisfy { $0 == $1 || $0 == 0x0A })
    for line in String(decoding: broken, as: UTF8.self).utf8.split(separator: 0x0A) {
      guard line.count > LongLines.harmless else { continue }
      #expect(line.count <= LongLines.longest + LongLines.longestRow + LongLines.longestBlank)
      let words = String(Substring(line)).split { " \t\u{A0}".contains($0) }
      #expect(words.allSatisfy { $0.utf8.count <= LongLines.longestRow })
    }
  }
}
