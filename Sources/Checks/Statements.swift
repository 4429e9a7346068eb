internal import AdModel

/// The words of an ad's text and the statements that they make: sentences, list items and lines,
/// also where the blank between two of them was lost (“on site.We offer”, “proof of ageWe offer”).
///
/// Words are hashes of their letters in lower case, so that comparing two is comparing numbers.
struct Statements: Sendable {
  struct Word {
    var key: UInt64
    var lower: Int32
    var upper: Int32
    /// Whether it is a figure, or a number up to twelve in letters.
    var isNumber = false
    var startsStatement = false
    var endsStatement = false
    /// Whether it is the first word of a field.
    var startsField = false
  }

  private(set) var words: [Word] = []
  /// The statements, as ranges of ``words``.
  private(set) var all: [Range<Int>] = []

  /// The statements of `blocks`, code left out; `fields` are where the fields begin, `plain` the words
  /// of the fields as ``BodyScan`` finds them.
  init(of prose: [UInt8], blocks: [Block], fields: [Field], plain: [BodyWord]) {
    words.reserveCapacity(plain.count + plain.count / 8)
    var starts = fields.map(\.place.lower).sorted()[...]
    let table = ByteClass.table
    /// The first word of `plain` that is not behind.
    var next = 0
    for block in blocks where block.kind != .code {
      let first = words.count
      read(prose.span, block.place, plain.span, &next, table.span)
      guard first < words.count else { continue }
      if let start = starts.first, start <= Int(words[first].lower) {
        words[first].startsField = true
        starts = starts.drop { $0 <= Int(words[first].lower) }
      }
    }
    cut()
  }

  private mutating func read(
    _ prose: Span<UInt8>, _ place: ByteRange<Prose>, _ plain: Span<BodyWord>, _ next: inout Int,
    _ table: Span<ByteClass>
  ) {
    let upper = min(place.upper, prose.count)
    var at = place.lower
    var startsStatement = true
    while at < upper {
      let kind = table.of(prose[at])
      guard !kind.isDisjoint(with: .letter) else {
        if kind != .blank, Self.isStop(prose, at, upper) { startsStatement = true }
        at += 1
        continue
      }
      if startsStatement, !words.isEmpty { words[words.count - 1].endsStatement = true }
      while next < plain.count, Int(plain[next].lower) < at { next += 1 }
      var word =
        Self.address(in: prose, from: at, to: upper)
        ?? (next < plain.count ? Self.plain(plain[next], in: prose, from: at, to: upper) : nil)
        ?? Self.word(in: prose, from: at, to: upper, table)
      word.startsStatement = startsStatement
      words.append(word)
      at = Int(word.upper)
      // “…of ageWe offer”: a capital behind a small letter is a new line that was lost.
      startsStatement = at < upper && prose[at].isUpper
    }
    if !words.isEmpty { words[words.count - 1].endsStatement = true }
  }

  /// A web address or a placeholder for one (“#URL_3af0…#”) as one word: it may stand there twice.
  @inline(__always) private static func address(
    in prose: Span<UInt8>, from start: Int, to upper: Int
  ) -> Word? {
    guard isLink(prose, start, upper) || start > 0 && prose[start - 1] == UInt8(ascii: "#") else {
      return nil
    }
    var key = WordKey.seed
    var at = start
    while at < upper, prose[at] > 0x20, prose[at] != UInt8(ascii: "#"), prose[at] != 0xC2 {
      key = WordKey.next(key, prose[at])
      at += 1
    }
    return Word(key: key, lower: Int32(start), upper: Int32(at))
  }

  /// Whether “http” stands at `at`.
  @inline(__always) private static func isLink(
    _ prose: Span<UInt8>, _ at: Int, _ upper: Int
  ) -> Bool {
    prose[at] == UInt8(ascii: "h") && at + 3 < upper && prose[at + 1] == UInt8(ascii: "t")
      && prose[at + 2] == UInt8(ascii: "t") && prose[at + 3] == UInt8(ascii: "p")
  }

