/// What stands inside a paragraph or a heading of Markdown, as a row of tokens.
///
/// This is the second half of CommonMark's algorithm (spec 0.31, appendix). The marks of emphasis
/// and links are first tokens of their own; those that turn out to mean something are then cut.
struct MarkdownInlines {
  private(set) var tokens: [Token] = []

  /// A stretch of the leaf's text.
  struct Token {
    enum Kind: Equatable {
      case text, delimiter, bracket, code, reference, html, softBreak, hardBreak, removed
      /// Carries the target, a place in the file's text.
      case linkStart(Range<Int>?, Flow.Target.Spelling = .markdown)
      case linkEnd, imageStart, imageEnd
    }
    var kind: Kind
    var lower: Int
    var upper: Int
    /// Whether an image has a text for it.
    var hasText = false

    /// Whether it matters even without a byte.
    var isMark: Bool {
      switch kind {
      case .linkStart, .linkEnd, .imageStart, .imageEnd, .softBreak, .hardBreak: true
      default: false
      }
    }
  }

  /// The longest tag or comment within a paragraph, in bytes: a limit, so that unclosed ones cost
  /// little.
  static let longestTag = 4096

  private let source: MarkdownSource
  private let references: [String: Range<Int>]
  private var at = 0
  private var emphasis = MarkdownEmphasis()
  private var brackets: [Bracket] = []
  /// The number of open brackets, from the first, that can begin no link any more.
  private var linkFloor = 0
  private var backticks: [Int: Int]?

  /// A `[` or `![` that may begin a link.
  private struct Bracket {
    var token: Int
    var isImage: Bool
    /// The number of delimiters in front of it.
    var delimiters: Int
  }

  init(
    _ text: [UInt8], _ lines: [MarkdownBlocks.Line], references: [String: Range<Int>]
  ) {
    source = MarkdownSource(text, lines)
    self.references = references
    while at < source.bytes.count { readToken() }
    emphasis.resolve(from: 0, in: &tokens)
  }

  /// Where `range` stands in the file's text.
  func place(_ range: Range<Int>) -> Range<Int> { source.place(range) }

  /// Where the parts of `range` stand that are on one line each.
  func pieces(_ range: Range<Int>) -> [Range<Int>] { source.pieces(range) }
}

// MARK: - Tokens

extension MarkdownInlines {
  private mutating func readToken() {
    switch source.bytes[at] {
    case 0x5C: readEscape()
    case 0x60: readCode()
    case 0x2A, 0x5F: readDelimiters()
    case 0x5B: beginLink(isImage: false, width: 1)
    case 0x21:
      if at + 1 < source.bytes.count, source.bytes[at + 1] == 0x5B {
        beginLink(isImage: true, width: 2)
      } else {
        add(.text, at..<at + 1)
      }
    case 0x5D: endLink()
    case 0x3C: readPointed()
    case 0x26:
      if let found = CharacterReference(in: source.bytes, at..<source.bytes.count, isStrict: true) {
        add(.reference, at..<found.end)
      } else {
        add(.text, at..<at + 1)
      }
    case 0x0A:
      add(.softBreak, at..<at + 1)
      skipSpaces()
    default: readText()
    }
  }

