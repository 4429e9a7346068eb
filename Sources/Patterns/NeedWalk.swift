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

  /// What is known of `node`, the whole pattern; if it `isTried` only where it can begin, what it
  /// begins with says nothing.
  mutating func read(_ node: Node, isTried: Bool) -> Found {
    read(node, at: Place(isFirst: isTried))
  }

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
    /// The letters before `place`, in each way in which they may be written.
    var words: [[UInt8]] = []
    /// Whether the letters in `words` begin a word behind what every match begins with.
    var counts = false
    /// Whether they are what every match begins with.
    var isOfBeginning = false
    /// How far the match has come before `words`.
    var before = place.reach
    var best = Found()
    func close(isWhole: Bool) {
      if words.isEmpty { return }
      let keys = words.map { Self.key(of: $0, isWhole: isWhole) }
      if counts, !keys.contains(nil) {
        best.offer(Set(keys.compactMap { $0 }), behind: before)
      } else if !isOfBeginning, words.allSatisfy({ $0.contains { $0 &- 0x30 < 10 } }) {
        best.offer([.digit], behind: before)
      }
      words.removeAll()
      counts = false
    }
    for node in nodes.flatMap(\.flattened) {
      if let ends = node.spellings, words.isEmpty ? place.isAtWordStart && !ends.contains([]) : true,
        max(1, words.count) * ends.count <= Self.mostSpellings
      {
        if words.isEmpty {
          (isOfBeginning, before) = (place.isFirst, place.reach)
          counts = place.isAtWordStart && !place.isFirst
          words = [[]]
        }
        words = words.flatMap { word in ends.map { word + $0 } }
        place.isAtWordStart = false
        place.reach.go(over: node, steps: &reachSteps)
        continue
      }
      switch node {
      case .literal(let scalar):
        if scalar.isASCII, WordByte.isWord(UInt8(scalar.value)) {
          // It goes on with a word of too many spellings, or one whose beginning is not known.
          close(isWhole: false)
          (place.isAtWordStart, place.isFirst) = (false, false)
        } else {
          // To the words of a text a sign beyond ASCII is an end too.
          place.isFirst = place.isFirst && words.isEmpty
          close(isWhole: true)
          if !place.isFirst, let keys = Self.keys(of: scalar) {
            best.offer(keys, behind: place.reach)
          }
          (place.isAtWordStart, place.isFirst) = (true, false)
        }
      case .blanks:
        close(isWhole: true)
        (place.isAtWordStart, place.isFirst) = (true, false)
      case .assertion(let edges):
        // What only looks behind or forbids says nothing of where a word ends.
        close(isWhole: edges.contains(.end))
        place.isAtWordStart = place.isAtWordStart || edges.contains(.start)
      case .ahead(let ahead):
        // A word may stand on both sides.
        let isInWord = !words.isEmpty
        close(isWhole: false)
        var inner = place
        inner.isAtWordStart = place.isAtWordStart && !isInWord
        // Where it stands in front, nothing is known of the beginning but what it says.
        inner.isFirst = false
        best.offer(read(ahead, at: inner))
      case .oneOf(let members):
        let signs = members.map { $0.isASCII ? UInt8($0.value) : 0x80 }
        let isBetween = !signs.contains(where: WordByte.isWord)
        place.isFirst = place.isFirst && words.isEmpty
        close(isWhole: isBetween)
        if !place.isFirst, signs.allSatisfy({ $0 &- 0x30 < 10 }) {
          best.offer([.digit], behind: place.reach)
        }
        let keys = members.map(Self.keys)
        if !place.isFirst, !keys.contains(nil) {
          best.offer(Set(keys.compactMap { $0 }.joined()), behind: place.reach)
        }
        (place.isAtWordStart, place.isFirst) = (isBetween, false)
      case .oneOfMany(let kinds):
        close(isWhole: !kinds.contains(.word))
        (place.isAtWordStart, place.isFirst) = (!kinds.contains(.word), false)
      default:
        // A word that goes on in a group is known by its first letters only.
        let isInWord = !words.isEmpty
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

  /// The key of a word that is `letters`, if that `isWhole`, or begins so.
  private static func key(of letters: [UInt8], isWhole: Bool) -> NeedKey? {
    if letters.count >= 8 || isWhole && !letters.isEmpty { return .word(letters) }
    if letters.count >= 4 { return .word(Array(letters.prefix(4))) }
    return letters.count >= 2 ? .pair(letters) : nil
  }

  /// The most spellings of a word that are followed.
  private static let mostSpellings = 24

  /// The keys of `scalar`, a sign that is no letter of ASCII, in every case that it has.
  private static func keys(of scalar: Unicode.Scalar) -> Set<NeedKey>? {
    if !scalar.isASCII { return scalar.cases.map { Set($0.map(NeedKey.beyond)) } }
    let byte = UInt8(scalar.value)
    return byte > 0x20 && byte != 0x7F && !WordByte.isWord(byte) ? [NeedKey.sign(byte)] : nil
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
  /// The ways to write it, if it is letters and digits of ASCII only, as ``WordBytes`` folds them.
  fileprivate var spellings: [[UInt8]]? {
    switch self {
    case .literal(let scalar):
      let letter = scalar.isASCII ? WordByte.folded(UInt8(scalar.value)) : 0
      return letter == 0 ? nil : [[letter | 0x20]]
    case .oneOf(let members):
      let all = members.count > 4 ? [] : members.compactMap { Node.literal($0).spellings }
      return all.isEmpty || all.count < members.count ? nil : Array(all.joined())
    case .repeated(let node, 0, 1): return node.spellings.map { [[]] + $0 }
    case .anyOf(let branches):
      let all = branches.compactMap(\.spellings)
      return all.count < branches.count ? nil : Array(all.joined())
    case .sequence(let nodes):
      return nodes.reduce([[]] as [[UInt8]]?) { before, node in
        guard let before, before.count < 100, let more = node.spellings else { return nil }
        return before.flatMap { word in more.map { word + $0 } }
      }
    case .repeated, .oneOfMany, .blanks, .assertion, .ahead, .opaque: return nil
    }
  }

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
