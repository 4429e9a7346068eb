/// Which words stand for others that look or sound like them, by the words beside them.
///
/// For each pair of a wrong and a right word ``WordList/confused`` holds a bias and the weights of
/// neighbours: ten times the logarithm of how much oftener a neighbour stands beside the right word than
/// beside the wrong one. Their sum tells how far to believe that the right word is meant (naive Bayes;
/// W. Gale, K. Church and D. Yarowsky, “A Method for Disambiguating Word Senses in a Large Corpus”, 1992).
/// The rows of a word are read when it is first met.
struct ConfusedWords: ~Copyable {
  /// A word that another one may stand for.
  private struct Pair {
    /// Its number, by which its weights are found.
    var number: UInt64
    var bias: Int
    /// The most that neighbours add together with others, of each kind.
    var most = (twoLeft: 0, twoRight: 0, around: 0)
    /// Where the right word stands in the list.
    var right: Range<Int>
  }

  /// The pairs of the words that were met, by the hash of the wrong word: a table of open addressing, half
  /// of it free, that has room for all words of the list.
  private var words = [(hash: UInt64, pairs: Range<Int32>)](repeating: (0, 0..<0), count: 2048)
  private var pairs: [Pair] = []
  private var weights = WeightTable()

  /// How much must speak for the right word: at this, 61 of 62 alarms on 3,123 ads were right where the
  /// weights were made from other ads (Reports/accuracy.md).
  private static let threshold = 94

  /// Whether the word with this hash has been read.
  func knows(_ hash: UInt64) -> Bool { words[slot(of: hash)].hash != 0 }

  /// Reads what there is about the word with this `hash`, whose `letters` are given in lower case.
  ///
  /// Nothing is kept of a word that is not in the list, as many are that go on with an apostrophe.
  mutating func read(_ letters: [UInt8], hash: UInt64) {
    let first = Int32(pairs.count)
    read(letters)
    if pairs.count > first { words[slot(of: hash)] = (hash, first..<Int32(pairs.count)) }
  }

  /// Whether words beside these neighbours could make the word with this `hash` stand for another one.
  func maybe(_ hash: UInt64, _ left: Neighbour, _ right: Neighbour) -> Bool {
    for index in words[slot(of: hash)].pairs {
      let pair = pairs[Int(index)]
      let most = pair.most.twoLeft + pair.most.twoRight + pair.most.around
      if score(of: pair, left, right) + most >= Self.threshold { return true }
    }
    return false
  }

  /// The word that the word with this `hash` stands for between its `neighbours`, if there is one.
  func confusion(of hash: UInt64, _ neighbours: Neighbours) -> String? {
    var best: (score: Int, right: Range<Int>)?
    for index in words[slot(of: hash)].pairs {
      let pair = pairs[Int(index)]
      var score = score(of: pair, neighbours.left, neighbours.right)
      for (kind, key) in neighbours.both {
        score += weights.weight(Self.key(pair.number, kind, key)) ?? 0
      }
      if score >= Self.threshold, score > best?.score ?? 0 { best = (score, pair.right) }
    }
    return best.map { String(decoding: $0.right.map { WordList.confused[$0] }, as: UTF8.self) }
  }

  private func score(of pair: Pair, _ left: Neighbour, _ right: Neighbour) -> Int {
    pair.bias + weight(of: left, .left, pair) + weight(of: right, .right, pair)
  }

  /// The weight of one neighbour, or of its class where it has none of its own.
  private func weight(of neighbour: Neighbour, _ kind: Neighbours.Kind, _ pair: Pair) -> Int {
    if let own = weights.weight(Self.key(pair.number, kind, neighbour.hash)) { return own }
    guard let ending = neighbour.ending else { return 0 }
    return weights.weight(Self.key(pair.number, kind, ending.hash)) ?? 0
  }

