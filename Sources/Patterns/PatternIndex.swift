/// Where in a text many patterns may begin: the half of a pattern set that the build can work out.
///
/// Working it out takes a second for the bundled patterns, reading it a millisecond.
public struct PatternIndex: Sendable {
  /// Ways to begin where a word begins, and ways to begin anywhere.
  private(set) var atWords = PrefixTree()
  private(set) var anywhere = PrefixTree()
  /// For each pattern, whether nothing is known of its beginning.
  private(set) var isUnknown: [Bool] = []

  /// For each pattern, what a text must hold besides.
  private(set) var needs: [Needs] = []

  /// For each pattern, whether every match begins with a capital, where case matters.
  private(set) var beginsWithCapital: [Bool] = []

  /// The number of patterns.
  public var count: Int { isUnknown.count }

  /// An index of `patterns` of PCRE2, numbered in their order.
  public init(of patterns: [String] = []) {
    add(patterns)
  }

  /// Adds `patterns`, numbered on from ``count``.
  mutating func add(_ patterns: [String]) {
    guard !patterns.isEmpty else { return }
    var words = atWords.entries
    var others = anywhere.entries
    for pattern in patterns {
      let number = Int32(count)
      let beginnings = Beginnings(of: pattern)
      isUnknown.append(beginnings == nil)
      needs.append(Needs(of: pattern))
      beginsWithCapital.append(SyntaxReader.node(of: pattern).beginsWithCapital)
      for prefix in beginnings?.prefixes ?? [] {
        if beginnings?.isAtWordStart == true, WordByte.isWord(prefix[0]) {
          words.append((prefix, number))
        } else {
          others.append((prefix, number))
        }
      }
    }
    atWords = PrefixTree(words)
    anywhere = PrefixTree(others)
  }

  /// The index as printable ASCII.
  public var text: String {
    var numbers = NumberText()
    numbers.append(count, letters: 3)
    for number in 0..<count {
      numbers.append((isUnknown[number] ? 1 : 0) + (beginsWithCapital[number] ? 2 : 0), letters: 1)
      numbers.append(needs[number].keys.count, letters: 1)
      for key in needs[number].keys { numbers.append(Int(key), letters: 3) }
    }
    atWords.write(to: &numbers)
    anywhere.write(to: &numbers)
    return String(decoding: numbers.text, as: UTF8.self)
  }

  /// Reads what ``text`` wrote.
  public init(text: Span<UInt8>) {
    var numbers = NumberText.Reader()
    for _ in 0..<numbers.next(letters: 3, in: text) {
      let flags = numbers.next(letters: 1, in: text)
      isUnknown.append(flags & 1 == 1)
      beginsWithCapital.append(flags & 2 == 2)
      let keys = (0..<numbers.next(letters: 1, in: text)).map { _ in
        UInt16(numbers.next(letters: 3, in: text))
      }
      needs.append(Needs(keys: keys))
    }
    atWords = PrefixTree(reading: &numbers, in: text)
    anywhere = PrefixTree(reading: &numbers, in: text)
  }
}
