import AdModel

/// What the styles of a Word document make of a paragraph, whatever its language calls them.
struct WordStyles {
  private var styles: [String: Style] = [:]

  private struct Style {
    var kind: Document.Paragraph.Kind?
    var base: String?
  }

  /// Reads `word/styles.xml` (ECMA-376, 17.7).
  init(_ text: [UInt8]) {
    guard let tape = XMLTape(document: text), tape.fault == nil else { return }
    var open: String?
    var style = Style()
    var depth = 0
    for event in tape.events {
      switch event.kind {
      case .start:
        depth += 1
        let value = { text.attribute("val", ofTag: event.place) }
        switch text.wordName(event.name) {
        case .style:
          open = text.attribute("styleId", ofTag: event.place)
          style = Style()
          depth = 1
        case .name: style.kind = Self.kind(named: value()) ?? style.kind
        case .basedOn: style.base = value()
        case .outlineLevel: style.kind = style.kind ?? Self.heading(value())
        case .numbering: style.kind = style.kind ?? .item
        default: break
        }
      case .end:
        depth -= 1
        if depth == 0, let id = open {
          styles[id] = style
          open = nil
        }
      case .text, .rewritten, .reference: break
      }
    }
  }

  /// What a paragraph of the style `id` is, if that says so.
  func kind(of id: String?) -> Document.Paragraph.Kind? {
    var next = id
    // A style may be based on itself by mistake.
    for _ in 0..<16 {
      guard let id = next else { return nil }
      guard let style = styles[id] else { return Self.kind(named: id) }
      if let kind = style.kind { return kind }
      next = style.base
    }
    return nil
  }

  /// The heading of an outline level, from 0; 9 is that of the body.
  static func heading(_ level: String?) -> Document.Paragraph.Kind? {
    guard let level = level.flatMap({ Int($0) }), (0..<9).contains(level) else { return nil }
    return .heading(level: min(level + 1, 6))
  }

  private static func kind(named name: String?) -> Document.Paragraph.Kind? {
    guard let name = name.map({ FieldNames.key($0.utf8) }) else { return nil }
    if name == "title" { return .title }
    guard name.hasPrefix("heading"), let level = Int(name.dropFirst("heading".count)) else {
      return nil
    }
    return heading("\(level - 1)")
  }
}

/// Where the links of a Word document lead, by the ids of its relations.
struct WordTargets {
  private var targets: [String: String] = [:]

  /// Reads `word/_rels/document.xml.rels` (ECMA-376, part 2, 9.3).
  init(_ text: [UInt8]) {
    guard let tape = XMLTape(document: text) else { return }
    for event in tape.events where event.kind == .start {
      guard text[text.localName(event.name)].elementsEqual("Relationship".utf8),
        let id = text.attribute("Id", ofTag: event.place),
        text.attribute("TargetMode", ofTag: event.place) == "External",
        let target = text.attribute("Target", ofTag: event.place)
      else { continue }
      targets[id] = target
    }
  }

  subscript(id: String) -> String? { targets[id] }
}

extension XMLTape {
  /// The root element of the document that `text` is, or `nil` if there is none.
  init?(document text: [UInt8]) {
    let all = text.trimmed(text.skippingMark(0..<text.count))
    guard let root = XMLTag.next(in: text, all), root.kind != .end else { return nil }
    self.init(text, root.place.lowerBound..<all.upperBound)
  }
}

extension [UInt8] {
  /// The value of the attribute `name`, whatever its prefix, of the tag at `place`; references read.
  func attribute(_ name: String, ofTag place: Range<Int>) -> String? {
    var at = place.lowerBound
    while at < place.upperBound {
      let equals = first(0x3D, in: at..<place.upperBound)
      guard equals + 1 < place.upperBound else { return nil }
      let found = trimmed(at..<equals)
      let start = trimmed(equals + 1..<place.upperBound).lowerBound
      guard start < place.upperBound, self[start] == 0x22 || self[start] == 0x27 else { return nil }
      let end = first(self[start], in: start + 1..<place.upperBound)
      let isWanted =
        self[found].suffix(name.utf8.count).elementsEqual(name.utf8)
        && (self[found].dropLast(name.utf8.count).last.map { $0 == 0x3A || $0.isBlank } ?? true)
      if isWanted {
        var value = SpelledText()
        var from = start + 1
        while from < end {
          let sign = first(0x26, in: from..<end)
          value.append(self[from..<sign], at: from..<sign, isVerbatim: true)
          guard sign < end else { break }
          let reference = CharacterReference(in: self, sign..<end)
          let upper = reference?.end ?? sign + 1
          value.append(reference?.bytes ?? [0x26], at: sign..<upper, isVerbatim: false)
          from = upper
        }
        return String(decoding: value.bytes, as: UTF8.self)
      }
      at = Swift.min(end + 1, place.upperBound)
    }
    return nil
  }
}
