import AdModel

/// A way in which an ad may come: every example of every rule is tried in all of them.
enum Wrapping: String, CaseIterable {
  case text, windowsText, prefixedText
  case markdown, prefixedMarkdown
  case html, prefixedHTML
  case record, prefixedRecord, htmlRecord
  case row, htmlRow, element, htmlElement

  /// The format that reads it.
  var format: String {
    switch self {
    case .text, .windowsText, .prefixedText: "text"
    case .markdown, .prefixedMarkdown: "markdown"
    case .html, .prefixedHTML: "html"
    case .record, .prefixedRecord, .htmlRecord: "ndjson"
    case .row, .htmlRow: "csv"
    case .element, .htmlElement: "xml"
    }
  }

  /// How the body is written in it, where the example does not say.
  var markup: Markup {
    switch self {
    case .text, .windowsText, .prefixedText, .record, .prefixedRecord, .row, .element: .text
    case .markdown, .prefixedMarkdown: .markdown
    case .html, .prefixedHTML, .htmlRecord, .htmlRow, .htmlElement: .html
    }
  }

  /// Whether a paragraph of letters of two and four bytes stands before it.
  private var isPrefixed: Bool {
    switch self {
    case .prefixedText, .prefixedMarkdown, .prefixedHTML, .prefixedRecord: true
    default: false
    }
  }

  /// Words that no rule has anything against, and that are of no language: some rules read ads in one
  /// alone.
  private static let prefix = "😀 émile café zoë søren noël."

  /// `sample` as it comes this way, or `nil` where it cannot: a page has no field for the pay.
  func wrap(_ sample: Sample) -> Marked? {
    if markup != .text, sample.needsBlanks { return nil }
    return
      switch format
    {
    case "text": text(sample)
    case "markdown": markdown(sample)
    case "html": html(sample)
    case "csv": row(sample)
    case "xml": element(sample)
    default: record(sample)
    }
  }
}

// MARK: - Text

extension Wrapping {
  private func text(_ sample: Sample) -> Marked? {
    guard sample.form == .words || sample.form == .text else { return nil }
    var file = Marked("")
    if sample.form == .words, sample.pieces[0].part == .body {
      if isPrefixed { file += Self.prefix + "\n\n" }
      file += sample.pieces[0].words
    } else {
      if isPrefixed { file += "Reference: é😀\n" }
      for piece in sample.pieces {
        file += "\(piece.part.label): "
        file += piece.words
        file += "\n"
      }
    }
    return self == .windowsText ? file.withWindowsLines : file
  }
}

// MARK: - Markdown

extension Wrapping {
  private func markdown(_ sample: Sample) -> Marked? {
    if sample.form == .html || sample.form == .json { return nil }
    var file = Marked("")
    let fields = sample.pieces.filter { $0.part != .body && $0.part != .title }
    if !fields.isEmpty {
      file += "---\n"
      for piece in fields {
        file += "\(piece.part.label): '"
        file += piece.words
        file += "'\n"
      }
      file += "---\n"
    }
    if let title = sample.words(of: .title) {
      file += "# "
      file += title.escapedForMarkdown
      file += "\n\n"
    }
    if isPrefixed, sample.form != .markdown { file += Self.prefix + "\n\n" }
    if let body = sample.words(of: .body) {
      file += sample.form == .markdown ? body : body.escapedForMarkdown
    }
    return isPrefixed ? file.withWindowsLines : file
  }
}

// MARK: - HTML

extension Wrapping {
  private func html(_ sample: Sample) -> Marked? {
    if sample.form == .markdown { return nil }
    if sample.form == .json, !sample.example.text.contains("JobPosting") { return nil }
    guard sample.pieces.allSatisfy({ $0.part == .title || $0.part == .body }) else { return nil }
    var file = Marked("<!doctype html>\n")
    if let title = sample.words(of: .title) {
      file += "<h1>"
      file += title.escapedForHTML
      file += "</h1>\n"
    }
    if isPrefixed { file += "<p>\(Self.prefix)</p>\n" }
    if let body = sample.words(of: .body) {
      if sample.form == .json { file += "<script type='application/ld+json'>\n" }
      file += sample.form == .html || sample.form == .json ? body : body.paragraphsOfHTML
      if sample.form == .json { file += "</script>\n" }
    }
    return isPrefixed ? file.withWindowsLines : file
  }
}

