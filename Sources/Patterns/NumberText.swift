/// Numbers as printable ASCII, so that a table made by the build can stand in a string of the
/// binary: six bits a letter from `0` on, the lowest first, as many letters as the column is wide.
struct NumberText {
  private(set) var text: [UInt8] = []

  /// Appends `number`, which takes at most six bits a letter.
  mutating func append(_ number: Int, letters: Int) {
    precondition(number >= 0 && number < 1 << (6 * letters))
    for letter in 0..<letters { text.append(0x30 + UInt8(number >> (6 * letter) & 63)) }
  }

  /// Appends letters as they are.
  mutating func append(_ letters: [UInt8]) { text += letters }

  /// Reads what was appended, in the same order.
  struct Reader {
    private var at = 0

    /// The next number of `text`, of so many letters.
    @inline(__always) mutating func next(letters: Int, in text: Span<UInt8>) -> Int {
      var number = 0
      for letter in 0..<letters { number |= Int(text[at + letter] &- 0x30) << (6 * letter) }
      at += letters
      return number
    }

    /// The next `count` letters.
    mutating func letters(_ count: Int, in text: Span<UInt8>) -> [UInt8] {
      defer { at += count }
      return unsafe text.extracting(at..<at + count).withUnsafeBufferPointer { unsafe Array($0) }
    }
  }
}
