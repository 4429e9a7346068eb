import AdModel

/// Lays words out as a browser would: blanks folded, blocks broken, links and the title kept.
///
/// HTML and Markdown both write into it, so both agree on what a person sees.
struct Flow {
  /// The text that is read; all places are counted in it.
  let text: [UInt8]
  /// What the ad is said to be called elsewhere: a first heading that says otherwise is no title.
  let knownTitle: [UInt8]?

  /// Where words go now: the body, or the title while it is read.
  private var words: Passage
  /// The body, while the title is read.
  private var body: Passage?
  private var title: Passage?
  private var targets: [Target] = []
  private var attributes: [Target] = []
  private var seenAttributes: Set<[UInt8]> = []

  /// Where the words of the open block begin in the prose.
  private var blockStart: Int?
  /// A run of blanks that shows only if words follow on the same line.
  private var blank: Range<Int>?
  /// Line ends of preformatted text that show only if more of it follows.
  private var lineEnds: [Int] = []
  /// The end of the last words in the text.
  private var end: Int
  private var link: OpenLink?
  private var heading: Int?

  /// Whether the next block is a list item.
  var isItem = false
  /// Whether blanks stay as they are.
  var isPreformatted = false

  init(_ text: [UInt8], startingAt start: Int, knownTitle: [UInt8]?) {
    self.text = text
    self.knownTitle = knownTitle
    words = Passage(startingAt: start)
    words.prose.reserveCapacity((text.count - start) &+ 16)
    end = start
  }
}

extension Flow {
  /// The target of a link, or an attribute's value: bytes of the text, entities as written.
  struct Target {
    var part: Part
    var name: String
    var value: Range<Int>
    /// How the value is spelled.
    var spelling: Spelling

    enum Spelling { case html, markdown, plain, mail }
  }

  private struct OpenLink {
    var source: Int
    var target: Int?
    var text: Range<Int>?
    var isInTitle = false
    var hasImage = false
  }
}

// MARK: - Words

extension Flow {
  /// Words and blanks, as they stand.
  mutating func append(_ range: Range<Int>) {
    if isPreformatted { return appendLines(range) }
    var at = range.lowerBound
    var run = at
    let upper = range.upperBound
    while at < upper {
      let byte = text[at]
      if byte > 0x20 || !byte.isBlank {
        at += 1
        continue
      }
      // One space between two words is the common case, and needs no piece of its own.
      if byte == 0x20, at > run, at + 1 < upper, !text[at + 1].isBlank {
        at += 2
        continue
      }
      flush(run..<at)
      let start = at
      while at < upper, text[at].isBlank { at += 1 }
      appendBlank(start..<at)
      run = at
    }
    flush(run..<at)
  }

  /// `bytes`, for which the text has `range`.
  mutating func append(_ bytes: some Collection<UInt8>, rewritten range: Range<Int>) {
    if !isPreformatted, bytes.allSatisfy(\.isBlank) { return appendBlank(range) }
    begin(range.lowerBound)
    words.append(bytes, rewritten: range)
    ended(range.upperBound)
  }

  /// Blanks, which show as one space, and only between words.
  mutating func appendBlank(_ range: Range<Int>) {
    guard blockStart != nil, blank == nil, !range.isEmpty else { return }
    blank = range
  }