// MARK: - Records

extension Wrapping {
  /// What makes a record an ad.
  private static let partsOfJob: Set<Part> = [.title, .body, .company, .location, .salary]

  private func record(_ sample: Sample) -> Marked? {
    if sample.form == .json { return self == .record ? sample.pieces[0].words : nil }
    guard fits(sample) else { return nil }
    var line = Marked(#"{"id": "1", "note": ""#)
    if isPrefixed { line += Self.prefix }
    let markup: Markup = sample.form == .markdown ? .markdown : markup
    line += #"", "format": "\#(markup.rawValue)""#
    for piece in sample.pieces {
      let isHTML = self == .htmlRecord && piece.part == .body && sample.form != .html
      line += #", "\#(piece.part.key)": ""#
      line += (isHTML ? piece.words.paragraphsOfHTML : piece.words).escapedForJSON
      line += "\""
    }
    // Without a field that only an ad has it is not known to be one.
    if !sample.pieces.contains(where: { Self.partsOfJob.contains($0.part) }) {
      line += #", "company": """#
    }
    line += "}\n"
    return line
  }
}

// MARK: - Rows

extension Wrapping {
  /// A table with quotes around all cells, as Excel writes it where semicolons are usual.
  private func row(_ sample: Sample) -> Marked? {
    guard sample.form != .json, fits(sample) else { return nil }
    // Without one of them it is not known to be a table of ads.
    guard sample.pieces.contains(where: { $0.part == .title || $0.part == .body }) else {
      return nil
    }
    let markup: Markup = sample.form == .markdown ? .markdown : markup
    var header = Marked("\u{FEFF}id;format")
    var row = Marked("é😀1;\(markup.rawValue)")
    for piece in sample.pieces {
      let isHTML = self == .htmlRow && piece.part == .body && sample.form != .html
      header += ";\(piece.part.key)"
      row += ";\""
      row += (isHTML ? piece.words.paragraphsOfHTML : piece.words).quoted
      row += "\""
    }
    header += "\r\n"
    header += row
    header += "\r\n"
    return header
  }

  /// A feed whose text is escaped, or in a CDATA section where it is HTML.
  private func element(_ sample: Sample) -> Marked? {
    guard sample.form != .json, fits(sample) else { return nil }
    let markup: Markup = sample.form == .markdown ? .markdown : markup
    var feed = Marked("<?xml version='1.0'?>\n<source>\n<job>\n<id>é😀1</id>\n")
    feed += "<format>\(markup.rawValue)</format>\n"
    for piece in sample.pieces {
      let isHTML = self == .htmlElement && piece.part == .body
      feed += "<\(piece.part.key)>"
      if isHTML {
        feed += "<![CDATA[\n"
        feed += sample.form == .html ? piece.words : piece.words.paragraphsOfHTML
        feed += "]]>"
      } else {
        feed += piece.words.escapedForXML
      }
      feed += "</\(piece.part.key)>\n"
    }
    feed += "</job>\n</source>\n"
    return feed
  }

  /// Whether a record can hold the example as this one has its body.
  private func fits(_ sample: Sample) -> Bool {
    // Data are read of a page, not of a text inside a record.
    if sample.example.text.contains("ld+json") { return false }
    return sample.form != (markup == .html ? .markdown : .html)
  }
}

extension Part {
  /// The label that a text gives it.
  fileprivate var label: String {
    switch self {
    case .body: "Description"
    case .workMode: "Remote"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// The name that a record gives it.
  fileprivate var key: String { self == .body ? "description" : rawValue }
}
