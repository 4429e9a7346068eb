import Fixing
import TestSupport
import Testing

@Suite struct RevisionTests {
  /// Some disjoint edits of a text of `count` bytes.
  private func edits(_ count: Int, _ random: inout SplitMix) -> [Edit] {
    let all = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let lower = Int.random(in: 0...count, using: &random)
      let upper = min(count, lower + Int.random(in: 0...4, using: &random))
      let new = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        UInt8.random(in: 65...90, using: &random)
      }
      return Edit(place: lower..<upper, replacement: new)
    }
    return all.disjoint
  }

  @Test func `knows the edits that lead from the first text to the last`() {
    var random = SplitMix(seed: 41)
    for _ in 0..<500 {
      let old = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Bool.random(using: &random) && Bool.random(using: &random)
          ? 0x0A : UInt8.random(in: 97...122, using: &random)
      }
      var revision = Revision(of: old)
      for _ in 0..<3 { revision.make(edits(revision.text.count, &random)) }
      #expect(old.edited(by: revision.edits) == revision.text)
      let difference = UnifiedDiff.bytes(from: old, by: revision.edits, path: "x")
      #expect(patched(old, by: difference) == revision.text)
    }
  }

  @Test func `the first of edits that meet wins`() {
    let edits = [(4, 6), (0, 3), (2, 5), (3, 4)].map { Edit(place: $0..<$1, replacement: []) }
    #expect(edits.disjoint.map(\.place) == [0..<3, 4..<6])
  }

  @Test func `is written as diff writes it`() {
    let old = Array("a\nb\nc\nd\ne\nf".utf8)
    let edits = [
      Edit(place: 2..<3, replacement: Array("B".utf8)),
      Edit(place: 10..<11, replacement: Array("F\n".utf8)),
    ]
    let text = String(decoding: UnifiedDiff.bytes(from: old, by: edits, path: "x/y"), as: UTF8.self)
    #expect(
      text == """
        --- a/x/y
        +++ b/x/y
        @@ -1,6 +1,6 @@
         a
        -b
        +B
         c
         d
         e
        -f
        \\ No newline at end of file
        +F

        """)
  }

  @Test(arguments: [
    ("ads/x.txt", "a/ads/x.txt"), ("my ad.txt", "a/my ad.txt\t"),
    ("a\u{1B}[31m.txt", #""a/a\033[31m.txt""#), ("a\n::error::b", #""a/a\012::error::b""#),
    (#"a"\b"#, #""a/a\"\\b""#), ("é.txt", #""a/\303\251.txt""#),
  ])
  func `names files as git does`(path: String, name: String) {
    let edit = Edit(place: 0..<1, replacement: Array("b".utf8))
    let text = UnifiedDiff.bytes(from: Array("a\n".utf8), by: [edit], path: path)
    #expect(String(decoding: text, as: UTF8.self).hasPrefix("--- \(name)\n+++ "))
  }

  /// `old` with a difference applied, line by line, as patch(1) does.
  private func patched(_ old: [UInt8], by difference: [UInt8]) -> [UInt8] {
    if difference.isEmpty { return old }
    let lines = Self.lines(of: old)
    var new: [[UInt8]] = []
    var (at, sign) = (0, UInt8(ascii: " "))
    for line in Self.lines(of: difference).dropFirst(2) {
      switch line[0] {
      case UInt8(ascii: "@"):
        let start = String(decoding: line, as: UTF8.self).firstMatch(of: /-(\d+)/)?.output.1
        let next = (start.flatMap { Int($0) } ?? 0) - 1
        new += lines[at..<next]
        at = next
      case UInt8(ascii: " "):
        new.append(lines[at])
        at += 1
      case UInt8(ascii: "-"): at += 1
      case UInt8(ascii: "+"): new.append(Array(line.dropFirst()))
      default: if sign == UInt8(ascii: "+") { new[new.count - 1].removeLast() }
      }
      sign = line[0]
    }
    return (new + lines[at...]).flatMap(\.self)
  }

  /// The lines of `text`, each with its line feed.
  private static func lines(of text: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for byte in text {
      lines[lines.count - 1].append(byte)
      if byte == 0x0A { lines.append([]) }
    }
    return lines.filter { !$0.isEmpty }
  }
}
