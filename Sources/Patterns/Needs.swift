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

  /// What `pattern` needs besides what it begins with; or, if it `isSearched` for over a whole text
  /// and not only tried where it can begin, with that.
  init(of pattern: String, isSearched: Bool = false) {
    var walk = NeedWalk()
    let found = walk.read(SyntaxReader.node(of: pattern), isTried: !isSearched)
    self.init(keys: (found.keys ?? []).sorted(), near: found.near)
  }
}

/// A word or sign that a pattern needs.
struct NeedKey: Hashable, Comparable, Sendable {
  /// In the lower 16 bits its bit in a ``NeedSet``; above them, its bit in ``NeedMarks``.
  let number: Int

  init(number: Int) { self.number = number }

  @inline(__always) private init(_ place: UInt32, mark: UInt32) {
    number = Int(place) | Int(mark) << 16
  }

  static func < (a: NeedKey, b: NeedKey) -> Bool { a.number < b.number }

  @inline(__always) var place: Int { number & (Self.places &- 1) }
  /// ``place`` as it is kept with words.
  @inline(__always) var short: UInt16 { UInt16(truncatingIfNeeded: number) }
  @inline(__always) var mark: UInt64 { UInt64(truncatingIfNeeded: number >> 16) }

  /// The number of bits of a ``NeedSet``.
  static let places = 1 << 16

  /// The number of bits for words; behind them stand those for two letters, and for signs.
  private static let wordCount: UInt32 = 1 << 15
  private static let pairCount: UInt32 = 1 << 10

  /// Of a word, by its first four bytes as ``WordBytes`` folds them, the first of them lowest; zeros
  /// where it is shorter.
  @inline(__always) static func word(_ head: UInt32) -> NeedKey {
    NeedKey((head &* 0x9E37_79B1) >> 17, mark: pairMark(head))
  }

  /// Of a word of more than four bytes, by its first eight, in the same way.
  @inline(__always) static func long(_ head: UInt64) -> NeedKey {
    let place = UInt32(truncatingIfNeeded: (head &* 0x9E37_79B9_7F4A_7C15) >> 49)
    return NeedKey(place, mark: pairMark(UInt32(truncatingIfNeeded: head)))
  }

  /// Of the words that begin with `letters`, or of that word, if it has less than eight: by four
  /// bytes or by eight.
  static func word(_ letters: [UInt8]) -> NeedKey {
    let head = letters.prefix(8).reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return letters.count > 4 ? .long(head) : .word(UInt32(head))
  }

  /// Of the words that begin with the first two of `letters`.
  static func pair(_ letters: [UInt8]) -> NeedKey {
    .pair(letters.prefix(2).reversed().reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// Of every word with the first two letters of `head`.
  @inline(__always) static func pair(_ head: UInt32) -> NeedKey {
    NeedKey(wordCount + (head & 31) << 5 + head >> 8 & 31, mark: pairMark(head))
  }

  /// Of a sign of ASCII.
  @inline(__always) static func sign(_ byte: UInt8) -> NeedKey {
    // Signs of ASCII stand in four rows; all but two of them have a bit of their own.
    let first: UInt32 = byte < 0x30 ? 0x21 : byte < 0x41 ? 0x2B : byte < 0x61 ? 0x45 : 0x60
    return NeedKey(wordCount + pairCount + UInt32(byte & 0x7F), mark: (UInt32(byte) &- first) & 31)
  }

  /// Of every word with a digit.
  static var digit: NeedKey { NeedKey(wordCount + pairCount + 128, mark: digitMark) }

  /// Of a sign beyond ASCII, by its first three bytes, the first of them lowest; zeros where it is
  /// shorter.
  @inline(__always) static func beyond(_ head: UInt32) -> NeedKey {
    NeedKey(wordCount + pairCount + 256 + (head &* 0x9E37_79B1) >> 22, mark: beyondMark)
  }

  /// Of a sign beyond ASCII.
  static func beyond(_ sign: Unicode.Scalar) -> NeedKey {
    .beyond(String(sign).utf8.prefix(3).reversed().reduce(0) { $0 << 8 | UInt32($1) })
  }

  fileprivate static var digitMark: UInt32 { 31 }
  private static var beyondMark: UInt32 { 32 }
  /// The first bit for words; below it, bits tell of signs and digits.
  fileprivate static var wordMark: UInt32 { 33 }

  /// The same for all words with the same two letters.
  @inline(__always) private static func pairMark(_ head: UInt32) -> UInt32 {
    wordMark + (((head & 0xFFFF) &* 0x9E37_79B1) >> 16 &* (62 - wordMark)) >> 16
  }
}

/// The words and signs that stand in a text, as bits that some share.
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

  /// Adds all that `other` holds.
  mutating func formUnion(_ other: borrowing NeedSet) {
    for index in unsafe bits.indices { unsafe bits[index] |= other.bits[index] }
  }

  @inline(__always) func contains(_ key: NeedKey) -> Bool {
    // There is a bit for every place.
    unsafe bits.baseAddress.unsafelyUnwrapped[key.place >> 6] >> UInt64(key.place & 63) & 1 == 1
  }
}

/// What stands at a word and before it, as one bit of 62 for each key.
struct NeedMarks: Sendable {
  private(set) var bits: UInt64 = 0

  /// Right behind a sign beyond ASCII.
  private static let joined: UInt64 = 1 << 62
  private static let newLine: UInt64 = 1 << 63

  @inline(__always) mutating func insert(_ key: NeedKey) { bits |= 1 << (key.mark & 63) }

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
    marks.bits = bits & (1 << NeedKey.digitMark)
    return marks
  }

  /// Those of them that tell of signs and digits.
  @inline(__always) var ofSigns: NeedMarks {
    var marks = NeedMarks()
    marks.bits = bits & (1 << NeedKey.wordMark - 1)
    return marks
  }

  /// Whether a key of `wanted` may be among them.
  @inline(__always) func meet(_ wanted: NeedMarks) -> Bool { bits & wanted.bits != 0 }
}
