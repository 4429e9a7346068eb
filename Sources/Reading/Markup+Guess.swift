import AdModel

extension Markup {
  /// What the text at `range` looks like, by its first 64 KiB.
  ///
  /// A file `isWhole`: where it has lines as a text has, the few tags in it are left over from a page.
  init(guessing text: [UInt8], _ range: Range<Int>, isWhole: Bool = false) {
    let sample = range.lowerBound..<min(range.upperBound, range.lowerBound + 65_536)
    let signs = MarkupSigns(in: text, sample)
    let hasTags = signs.tags > 0 && !(isWhole && signs.lines > 3 * signs.tags)
    if signs.startsWithTag || (hasTags && signs.headings == 0 && signs.spans == 0) {
      self = .html
    } else if signs.headings + signs.spans > 0 {
      self = .markdown
    } else {
      self = .text
    }
  }
}

/// What in a text is not there for a person to read.
struct MarkupSigns {
  /// HTML tags that shape a text, and end tags of elements that make words stand out.
  var tags = 0
  /// Lines such as `## Duties`.
  var headings = 0
  /// Strong emphasis and links of Markdown.
  var spans = 0
  /// Lines that are not blank.
  var lines = 0
  /// Whether the first thing is a tag, a comment or a doctype.
  var startsWithTag = false

  init(in text: [UInt8], _ range: Range<Int>) {
    let all = text.trimmed(range)
    if let first = text[all].first, first == 0x3C {
      startsWithTag = isTag(text, all) || text.starts(with: Array("<!".utf8), at: all.lowerBound)
    }
    var line = all.lowerBound
    while line < all.upperBound {
      let end = text.first(0x0A, or: 0x0D, in: line..<all.upperBound)
      if isHeading(text, line..<end) { headings += 1 }
      if text[line..<end].contains(where: { !$0.isSpace }) { lines += 1 }
      line = end + 1
    }
    var open: Set<UInt64> = []
    var at = all.lowerBound
    while at < all.upperBound {
      let stop = text.first(0x3C, in: at..<all.upperBound)
      if let tag = Self.tag(text, stop..<all.upperBound) {
        let isEnd = text[stop + 1] == 0x2F
        if Self.shaping.contains(tag.name) || isEnd && open.contains(tag.name) { tags += 1 }
        if !isEnd, Self.paired.contains(tag.name) { open.insert(tag.name) }
      }
      at = stop + 1
    }
    at = all.lowerBound
    while at < all.upperBound {
      let stop = text.first(0x2A, or: 0x5D, in: at..<all.upperBound)
      guard stop < all.upperBound else { break }
      if text[stop] == 0x2A {
        at = stop
        while at < all.upperBound, text[at] == 0x2A { at += 1 }
        if at - stop == 2, isStrong(text, stop..<all.upperBound) { spans += 1 }
      } else {
        at = stop + 1
        if text.starts(with: Array("](http".utf8), at: stop) { spans += 1 }
      }
    }
  }

  private func isHeading(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    let marks = text[line].prefix { $0 == 0x23 }.count
    guard (1...6).contains(marks), line.count > marks + 1 else { return false }
    return text[line.lowerBound + marks].isSpace
  }

  /// Whether `**` is followed by words and `**` on the same line; `****` is a redaction.
  private func isStrong(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let start = range.lowerBound + 2
    guard start < range.upperBound, !text[start].isBlank else { return false }
    var at = start
    let limit = min(range.upperBound, start + 200)
    while at < limit, !text[at].isLineEnd, text[at] != 0x2A { at += 1 }
    guard at + 1 < limit, text[at] == 0x2A, text[at + 1] == 0x2A else { return false }
    return !text[at - 1].isBlank && (at + 2 >= range.upperBound || text[at + 2] != 0x2A)
  }

  private func isTag(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    Self.tag(text, range).map { Self.shaping.contains($0.name) } ?? false
  }

  /// The tag at the start of `range`, unless it is too long for one of a text.
  private static func tag(_ text: [UInt8], _ range: Range<Int>) -> HTMLTag? {
    if range.isEmpty { return nil }
    return HTMLTag(in: text, range.lowerBound..<min(range.upperBound, range.lowerBound + 500))
  }

  /// Whether an element of this name is HTML that shapes a text.
  static func isShaping(_ name: ArraySlice<UInt8>) -> Bool {
    shaping.contains(HTMLElement.key(name))
  }

  private static let shaping = Set(
    [
      "p", "br", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "html", "head", "body", "table",
      "section", "article", "strong", "b", "em", "span", "a", "script", "main", "header",
    ].map { HTMLElement.key($0.utf8) })

  /// Elements that are HTML only with both of their tags: one alone may be a blank to fill in, or a
  /// sign of its own, as in “<s> or x < y”.
  private static let paired = Set(
    [
      "i", "u", "s", "font", "small", "big", "sup", "sub", "code", "center", "blockquote", "strike",
      "del", "ins", "mark", "tt",
    ].map { HTMLElement.key($0.utf8) })
}
