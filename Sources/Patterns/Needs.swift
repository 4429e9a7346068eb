/// What a text must hold somewhere for a pattern to match in it: any one of some words or signs.
///
/// A pattern such as `work (\w+ ){0,4}weekends?` may begin in every ad, but matches only in the few
/// that say “weekend” at all, and whether one does is known before any pattern is tried.
struct Needs: Hashable, Sendable {
  /// Any one of these must stand in the text; empty where nothing is known.
  private(set) var keys: [UInt16] = []

  init(keys: [UInt16] = []) { self.keys = keys }

  /// What `pattern` needs besides what it begins with.
  init(of pattern: String) {
    var walk = NeedWalk()
    let found = walk.read(SyntaxReader.node(of: pattern), isAtWordStart: false, isFirst: true)
    keys = (found.keys ?? []).sorted()
  }
}

/// The words and signs that stand in a text, as a bit each for what shares its key.
struct NeedSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// What was set, so that a short text costs little to forget.
  private var keys: [UInt16] = []

  mutating func removeAll() {
    for key in keys { bits[Int(key >> 6)] = 0 }
    keys.removeAll(keepingCapacity: true)
  }

  @inline(__always) mutating func insert(_ key: UInt16) {
    guard !contains(key) else { return }
    bits[Int(key >> 6)] |= 1 << UInt64(key & 63)
    keys.append(key)
  }

  @inline(__always) func contains(_ key: UInt16) -> Bool {
    bits[Int(key >> 6)] >> UInt64(key & 63) & 1 == 1
  }
}

/// Keys of 16 bits.
enum NeedKey {
  /// Of a word, by its first four letters in lower case, the first of them lowest; zeros where it is
  /// shorter.
  @inline(__always) static func word(_ head: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: (head &* 0x9E37_79B1) >> 16)
  }

  /// Of a sign; most ads hold those of plain prose, so no pattern is said to need them.
  static func sign(_ byte: UInt8) -> UInt16? {
    byte < 0x80 && byte > 0x20 && !" -'.,:;()/".utf8.contains(byte) && !WordByte.isWord(byte)
      ? word(UInt32(byte) | 0xFF00) : nil
  }
}

/// Walks a syntax tree and collects what every match must hold.
private struct NeedWalk {
  /// What is known of a part of a pattern.
  struct Found {
    /// Every match of it holds one of these; `nil` where nothing is known.
    var keys: Set<UInt16>?
    /// Whether a word that follows it begins there.
    var endsBetweenWords: Bool
  }

  /// Nodes entered so far: nests of repeats would go on for ever.
  private var steps = 0

  /// The most keys that are worth asking about.
  private static let most = 40

  mutating func read(_ node: Node, isAtWordStart: Bool, isFirst: Bool) -> Found {
    steps += 1
    guard steps < 20_000 else { return Found(keys: nil, endsBetweenWords: false) }
    switch node {
    case .sequence(let nodes):
      return sequence(nodes, isAtWordStart: isAtWordStart, isFirst: isFirst)
    case .literal, .oneOf, .blanks, .assertion:
      return sequence([node], isAtWordStart: isAtWordStart, isFirst: isFirst)
    case .anyOf(let branches):
      var all: Set<UInt16>? = []
      var ends = true
      for branch in branches {
        let found = read(branch, isAtWordStart: isAtWordStart, isFirst: isFirst)
        all = found.keys.flatMap { keys in all?.union(keys) }
        ends = ends && found.endsBetweenWords
      }
      if (all?.count ?? 0) > Self.most { all = nil }
      return Found(keys: all, endsBetweenWords: ends)
    case .repeated(let inner, let least, _):
      let found = read(inner, isAtWordStart: isAtWordStart, isFirst: isFirst)
      if least > 0 { return found }
      return Found(keys: nil, endsBetweenWords: isAtWordStart && found.endsBetweenWords)
    case .opaque: return Found(keys: nil, endsBetweenWords: false)
    }
  }

