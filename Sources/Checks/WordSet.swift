/// Words of a closed list, found by their bytes in any case.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>
  /// A bit for what shares the lowest bits of its hash, so that nearly every other word stops here.
  private var sieve = [UInt64](repeating: 0, count: 32)

  init(_ words: some Sequence<String>) {
    hashes = Set(
      words.map { word in
        let letters = Array(word.utf8)
        return BodyWord(0..<letters.count, of: letters).hash
      })
    for hash in hashes { sieve[Int(hash >> 6 & 31)] |= 1 << (hash & 63) }
  }

  /// Whether `word` is one of them.
  func has(_ word: BodyWord) -> Bool {
    sieve[Int(word.hash >> 6 & 31)] >> (word.hash & 63) & 1 == 1 && hashes.contains(word.hash)
  }

  /// Whether the word at `range` of `prose` is one of them.
  func has(_ range: Range<Int>, of prose: [UInt8]) -> Bool { has(BodyWord(range, of: prose)) }
}
