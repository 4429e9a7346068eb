import AdModel

extension Record {
  /// The record that the element of `tape` is: a value for each element that holds no others, and
  /// for each body in tags of HTML.
  init(_ tape: XMLTape, record: ByteRange<Source>, in file: SourceFile, names: FieldNames) {
    self.init(
      at: record, in: file, names: names,
      layout: Layouts.layout(
        naming: tape.children.lazy.map { file.text.localName($0) }, in: file.text))
    var open: [Element] = []
    var words = SpelledText()
    var rewritten = 0
    /// The number of elements of HTML that are open inside a body.
    var tags = 0
    for event in tape.events {
      switch event.kind {
      case .start:
        if tags > 0 || isMarkup(event.name, in: open) {
          tags += 1
          open[open.count - 1].holdsMarkup = true
        } else {
          begin(event, in: &open)
          words = SpelledText()
        }
      case .end where tags > 0: tags -= 1
      case .end: end(open.removeLast(), words, before: event.place.lowerBound, depth: open.count)
      case .text: words.append(file.text[event.place], at: event.place, isVerbatim: true)
      case .rewritten(let upper):
        words.append(tape.rewritten[rewritten..<upper], at: event.place, isVerbatim: false)
        rewritten = upper
      case .reference: words.append(reference: event.place, of: file.text)
      }
    }
    hideCopies()
  }

  /// An open element.
  private struct Element {
    var name: Range<Int>
    var meaning: FieldNames.Meaning?
    /// What it tells; an element of no known name is looked through.
    var part: Part?
    var pointer = ValuePointer()
    var path = ""
    /// Where its content begins.
    var start: Int
    var isLeaf = true
    /// Whether tags of HTML stand in it.
    var holdsMarkup = false
  }

  /// Whether the element `name` is HTML inside a body.
  private func isMarkup(_ name: Range<Int>, in open: [Element]) -> Bool {
    guard let last = open.last, last.part == .body else { return false }
    return last.holdsMarkup || MarkupSigns.isShaping(file.text[name])
  }

  private mutating func begin(_ event: XMLTape.Event, in open: inout [Element]) {
    var element = Element(name: event.name, start: event.place.upperBound)
    if let last = open.last {
      if let layout {
        element.path = Layout.path(last.path, string(file.text.localName(event.name)))
        element.part = layout.part(at: element.path)
      }
      if element.part == nil, layout?.isOpen != false || open.count == 1 {
        element.meaning = meaning(of: event.name, root: open[0].name)
        element.part = part(element.meaning, isTop: last.part == nil, in: last.part)
      }
      element.pointer = last.pointer.appending(string(event.name))
      open[open.count - 1].isLeaf = false
    } else if let id = HTMLTag(in: file.text, event.place)?.id {
      let value = Value(
        part: .other, name: "id", pointer: "/id", kind: .text, place: id, spelling: .plain)
      add(value, meaning: .id)
    }
    open.append(element)
  }

  private mutating func end(_ element: Element, _ words: SpelledText, before end: Int, depth: Int) {
    guard depth > 0, element.isLeaf else { return }
    let text = words.trimmed
    var value = Value(
      part: element.part ?? .other, name: string(element.name), pointer: element.pointer.text,
      path: element.path, kind: .text, place: text.place ?? element.start..<element.start,
      spelling: text.isPlain ? .plain : .pieces(text))
    if element.holdsMarkup {
      value.place = file.text.trimmed(element.start..<end)
      value.spelling = .plain
    }
    if layout?.isID(at: element.path) == true { nameIfNeeded(by: value) }
    add(value, meaning: depth == 1 ? element.meaning : nil)
  }

  /// What the element `name` tells. A title or a text of another namespace than that of the ad, such
  /// as `media:title`, is that of something else, unless it is the full text of an item of RSS.
  private func meaning(of name: Range<Int>, root: Range<Int>) -> FieldNames.Meaning? {
    let text = file.text
    let local = text.localName(name)
    let meaning = names.meaning(ofElement: text, name)
    guard meaning == .part(.title) || meaning == .part(.body), local != name else { return meaning }
    let prefix = text[name.lowerBound..<local.lowerBound]
    let isOwn = prefix == text[root.lowerBound..<text.localName(root).lowerBound]
    return isOwn || text[local].elementsEqual("encoded".utf8) ? meaning : nil
  }

  private func string(_ name: Range<Int>) -> String {
    String(decoding: file.text[name], as: UTF8.self)
  }
}

extension SpelledText {
  /// Goes on with the reference at `place`, or with its letters if nothing is known by that name.
  fileprivate mutating func append(reference place: Range<Int>, of text: [UInt8]) {
    if let found = CharacterReference(in: text, place) {
      append(found.bytes, at: place, isVerbatim: false)
    } else {
      append(text[place], at: place, isVerbatim: true)
    }
  }
}

extension XMLTape {
  /// The names of the elements directly inside the whole one.
  fileprivate var children: [Range<Int>] {
    var children: [Range<Int>] = []
    var depth = 0
    for event in events {
      switch event.kind {
      case .start:
        if depth == 1 { children.append(event.name) }
        depth += 1
      case .end: depth -= 1
      case .text, .rewritten, .reference: break
      }
    }
    return children
  }
}
