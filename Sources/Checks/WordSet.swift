internal import AdModel

/// Words of a closed list, found by their bytes in any case.
struct WordSet: Sendable {
  /// Their keys, each once.
  let keys: [UInt64]
  private let set: Set<UInt64>
  /// A bit for what shares the lowest bits of its key, so that nearly every other word stops here.
  private var sieve = [UInt64](repeating: 0, count: 32)

  init(_ words: some Sequence<String>) {
    set = Set(words.map { WordKey.of($0.utf8) })
    keys = Array(set)
    for key in keys { sieve[Int(key >> 6 & 31)] |= 1 << (key & 63) }
  }

  /// Whether `word` is one of them.
  func has(_ word: BodyWord) -> Bool { has(word.key) }

  /// Whether the word at `range` of `prose` is one of them.
  func has(_ range: Range<Int>, of prose: [UInt8]) -> Bool { has(WordKey.of(prose[range])) }

  private func has(_ key: UInt64) -> Bool {
    sieve[Int(key >> 6 & 31)] >> (key & 63) & 1 == 1 && set.contains(key)
  }
}
