internal import AdModel

/// The words of an ad's text and the statements that they make: sentences, list items and lines,
/// also where the blank between two of them was lost (“on site.We offer”, “proof of ageWe offer”).
///
/// Words are hashes of their letters in lower case, so that comparing two is comparing numbers.
struct Statements {
  struct Word {
    var key: UInt64
    var lower: Int
    var upper: Int
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

  /// The statements of `blocks`, code left out; `fields` are where the fields begin.
  init(of prose: [UInt8], blocks: [Block], fields: [Field]) {
    words.reserveCapacity(prose.count / 5)
    var starts = fields.map(\.place.lower).sorted()[...]
    for block in blocks where block.kind != .code {
      let first = words.count
      read(prose, block.place)
      guard first < words.count else { continue }
      if let start = starts.first, start <= words[first].lower {
        words[first].startsField = true
        starts = starts.drop { $0 <= words[first].lower }
      }
    }
    cut()
  }

  private mutating func read(_ prose: [UInt8], _ place: ByteRange<Prose>) {
    let upper = min(place.upper, prose.count)
    var at = place.lower
    var startsStatement = true
    while at < upper {
      guard Words.isLetter(prose[at]) else {
        if Self.isStop(prose, at, upper) { startsStatement = true }
        at += 1
        continue
      }
      if startsStatement, let last = words.indices.last { words[last].endsStatement = true }
      let word =
        Self.address(in: prose, from: at, to: upper, startsStatement)
        ?? Self.word(in: prose, from: at, to: upper, startsStatement)
      words.append(word)
      at = word.upper
      // “…of ageWe offer”: a capital behind a small letter is a new line that was lost.
      startsStatement = at < upper && prose[at].isUpper
    }
    if let last = words.indices.last { words[last].endsStatement = true }
  }

  /// A web address or a placeholder for one (“#URL_3af0…#”) as one word: it may stand there twice.
  private static func address(
    in prose: [UInt8], from start: Int, to upper: Int, _ startsStatement: Bool
  ) -> Word? {
    let isLink = prose[start] == UInt8(ascii: "h") && prose[start..<upper].starts(with: http)
    guard isLink || start > 0 && prose[start - 1] == UInt8(ascii: "#") else { return nil }
    var key = WordKey.seed
    var at = start
    while at < upper, prose[at] > 0x20, prose[at] != UInt8(ascii: "#"), prose[at] != 0xC2 {
      key = WordKey.next(key, prose[at])
      at += 1
    }
    return Word(key: key, lower: start, upper: at, startsStatement: startsStatement)
  }

  private static let http = Array("http".utf8)

  private static func word(
    in prose: [UInt8], from start: Int, to upper: Int, _ startsStatement: Bool
  ) -> Word {
    if prose[start].isDigit, let figure = figure(in: prose, from: start, to: upper) {
      return Word(
        key: figure.key, lower: start, upper: figure.upper, isNumber: true,
        startsStatement: startsStatement)
    }
    var key = WordKey.seed
    var at = start
    while at < upper {
      let byte = prose[at]
      if byte < 0x80 {
        guard byte.isLower || byte.isUpper || byte.isDigit else { break }
        if byte.isUpper, at > start, prose[at - 1].isLower { break }
      } else if byte < 0xC3 && (byte >= 0xC0 || at == start) || byte == 0xE2 {
        break
      }
      key = WordKey.next(key, byte.folded)
      at += 1
    }
    // “two-dimensional” is no number.
    let isWhole = at >= upper || prose[at] != UInt8(ascii: "-")
    let spelled = isWhole ? Self.spelled[key] : nil
    return Word(
      key: spelled ?? key, lower: start, upper: max(at, start + 1), isNumber: spelled != nil,
      startsStatement: startsStatement)
  }

  /// A figure such as “500,000”, “12.50”, “21st” or “30k”, of which only the digits count; `nil` for
  /// a code such as “3D” or “4f8a”.
  private static func figure(
    in prose: [UInt8], from start: Int, to upper: Int
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
  private static func isStop(_ prose: [UInt8], _ at: Int, _ upper: Int) -> Bool {
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
    var start = 0
    for index in words.indices where words[index].startsStatement && index > start {
      all.append(start..<index)
      start = index
    }
    if start < words.count { all.append(start..<words.count) }
  }

  /// The prose of the words of `range`, with the stop behind them.
  func place(of range: Range<Int>, in prose: [UInt8]) -> ByteRange<Prose> {
    var upper = words[range.upperBound - 1].upper
    if upper < prose.count,
      [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
        .contains(prose[upper])
    {
      upper += 1
    }
    return ByteRange(words[range.lowerBound].lower, upper)
  }

  /// Whether the words of `range` begin with a quotation mark: they are spoken about, not said.
  func isQuoted(_ range: Range<Int>, in prose: [UInt8]) -> Bool {
    let lower = words[range.lowerBound].lower
    return lower > 0 && prose[lower - 1] == UInt8(ascii: "\"")
      || lower > 2 && prose[lower - 3] == 0xE2 && prose[lower - 2] == 0x80
        && prose[lower - 1] == 0x9C
  }

  static func key(_ text: String) -> UInt64 { text.utf8.reduce(WordKey.seed, WordKey.next) }

  /// The key of the figure for each number that is often written in letters.
  private static let spelled: [UInt64: UInt64] = Dictionary(
    uniqueKeysWithValues: [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ].enumerated().map { (key($1), key("\($0 + 1)")) })
}
