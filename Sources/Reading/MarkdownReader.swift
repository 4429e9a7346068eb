public import AdModel

/// Reads Markdown, as CommonMark has it: blocks first (``MarkdownBlocks``), then what stands inside
/// each (``MarkdownInlines``).
public struct MarkdownReader: Reader {
  public static let name = "markdown"
  public static let fileExtensions = ["md", "markdown", "mdown"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    [ByteRange(0, file.text.count)]
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    let passage = Self.read(file.text, file.text.skippingMark(record.utf8), names: names)
    return AdDraft.ad(of: passage, markup: .markdown, record: record, in: file)
  }

  /// What `range` of `text` says; a first heading that differs from `title` is no title.
  static func read(
    _ text: [UInt8], _ range: Range<Int>, names: FieldNames, title: [UInt8]? = nil
  ) -> Passage {
    let front = FrontMatter(in: text, range, names: names)
    let start = front?.end ?? range.lowerBound
    let known = title ?? front?.fields.text(of: .title)
    let blocks = MarkdownBlocks(text, start..<range.upperBound)
    let hasTopHeading = blocks.leaves.contains { $0.kind == .heading(1) }
    let flow = Flow(text, startingAt: start, knownTitle: known)
    var writer = MarkdownWriter(flow, blocks, hasTopHeading: hasTopHeading)
    writer.write()
    let pageTitle = writer.html.pageTitle
    return writer.html.flow.finished(fields: front?.fields, pageTitle: pageTitle)
  }
}

/// Writes the leaves of a Markdown text into the flow, in order.
struct MarkdownWriter {
  private let text: [UInt8]
  private let blocks: MarkdownBlocks
  private let hasTopHeading: Bool
  /// Raw HTML is read by the scanner, which owns the flow.
  var html: HTMLScanner

  init(_ flow: Flow, _ blocks: MarkdownBlocks, hasTopHeading: Bool) {
    text = flow.text
    self.blocks = blocks
    self.hasTopHeading = hasTopHeading
    html = HTMLScanner(flow, hasTopHeading: hasTopHeading)
  }

  mutating func write() {
    for leaf in blocks.leaves {
      html.flow.breakLine()
      if leaf.isItem { html.flow.isItem = true }
      switch leaf.kind {
      case .paragraph where isTitled(leaf):
        var rest = leaf
        rest.lines.removeFirst()
        var first = leaf
        first.lines.removeLast(rest.lines.count)
        html.flow.beginHeading(1, mayBeTitle: true)
        writeInlines(of: first)
        html.flow.endHeading()
        if !rest.lines.isEmpty { writeInlines(of: rest) }
      case .paragraph: writeInlines(of: leaf)
      case .heading(let level):
        let mayBeTitle = level == 1 || (!html.flow.hasWords && !hasTopHeading)
        html.flow.beginHeading(level, mayBeTitle: mayBeTitle)
        writeInlines(of: leaf)
        html.flow.endHeading()
      case .code:
        html.flow.isPreformatted = true
        for line in leaf.lines { writeCode(line) }
        html.flow.breakLine()
        html.flow.isPreformatted = false
      case .html: writeHTML(leaf)
      case .rule: break
      }
      if leaf.kind != .html {
        html.flow.breakLine()
        html.flow.isItem = false
      }
    }
  }

  /// Whether the first line of `leaf` is the title of the ad, for which there is no heading: all bold,
  /// before anything else.
  private func isTitled(_ leaf: MarkdownBlocks.Leaf) -> Bool {
    guard !hasTopHeading, html.flow.awaitsTitle, !leaf.isItem, let first = leaf.lines.first,
      leaf.lines.count > 1 || blocks.leaves.count > 1
    else { return false }
    let line = text.trimmed(first.lower..<first.end)
    guard line.count > 4, text[line.prefix(2)].elementsEqual("**".utf8),
      text[line.suffix(2)].elementsEqual("**".utf8)
    else { return false }
    let words = line.lowerBound + 2..<line.upperBound - 2
    return text.first(0x2A, in: words) == words.upperBound && html.flow.isTitle(words)
  }