  private mutating func sequence(_ nodes: [Node], isAtWordStart: Bool, isFirst: Bool) -> Found {
    var isBetween = isAtWordStart
    var isFirst = isFirst
    var word: [UInt8] = []
    /// Whether the letters in `word` begin a word, and are not what every match begins with.
    var counts = false
    var best: Set<UInt16>?
    func offer(_ keys: Set<UInt16>?) {
      guard let keys, !keys.isEmpty, Self.cost(keys) < best.map(Self.cost) ?? Self.most else {
        return
      }
      best = keys
    }
    func close(isWhole: Bool) {
      if counts, word.count >= 4 || isWhole && !word.isEmpty {
        offer([NeedKey.word(Self.head(of: word))])
      }
      word.removeAll()
      counts = false
    }
    for node in nodes {
      switch node {
      case .literal(let scalar) where !scalar.isASCII:
        // To the words of a text every such sign is an end.
        close(isWhole: true)
        (isBetween, isFirst) = (true, false)
      case .literal(let scalar):
        let letter = WordByte.folded(UInt8(scalar.value))
        if letter != 0 {
          if word.isEmpty { counts = isBetween && !isFirst }
          word.append(letter)
          isBetween = false
        } else {
          isFirst = isFirst && word.isEmpty
          close(isWhole: true)
          if !isFirst, let key = NeedKey.sign(UInt8(scalar.value)) { offer([key]) }
          isBetween = true
        }
        if letter == 0 { isFirst = false }
      case .blanks:
        close(isWhole: true)
        (isBetween, isFirst) = (true, false)
      case .assertion(let endsWord):
        // What looks ahead says nothing of where a word ends, and a word may stand on both sides.
        close(isWhole: false)
        isBetween = isBetween || endsWord
      case .oneOf(let members):
        let signs = members?.map { $0.isASCII ? UInt8($0.value) : 0x80 } ?? [UInt8(ascii: "a")]
        isBetween = !signs.contains(where: WordByte.isWord)
        isFirst = isFirst && word.isEmpty
        close(isWhole: isBetween)
        let keys = signs.map(NeedKey.sign)
        if !isFirst, !keys.contains(nil) { offer(Set(keys.compactMap { $0 })) }
        isFirst = false
      default:
        // A word that goes on in a group is known by its first letters only.
        let isInWord = !word.isEmpty
        isFirst = isFirst && !isInWord
        close(isWhole: false)
        let found = read(node, isAtWordStart: isBetween && !isInWord, isFirst: isFirst)
        offer(found.keys)
        isBetween = found.endsBetweenWords
        if !node.mayBeEmpty { isFirst = false }
      }
    }
    close(isWhole: false)
    return Found(keys: best, endsBetweenWords: isBetween)
  }

  private static func head(of word: [UInt8]) -> UInt32 {
    word.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// How likely it is that a text holds one of `keys`, where a rare word counts 1.
  private static func cost(_ keys: Set<UInt16>) -> Int {
    keys.reduce(0) { $0 + (common.contains($1) ? most : 1) }
  }

  /// The keys of words that stand in three ads of ten and more, by a count over 19,228 English job
  /// ads.
  private static let common: Set<UInt16> = {
    let heads = """
      and to the of in a for with is on are as be will or work an expe this desc titl team you our \
      we at have that comp skil loca from all your by supp role job othe thei incl deve time oppo \
      year serv requ prov mana who new look data appl plea if more abil busi info us base high know \
      envi abou part care comm posi sala full not exce join trai stro it well can bene qual has thro
      """
    return Set(heads.split(separator: " ").map { NeedKey.word(head(of: Array($0.utf8))) })
  }()
}

extension Node {
  /// Whether it may match nothing.
  fileprivate var mayBeEmpty: Bool {
    switch self {
    case .literal, .oneOf, .blanks, .opaque: false
    case .assertion: true
    case .sequence(let nodes): nodes.allSatisfy(\.mayBeEmpty)
    case .anyOf(let branches): branches.contains(where: \.mayBeEmpty)
    case .repeated(let node, let least, _): least == 0 || node.mayBeEmpty
    }
  }
}