  /// The word at `start` where `word` is that, all its letters small or all of them capitals: then
  /// its key is known.
  @inline(__always) private static func plain(
    _ word: BodyWord, in prose: Span<UInt8>, from start: Int, to upper: Int
  ) -> Word? {
    guard Int(word.lower) == start, Int(word.upper) <= upper,
      word.letters == .small || word.letters == .capital
    else { return nil }
    return self.word(
      word.key, in: prose, from: start, to: Int(word.upper), isLast: Int(word.upper) == upper)
  }

  /// The word of `key` at `start`, or the figure that it means.
  @inline(__always) private static func word(
    _ key: UInt64, in prose: Span<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) -> Word {
    // “two-dimensional” is no number.
    let isWhole = isLast || prose[end] != UInt8(ascii: "-")
    let spelled = isWhole && end - start <= 6 ? SpelledNumber.figure(for: key) : nil
    return Word(
      key: spelled ?? key, lower: Int32(start), upper: Int32(end), isNumber: spelled != nil)
  }

  private static func word(
    in prose: Span<UInt8>, from start: Int, to upper: Int, _ table: Span<ByteClass>
  ) -> Word {
    if prose[start].isDigit, let figure = figure(in: prose, from: start, to: upper) {
      return Word(
        key: figure.key, lower: Int32(start), upper: Int32(figure.upper), isNumber: true)
    }
    var at = start
    var last: ByteClass = []
    while at < upper {
      let kind = table.of(prose[at])
      guard !kind.isDisjoint(with: [.letter, .inner]), kind != .capital || last != .small else {
        break
      }
      last = kind
      at += 1
    }
    return word(
      WordKey.of(prose, from: start, to: at).key, in: prose, from: start, to: at,
      isLast: at >= upper)
  }

  /// A figure such as “500,000”, “12.50”, “21st” or “30k”, of which only the digits count; `nil` for
  /// a code such as “3D” or “4f8a”.
  private static func figure(
    in prose: Span<UInt8>, from start: Int, to upper: Int
  ) -> (key: UInt64, upper: Int)? {
    var key = WordKey.seed
    var at = start
    while at < upper {
      let byte = prose[at]
      let isJoint = byte == 0x2C || byte == 0x2E || byte == 0x3A
      if isJoint, at + 1 < upper, prose[at + 1].isDigit {
        if byte != 0x2C { key = WordKey.next(key, byte) }
      } else if byte.isDigit {
        key = WordKey.next(key, byte)
      } else {
        break
      }
      at += 1
    }
    var end = at
    while end < upper, prose[end].isLower { end += 1 }
    let isCode = end < upper && (prose[end].isDigit || prose[end].isUpper && end == at)
    return isCode || end - at > 2 ? nil : (key, end)
  }

  /// Whether the sign at `at` ends a statement.
  private static func isStop(_ prose: Span<UInt8>, _ at: Int, _ upper: Int) -> Bool {
    let next = at + 1 < upper ? prose[at + 1] : 0x0A
    switch prose[at] {
    case 0x0A, UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "*"):
      return true
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."): return next <= 0x20 || next.isUpper || next >= 0x80
    case UInt8(ascii: "-"): return next == 0x20 && at > 0 && !Words.isLetter(prose[at - 1])
    case 0xC2: return next == 0xB7
    // Bullets and dashes, but no apostrophe or quote: U+2013 to U+2014, U+2022, and all of U+25xx.
    case 0xE2:
      guard at + 2 < upper else { return false }
      let last = prose[at + 2]
      return next == 0x80 && (last == 0x93 || last == 0x94 || last == 0xA2)
        || next >= 0x94 && next <= 0x9F
    default: return false
    }
  }

  /// Cuts ``words`` into ``all``.
  private mutating func cut() {
    all.reserveCapacity(64)
    var start = 0
    for index in words.indices where words[index].startsStatement && index > start {
      all.append(start..<index)
      start = index
    }
    if start < words.count { all.append(start..<words.count) }
  }
}
