/// What a match of a pattern needs besides what it begins with: any one of some words or signs.
///
/// A pattern such as `work (\w+ ){0,4}weekends?` may begin in every ad, but matches only in the few
/// that say “weekend” at all, and there only a few words before it. Both are known before PCRE2 is
/// asked.
struct Needs: Hashable, Sendable {
  /// Any one of these must stand in the text; empty where nothing is known.
  private(set) var keys: [NeedKey] = []
  /// What must stand near behind the beginning.
  private(set) var near: Near?

  /// What must stand near behind a beginning.
  struct Near: Hashable, Sendable {
    /// Any one of these.
    var keys: Set<NeedKey>
    /// Of the words that begin with the match or after, so many may be, or may follow on, what is
    /// needed.
    var words: Int
    /// Whether it must stand before the line ends.
    var isOneLine: Bool

    /// The number of ``words`` where only the end of the line is known.
    static let anyWords = 63
  }

  init(keys: [NeedKey] = [], near: Near? = nil) {
    self.keys = keys
    self.near = near
  }

  /// What `pattern` needs.
  init(of pattern: String) {
    var walk = NeedWalk()
    let found = walk.read(SyntaxReader.node(of: pattern))
    self.init(keys: (found.keys ?? []).sorted(), near: found.near)
  }
}

/// A word or sign that a pattern needs.
struct NeedKey: Hashable, Comparable, Sendable {
  /// What is asked of a whole text: in the lower 16 bits, for what it shares its bit with in a
  /// ``NeedSet``; above, its bit in ``NeedMarks``.
  let number: Int

  init(number: Int) { self.number = number }

  private init(_ code: UInt32, bit: UInt64) {
    number = Int(Self.hash(code)) | Int(bit) << 16
  }

  static func < (a: NeedKey, b: NeedKey) -> Bool { a.number < b.number }

  var hash: UInt16 { UInt16(truncatingIfNeeded: number) }
  var bit: UInt64 { UInt64(number >> 16) }

  @inline(__always) private static func hash(_ code: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: (code &* 0x9E37_79B1) >> 16)
  }

  /// Of a word, by its first four letters in lower case, the first of them lowest; zeros where it is
  /// shorter.
  @inline(__always) static func word(_ head: UInt32) -> NeedKey {
    NeedKey(head, bit: wordBit(head))
  }

  /// Of every word with the first two letters of `head`.
  @inline(__always) static func pair(_ head: UInt32) -> NeedKey {
    NeedKey(head & 0xFFFF | 0xFE_0000, bit: wordBit(head))
  }

  /// Of a sign of ASCII.
  @inline(__always) static func sign(_ byte: UInt8) -> NeedKey {
    NeedKey(UInt32(byte) | 0xFF00, bit: UInt64(byte & 7))
  }

  /// Of every word with a digit.
  static let digit = NeedKey(0xFF30, bit: 8)

  /// Of every sign beyond ASCII.
  static let beyond = NeedKey(0xFF80, bit: 9)

  /// Words with the same two letters have the same.
  @inline(__always) private static func wordBit(_ head: UInt32) -> UInt64 {
    10 + (UInt64((head & 0xFFFF) &* 0x9E37_79B1) &* 52) >> 32
  }
}

/// The words and signs that stand in a text, as a bit each for what shares its hash.
struct NeedSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// What was set, so that a short text costs little to forget.
  private var hashes: [UInt16] = []

  mutating func removeAll() {
    for hash in hashes { bits[Int(hash >> 6)] = 0 }
    hashes.removeAll(keepingCapacity: true)
  }

  @inline(__always) mutating func insert(_ key: NeedKey) {
    guard !contains(key) else { return }
    bits[Int(key.hash >> 6)] |= 1 << UInt64(key.hash & 63)
    hashes.append(key.hash)
  }

  @inline(__always) func contains(_ key: NeedKey) -> Bool {
    bits[Int(key.hash >> 6)] >> UInt64(key.hash & 63) & 1 == 1
  }
}

/// What stands at a word and before it, as one bit of 62 for each key.
struct NeedMarks: Sendable {
  private(set) var bits: UInt64 = 0

  /// Right behind a sign beyond ASCII.
  private static let joined: UInt64 = 1 << 62
  private static let newLine: UInt64 = 1 << 63

  @inline(__always) mutating func insert(_ key: NeedKey) { bits |= 1 << (key.bit & 63) }

  /// Says that it begins right behind a sign beyond ASCII.
  @inline(__always) mutating func join() { bits |= Self.joined }

  /// Says that a line ends before it.
  @inline(__always) mutating func breakLine() { bits |= Self.newLine }

  var isJoined: Bool { bits & Self.joined != 0 }
  var isOnNewLine: Bool { bits & Self.newLine != 0 }
  var isEmpty: Bool { bits == 0 }

  /// Those of them that tell of the end of a word, too.
  var ofWordEnds: NeedMarks {
    var marks = NeedMarks()
    marks.bits = bits & (1 << NeedKey.digit.bit)
    return marks
  }

  /// Whether a key of `wanted` may be among them.
  @inline(__always) func meet(_ wanted: NeedMarks) -> Bool { bits & wanted.bits != 0 }
}
