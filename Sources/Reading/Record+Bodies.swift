import AdModel

extension Record {
  /// A body, read.
  struct Body {
    var value: Value
    var passage: Passage
    var map: SourceMap<Inner, Source>
    var markup: Markup
  }

  /// Adds a body with all that it says.
  func append(_ body: Body, to draft: inout AdDraft) {
    draft.append(
      body.passage, through: body.map, name: body.value.name, pointer: body.value.pointer)
  }

  /// The texts about the job; a first line equal to `title` is the title.
  func bodies(title: [UInt8]?) -> [Body] {
    values.filter { $0.part == .body && $0.kind == .text }.map { read($0, title: title) }
  }

  /// Reads a body as the markup that the record names, or that it looks like.
  private func read(_ value: Value, title: [UInt8]?) -> Body {
    var (bytes, map) = decoded(value)
    if let layout, case .heading = layout.role(at: value.path) {
      let passage = Passage(heading: bytes, 0..<bytes.count)
      return Body(value: value, passage: passage, map: map, markup: .text)
    }
    if let plain = EscapedHTML.unescaped(bytes) {
      bytes = plain.bytes
      map = plain.map.through(map)
    }
    let all = 0..<bytes.count
    let markup = Self.markup(named: format) ?? Markup(guessing: bytes, all)
    let passage: Passage
    switch markup {
    case .text: passage = TextReader.read(bytes, all, names: names, title: title)
    case .markdown: passage = MarkdownReader.read(bytes, all, names: names, title: title)
    case .html: passage = HTMLReader.read(bytes, all, title: title)
    }
    return Body(value: value, passage: passage, map: map, markup: markup)
  }

  private static func markup(named name: String?) -> Markup? {
    switch name {
    case "html", "text/html", "xhtml": .html
    case "markdown", "md", "text/markdown", "gfm": .markdown
    case "text", "plain", "text/plain", "txt": .text
    default: nil
    }
  }

  /// Whether `value` says what `bodies` say in a field of the same part.
  func isRepeated(_ value: Value, in said: [Part: [UInt8]]) -> Bool {
    guard value.kind == .text, !value.place.isEmpty, let found = said[value.part] else {
      return false
    }
    return found == decoded(value).bytes.folded()
  }
}

extension [Record.Body] {
  /// What the bodies say first in a field of each part beside the text, blanks alike.
  var said: [Part: [UInt8]] {
    var said: [Part: [UInt8]] = [:]
    for body in self {
      for field in body.passage.fields
      where field.part.isRead && field.part != .body && !field.place.isEmpty
        && said[field.part] == nil
      {
        said[field.part] = [UInt8](body.passage.prose[field.place.utf8]).folded()
      }
    }
    return said
  }

  /// The bodies without those that say the same as one that is kept, as a text does beside its HTML:
  /// the one with markup is kept, else the first.
  var withoutRepeats: [Record.Body] {
    guard count > 1 else { return self }
    let words = map { $0.passage.prose.filter { !$0.isBlank } }
    var kept: [[UInt8]: Int] = [:]
    for index in indices {
      let known = kept[words[index]]
      let isBetter = known.map { self[$0].markup == .text && self[index].markup != .text }
      if isBetter != false { kept[words[index]] = index }
    }
    return indices.filter { words[$0].isEmpty || kept[words[$0]] == $0 }.map { self[$0] }
  }
}

extension Passage {
  /// The one heading that `range` of `text` is.
  fileprivate init(heading text: [UInt8], _ range: Range<Int>) {
    self.init(startingAt: range.lowerBound)
    let line = text.trimmed(range)
    append(verbatim: line, of: text)
    let place = ByteRange<Prose>(0, prose.count)
    fields = [PassageField(part: .body, name: "text", place: place, value: ByteRange(line))]
    if !line.isEmpty { blocks = [Block(.heading(level: 3), place)] }
  }

  /// Whether a page shows a description of `length` bytes, or at least half as much.
  func shows(_ length: Int) -> Bool {
    fields.lazy.filter { $0.part == .body }.reduce(0) { $0 + $1.place.count } * 2 >= length
  }
}
