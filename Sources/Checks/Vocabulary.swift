/// The different words of an ad's body, with how often each stands there.
///
/// A check that asks about a few words looks each of them up here, and reads no text at all.
struct Vocabulary: Sendable {
  struct Entry {
    /// The number of its first place among the words.
    var first: Int32
    var count: Int32
  }
  /// In the order of their first places.
  private(set) var entries: [Entry] = []

  private var table: KeyTable

  init(of words: [BodyWord]) {
    table = KeyTable(count: words.count)
    entries.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      let entry = table.first(word.hash, at: entries.count)
      if entry < entries.count {
        entries[entry].count += 1
      } else {
        entries.append(Entry(first: Int32(index), count: 1))
      }
    }
  }

  /// How often the word of `key` stands in the body.
  func count(of key: UInt64) -> Int {
    table.place(of: key).map { Int(entries[$0].count) } ?? 0
  }

  /// How often words of `set` stand in the body.
  func count(of set: WordSet) -> Int { set.keys.reduce(0) { $0 + count(of: $1) } }
}
