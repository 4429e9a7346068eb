/// The leaves of a Markdown text (paragraphs, headings, code, raw HTML), in order, and the
/// targets of its reference links.
///
/// This is the first half of CommonMark's algorithm (spec 0.31, appendix): line by line, first the
/// containers that go on, then the ones that begin, then the text of the leaf inside.
struct MarkdownBlocks {
  private(set) var leaves: [Leaf] = []
  /// Where the target of each reference stands, by the folded label.
  private(set) var references: [String: Range<Int>] = [:]

  /// A block that holds no other.
  struct Leaf {
    enum Kind: Equatable {
      case paragraph, code, html, rule
      case heading(Int)
    }
    var kind: Kind
    var lines: [Line]
    /// Whether it is the first of a list item.
    var isItem = false
  }

  /// The part of a line that belongs to a leaf.
  struct Line {
    var lower: Int
    /// The byte behind its words.
    var upper: Int
    /// The byte behind its line end.
    var end: Int
    /// Blanks in front of it, left over from a tab.
    var indent = 0
  }

  private enum Container {
    case quote
    /// A list item whose content begins `width` columns in; `line` is where it began.
    case item(width: Int, line: Int)
  }

  /// How many containers may stand inside one another; what is deeper is text.
  static let depthLimit = 100

  /// The most lines that the definition of a reference may have.
  static let longestDefinition = 20

  private let text: [UInt8]
  private var containers: [Container] = []
  private var leaf: Leaf?
  private var fence: (byte: UInt8, count: Int, indent: Int)?
  private var htmlEnd: MarkdownHTML.End?
  private var pendingItem = false
  private var cursor: MarkdownCursor
  private var line = 0

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    cursor = MarkdownCursor(text, range.lowerBound..<range.lowerBound)
    var at = range.lowerBound
    while at < range.upperBound {
      let stop = text.first(0x0A, or: 0x0D, in: at..<range.upperBound)
      var next = min(range.upperBound, stop + 1)
      if stop < range.upperBound, text[stop] == 0x0D, next < range.upperBound, text[next] == 0x0A {
        next += 1
      }
      cursor = MarkdownCursor(text, at..<stop)
      readLine(next)
      line += 1
      at = next
    }
    closeLeaf()
  }
}

// MARK: - Lines

extension MarkdownBlocks {
  private mutating func readLine(_ next: Int) {
    let matched = matchContainers()
    let isWhole = matched == containers.count
    if isWhole, goesOn(next) { return }
    let isBlank = cursor.isBlank
    let wasParagraph = leaf?.kind == .paragraph
    // Leaves other than paragraphs end here at the latest, and with them what they stood in.
    if !wasParagraph || isBlank, !isWhole || isBlank {
      if !(isWhole && leaf?.kind == .code) { closeLeaf() }
    }
    if !isWhole, !wasParagraph || isBlank { close(to: matched) }
    if isBlank {
      close(to: matched)
      return
    }
    var depth = matched
    while let start = beginContainer(depth: depth, isWhole: depth == containers.count) {
      if depth < containers.count || leaf != nil { closeLeaf() }
      close(to: depth)
      containers.append(start)
      if case .item = start { pendingItem = true }
      depth += 1
      if cursor.isBlank { return }
    }
    if beginLeaf(next, depth: depth) { return }
    // A paragraph goes on even where its container does not ("lazily").
    if leaf?.kind == .paragraph {
      leaf?.lines.append(cursor.words(end: next))
      return
    }
    closeLeaf()
    close(to: depth)
    begin(.paragraph, cursor.words(end: next))
  }

  /// The number of open containers that go on in this line.
  private mutating func matchContainers() -> Int {
    for (index, container) in containers.enumerated() {
      switch container {
      case .quote: guard cursor.skipQuote() else { return index }
      case .item(let width, let start):
        if cursor.isBlank {
          // An item that begins with a blank line ends at a second one.
          if start == line - 1, pendingItem, index == containers.count - 1 { return index }
        } else {
          guard cursor.indent >= width else { return index }
          cursor.skip(columns: width)
        }
      }
    }
    return containers.count
  }

