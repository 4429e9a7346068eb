import AdModel

/// Reads the text of a Word document out of its `word/document.xml`.
struct WordScan {
  private let source: [UInt8]
  private let styles: WordStyles
  private let targets: WordTargets

  /// What was read, and where each word stands in the part.
  private var text: [UInt8] = []
  private var map = SourceMap<Source, Original>()
  private var document = Document()

  /// The elements that are open.
  private var open: [WordElement] = []
  /// How many elements are open whose content is not read.
  private var unread = 0
  private var isHidden = false
  private var kind = Document.Paragraph.Kind.body
  /// Where the open line begins in the text, if words of it were read, and its cells.
  private var line: (start: Int, cells: [Int])?
  /// The byte behind the last words in the part.
  private var end = 0
  private var rows: [Row] = []
  private var link: (target: String, start: Int?)?

  /// An open row of a table.
  private struct Row {
    var cells = 0
    /// The lines of the cell that is open.
    var lines = 0
    /// Whether the next words go on with the line of the cell before.
    var joins = false
  }

  init(_ source: [UInt8], _ styles: WordStyles, _ targets: WordTargets) {
    self.source = source
    self.styles = styles
    self.targets = targets
  }

  /// Reads everything, and gives what is wrong with it.
  mutating func read() -> XMLFault? {
    guard let tape = XMLTape(document: source) else {
      return XMLFault(offset: 0, reason: "no element")
    }
    var rewritten = 0
    for event in tape.events {
      switch event.kind {
      case .start: start(event)
      case .end: finish()
      case .text: append(event.place)
      case .rewritten(let upper):
        if isRead { append(tape.rewritten[rewritten..<upper], for: event.place) }
        rewritten = upper
      case .reference: if isRead { append("\u{FFFD}".utf8, for: event.place) }
      }
    }
    endLine()
    return tape.fault
  }

  /// What was read, as a file.
  func file(name: String, byteCount: Int) -> SourceFile {
    var file = SourceFile(name: name, text: text, transcoding: map, byteCount: byteCount)
    file.document = document
    return file
  }
}

// MARK: - Elements

extension WordScan {
  private mutating func start(_ event: XMLTape.Event) {
    let element = source.wordName(event.name)
    open.append(element)
    if unread > 0 || element == .unread {
      unread += 1
      return
    }
    let value = { [source] in source.attribute("val", ofTag: event.place) }
    let isInParagraphProperties = open.contains(.paragraphProperties)
    switch element {
    case .paragraph:
      endLine()
      kind = .body
    case .paragraphStyle where isInParagraphProperties:
      kind = styles.kind(of: value()) ?? kind
    case .outlineLevel where isInParagraphProperties:
      kind = WordStyles.heading(value()) ?? kind
    case .numbering where isInParagraphProperties: if kind == .body { kind = .item }
    case .numberingID where isInParagraphProperties:
      if value() == "0", kind == .item { kind = .body }
    case .run: isHidden = false
    case .vanish where !isInParagraphProperties:
      isHidden = !["0", "false", "off"].contains(value() ?? "")
    case .tab where !isInParagraphProperties: if !isHidden { append([0x09], for: event.place) }
    case .hyphen: if !isHidden { append([0x2D], for: event.place) }
    case .lineBreak: endLine()
    case .hyperlink:
      let id = source.attribute("id", ofTag: event.place)
      link = id.flatMap { targets[$0] }.map { ($0, nil) }
    case .row: rows.append(Row())
    case .cell: beginCell()
    default: break
    }
  }

  private mutating func finish() {
    guard let element = open.popLast() else { return }
    if unread > 0 {
      unread -= 1
      return
    }
    switch element {
    case .paragraph:
      endLine()
      // What follows a text box goes on with the paragraph that it stands in.
      kind = .body
    case .hyperlink: endLink()
    case .row: _ = rows.popLast()
    default: break
    }
  }

  private mutating func beginCell() {
    endLine()
    guard var row = rows.popLast() else { return }
    row.joins = row.cells > 0 && row.lines == 1
    row.cells += 1
    row.lines = 0
    rows.append(row)
  }

  private mutating func endLink() {
    if let link, let start = link.start, start < text.count {
      document.links.append(Document.Link(start..<text.count, target: link.target))
    }
    link = nil
  }
}

// MARK: - Words

extension WordScan {
  /// Whether characters are those that a person reads.
  private var isRead: Bool { unread == 0 && !isHidden && open.last == .text }

  /// Reads the characters at `place` of the part; a line end there is a blank.
  private mutating func append(_ place: Range<Int>) {
    guard isRead else { return }
    var at = place.lowerBound
    while at < place.upperBound {
      let stop = source.first(0x0A, or: 0x0D, in: at..<place.upperBound)
      if stop > at {
        begin(at)
        text.append(contentsOf: source[at..<stop])
        map.append(verbatim: ByteRange(at, stop))
        end = stop
      }
      guard stop < place.upperBound else { return }
      append([0x20], for: stop..<stop + 1)
      at = stop + 1
    }
  }

  /// Reads `bytes` where the part has `place`.
  private mutating func append(_ bytes: some Collection<UInt8>, for place: Range<Int>) {
    begin(place.lowerBound)
    let count = text.count
    for byte in bytes { text.append(byte.isLineEnd ? 0x20 : byte) }
    map.append(rewritten: ByteRange(place), as: text.count - count)
    end = place.upperBound
  }

  /// Gets ready for words that stand at `offset` of the part.
  private mutating func begin(_ offset: Int) {
    if line == nil {
      let joins = rows.last?.joins == true
      if joins, let last = document.paragraphs.popLast() {
        separate(0x09, before: offset)
        line = (last.range.lowerBound, last.cells + [text.count])
        kind = last.kind
      } else {
        if !text.isEmpty { separate(0x0A, before: offset) }
        line = (text.count, [])
      }
      if !rows.isEmpty { rows[rows.count - 1].joins = false }
    }
    if link != nil, link?.start == nil { link?.start = text.count }
  }

  private mutating func separate(_ byte: UInt8, before offset: Int) {
    text.append(byte)
    map.append(rewritten: ByteRange(min(end, offset), offset), as: 1)
  }

  private mutating func endLine() {
    guard let line else { return }
    document.paragraphs.append(Document.Paragraph(kind, line.start..<text.count, cells: line.cells))
    self.line = nil
    if !rows.isEmpty { rows[rows.count - 1].lines += 1 }
  }
}
