/// Words of a closed list, found by their bytes in any case.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: some Sequence<String>) {
    hashes = Set(words.map { Self.hash(Array($0.utf8)[...]) })
  }

  /// Whether the word at `range` of `prose` is one of them.
  func has(_ range: Range<Int>, of prose: [UInt8]) -> Bool {
    hashes.contains(Self.hash(prose[range]))
  }

  /// FNV-1a of the letters in lower case.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte.folded)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
