import AdModel

/// Reads HTML in one pass over its bytes, tag by tag, without a tree.
///
/// It follows the tokenizer of the HTML standard for what is a tag, an attribute, a comment or a
/// character reference; what a tag means for the words is up to ``HTMLElement``.
struct HTMLScanner {
  private let text: [UInt8]
  var flow: Flow
  /// What the page calls itself.
  private(set) var pageTitle: Passage?
  /// The contents of the scripts that hold JSON-LD.
  private(set) var data: [Range<Int>] = []

  /// The name of the element whose content is not read, and how often it is open.
  private var unread: (name: UInt64, depth: Int)?
  private var preformattedDepth = 0
  /// Where the bold words end that are the title.
  private var boldTitleEnd: Int?
  /// Whether a smaller heading may be the title, there being no first-level one.
  private let hasTopHeading: Bool

  init(_ flow: Flow, hasTopHeading: Bool) {
    text = flow.text
    self.flow = flow
    self.hasTopHeading = hasTopHeading
  }

  /// Reads `range` of the text, which may begin and end in the middle of an element.
  mutating func read(_ range: Range<Int>) {
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      let stop = text.first(0x3C, or: 0x26, in: at..<end)
      if unread == nil, stop > at { flow.append(at..<stop) }
      guard stop < end else { return }
      at = text[stop] == 0x26 ? readReference(stop..<end) : readMarkup(stop..<end)
    }
  }

  /// Whether a tag, a comment or the like begins at the start of `range`.
  func isMarkup(_ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    let next = text[range.lowerBound + 1]
    if next == 0x2F { return range.count > 2 && text[range.lowerBound + 2].isLetter }
    return next.isLetter || next == 0x21 || next == 0x3F
  }
}

// MARK: - Markup

extension HTMLScanner {
  private mutating func readReference(_ range: Range<Int>) -> Int {
    if let found = CharacterReference(in: text, range) {
      if unread == nil { flow.append(found.bytes, rewritten: range.lowerBound..<found.end) }
      return found.end
    }
    if unread == nil { flow.append(range.lowerBound..<range.lowerBound + 1) }
    return range.lowerBound + 1
  }

  private mutating func readMarkup(_ range: Range<Int>) -> Int {
    let lower = range.lowerBound
    guard range.count > 1 else { return literal(range) }
    let next = text[lower + 1]
    if next.isLetter { return readStartTag(range) }
    if next == 0x2F {
      guard range.count > 2 else { return literal(range) }
      if text[lower + 2].isLetter { return readEndTag(range) }
      return afterBogusComment(lower + 2..<range.upperBound)
    }
    if next == 0x3F { return afterBogusComment(lower + 2..<range.upperBound) }
    if next == 0x21 {
      if text.starts(with: Self.commentStart, at: lower) { return afterComment(range) }
      if text.starts(with: Self.dataStart, at: lower) { return readData(range) }
      return afterBogusComment(lower + 2..<range.upperBound)
    }
    return literal(range)
  }

  private static let commentStart = Array("<!--".utf8)
  private static let dataStart = Array("<![cdata[".utf8)

  private mutating func literal(_ range: Range<Int>) -> Int {
    let upper = range.lowerBound + 1
    if unread == nil { flow.append(range.lowerBound..<upper) }
    return upper
  }

  private func afterBogusComment(_ range: Range<Int>) -> Int {
    min(range.upperBound, text.first(0x3E, in: range) + 1)
  }

  /// The end of the comment that `range` begins with; an unclosed one goes to the end.
  private func afterComment(_ range: Range<Int>) -> Int {
    var at = range.lowerBound + 4
    if at < range.upperBound, text[at] == 0x3E { return at + 1 }
    if at + 1 < range.upperBound, text[at] == 0x2D, text[at + 1] == 0x3E { return at + 2 }
    while at < range.upperBound {
      at = text.first(0x2D, in: at..<range.upperBound)
      let dashes = at
      while at < range.upperBound, text[at] == 0x2D { at += 1 }
      guard at - dashes >= 2 else { continue }
      if at < range.upperBound, text[at] == 0x3E { return at + 1 }
      if at + 1 < range.upperBound, text[at] == 0x21, text[at + 1] == 0x3E { return at + 2 }
    }
    return range.upperBound
  }

  private mutating func readData(_ range: Range<Int>) -> Int {
    let start = range.lowerBound + Self.dataStart.count
    let end = text.first("]]>", in: start..<range.upperBound) ?? range.upperBound
    if unread == nil { flow.append(start..<end) }
    return min(range.upperBound, end + 3)
  }
}

// MARK: - Tags

