/// The seven kinds of raw HTML block that CommonMark knows.
enum MarkdownHTML {
  /// What ends such a block.
  enum End: Equatable {
    case blankLine
    /// The line that holds one of these words.
    case words([[UInt8]])

    func isMet(in text: [UInt8], _ line: Range<Int>) -> Bool {
      guard case .words(let words) = self, let first = words.first?.first else { return false }
      var at = line.lowerBound
      while at < line.upperBound {
        at = text.first(first, in: at..<line.upperBound)
        if words.contains(where: {
          at + $0.count <= line.upperBound && text.starts(with: $0, at: at)
        }) {
          return true
        }
        at += 1
      }
      return false
    }
  }

  /// The end of the block that the line `range` begins, if it begins one.
  static func end(in text: [UInt8], _ range: Range<Int>, interruptsParagraph: Bool) -> End? {
    var at = range.lowerBound
    while at < range.upperBound, text[at].isSpace { at += 1 }
    guard at + 1 < range.upperBound, text[at] == 0x3C else { return nil }
    let rest = at..<range.upperBound
    for (start, end) in marked where text.starts(with: start, at: at) {
      return at + start.count <= range.upperBound ? end : nil
    }
    if text[at + 1] == 0x21, at + 2 < range.upperBound, text[at + 2].isLetter {
      return .words([Array(">".utf8)])
    }
    var name = at + 1
    if text[name] == 0x2F { name += 1 }
    var nameEnd = name
    while nameEnd < range.upperBound, text[nameEnd].isLetter || text[nameEnd].isDigit {
      nameEnd += 1
    }
    let isNamed =
      nameEnd == range.upperBound || text[nameEnd].isBlank || text[nameEnd] == 0x3E
      || (text[nameEnd] == 0x2F && nameEnd + 1 < range.upperBound && text[nameEnd + 1] == 0x3E)
    let word = String(decoding: text[name..<nameEnd].map(\.lowercased), as: UTF8.self)
    if isNamed, text[at + 1] != 0x2F, raw.contains(word) {
      return .words(raw.map { Array("</\($0)>".utf8) })
    }
    if isNamed, blocks.contains(word) { return .blankLine }
    if interruptsParagraph { return nil }
    guard let tag = MarkdownTag.end(in: text, rest), text[at + 1].isLetter || text[at + 1] == 0x2F
    else { return nil }
    return text[tag..<range.upperBound].allSatisfy(\.isBlank) ? .blankLine : nil
  }

  private static let marked: [([UInt8], End)] = [
    (Array("<!--".utf8), .words([Array("-->".utf8)])),
    (Array("<?".utf8), .words([Array("?>".utf8)])),
    (Array("<![cdata[".utf8), .words([Array("]]>".utf8)])),
  ]

  private static let raw = ["script", "pre", "style", "textarea"]

  private static let blocks = Set(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p
    param search section summary table tbody td tfoot th thead title tr track ul
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// Raw HTML within a paragraph, of which CommonMark takes only what is well formed.
enum MarkdownTag {
  /// The end of the tag, comment or the like at the start of `range`.
  static func end(in text: [UInt8], _ range: Range<Int>) -> Int? {
    let at = range.lowerBound + 1
    guard at < range.upperBound else { return nil }
    switch text[at] {
    case 0x21: return declaration(text, at + 1..<range.upperBound)
    case 0x3F: return closed("?>", text, at + 1..<range.upperBound)
    case 0x2F: return endTag(text, at + 1..<range.upperBound)
    default: return startTag(text, at..<range.upperBound)
    }
  }

  private static func closed(_ mark: StaticString, _ text: [UInt8], _ range: Range<Int>) -> Int? {
    text.first(mark, in: range).map { $0 + mark.utf8CodeUnitCount }
  }

  private static func declaration(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    let at = range.lowerBound
    if text.starts(with: Array("-->".utf8), at: at) { return at + 3 }
    if text.starts(with: Array("->".utf8), at: at) || text.starts(with: [0x3E], at: at) {
      return nil
    }
    if text.starts(with: Array("--".utf8), at: at) {
      if text.starts(with: Array("-->".utf8), at: at) { return at + 3 }
      if text.starts(with: Array("--->".utf8), at: at) { return at + 4 }
      return closed("-->", text, at + 2..<range.upperBound)
    }
    if text.starts(with: Array("[cdata[".utf8), at: at) {
      return closed("]]>", text, at..<range.upperBound)
    }
    guard at < range.upperBound, text[at].isLetter else { return nil }
    return closed(">", text, range)
  }

  private static func endTag(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    guard var at = name(text, range) else { return nil }
    while at < range.upperBound, text[at].isBlank { at += 1 }
    return at < range.upperBound && text[at] == 0x3E ? at + 1 : nil
  }

  private static func name(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    guard at < range.upperBound, text[at].isLetter else { return nil }
    while at < range.upperBound, text[at].isLetter || text[at].isDigit || text[at] == 0x2D {
      at += 1
    }
    return at
  }

  private static func startTag(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    guard var at = name(text, range) else { return nil }
    let upper = range.upperBound
    while true {
      let before = at
      while at < upper, text[at].isBlank { at += 1 }
      guard at < upper else { return nil }
      if text[at] == 0x3E { return at + 1 }
      if text[at] == 0x2F { return at + 1 < upper && text[at + 1] == 0x3E ? at + 2 : nil }
      guard at > before, let next = attribute(text, at..<upper) else { return nil }
      at = next
    }
  }

  private static func attribute(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    let upper = range.upperBound
    var at = range.lowerBound
    guard text[at].isLetter || text[at] == 0x5F || text[at] == 0x3A else { return nil }
    while at < upper, text[at].isLetter || text[at].isDigit || Array("_.:-".utf8).contains(text[at])
    {
      at += 1
    }
    var next = at
    while next < upper, text[next].isBlank { next += 1 }
    guard next < upper, text[next] == 0x3D else { return at }
    next += 1
    while next < upper, text[next].isBlank { next += 1 }
    guard next < upper else { return nil }
    if text[next] == 0x22 || text[next] == 0x27 {
      let close = text.first(text[next], in: next + 1..<upper)
      return close < upper ? close + 1 : nil
    }
    let start = next
    while next < upper, !text[next].isBlank, !Array("\"'=<>`".utf8).contains(text[next]) {
      next += 1
    }
    return next > start ? next : nil
  }
}
