internal import CWords
internal import Synchronization

/// A sorted word list baked into the binary, searched where it lies.
///
/// Each line is a word, a blank, and what is known of it. Nothing is read or built at start-up:
/// a look-up is a binary search over the bytes, about 0.1 µs in 138,000 words.
enum WordList: Sendable {
  case known, common, joins, hyphens, languages, confused

  /// The bytes of the list, which end with a line feed.
  var list: UnsafeBufferPointer<UInt8> {
    let list =
      switch self {
      case .known: unsafe cwords_known()
      case .common: unsafe cwords_common()
      case .joins: unsafe cwords_joins()
      case .hyphens: unsafe cwords_hyphens()
      case .languages: unsafe cwords_languages()
      case .confused: unsafe cwords_confused()
      }
    return unsafe UnsafeBufferPointer(start: list.start, count: list.count)
  }

  /// All its lines.
  var lines: [UInt8] { unsafe Array(list) }

  /// The number of its bytes.
  var count: Int { unsafe list.count }

  /// What the list says of `word`, if it stands there.
  func value(of word: Span<UInt8>) -> [UInt8]? {
    place(of: word).map { place in place.map { self[$0] } }
  }

  /// Where the list says something of `word`, if it stands there.
  func place(of word: Span<UInt8>) -> Range<Int>? {
    let list = unsafe list
    let at = lowerBound(of: word)
    guard at < list.count, unsafe Self.order(list, at, word) == 0 else { return nil }
    var end = at + word.count
    while unsafe list[end] != 0x0A { end += 1 }
    return min(end, at + word.count + 1)..<end
  }

  /// Those of the lines in `range` whose words begin with `prefix`, of small letters, and go on with one or end.
  func lines(beginningWith prefix: Span<UInt8>, in range: Range<Int>) -> Range<Int> {
    let low = lowerBound(of: prefix, from: range.lowerBound, upTo: range.upperBound)
    // The sign behind `z`
    let end = prefix.array + [0x7B]
    return low..<lowerBound(of: end.span, from: low, upTo: range.upperBound)
  }

  /// Whether one of the lines in `range` is that of `word`.
  func holds(_ word: Span<UInt8>, in range: Range<Int>) -> Bool {
    let at = lowerBound(of: word, from: range.lowerBound, upTo: range.upperBound)
    return unsafe at < range.upperBound && Self.order(list, at, word) == 0
  }

  /// The byte at `offset`, which must be one of the list's.
  subscript(offset: Int) -> UInt8 {
    let list = unsafe list
    precondition(offset >= 0 && offset < list.count)
    return unsafe list[offset]
  }

  /// The place of the first line whose word is not before `word`.
  func line(notBefore word: Span<UInt8>) -> Int { lowerBound(of: word) }

  /// The start of the first line whose word is not before `word`.
  private func lowerBound(of word: Span<UInt8>) -> Int {
    guard word.count >= 2, let index, let slot = PrefixIndex.slot(word[0], word[1]) else {
      return lowerBound(of: word, from: 0, upTo: count)
    }
    return lowerBound(of: word, from: index.starts[slot], upTo: index.starts[slot + 1])
  }

  /// Where the lines of each pair of first letters start, for the two long lists, once so much is
  /// looked up that making it pays.
  private var index: PrefixIndex? {
    switch self {
    case .known where Self.knownUses.reachLimit(): Self.knownIndex
    case .joins where Self.joinsUses.reachLimit(): Self.joinsIndex
    default: nil
    }
  }

  private static let knownUses = Uses()
  private static let joinsUses = Uses()
  private static let knownIndex = PrefixIndex(.known)
  private static let joinsIndex = PrefixIndex(.joins)

  fileprivate func lowerBound(of word: Span<UInt8>, from low: Int, upTo high: Int) -> Int {
    let list = unsafe list
    var low = low
    var high = high
    while low < high {
      // A list is not empty and ends with a line feed, so both scans stay inside.
      var line = (low + high) / 2
      while unsafe line > low && list[line - 1] != 0x0A { line -= 1 }
      if unsafe Self.order(list, line, word) < 0 {
        while unsafe list[line] != 0x0A { line += 1 }
        low = line + 1
      } else {
        high = line
      }
    }
    return low
  }

  /// Below 0 if the word of the line at `at` comes before `word`, 0 if it is that word.
  @inline(__always)
  private static func order(
    _ list: UnsafeBufferPointer<UInt8>, _ at: Int, _ word: Span<UInt8>
  ) -> Int {
    for index in word.indices {
      let byte = unsafe list[at + index]
      if byte != word[index] { return byte < word[index] ? -1 : 1 }
    }
    let next = unsafe list[at + word.count]
    return next == 0x20 || next == 0x0A ? 0 : 1
  }
}

/// Where the lines of each pair of first letters start in a list.
///
/// It saves half the steps of a search, and takes about 0.8 ms to make.
private struct PrefixIndex: Sendable {
  let starts: [Int]

  init(_ list: WordList) {
    var starts: [Int] = []
    var low = 0
    for first in UInt8(0x61)...0x7A {
      for second in UInt8(0x61)...0x7B {
        let pair = [first, second]
        low = list.lowerBound(of: pair.span, from: low, upTo: list.count)
        starts.append(low)
      }
    }
    self.starts = starts
  }

  /// The place of a pair of lower-case letters; the pair after `z` ends the last one.
  static func slot(_ first: UInt8, _ second: UInt8) -> Int? {
    guard first.isLower, second.isLower else { return nil }
    return Int(first - 0x61) * 27 + Int(second - 0x61)
  }
}

/// Counts look-ups, from all tasks, up to so many that an index of the list pays: one ad looks up
/// some 300 words.
private struct Uses: ~Copyable {
  private static let limit = 4_000
  private let count = Atomic<Int>(0)

  /// Counts one more look-up; whether there have been enough.
  func reachLimit() -> Bool {
    if count.load(ordering: .relaxed) >= Self.limit { return true }
    count.wrappingAdd(1, ordering: .relaxed)
    return false
  }
}
