import Testing

@testable import Gazetteer

@Suite struct TellingTests {
  @Test func `stops at the bytes that a loop stops at`() {
    var random = Random(state: 77)
    for _ in 0..<400 {
      let text = (0..<40).map { _ in
        random.next() % 3 == 0 ? UInt8(truncatingIfNeeded: random.next()) : 0x61
      }
      let end = Int(random.next() % 41)
      for start in 0...end {
        let plain = text[start..<end].firstIndex { byte in
          byte >= 0x80 || byte == 0x24 || Letters.isDigit(byte) || byte >= 0x41 && byte <= 0x5A
        }
        #expect(Telling.next(in: text.span, from: start, before: end) == plain ?? end)
      }
    }
  }

  @Test func `remembers what it was told, or nothing`() {
    var random = Random(state: 78)
    var cache = OpeningCache()
    var told: [UInt64: Int] = [:]
    for number in 1...100_000 {
      // The hash of a word has all its bits mixed.
      let hash = (random.next() | 1) &* 0x9E37_79B9_7F4A_7C15
      let line = number % 3 == 0 ? 0 : number
      cache.add(Opening(lines: line..<line + (line > 0 ? 1 : 0), end: 0, isName: true), hash)
      told[hash] = line
      #expect(cache[hash]?.lines.lowerBound == line)
    }
    for (hash, line) in told {
      if let known = cache[hash] { #expect(known.lines.lowerBound == line) }
    }
  }
}