extension HTMLScanner {
  private mutating func readStartTag(_ range: Range<Int>) -> Int {
    guard let tag = HTMLTag(in: text, range) else { return range.upperBound }
    let rest = tag.end..<range.upperBound
    if let open = unread {
      if open.name == tag.name, !tag.isSelfClosing {
        unread = (open.name, open.depth + 1)
      }
      if case .raw = HTMLElement.named(tag.name) { return endOfRaw(tag.name, rest).behind }
      return tag.end
    }
    switch HTMLElement.named(tag.name) {
    case .inline: break
    case .bold:
      if !hasTopHeading, pageTitle == nil, flow.awaitsTitle {
        boldTitleEnd = titleEnd(of: tag.name, tag.end..<range.upperBound)
        if boldTitleEnd != nil { flow.beginHeading(1, mayBeTitle: true) }
      }
    case .line: flow.breakLine()
    case .block:
      flow.breakLine()
      keepAttributes(of: tag)
    case .item:
      flow.breakLine()
      flow.isItem = true
      keepAttributes(of: tag)
    case .cell: flow.appendBlank(range.lowerBound..<tag.end)
    case .preformatted:
      flow.breakLine()
      preformattedDepth += 1
      flow.isPreformatted = true
    case .heading(let level):
      flow.endHeading()
      let isFirst = !flow.hasWords && !hasTopHeading
      flow.beginHeading(level, mayBeTitle: level == 1 || isFirst)
      keepAttributes(of: tag)
    case .link:
      // Without a target it is a mark to link to, such as word processors leave by the dozen.
      flow.endLink(at: range.lowerBound)
      if let href = tag.href { flow.beginLink(at: range.lowerBound, to: href, spelling: .html) }
    case .image: if let alt = tag.alt, !text.trimmed(alt).isEmpty { flow.noteImage() }
    case .title:
      let end = endOfRaw(tag.name, rest).behind
      if pageTitle == nil { readTitle(tag.end..<text.first(0x3C, in: tag.end..<end)) }
      return end
    case .raw:
      let end = endOfRaw(tag.name, rest)
      if let type = tag.type, text.starts(with: JSONLD.mediaType, at: type.lowerBound) {
        data.append(tag.end..<end.content)
      }
      return end.behind
    case .unread: if !tag.isSelfClosing { unread = (tag.name, 1) }
    }
    return tag.end
  }

  private mutating func readEndTag(_ range: Range<Int>) -> Int {
    guard let tag = HTMLTag(in: text, range) else { return range.upperBound }
    if let open = unread {
      if open.name == tag.name { unread = open.depth > 1 ? (open.name, open.depth - 1) : nil }
      return tag.end
    }
    switch HTMLElement.named(tag.name) {
    case .block, .line: flow.breakLine()
    case .item:
      flow.breakLine()
      flow.isItem = false
    case .preformatted:
      flow.breakLine()
      preformattedDepth = max(0, preformattedDepth - 1)
      flow.isPreformatted = preformattedDepth > 0
    case .heading: flow.endHeading()
    case .link: flow.endLink(at: tag.end)
    case .bold:
      if boldTitleEnd == range.lowerBound {
        boldTitleEnd = nil
        flow.endHeading()
      }
    case .cell, .image, .title, .raw, .unread, .inline: break
    }
    return tag.end
  }

  /// Where the bold element `name` ends, whose content `range` begins with, if that is the title of the
  /// ad, for which there is no heading: a line without any other tag in it.
  private func titleEnd(of name: UInt64, _ range: Range<Int>) -> Int? {
    let end = text.first(0x3C, in: range)
    guard flow.isTitle(text.trimmed(range.lowerBound..<end)),
      end + 1 < range.upperBound, text[end + 1] == 0x2F,
      let tag = HTMLTag(in: text, end..<range.upperBound), tag.name == name
    else { return nil }
    let rest = text.trimmed(tag.end..<range.upperBound)
    guard rest.count > 1, text[rest.lowerBound] == 0x3C else { return nil }
    let isEnd = text[rest.lowerBound + 1] == 0x2F
    guard let next = HTMLTag(in: text, rest) else { return nil }
    switch HTMLElement.named(next.name) {
    case .line: return end
    case .block: return isEnd ? end : nil
    default: return nil
    }
  }

  /// Where an element whose content is no markup ends: its content, and its end tag.
  private func endOfRaw(
    _ name: UInt64, _ range: Range<Int>
  ) -> (content: Int, behind: Int) {
    var at = range.lowerBound
    while at < range.upperBound {
      at = text.first(0x3C, in: at..<range.upperBound)
      guard at + 2 < range.upperBound else { break }
      let rest = at..<range.upperBound
      if text[at + 1] == 0x2F, HTMLTag.name(in: text, rest).name == name {
        // The first that has no end reaches to that of the text.
        guard let tag = HTMLTag(in: text, rest) else { break }
        return (at, tag.end)
      }
      at += 1
    }
    return (range.upperBound, range.upperBound)
  }

  private mutating func readTitle(_ range: Range<Int>) {
    var inner = Flow(text, startingAt: range.lowerBound, knownTitle: nil)
    var at = range.lowerBound
    while at < range.upperBound {
      let stop = text.first(0x26, in: at..<range.upperBound)
      inner.append(at..<stop)
      at = stop
      guard at < range.upperBound else { break }
      if let found = CharacterReference(in: text, at..<range.upperBound) {
        inner.append(found.bytes, rewritten: at..<found.end)
        at = found.end
      } else {
        inner.append(at..<at + 1)
        at += 1
      }
    }
    var read = inner.finished()
    read.fields = []
    read.blocks = []
    pageTitle = read.prose.isEmpty ? nil : read
  }

  private mutating func keepAttributes(of tag: HTMLTag) {
    if let value = tag.classes { flow.keepAttribute("class", value) }
    if let value = tag.id { flow.keepAttribute("id", value) }
  }
}
