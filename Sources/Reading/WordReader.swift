public import AdModel

/// Reads a document of Word (`.docx`) by the paragraphs that ``WordDocument`` found in it.
///
/// A line such as `Salary: …` in front of the text, and a row of a table such as `Salary | …` wherever
/// it stands, is a field. The title is what has the style of one, else the first heading, else a first
/// line that looks like it.
public struct WordReader: Reader {
  public static let name = "docx"
  public static let fileExtensions = ["docx", "docm"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    [ByteRange(0, file.text.count)]
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    guard let document = file.document else { throw Problem(notADocument: file.name) }
    var page = Page(file.text, document, names)
    page.read()
    var draft = AdDraft(id: file.name, markup: .text, record: record)
    draft.append(page.finished(), throughAll: record)
    draft.makeReadOnly()
    for link in document.links { draft.append(target: link.target, of: ByteRange(link.range)) }
    return draft.ad
  }
}

/// A document while it is laid out.
private struct Page {
  private let text: [UInt8]
  private let document: Document
  private let names: FieldNames
  private var flow: Flow
  private var fields = Passage()
  private var links: ArraySlice<Document.Link>

  init(_ text: [UInt8], _ document: Document, _ names: FieldNames) {
    self.text = text
    self.document = document
    self.names = names
    flow = Flow(text, startingAt: 0, knownTitle: nil)
    links = document.links[...]
  }

  mutating func read() {
    let title = titleIndex
    var isOpening = true
    for (index, paragraph) in document.paragraphs.enumerated() {
      if index != title, let field = field(paragraph, isOpening: isOpening) {
        fields.append(
          field: field.part, String(decoding: text[field.name], as: UTF8.self), field.value,
          of: text)
        continue
      }
      isOpening = isOpening && index == title
      switch paragraph.kind {
      case _ where index == title:
        flow.beginHeading(1, mayBeTitle: true)
        append(paragraph.range)
        flow.endHeading()
      case .title:
        flow.beginHeading(1, mayBeTitle: false)
        append(paragraph.range)
        flow.endHeading()
      case .heading(let level):
        flow.beginHeading(level, mayBeTitle: false)
        append(paragraph.range)
        flow.endHeading()
      case .item:
        flow.isItem = true
        append(paragraph.range)
      case .body: append(paragraph.range)
      }
      flow.breakLine()
    }
  }

  /// All that was read.
  consuming func finished() -> Passage {
    flow.finished(fields: fields.fields.isEmpty ? nil : fields)
  }

  /// The number of the paragraph that the ad is called by.
  private var titleIndex: Int? {
    let all = document.paragraphs
    if let named = all.firstIndex(where: { $0.kind == .title }) { return named }
    let heading = all.firstIndex {
      if case .heading = $0.kind { true } else { false }
    }
    if let heading, heading == 0 || all[heading].kind == .heading(level: 1) { return heading }
    let first = all.indices.first { field(all[$0], isOpening: true) == nil }
    guard first == 0, all.count > 1, all[0].kind == .body else { return nil }
    return looksLikeTitle(all[0].range) ? 0 : nil
  }

  private func looksLikeTitle(_ range: Range<Int>) -> Bool {
    let line = text.trimmed(range)
    guard (3...80).contains(line.count), let last = text[line].last else { return false }
    return !Array(".,;:!?".utf8).contains(last)
      && text[line].split(whereSeparator: \.isBlank).count <= 12
  }

  /// The field that a paragraph is, if it is one.
  private func field(
    _ paragraph: Document.Paragraph, isOpening: Bool
  ) -> (part: Part, name: Range<Int>, value: Range<Int>)? {
    if paragraph.cells.count == 1, let start = paragraph.cells.first {
      var name = text.trimmed(paragraph.range.lowerBound..<start)
      if text[name].last == 0x3A { name = text.trimmed(name.lowerBound..<name.upperBound - 1) }
      guard let part = names.part(ofLabel: text.span.extracting(name)), part != .body else {
        return nil
      }
      return (part, name, text.trimmed(start..<paragraph.range.upperBound))
    }
    guard isOpening, let label = Label(in: text, paragraph.range, names: names), !label.isHyphened
    else { return nil }
    return label.part == .body ? nil : (label.part, label.name, label.value)
  }

  /// Reads the words at `range`, and the links among them.
  private mutating func append(_ range: Range<Int>) {
    var at = range.lowerBound
    while let link = links.first, link.range.lowerBound < range.upperBound {
      links.removeFirst()
      let lower = max(at, link.range.lowerBound)
      let upper = min(max(lower, link.range.upperBound), range.upperBound)
      flow.append(at..<lower)
      flow.beginLink(at: lower, to: nil, spelling: .plain)
      flow.append(lower..<upper)
      flow.endLink(at: upper)
      at = upper
    }
    flow.append(at..<range.upperBound)
  }
}

extension Problem {
  /// A file that goes by the name of a document and is none.
  fileprivate init(notADocument name: String) {
    self.init(
      id: "not-a-document", file: name,
      message: "This file has the name of a Word document and is none; save it as one, or give it"
        + " the ending that it should have.")
  }
}
