/// The words of a text in lower case and in the singular, a blank before and behind each, so that
/// one text is looked for in another at once.
struct SpacedText: Hashable, Sendable {
  private var bytes: [UInt8] = [0x20]
  /// A bit for what the first two letters of each word share: a text holds no other words.
  private var beginnings: UInt64 = 0

  init(_ text: some Sequence<UInt8>) {
    var start = 1
    func close(_ bytes: inout [UInt8], _ beginnings: inout UInt64) {
      guard bytes.count > start else { return }
      if bytes.last == UInt8(ascii: "s") { bytes.removeLast() }
      bytes.append(0x20)
      beginnings |= Self.bit(bytes[start...])
      start = bytes.count
    }
    for byte in text {
      if byte.isLower || byte.isUpper || byte.isDigit || byte >= 0x80 {
        bytes.append(byte.folded)
      } else {
        close(&bytes, &beginnings)
      }
    }
    close(&bytes, &beginnings)
  }
  private static func bit(_ word: ArraySlice<UInt8>) -> UInt64 {
    let letters = word.prefix(2).reduce(0) { $0 &* 31 &+ UInt64($1) }
    return 1 << (letters & 63)
  }

  /// The last word, alone.
  var lastWord: SpacedText? {
    bytes.split(separator: 0x20).last.map { SpacedText($0) }
  }

  /// The words of this and then those of `other`.
  func followed(by other: SpacedText) -> SpacedText {
    var both = self
    both.bytes += other.bytes.dropFirst()
    both.beginnings |= other.beginnings
    return both
  }

  /// Whether the words of `other` stand in this, one after another.
  func holds(_ other: SpacedText) -> Bool {
    guard other.beginnings & ~beginnings == 0, other.bytes.count <= bytes.count else {
      return false
    }
    return (0...bytes.count - other.bytes.count).contains { at in
      bytes[at] == 0x20 && bytes[at..<at + other.bytes.count].elementsEqual(other.bytes)
    }
  }
}