  private mutating func add(_ kind: Token.Kind, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, lower: range.lowerBound, upper: range.upperBound))
    at = range.upperBound
  }

  private mutating func skipSpaces() {
    while at < source.bytes.count, source.bytes[at].isSpace { at += 1 }
  }

  private mutating func readText() {
    let start = at
    let bytes = source.bytes
    var next = at
    while next < bytes.count, !bytes[next].mayMean { next += 1 }
    at = next
    var end = at
    if at < source.bytes.count, source.bytes[at] == 0x0A {
      while end > start, source.bytes[end - 1].isSpace { end -= 1 }
      let line = at
      add(.text, start..<end)
      let isHard = line - end >= 2 && source.bytes[end..<line].allSatisfy { $0 == 0x20 }
      at = line
      if isHard {
        add(.hardBreak, line..<line + 1)
        skipSpaces()
      }
      return
    }
    add(.text, start..<end)
  }

  private mutating func readEscape() {
    let next = at + 1
    guard next < source.bytes.count else { return add(.text, at..<next) }
    if source.bytes[next] == 0x0A {
      add(.hardBreak, at..<next + 1)
      skipSpaces()
    } else if source.bytes[next].isPunctuation {
      add(.removed, at..<next)
      add(.text, next..<next + 1)
    } else {
      add(.text, at..<next)
    }
  }

  private mutating func readCode() {
    let start = at
    let width = runLength(at)
    if let last = lastBackticks(width), last > start {
      var close = start + width
      while close < source.bytes.count {
        close = source.bytes.first(0x60, in: close..<source.bytes.count)
        let found = runLength(close)
        if found == width {
          add(.code, start + width..<close)
          at = close + width
          return
        }
        close += found
      }
    }
    add(.text, start..<start + width)
  }

  /// Where the last run of `width` backticks begins.
  private mutating func lastBackticks(_ width: Int) -> Int? {
    if backticks == nil {
      var all: [Int: Int] = [:]
      var next = 0
      while next < source.bytes.count {
        next = source.bytes.first(0x60, in: next..<source.bytes.count)
        guard next < source.bytes.count else { break }
        let found = runLength(next)
        all[found] = next
        next += found
      }
      backticks = all
    }
    return backticks?[width]
  }

  private func runLength(_ start: Int) -> Int {
    guard start < source.bytes.count else { return 0 }
    let mark = source.bytes[start]
    var end = start
    while end < source.bytes.count, source.bytes[end] == mark { end += 1 }
    return end - start
  }

  private mutating func readDelimiters() {
    let width = runLength(at)
    let index = tokens.count
    emphasis.add(token: index, in: source.bytes, at..<at + width)
    add(.delimiter, at..<at + width)
  }

  /// `<` begins an address, a tag, or nothing.
  private mutating func readPointed() {
    let limit = min(source.bytes.count, at + Self.longestTag)
    if let end = MarkdownAutolink.end(in: source.bytes, at..<limit) {
      let target = at + 1..<end - 1
      let isMail = !source.bytes[target].contains(0x3A)
      add(.linkStart(source.place(target), isMail ? .mail : .plain), at..<at + 1)
      add(.text, target)
      add(.linkEnd, target.upperBound..<end)
    } else if let end = MarkdownTag.end(in: source.bytes, at..<limit), end <= limit,
      !isBlankToFill(at..<end)
    {
      add(.html, at..<end)
    } else {
      add(.text, at..<at + 1)
    }
  }
}

// MARK: - Blanks to fill

extension MarkdownInlines {
  /// Whether what has the form of a tag is a blank that nobody filled: `<<URL TBC>>`, `<Job Title>`.
  ///
  /// Browsers hide the second as a tag that they do not know, and the reader of the page sees a hole;
  /// the writer of the ad wants to hear of it. Elements with attributes but without values that were
  /// written in capitals, such as `<TD NOWRAP>`, stay what they are.
  private func isBlankToFill(_ tag: Range<Int>) -> Bool {
    let bytes = source.bytes
    if tag.lowerBound > 0, bytes[tag.lowerBound - 1] == 0x3C, tag.upperBound < bytes.count,
      bytes[tag.upperBound] == 0x3E
    {
      return true
    }
    let words = bytes[tag.dropFirst().dropLast()]
    guard let first = words.first, first &- 0x41 < 26,
      words.allSatisfy({ $0.isLetter || $0 == 0x20 }), let blank = words.firstIndex(of: 0x20)
    else { return false }
    let name = String(decoding: words[..<blank].map(\.lowercased), as: UTF8.self)
    return !Self.valueless.contains(name)
  }