  /// Text whose blanks and line ends stay.
  private mutating func appendLines(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let stop = text.first(0x0A, or: 0x0D, in: at..<range.upperBound)
      if blockStart != nil || !text.trimmed(at..<stop).isEmpty { flush(at..<stop) }
      guard stop < range.upperBound else { return }
      at = stop + 1
      if text[stop] == 0x0D, at < range.upperBound, text[at] == 0x0A { continue }
      if blockStart != nil { lineEnds.append(stop) }
    }
  }

  private mutating func flush(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    begin(range.lowerBound)
    words.append(verbatim: range, of: text)
    ended(range.upperBound)
  }

  /// Gets ready for words that stand at `offset` of the text: a new line or a blank before them.
  private mutating func begin(_ offset: Int) {
    if blockStart == nil {
      if !words.prose.isEmpty {
        words.append([0x0A], rewritten: min(end, offset)..<offset)
      }
      blockStart = words.prose.count
    } else if let blank {
      if text[blank.lowerBound] == 0x20 {
        words.append(verbatim: blank.lowerBound..<blank.lowerBound + 1, of: text)
      } else {
        words.append([0x20], rewritten: blank)
      }
    }
    blank = nil
    if !lineEnds.isEmpty {
      for lineEnd in lineEnds {
        if text[lineEnd] == 0x0A {
          words.append(verbatim: lineEnd..<lineEnd + 1, of: text)
        } else {
          words.append([0x0A], rewritten: lineEnd..<lineEnd + 1)
        }
      }
      lineEnds = []
    }
    if link != nil, link?.text == nil {
      link?.text = words.prose.count..<words.prose.count
      link?.isInTitle = body != nil
    }
  }

  private mutating func ended(_ offset: Int) {
    end = offset
    if let text = link?.text, link?.isInTitle == (body != nil) {
      link?.text = text.lowerBound..<words.prose.count
    }
  }
}

// MARK: - Blocks

extension Flow {
  /// Ends the line: what comes next begins a block.
  mutating func breakLine() {
    blank = nil
    lineEnds = []
    guard let start = blockStart else { return }
    blockStart = nil
    var place = ByteRange<Prose>(start, words.prose.count)
    var kind = Block.Kind.paragraph
    if isPreformatted {
      kind = .code
    } else if let heading {
      kind = .heading(level: heading)
    } else if isItem {
      kind = .item
    } else if let bullet = Bullet.length(in: words.prose, place.utf8) {
      kind = .item
      place = ByteRange(start + bullet, words.prose.count)
    }
    isItem = false
    words.blocks.append(Block(kind, place))
  }

  /// Whether any words of the body were read so far.
  var hasWords: Bool { !words.prose.isEmpty }

  /// Whether nothing was read so far and nobody says what the ad is called, so that a bold line that
  /// comes now may say it.
  var awaitsTitle: Bool {
    words.prose.isEmpty && title == nil && body == nil && knownTitle == nil && heading == nil
  }

  /// Whether `line`, which stands in bold letters at the start of a text, may be the title: it begins
  /// like a name and ends like one, and is no label such as “About us”.
  func isTitle(_ line: Range<Int>) -> Bool {
    guard (3...80).contains(line.count) else { return false }
    let (first, last) = (text[line.lowerBound], text[line.upperBound - 1])
    guard first &- 0x41 < 26 || first.isDigit || first >= 0x80 else { return false }
    return !Array(".,;:!?".utf8).contains(last) && !text[line].contains(0x3A)
      && text[line].split(whereSeparator: \.isBlank).count <= 12
      && !FieldNames.isLabel(text.span.extracting(line))
  }

  /// Begins a heading; the first one may be the title.
  mutating func beginHeading(_ level: Int, mayBeTitle: Bool) {
    breakLine()
    heading = level
    guard mayBeTitle, title == nil, body == nil else { return }
    body = words
    words = Passage(startingAt: end)
  }

  /// Ends a heading.
  mutating func endHeading() {
    breakLine()
    heading = nil
    guard var outer = body else { return }
    body = nil
    let found = words
    words = outer
    if found.prose.isEmpty { return }
    if let knownTitle, knownTitle.folded() != found.prose.folded() {
      if !outer.prose.isEmpty {
        let start = found.map.origin(covering: ByteRange(0, 0)).lower
        outer.append([0x0A], rewritten: start..<start)
      }
      outer.append(found)
      words = outer
    } else {
      title = found
    }
  }
}

// MARK: - Links and attributes

