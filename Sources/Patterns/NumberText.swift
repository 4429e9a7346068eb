/// Numbers as printable ASCII, so that a table made by the build can stand in a string of the
/// binary.
///
/// Five bits a letter, the lowest first, from `0` on; 32 more where another letter of the number
/// follows. Reading takes some 2 ns a letter.
struct NumberText {
  private(set) var text: [UInt8] = []

  /// Appends `number`, which is not negative.
  mutating func append(_ number: Int) {
    var rest = number
    while rest >= 32 {
      text.append(0x30 + UInt8(rest & 31) + 32)
      rest >>= 5
    }
    text.append(0x30 + UInt8(rest))
  }

  /// Reads numbers one after the other.
  struct Reader {
    private var at = 0

    /// The next number of `text`.
    mutating func next(in text: Span<UInt8>) -> Int {
      var number = 0
      var shift = 0
      while true {
        let part = Int(text[at] &- 0x30)
        at += 1
        number |= (part & 31) << shift
        if part < 32 { return number }
        shift += 5
      }
    }
  }
}