  private mutating func writeCode(_ line: MarkdownBlocks.Line) {
    if line.indent > 0 {
      let blanks = [UInt8](repeating: 0x20, count: line.indent)
      html.flow.append(blanks, rewritten: max(0, line.lower - 1)..<line.lower)
    }
    html.flow.append(line.lower..<line.end)
  }

  /// Raw HTML: in one piece where it stands in one, else line by line.
  private mutating func writeHTML(_ leaf: MarkdownBlocks.Leaf) {
    guard let first = leaf.lines.first, let last = leaf.lines.last else { return }
    let isWhole = zip(leaf.lines, leaf.lines.dropFirst()).allSatisfy { $0.end == $1.lower }
    if isWhole { return html.read(first.lower..<last.end) }
    for line in leaf.lines { html.read(line.lower..<line.end) }
  }

  private mutating func writeInlines(of leaf: MarkdownBlocks.Leaf) {
    let inlines = MarkdownInlines(text, leaf.lines, references: blocks.references)
    var skipsImage = 0
    for token in inlines.tokens where token.lower < token.upper || token.isMark {
      let range = inlines.place(token.lower..<token.upper)
      switch token.kind {
      case .imageEnd:
        skipsImage -= 1
        continue
      case .imageStart:
        skipsImage += 1
        if token.hasText { html.flow.noteImage() }
        continue
      default: if skipsImage > 0 { continue }
      }
      switch token.kind {
      case .text, .delimiter, .bracket: html.flow.append(range)
      case .code: writeCodeSpan(range, inlines.pieces(token.lower..<token.upper))
      case .reference:
        if let found = CharacterReference(in: text, range, isStrict: true) {
          html.flow.append(found.bytes, rewritten: range)
        }
      case .html: writeTag(range, inlines.pieces(token.lower..<token.upper))
      case .softBreak where isBeforeLabel(range.upperBound): html.flow.breakLine()
      case .softBreak: html.flow.appendBlank(range)
      case .hardBreak: html.flow.breakLine()
      case .linkStart(let target, let spelling):
        html.flow.beginLink(at: range.lowerBound, to: target, spelling: spelling)
      case .linkEnd: html.flow.endLink(at: range.upperBound)
      case .imageStart, .imageEnd, .removed: break
      }
    }
  }

  /// Whether a label in bold begins at `start`, such as `**Salary:**`: who writes such lines means lines,
  /// whatever the page makes of them.
  private func isBeforeLabel(_ start: Int) -> Bool {
    let rest = text[start...].prefix(48)
    guard let mark = rest.first, mark == 0x2A || mark == 0x5F, rest.dropFirst().first == mark else {
      return false
    }
    let label = rest.dropFirst(2).prefix { $0 != mark && $0 != 0x0A }
    guard let first = label.first, first.isLetter else { return false }
    let behind = rest.dropFirst(2 + label.count)
    guard behind.prefix(2).elementsEqual([mark, mark]) else { return false }
    return label.last == 0x3A || behind.dropFirst(2).first == 0x3A
  }

  /// A tag: in one piece, unless the mark of a container stands inside it.
  private mutating func writeTag(_ range: Range<Int>, _ pieces: [Range<Int>]) {
    let isWhole = zip(pieces, pieces.dropFirst()).allSatisfy {
      text[$0.upperBound..<$1.lowerBound].allSatisfy(\.isBlank)
    }
    for piece in isWhole ? [range] : pieces { html.read(piece) }
  }

  private mutating func writeCodeSpan(_ range: Range<Int>, _ pieces: [Range<Int>]) {
    for (index, piece) in pieces.enumerated() {
      if index > 0 { html.flow.appendBlank(pieces[index - 1].upperBound..<piece.lowerBound) }
      html.flow.append(piece)
    }
  }
}
