/// Walks a syntax tree and collects what every match must hold.
struct NeedWalk {
  /// What is known of a part of a pattern.
  struct Found {
    /// Every match of it holds one of these; `nil` where nothing is known.
    var keys: Set<NeedKey>?
    var near: Needs.Near?
    /// Whether a word that follows it begins there.
    var endsBetweenWords = false
  }

  /// Where in a pattern the walk is.
  struct Place {
    /// Whether a word that follows begins here.
    var isAtWordStart = false
    /// Whether it belongs to what every match begins with.
    var isFirst = true
    var reach = Reach()
  }

  /// Nodes entered so far: nests of repeats would go on for ever.
  private var steps = 0
  private var reachSteps = 50_000

  mutating func read(_ node: Node) -> Found { read(node, at: Place()) }

  private mutating func read(_ node: Node, at place: Place) -> Found {
    steps += 1
    guard steps < 20_000 else { return Found() }
    switch node {
    case .sequence(let nodes): return sequence(nodes, at: place)
    case .literal, .oneOf, .oneOfMany, .blanks, .assertion, .ahead:
      return sequence([node], at: place)
    case .anyOf(let branches): return branches.map { read($0, at: place) }.reduce(nil, Self.either)!
    case .repeated(let inner, let least, _):
      let found = read(inner, at: place)
      if least > 0 { return found }
      return Found(endsBetweenWords: place.isAtWordStart && found.endsBetweenWords)
    case .opaque: return Found()
    }
  }

  /// What is known where either of two branches matches.
  private static func either(_ first: Found?, _ second: Found) -> Found? {
    guard let first else { return second }
    var both = Found(endsBetweenWords: first.endsBetweenWords && second.endsBetweenWords)
    if let one = first.keys, let other = second.keys, one.count + other.count <= mostKeys {
      both.keys = one.union(other)
    }
    if let one = first.near, let other = second.near, one.keys.count + other.keys.count <= mostKeys
    {
      both.near = Needs.Near(
        keys: one.keys.union(other.keys), words: max(one.words, other.words),
        isOneLine: one.isOneLine && other.isOneLine)
    }
    return both
  }

  /// The most keys that are worth asking about.
  private static let mostKeys = 40

  private mutating func sequence(_ nodes: [Node], at start: Place) -> Found {
    var place = start
    var word: [UInt8] = []
    /// Whether the letters in `word` begin a word behind what every match begins with.
    var counts = false
    /// Whether they are what every match begins with.
    var isOfBeginning = false
    /// How far the match has come before `word`.
    var before = place.reach
    var best = Found()
    func close(isWhole: Bool) {
      if counts, word.count >= NeedKey.longLetters {
        best.offer([.longWord(Self.head(of: word, NeedKey.longLetters))], behind: before)
      } else if counts, word.count >= 4 || isWhole && !word.isEmpty {
        best.offer([.word(UInt32(Self.head(of: word, 4)))], behind: before)
      } else if counts, word.count >= 2 {
        best.offer([.pair(UInt32(Self.head(of: word, 4)))], behind: before)
      } else if !isOfBeginning, word.contains(where: { $0 &- 0x30 < 10 }) {
        best.offer([.digit], behind: before)
      }
      word.removeAll()
      counts = false
    }
    for node in nodes.flatMap(\.flattened) {
      switch node {
      case .literal(let scalar):
        let letter = scalar.isASCII ? WordByte.folded(UInt8(scalar.value)) : 0
        if letter != 0 {
          if word.isEmpty {
            (isOfBeginning, before) = (place.isFirst, place.reach)
            counts = place.isAtWordStart && !place.isFirst
          }
          word.append(letter | 0x20)
          place.isAtWordStart = false
        } else {
          // To the words of a text a sign beyond ASCII is an end too.
          place.isFirst = place.isFirst && word.isEmpty
          close(isWhole: true)
          if !place.isFirst, let key = Self.key(of: scalar) {
            best.offer([key], behind: place.reach)
          }
          (place.isAtWordStart, place.isFirst) = (true, false)
        }
      case .blanks:
        close(isWhole: true)
        (place.isAtWordStart, place.isFirst) = (true, false)
      case .assertion(let endsWord):
        // What looks behind or forbids says nothing of where a word ends.
        close(isWhole: false)
        place.isAtWordStart = place.isAtWordStart || endsWord
      case .ahead(let ahead):
        // A word may stand on both sides.
        let isInWord = !word.isEmpty
        close(isWhole: false)
        var inner = place
        inner.isAtWordStart = place.isAtWordStart && !isInWord
        // Where it stands in front, nothing is known of the beginning but what it says.
        inner.isFirst = false
        best.offer(read(ahead, at: inner))
      case .oneOf(let members):
        let signs = members.map { $0.isASCII ? UInt8($0.value) : 0x80 }
        let isBetween = !signs.contains(where: WordByte.isWord)
        place.isFirst = place.isFirst && word.isEmpty
        close(isWhole: isBetween)
        if !place.isFirst, signs.allSatisfy({ $0 &- 0x30 < 10 }) {
          best.offer([.digit], behind: place.reach)
        }
        let keys = members.map(Self.key)
        if !place.isFirst, !keys.contains(nil) {
          best.offer(Set(keys.compactMap { $0 }), behind: place.reach)
        }
        (place.isAtWordStart, place.isFirst) = (isBetween, false)
      case .oneOfMany(let kinds):
        close(isWhole: !kinds.contains(.word))
        (place.isAtWordStart, place.isFirst) = (!kinds.contains(.word), false)
      default:
        // A word that goes on in a group is known by its first letters only.
        let isInWord = !word.isEmpty
        place.isFirst = place.isFirst && !isInWord
        close(isWhole: false)
        var inner = place
        inner.isAtWordStart = place.isAtWordStart && !isInWord
        let found = read(node, at: inner)
        best.offer(found)
        place.isAtWordStart = found.endsBetweenWords
        if !node.mayBeEmpty { place.isFirst = false }
      }
      place.reach.go(over: node, steps: &reachSteps)
    }
    close(isWhole: false)
    best.endsBetweenWords = place.isAtWordStart
    return best
  }