extension Flow {
  /// Begins a link at byte `offset` of the text.
  mutating func beginLink(at offset: Int, to target: Range<Int>?, spelling: Target.Spelling) {
    endLink(at: offset)
    link = OpenLink(source: offset, target: addTarget(target, spelling))
  }

  /// Ends the open link, if there is one, at byte `offset` of the text.
  mutating func endLink(at offset: Int) {
    guard let open = link else { return }
    link = nil
    let isInTitle = open.isInTitle && open.text != nil
    let place = open.text ?? words.prose.count..<words.prose.count
    let done = PassageLink(
      text: ByteRange(place), target: open.target,
      source: ByteRange(open.source, max(open.source, offset)),
      hasImage: open.hasImage)
    if isInTitle, body == nil, title != nil {
      title?.links.append(done)
    } else if !isInTitle, body != nil, open.text != nil {
      body?.links.append(done)
    } else {
      words.links.append(done)
    }
  }

  /// Notes an image with a text for it.
  mutating func noteImage() { link?.hasImage = true }

  /// Keeps the value of a class or an id, once.
  mutating func keepAttribute(_ name: String, _ value: Range<Int>) {
    guard !value.isEmpty, seenAttributes.insert(Array(text[value])).inserted else { return }
    attributes.append(Target(part: .attribute, name: name, value: value, spelling: .html))
  }

  private mutating func addTarget(_ value: Range<Int>?, _ spelling: Target.Spelling) -> Int? {
    guard let value = value.map({ text.trimmed($0) }), !value.isEmpty else { return nil }
    targets.append(Target(part: .link, name: "href", value: value, spelling: spelling))
    return targets.count - 1
  }
}

// MARK: - The whole

extension Flow {
  /// All that was read: the title, the body, then what a person does not see.
  ///
  /// `pageTitle` is what the page calls itself, which is the title only where no heading is.
  mutating func finished(fields: Passage? = nil, pageTitle: Passage? = nil) -> Passage {
    endHeading()
    breakLine()
    endLink(at: end)
    var whole = fields ?? Passage(startingAt: words.map.origin(covering: ByteRange(0, 0)).lower)
    if let title {
      whole.append(title, as: .title, name: "heading")
    } else if let pageTitle, knownTitle == nil {
      whole.append(pageTitle, as: .title, name: "title")
    }
    whole.append(words, as: .body, name: "text")
    let firstTarget = whole.fields.count
    for target in targets + attributes { whole.append(target, of: text) }
    for index in whole.links.indices {
      if let target = whole.links[index].target {
        whole.links[index].targetPlace = whole.fields[firstTarget + target].place
      }
    }
    if let pageTitle, title != nil || knownTitle != nil {
      whole.append(pageTitle, as: .other, name: "title")
    }
    return whole
  }
}

extension Passage {
  /// Adds a value that no person reads as a field of its own.
  fileprivate mutating func append(_ target: Flow.Target, of text: [UInt8]) {
    var value = Passage(startingAt: target.value.lowerBound)
    var at = target.value.lowerBound
    let end = target.value.upperBound
    if target.spelling == .plain || target.spelling == .mail {
      if target.spelling == .mail { value.append("mailto:".utf8, rewritten: at..<at) }
      value.append(verbatim: target.value, of: text)
      at = end
    }
    while at < end {
      let stop = text.first(0x26, or: 0x5C, in: at..<end)
      if stop > at { value.append(verbatim: at..<stop, of: text) }
      guard stop < end else { break }
      at = stop + 1
      if text[stop] == 0x26,
        let found = CharacterReference(
          in: text, stop..<end, isStrict: target.spelling == .markdown, isAttribute: true)
      {
        value.append(found.bytes, rewritten: stop..<found.end)
        at = found.end
      } else if text[stop] == 0x5C, target.spelling == .markdown, at < end, text[at].isPunctuation {
        value.append(verbatim: at..<at + 1, of: text)
        at += 1
      } else {
        value.append(verbatim: stop..<at, of: text)
      }
    }
    append(value, as: target.part, name: target.name, value: target.value)
  }
}
