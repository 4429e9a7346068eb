/// A place in one line of Markdown, with its column, since tabs stand for up to four blanks.
struct MarkdownCursor {
  private let text: [UInt8]
  private(set) var at: Int
  private let end: Int
  private var column = 0
  /// Blanks of a tab that was skipped in part.
  private var left = 0

  init(_ text: [UInt8], _ line: Range<Int>) {
    self.text = text
    at = line.lowerBound
    end = line.upperBound
  }

  /// What is left of the line.
  var rest: Range<Int> { at..<end }

  /// Whether only blanks are left.
  var isBlank: Bool { firstWord == end }

  private var firstWord: Int {
    var at = at
    while at < end, text[at].isSpace { at += 1 }
    return at
  }

  /// The columns up to the next word.
  var indent: Int {
    var width = left
    var column = column + left
    var at = at
    while at < end, text[at].isSpace {
      let step = text[at] == 0x09 ? 4 - column % 4 : 1
      width += step
      column += step
      at += 1
    }
    return width
  }

  /// Skips blanks of `columns` columns.
  mutating func skip(columns: Int) {
    var columns = columns
    let kept = min(left, columns)
    left -= kept
    column += kept
    columns -= kept
    while columns > 0, at < end, text[at].isSpace {
      let step = text[at] == 0x09 ? 4 - column % 4 : 1
      at += 1
      left = max(0, step - columns)
      column += min(step, columns)
      columns -= min(step, columns)
    }
  }

  /// Skips the mark of a block quote, if one stands here.
  mutating func skipQuote() -> Bool {
    guard indent < 4, firstWord < end, text[firstWord] == 0x3E else { return false }
    skip(columns: indent)
    step()
    if indent > 0 { skip(columns: 1) }
    return true
  }

  /// Skips one byte that is no blank.
  private mutating func step() {
    at += 1
    column += 1
  }

  /// Skips the mark of a list item, and gives the columns that its content is indented by.
  mutating func skipBullet(interruptingParagraph: Bool) -> Int? {
    var mark = firstWord
    guard mark < end else { return nil }
    let start = mark
    let first = text[mark]
    if first == 0x2D || first == 0x2A || first == 0x2B {
      mark += 1
    } else if first.isDigit {
      while mark < end, text[mark].isDigit { mark += 1 }
      guard mark - start <= 9, mark < end, text[mark] == 0x2E || text[mark] == 0x29 else {
        return nil
      }
      if interruptingParagraph, mark - start > 1 || first != 0x31 { return nil }
      mark += 1
    } else {
      return nil
    }
    guard mark == end || text[mark].isSpace else { return nil }
    if interruptingParagraph, text[mark..<end].allSatisfy(\.isSpace) { return nil }
    let before = indent
    skip(columns: before)
    let width = mark - start
    for _ in 0..<width { step() }
    let blanks = indent
    if isBlank { return before + width + 1 }
    let padding = blanks > 4 ? 1 : blanks
    skip(columns: padding)
    return before + width + padding
  }

  /// Whether the line is a thematic break: three or more of the same mark.
  var isRule: Bool {
    let start = firstWord
    guard start < end, indent < 4 else { return false }
    let mark = text[start]
    guard mark == 0x2A || mark == 0x2D || mark == 0x5F else { return false }
    var count = 0
    for byte in text[start..<end] {
      if byte == mark { count += 1 } else if !byte.isSpace { return false }
    }
    return count >= 3
  }

  /// The level of the heading that the line underlines.
  var isSetext: Int? {
    let start = firstWord
    guard start < end, indent < 4 else { return nil }
    let mark = text[start]
    guard mark == 0x3D || mark == 0x2D else { return nil }
    let tail = text[start..<end].drop { $0 == mark }
    return tail.allSatisfy(\.isSpace) ? (mark == 0x3D ? 1 : 2) : nil
  }

  /// The heading that begins with `#` here.
  func heading(end next: Int) -> (level: Int, line: MarkdownBlocks.Line)? {
    let start = firstWord
    var at = start
    while at < end, text[at] == 0x23 { at += 1 }
    let level = at - start
    guard (1...6).contains(level), at == end || text[at].isSpace else { return nil }
    var words = trimmed(at..<end)
    var close = words.upperBound
    while close > words.lowerBound, text[close - 1] == 0x23 { close -= 1 }
    if close == words.lowerBound {
      words = close..<close
    } else if close < words.upperBound, text[close - 1].isSpace {
      words = trimmed(words.lowerBound..<close)
    }
    return (level, .init(lower: words.lowerBound, upper: words.upperBound, end: next))
  }

  /// The code fence that begins here.
  var fence: (byte: UInt8, count: Int, indent: Int)? {
    let start = firstWord
    guard start < end else { return nil }
    let mark = text[start]
    guard mark == 0x60 || mark == 0x7E else { return nil }
    let count = text[start..<end].prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    if mark == 0x60, text[start + count..<end].contains(0x60) { return nil }
    return (mark, count, indent)
  }

  /// Whether the line closes a code fence of `count` marks.
  func closes(fence mark: UInt8, _ count: Int) -> Bool {
    guard indent < 4 else { return false }
    let start = firstWord
    let found = text[start..<end].prefix { $0 == mark }.count
    return found >= count && text[start + found..<end].allSatisfy(\.isSpace)
  }

  /// What is left of the line, as it stands.
  func rest(end next: Int) -> MarkdownBlocks.Line {
    .init(lower: at, upper: end, end: next, indent: left)
  }

  /// The words left of the line.
  func words(end next: Int) -> MarkdownBlocks.Line {
    .init(lower: firstWord, upper: end, end: next)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, text[lower].isSpace { lower += 1 }
    while lower < upper, text[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }
}