  private static func head(of word: [UInt8], _ letters: Int) -> UInt64 {
    word.prefix(letters).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The key of `scalar`, a sign that is no letter of ASCII in any case.
  private static func key(of scalar: Unicode.Scalar) -> NeedKey? {
    // These are `k` and `s` to a caseless match.
    if scalar.value == 0x212A || scalar.value == 0x17F { return nil }
    guard scalar.isASCII else { return NeedKey.beyond }
    let byte = UInt8(scalar.value)
    return byte > 0x20 && byte != 0x7F && !WordByte.isWord(byte) ? NeedKey.sign(byte) : nil
  }
}

extension NeedWalk.Found {
  /// Keeps `keys`, which stand behind `reach`, where they are rarer than what it has.
  fileprivate mutating func offer(_ keys: Set<NeedKey>, behind reach: Reach) {
    var near: Needs.Near?
    if let words = reach.words, words + 1 < Needs.Near.anyWords {
      near = Needs.Near(keys: keys, words: words + 1, isOneLine: reach.isOneLine)
    } else if reach.isOneLine {
      near = Needs.Near(keys: keys, words: Needs.Near.anyWords, isOneLine: true)
    }
    offer(NeedWalk.Found(keys: keys, near: near))
  }

  /// Keeps what `found` has that is rarer.
  fileprivate mutating func offer(_ found: NeedWalk.Found) {
    if let keys = found.keys, !keys.isEmpty,
      NeedWeight.of(keys) < self.keys.map(NeedWeight.of) ?? NeedWeight.most
    {
      self.keys = keys
    }
    if let near = found.near,
      NeedWeight.of(near) < self.near.map(NeedWeight.of) ?? NeedWeight.mostNear
    {
      self.near = near
    }
  }
}

extension Node {
  /// It, or what it is a sequence of.
  fileprivate var flattened: [Node] {
    if case .sequence(let nodes) = self { nodes.flatMap(\.flattened) } else { [self] }
  }

  /// Whether it may match nothing.
  fileprivate var mayBeEmpty: Bool {
    switch self {
    case .literal, .oneOf, .oneOfMany, .blanks, .opaque: false
    case .assertion, .ahead: true
    case .sequence(let nodes): nodes.allSatisfy(\.mayBeEmpty)
    case .anyOf(let branches): branches.contains(where: \.mayBeEmpty)
    case .repeated(let node, let least, _): least == 0 || node.mayBeEmpty
    }
  }
}