  /// The elements of HTML that had attributes without values.
  private static let valueless: Set<String> = [
    "td", "th", "tr", "table", "input", "option", "select", "textarea", "button", "hr", "br", "ul",
    "ol", "li", "dl", "dir", "menu", "img", "area", "frame", "iframe", "object", "script", "p",
    "div", "span", "a", "form", "video", "audio", "details", "dialog",
  ]
}

// MARK: - Links

extension MarkdownInlines {
  private mutating func beginLink(isImage: Bool, width: Int) {
    brackets.append(
      Bracket(token: tokens.count, isImage: isImage, delimiters: emphasis.count))
    add(.bracket, at..<at + width)
  }

  private mutating func endLink() {
    let close = at
    guard let open = brackets.popLast() else { return add(.text, close..<close + 1) }
    let isActive = open.isImage || brackets.count >= linkFloor
    linkFloor = min(linkFloor, brackets.count)
    guard isActive, let found = target(of: open, close) else {
      return add(.text, close..<close + 1)
    }
    let hasText = tokens[(open.token + 1)...].contains {
      $0.kind != .removed && $0.lower < $0.upper
    }
    tokens[open.token].hasText = hasText
    tokens[open.token].kind = open.isImage ? .imageStart : .linkStart(found.value)
    add(open.isImage ? .imageEnd : .linkEnd, close..<found.end)
    emphasis.resolve(from: open.delimiters, in: &tokens)
    // A link holds no other: brackets that are open around it begin none.
    if !open.isImage { linkFloor = brackets.count }
  }

  /// Where the link that closes at `close` leads, and where it ends.
  private func target(of open: Bracket, _ close: Int) -> (value: Range<Int>, end: Int)? {
    let rest = close + 1..<source.bytes.count
    if let found = MarkdownLinks.inline(source.bytes, rest) {
      return (source.place(found.value), found.end)
    }
    var end = close + 1
    var label = tokens[open.token].upper..<close
    if let named = MarkdownLinks.label(source.bytes, rest) {
      end = named.upperBound + 1
      if !named.isEmpty { label = named }
    }
    guard !references.isEmpty, label.count <= MarkdownLinks.longestLabel else { return nil }
    guard let key = MarkdownLinks.key(source.bytes[label]), let value = references[key] else {
      return nil
    }
    return (value, end)
  }
}

extension UInt8 {
  /// Whether it may be more than itself inside a paragraph.
  fileprivate var mayMean: Bool {
    // Most bytes are small letters, which lie behind all marks.
    if self > 0x60 || self == 0x20 { return false }
    return switch self {
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x21, 0x5D, 0x3C, 0x26, 0x0A: true
    default: false
    }
  }
}

/// An address in pointed brackets.
enum MarkdownAutolink {
  /// The end of the address at the start of `range`.
  static func end(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let close = bytes.first(0x3E, or: 0x20, in: range)
    guard close < range.upperBound, bytes[close] == 0x3E else { return nil }
    let inside = bytes[range.lowerBound + 1..<close]
    guard !inside.contains(where: { $0 <= 0x20 || $0 == 0x3C }) else { return nil }
    return isAddress(inside) || isMail(inside) ? close + 1 : nil
  }

  private static func isAddress(_ inside: ArraySlice<UInt8>) -> Bool {
    guard let first = inside.first, first.isLetter else { return false }
    let scheme = inside.prefix {
      $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2E || $0 == 0x2D
    }
    return (2...32).contains(scheme.count) && inside.dropFirst(scheme.count).first == 0x3A
  }

  private static func isMail(_ inside: ArraySlice<UInt8>) -> Bool {
    let parts = inside.split(separator: 0x40, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let marks = Array(".!#$%&'*+/=?^_`{|}~-".utf8)
    guard parts[0].allSatisfy({ $0.isLetter || $0.isDigit || marks.contains($0) }) else {
      return false
    }
    return parts[1].split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      return first != 0x2D && last != 0x2D
        && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D }
    }
  }
}
