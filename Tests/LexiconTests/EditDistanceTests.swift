import Testing

@testable import Lexicon

@Suite struct EditDistanceTests {
  @Test func `counts the edits that a plain table counts`() {
    var random = Seeded(state: 9)
    var common = CommonWords()
    for letter in Array("aceprs".utf8) {
      let words = common.words(first: letter)
      for _ in 0..<300 {
        let (one, other) = (
          words.randomElement(using: &random)!, words.randomElement(using: &random)!
        )
        var wrong = one.bytes
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let at = Int.random(in: 0..<wrong.count, using: &random)
          wrong[at] = UInt8.random(in: 0x61...0x7A, using: &random)
          if at > 0, Bool.random(using: &random) { wrong.swapAt(at, at - 1) }
        }
        let distance = EditDistance(from: wrong.span)
        #expect(distance.edits(one.place) == plain(wrong, one.bytes))
        #expect(distance.edits(other.place) == plain(wrong, other.bytes))
      }
    }
  }

  @Test func `reads every common word once`() {
    let lines = WordList.common.lines.split(separator: 0x0A).filter { $0.first != 0x23 }
    var common = CommonWords()
    let words = (UInt8(0x61)...0x7A).flatMap { common.words(first: $0) }
    #expect(words.map(\.bytes) == lines.map { Array($0.split(separator: 0x20)[1]) })
    #expect(words.allSatisfy { $0.frequency <= 9 && Int($0.length) == $0.bytes.count })
  }

  /// Insertions, losses, replacements and swaps of neighbours, by the table of the textbooks.
  private func plain(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var rows = [Array(0...other.count)]
    for i in 1...one.count {
      var row = [i]
      for j in 1...other.count {
        let same = rows[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
        var least = min(same, rows[i - 1][j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