  /// The slot of the word with this hash, or a free one.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 8) & (words.count - 1)
    while words[slot].hash != 0, words[slot].hash != hash { slot = (slot + 1) & (words.count - 1) }
    return slot
  }

  private static func key(_ number: UInt64, _ kind: Neighbours.Kind, _ hash: UInt64) -> UInt64 {
    let product = (hash ^ (number << 3 | kind.rawValue) &* 0x9E37_79B9_7F4A_7C15)
      .multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// Reads the lines of `word`: `there their 35 <join=40 >>team_of=9`.
  private mutating func read(_ word: [UInt8]) {
    // The list lies in the binary, and ends with a line feed.
    let list = unsafe WordList.confused.list
    let bytes = unsafe Span(_unsafeElements: list)
    var at = WordList.confused.line(notBefore: word.span)
    while bytes.holds(word, at: at) {
      let right = bytes.field(at: at + word.count + 1)
      let bias = bytes.field(at: right.upperBound + 1)
      var pair = Pair(number: UInt64(pairs.count), bias: bytes.number(bias), right: right)
      at = bias.upperBound
      while bytes[at] != 0x0A {
        let field = bytes.field(at: at + 1)
        add(field, of: bytes, to: &pair)
        at = field.upperBound
      }
      pairs.append(pair)
      at += 1
    }
  }

  /// Adds one weight: `<join=40`, `<<to_join=3`, `>team=22`, `>>team_in=9`, `<>to_team=5`.
  private mutating func add(_ field: Range<Int>, of bytes: Span<UInt8>, to pair: inout Pair) {
    let (first, second) = (bytes[field.lowerBound], bytes[field.lowerBound + 1])
    let isPair = second == 0x3C || second == 0x3E
    let start = field.lowerBound + (isPair ? 2 : 1)
    var (middle, equals) = (start, start)
    while equals < field.upperBound, bytes[equals] != 0x3D {
      if bytes[equals] == 0x5F { middle = equals }
      equals += 1
    }
    let weight = bytes.number(equals + 1..<field.upperBound)
    guard isPair else {
      let hash = WordHash.of(bytes, start, equals)
      weights.add(Self.key(pair.number, first == 0x3C ? .left : .right, hash), weight)
      return
    }
    let key = Neighbours.key(
      WordHash.of(bytes, start, middle), WordHash.of(bytes, middle + 1, equals))
    switch (first, second) {
    case (0x3C, 0x3C):
      weights.add(Self.key(pair.number, .twoLeft, key), weight)
      pair.most.twoLeft = max(pair.most.twoLeft, weight)
    case (0x3E, 0x3E):
      weights.add(Self.key(pair.number, .twoRight, key), weight)
      pair.most.twoRight = max(pair.most.twoRight, weight)
    default:
      weights.add(Self.key(pair.number, .around, key), weight)
      pair.most.around = max(pair.most.around, weight)
    }
  }
}

extension Span<UInt8> {
  /// Whether the line at `at` is one of `word`.
  fileprivate func holds(_ word: [UInt8], at: Int) -> Bool {
    guard at + word.count < count, self[at + word.count] == 0x20 else { return false }
    for index in word.indices where self[at + index] != word[index] { return false }
    return true
  }

  /// The field of a line that begins at `start`.
  fileprivate func field(at start: Int) -> Range<Int> {
    var end = start
    while self[end] != 0x20, self[end] != 0x0A { end += 1 }
    return start..<end
  }

  /// The whole number in `range`.
  fileprivate func number(_ range: Range<Int>) -> Int {
    let isNegative = !range.isEmpty && self[range.lowerBound] == 0x2D
    var value = 0
    for at in range.dropFirst(isNegative ? 1 : 0) { value = value * 10 + Int(self[at]) - 0x30 }
    return isNegative ? -value : value
  }
}

/// Weights by keys that are hashes already: a table of open addressing, half of it free.
private struct WeightTable: ~Copyable {
  /// The upper 56 bits of the key, and the weight plus 128, so that no slot that is taken is 0.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var count = 0

  private static let low: UInt64 = 0xFF

  func weight(_ key: UInt64) -> Int? {
    let slot = slots[slot(of: key)]
    return slot == 0 ? nil : Int(slot & Self.low) - 128
  }

  /// Keeps a `weight` from -127 to 127.
  mutating func add(_ key: UInt64, _ weight: Int) {
    if count * 2 >= slots.count { grow() }
    let index = slot(of: key)
    if slots[index] == 0 { count += 1 }
    slots[index] = key & ~Self.low | UInt64(min(max(weight, -127), 127) + 128)
  }

  private func slot(of key: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: key >> 8) & (slots.count - 1)
    while slots[index] != 0, (slots[index] ^ key) & ~Self.low != 0 {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { slots[slot(of: entry)] = entry }
  }
}