  /// Whether the open leaf takes the line as it is: code and raw HTML do.
  private mutating func goesOn(_ next: Int) -> Bool {
    if let fence {
      if cursor.closes(fence: fence.byte, fence.count) {
        closeLeaf()
      } else {
        cursor.skip(columns: min(cursor.indent, fence.indent))
        leaf?.lines.append(cursor.rest(end: next))
      }
      return true
    }
    guard let kind = leaf?.kind else { return false }
    if kind == .code {
      guard cursor.isBlank || cursor.indent >= 4 else { return false }
      cursor.skip(columns: min(4, cursor.indent))
      leaf?.lines.append(cursor.rest(end: next))
      return true
    }
    if kind == .html, let htmlEnd {
      if htmlEnd == .blankLine, cursor.isBlank { return false }
      leaf?.lines.append(cursor.rest(end: next))
      if htmlEnd.isMet(in: text, cursor.rest) { closeLeaf() }
      return true
    }
    return false
  }

  /// The container that begins here, if one does.
  private mutating func beginContainer(depth: Int, isWhole: Bool) -> Container? {
    guard depth < Self.depthLimit, cursor.indent < 4 else { return nil }
    if cursor.skipQuote() { return .quote }
    if cursor.isRule { return nil }
    let interrupts = isWhole && leaf?.kind == .paragraph
    if interrupts, cursor.isSetext != nil { return nil }
    guard let width = cursor.skipBullet(interruptingParagraph: interrupts) else { return nil }
    return .item(width: width, line: line)
  }

  /// Begins a leaf other than a paragraph, if the line does.
  private mutating func beginLeaf(_ next: Int, depth: Int) -> Bool {
    let isWhole = depth == containers.count
    if cursor.indent >= 4 {
      if leaf?.kind == .paragraph { return false }
      closeLeaf()
      close(to: depth)
      cursor.skip(columns: 4)
      begin(.code, cursor.rest(end: next))
      return true
    }
    let isOpenParagraph = isWhole && leaf?.kind == .paragraph
    if isOpenParagraph, let level = cursor.isSetext, let open = leaf {
      let rest = takeReferences(from: open.lines)
      if !rest.isEmpty {
        leaf = Leaf(kind: .heading(level), lines: rest, isItem: open.isItem)
        closeLeaf()
        return true
      }
      leaf = nil
      pendingItem = open.isItem
    }
    if let heading = cursor.heading(end: next) {
      closeLeaf()
      close(to: depth)
      begin(.heading(heading.level), heading.line)
      closeLeaf()
      return true
    }
    if let found = cursor.fence {
      closeLeaf()
      close(to: depth)
      begin(.code, nil)
      fence = found
      return true
    }
    if let end = MarkdownHTML.end(
      in: text, cursor.rest, interruptsParagraph: leaf?.kind == .paragraph)
    {
      closeLeaf()
      close(to: depth)
      htmlEnd = end
      begin(.html, cursor.rest(end: next))
      if end.isMet(in: text, cursor.rest) { closeLeaf() }
      return true
    }
    if cursor.isRule {
      closeLeaf()
      close(to: depth)
      begin(.rule, nil)
      closeLeaf()
      return true
    }
    return false
  }
}

// MARK: - Leaves

extension MarkdownBlocks {
  private mutating func begin(_ kind: Leaf.Kind, _ line: Line?) {
    leaf = Leaf(kind: kind, lines: line.map { [$0] } ?? [], isItem: pendingItem)
    pendingItem = false
  }

  private mutating func close(to depth: Int) {
    guard depth < containers.count else { return }
    containers.removeLast(containers.count - depth)
    pendingItem = false
  }

  private mutating func closeLeaf() {
    guard var done = leaf else { return }
    leaf = nil
    fence = nil
    htmlEnd = nil
    if done.kind == .paragraph {
      done.lines = takeReferences(from: done.lines)
      if done.lines.isEmpty {
        pendingItem = done.isItem
        return
      }
    }
    if done.kind == .code {
      while let last = done.lines.last, text.trimmed(last.lower..<last.upper).isEmpty {
        done.lines.removeLast()
      }
    }
    leaves.append(done)
  }

  /// Takes the reference definitions off the front of a paragraph.
  private mutating func takeReferences(from lines: [Line]) -> [Line] {
    var rest = lines[...]
    while let first = rest.first, text[first.lower..<first.upper].first == 0x5B {
      let inlines = MarkdownSource(text, Array(rest.prefix(Self.longestDefinition)))
      guard let found = MarkdownLinks.definition(in: inlines) else { break }
      if references[found.label] == nil { references[found.label] = found.target }
      rest = rest.dropFirst(found.lineCount)
    }
    return Array(rest)
  }
}
