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
  /// In the lower 15 bits its bit in a ``NeedSet``; above 16, its bit in ``NeedMarks``.
  let number: Int

  init(number: Int) { self.number = number }

  @inline(__always) init(_ number: UInt32) { self.number = Int(number) }

  @inline(__always) private init(_ place: UInt32, mark: UInt32) {
    number = Int(place) | Int(mark) << 16
  }

  static func < (a: NeedKey, b: NeedKey) -> Bool { a.number < b.number }

  @inline(__always) var place: Int { number & (Self.places &- 1) }
  @inline(__always) var mark: UInt64 { UInt64(truncatingIfNeeded: number >> 16) }

  /// Of a word, its bit of 64 in ``NeedMarks``; all of them where words have the key that begin in more
  /// than one way.
  @inline(__always) var heads: UInt64 {
    if place < Int(Self.wordCount) { return 1 << UInt64(place & 63) }
    return place < Int(Self.wordCount + Self.pairCount) ? .max : 0
  }

  /// The number of bits of a ``NeedSet``.
  static let places = 1 << 15

  /// The number of bits for words; behind them stand those for two letters, and for signs.
  private static let wordCount: UInt32 = 1 << 14
  private static let pairCount: UInt32 = 1 << 10

  /// Of a word, by its first four bytes as ``WordBytes`` folds them, the first of them lowest; zeros
  /// where it is shorter.
  @inline(__always) static func word(_ head: UInt32) -> NeedKey {
    NeedKey((head &* 0x9E37_79B1) >> 18, mark: pairMark(head))
  }

  /// Of a word of ``longLetters`` letters or more, by the first of them, which are the lowest bytes of
  /// `word`.
  @inline(__always) static func longWord(_ word: UInt64) -> NeedKey {
    let head = word & (1 << UInt64(8 * longLetters) - 1)
    let place = (head &* 0x9E37_79B9_7F4A_7C15) >> 50
    return NeedKey(UInt32(place), mark: pairMark(UInt32(truncatingIfNeeded: head)))
  }

  static let longLetters = 6

  /// Of every word with the first two letters of `head`.
  @inline(__always) static func pair(_ head: UInt32) -> NeedKey {
    NeedKey(wordCount + (head & 31) << 5 + head >> 8 & 31, mark: pairMark(head))
  }

  /// Of a sign of ASCII.
  @inline(__always) static func sign(_ byte: UInt8) -> NeedKey {
    NeedKey(wordCount + pairCount + UInt32(byte & 0x7F), mark: UInt32(byte & 7))
  }

  /// Of every word with a digit.
  static var digit: NeedKey { NeedKey(wordCount + pairCount + 128, mark: 8) }

  /// Of every sign beyond ASCII.
  static var beyond: NeedKey { NeedKey(wordCount + pairCount + 129, mark: 9) }

  /// The same for all words with the same two letters.
  @inline(__always) private static func pairMark(_ head: UInt32) -> UInt32 {
    10 + (((head & 0xFFFF) &* 0x9E37_79B1) >> 16 &* 52) >> 16
  }
}

/// The words and signs that stand in texts, as bits that some share.
@safe struct NeedSet: ~Copyable {
  private let bits: UnsafeMutableBufferPointer<UInt64>

  init() {
    unsafe bits = .allocate(capacity: NeedKey.places >> 6)
    unsafe bits.initialize(repeating: 0)
  }

  deinit { unsafe bits.deallocate() }

  mutating func removeAll() { unsafe bits.update(repeating: 0) }

  @inline(__always) mutating func insert(_ key: NeedKey) {
    // There is a bit for every place.
    unsafe bits.baseAddress.unsafelyUnwrapped[key.place >> 6] |= 1 << UInt64(key.place & 63)
  }

  @inline(__always) func contains(_ key: NeedKey) -> Bool {
    // There is a bit for every place.
    unsafe bits.baseAddress.unsafelyUnwrapped[key.place >> 6] >> UInt64(key.place & 63) & 1 == 1
  }
}

/// What stands at a word and before it, as one bit of 62 for each key; and of the word, as one bit
/// of 64 for its first four letters.
struct NeedMarks: Sendable {
  private(set) var bits: UInt64 = 0
  private var heads: UInt64 = 0

  /// Right behind a sign beyond ASCII.
  private static let joined: UInt64 = 1 << 62
  private static let newLine: UInt64 = 1 << 63
  /// Those of signs and digits; the others are of words.
  private static let signs: UInt64 = 1 << 10 - 1

  @inline(__always) mutating func insert(_ key: NeedKey) {
    bits |= 1 << (key.mark & 63)
    heads |= key.heads
  }

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
    marks.bits = bits & (1 << NeedKey.digit.mark)
    return marks
  }

  /// The bits of a word that holds one of these keys, goes on with another word, or ends what counts as
  /// near: those of most words are none of them.
  func telling(isOneLine: Bool) -> UInt64 {
    bits | Self.joined | (isOneLine ? Self.newLine : 0)
  }

  /// Whether a key of `wanted` may be among them.
  @inline(__always) func meet(_ wanted: NeedMarks) -> Bool {
    let common = bits & wanted.bits
    return common != 0 && (common & Self.signs != 0 || heads & wanted.heads != 0)
  }
}
