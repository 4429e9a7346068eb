import Reporting
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: [
    // text, byte, line, column in UTF-16 units, scalars, bytes
    ("", 0, 1, [1, 1, 1]),
    ("a", 1, 1, [2, 2, 2]),
    ("a\nb", 1, 1, [2, 2, 2]),
    ("a\nb", 2, 2, [1, 1, 1]),
    ("a\n", 2, 2, [1, 1, 1]),
    ("a\r\nb", 3, 2, [1, 1, 1]),
    ("a\r\nb", 2, 1, [3, 3, 3]),
    ("a\rb", 2, 2, [1, 1, 1]),
    ("a\r\rb", 3, 3, [1, 1, 1]),
    ("a\r", 2, 2, [1, 1, 1]),
    ("ü;", 2, 1, [2, 2, 3]),
    ("u\u{308};", 3, 1, [3, 3, 4]),
    ("😀;", 4, 1, [3, 2, 5]),
    ("👩‍🍳;", 11, 1, [6, 4, 12]),
    ("x\n€😀é|", 11, 2, [5, 4, 10]),
    ("\u{FEFF}a", 3, 1, [1, 1, 1]),
    ("\u{FEFF}a", 0, 1, [1, 1, 1]),
    ("\u{FEFF}a\nb", 4, 1, [2, 2, 2]),
    ("\u{FEFF}a\nb", 5, 2, [1, 1, 1]),
    ("a\u{2028}b", 4, 1, [3, 3, 5]),
    ("end", 99, 1, [4, 4, 4]),
  ])
  func `counts lines and columns from 1`(
    text: String, byte: Int, line: Int, columns: [Int]
  ) {
    let index = LineIndex(Array(text.utf8))
    let found = LineIndex.Unit.allCases.map { index.position(at: byte, in: $0) }
    #expect(found == columns.map { LineIndex.Position(line: line, column: $0) })
  }

  @Test func `agrees with counting from the start, wherever the marks fall`() {
    var random = SplitMix(seed: 7)
    let alphabet = ["a", "é", "€", "😀", "\n", "\r\n", "\r", " ", "u\u{308}"]
    for _ in 0..<20 {
      let text = (0..<900).map { _ in alphabet[Int(random.next() % 9)] }.joined()
      let index = LineIndex(Array(text.utf8))
      var line = 1
      var column = 1
      var byte = 0
      var previous: Unicode.Scalar = " "
      for scalar in text.unicodeScalars {
        if previous == "\n" || (previous == "\r" && scalar != "\n") {
          (line, column) = (line + 1, 1)
        }
        let expected = LineIndex.Position(line: line, column: column)
        #expect(index.position(at: byte, in: .utf16) == expected)
        column += UTF16.width(scalar)
        byte += UTF8.width(scalar)
        previous = scalar
      }
    }
  }

  @Test(arguments: [
    ("a\nbc\n", 1, 0..<1), ("a\nbc\n", 2, 2..<4), ("a\nbc\n", 3, 5..<5), ("a\r\nb", 1, 0..<1),
    ("a\rb", 1, 0..<1), ("\n\n", 2, 1..<1), ("\u{FEFF}ab", 1, 3..<5), ("a\n\r\n", 2, 2..<2),
  ])
  func `knows a line without its end`(text: String, line: Int, content: Range<Int>) {
    #expect(LineIndex(Array(text.utf8)).content(ofLine: line) == content)
  }

  @Test(.timeLimit(.minutes(1)))
  func `finds columns in a line of megabytes without walking it each time`() {
    let index = LineIndex(Array(repeating: UInt8(ascii: "x"), count: 8_000_000))
    for byte in stride(from: 0, to: 8_000_000, by: 400) {
      #expect(index.position(at: byte).column == byte + 1)
    }
  }
}

/// Numbers that look random and are the same each time (Steele, Lea & Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
