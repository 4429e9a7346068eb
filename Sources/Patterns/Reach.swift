/// How far from its beginning a match can have come, in words.
///
/// A word of a text is one of ASCII (``Tokens``). One that begins right behind a sign beyond ASCII
/// does not count, since `\w+` may go on there.
struct Reach: Hashable {
  /// The most words that can have begun; `nil` where that is any number.
  private(set) var words: Int? = 0
  /// Whether surely no line has ended.
  private(set) var isOneLine = true
  /// Whether what follows surely begins no word that counts.
  private var isInWord = false

  /// Goes over what `node` may match; `steps` are left for that, since nests of repeats would go on
  /// for ever.
  mutating func go(over node: Node, steps: inout Int) {
    steps -= 1
    guard steps > 0 else { return getLost() }
    switch node {
    case .literal, .oneOf, .oneOfMany: go(over: node.kinds)
    case .blanks: go(over: .other)
    case .assertion, .ahead: break
    case .sequence(let nodes): for node in nodes { go(over: node, steps: &steps) }
    case .anyOf(let branches):
      var farthest: Reach?
      for branch in branches {
        var reach = self
        reach.go(over: branch, steps: &steps)
        farthest = farthest.map { $0.union(reach) } ?? reach
      }
      self = farthest ?? self
    case .repeated(let node, let least, let most):
      go(over: node, atLeast: least, atMost: most, steps: &steps)
    case .opaque: getLost()
    }
  }

  private mutating func go(
    over node: Node, atLeast least: Int, atMost most: Int?, steps: inout Int
  ) {
    if most == 0 { return }
    var once = self
    once.go(over: node, steps: &steps)
    var twice = once
    twice.go(over: node, steps: &steps)
    var all = once.union(twice)
    if least == 0 { all.isInWord = all.isInWord && isInWord }
    if let (first, second) = once.words.flatMap({ first in twice.words.map { (first, $0) } }) {
      // Every further round begins as many words as the second.
      let more = second - first
      let rounds = (most ?? Self.many) - 1
      // Of single characters every other may begin a word.
      let isHalf = !node.kinds.isEmpty && node.kinds != .word
      all.words = first + (isHalf ? more * (rounds + 1) / 2 : more * rounds)
      if all.words ?? 0 >= Self.many / 4 { all.words = nil }
    } else {
      all.words = nil
    }
    self = all
  }

  /// More than anyone asks for.
  private static let many = 1 << 12

  private mutating func go(over kinds: CharacterKinds) {
    if kinds.contains(.word), !isInWord { words = words.map { $0 + 1 } }
    isInWord = kinds == .word
    if kinds.contains(.lineFeed) { isOneLine = false }
  }

  private mutating func getLost() { (words, isOneLine, isInWord) = (nil, false, false) }

  /// What is true of this and of `other`.
  func union(_ other: Reach) -> Reach {
    var both = self
    both.words = words.flatMap { own in other.words.map { max(own, $0) } }
    both.isOneLine = isOneLine && other.isOneLine
    both.isInWord = isInWord && other.isInWord
    return both
  }
}
