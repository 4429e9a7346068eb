import AdModel

/// The ad that one JSON object tells.
///
/// Its fields come first, then its body, read as the markup that it is written in. What the body
/// repeats of a field, such as the title, comes from the body. The properties of a JobPosting of
/// schema.org are known by their path, and all of them are kept, out of sight if need be.
struct JSONRecord {
  private let file: SourceFile
  private let record: ByteRange<Source>
  private let tape: JSONTape
  private let names: FieldNames
  private let isPosting: Bool

  private var values: [Value] = []
  private var id: String?
  private var format: String?

  /// A value of the record that is no object or array.
  struct Value {
    var part: Part
    var name: String
    var pointer: String
    /// The names that lead to it in a JobPosting, such as `hiringOrganization.name`.
    var path = ""
    var node: JSONTape.Node
  }

  /// A body, read.
  private struct Body {
    var value: Value
    var passage: Passage
    var map: SourceMap<Inner, Source>
    var markup: Markup
  }

  /// The record that the object `root` of `tape` is; `pointer` leads to it.
  init(
    _ tape: JSONTape, root: Int = 0, pointer: String = "", record: ByteRange<Source>,
    in file: SourceFile, names: FieldNames
  ) {
    self.tape = tape
    self.record = record
    self.file = file
    self.names = names
    isPosting = tape.isPosting(root)
    collect(from: root, pointer: pointer)
  }

  /// The ad.
  func ad() -> Ad {
    let title = values.first { $0.part == .title && !$0.node.range.isEmpty }.map { text(of: $0) }
    let bodies = values.filter { $0.part == .body && $0.node.kind == .string }.map {
      read($0, title: title)
    }
    var draft = AdDraft(
      id: id ?? "\(file.name)#\(Fingerprint.of(file.text, record.utf8))",
      markup: bodies.max { $0.passage.prose.count < $1.passage.prose.count }?.markup ?? .text,
      record: record)
    for index in values.indices where values[index].part != .body {
      let isRepeated = isRepeated(values[index], in: bodies)
      if isRepeated, !isPosting { continue }
      append(values[index], as: isRepeated ? .other : values[index].part, to: &draft)
    }
    appendPay(to: &draft)
    for body in bodies { append(body, to: &draft) }
    for index in values.indices
    where values[index].part == .body && values[index].node.kind != .string {
      append(values[index], as: .body, to: &draft)
    }
    return draft.ad
  }

  /// Adds what a JobPosting tells beside the words of its `page`.
  ///
  /// What the page shows is its title and its body, and the same words in the data are kept out of
  /// sight. Only a page that shows less than half of the description has its body in the data.
  func append(to draft: inout AdDraft, beside page: Passage) {
    let hasTitle = page.text(of: .title) != nil
    let title = values.first { $0.part == .title && !$0.node.range.isEmpty }.map { text(of: $0) }
    let bodies = values.filter { $0.part == .body && $0.node.kind == .string }.map {
      read($0, title: title)
    }
    let isShown = page.shows(bodies.map { $0.passage.prose.count }.max() ?? 0)
    for value in values {
      if value.part == .body, !isShown { continue }
      let isHidden = value.part == .body || value.part == .title && hasTitle
      append(value, as: isHidden ? .other : value.part, to: &draft)
    }
    appendPay(to: &draft)
    if isShown { return }
    for body in bodies { append(body, to: &draft) }
  }

  /// Whether it names the job.
  var hasTitle: Bool { values.contains { $0.part == .title && !$0.node.range.isEmpty } }

  /// The length of the longest text about the job, in bytes of prose.
  var bodyLength: Int {
    values.lazy.filter { $0.part == .body && $0.node.kind == .string }
      .map { read($0, title: nil).passage.prose.count }.max() ?? 0
  }
}

extension Passage {
  /// Whether a page shows a description of `length` bytes, or at least half as much.
  func shows(_ length: Int) -> Bool {
    fields.lazy.filter { $0.part == .body }.reduce(0) { $0 + $1.place.count } * 2 >= length
  }
}

// MARK: - Values

extension JSONRecord {
  /// An open object or array.
  private struct Level {
    var end: Int
    var part: Part?
    var pointer: String
    var path: String
    var isObject: Bool
    var count = 0
  }

  /// Finds the values in the object `root`, and what part of the ad each is.
  private mutating func collect(from root: Int, pointer: String) {
    let limit = tape.nodes[root].next
    var open = [Level(end: limit, pointer: pointer, path: "", isObject: true)]
    var index = root + 1
    values.reserveCapacity((limit - root) / 2)
    while index < limit {
      while let last = open.last, last.end <= index { open.removeLast() }
      guard let last = open.last else { return }
      var value = Value(
        part: last.part ?? .other, name: "", pointer: last.pointer, path: last.path,
        node: tape.nodes[index])
      var part = last.part
      var meaning: FieldNames.Meaning?
      if last.isObject {
        value.name = string(value.node)
        index += 1
        value.node = tape.nodes[index]
        if isPosting {
          value.path += (last.path.isEmpty ? "" : ".") + value.name
          part = PostingNames.part(of: value.path)
        }
        if !isPosting || part == nil && open.count == 1 {
          meaning = names.meaning(of: value.name.utf8Span.span)
          part = known(meaning, isTop: open.count == 1, in: last.part)
        }
      } else {
        value.name = "\(last.count)"
        open[open.count - 1].count += 1
      }
      value.part = part ?? .other
      value.pointer += "/" + Self.escaped(value.name)
      index += 1
      let node = value.node
      if node.kind == .object || node.kind == .array {
        open.append(
          Level(
            end: node.next, part: part, pointer: value.pointer, path: value.path,
            isObject: node.kind == .object))
      } else if isPosting {
        if id == nil, PostingNames.ids.contains(value.path), !node.range.isEmpty {
          id = string(node)
        }
        if !last.isObject { value.name = String(last.path.split(separator: ".").last ?? "") }
        values.append(value)
      } else if open.count == 1, meaning == .id {
        let isBest = id == nil || value.name == "id"
        if isBest, node.kind != .null, !node.range.isEmpty { id = string(node) }
      } else if open.count == 1, meaning == .format {
        format = string(node).lowercased()
      } else {
        values.append(value)
      }
    }
  }

  /// The part of a member: its own name tells more than that of the object around it, except that
  /// what stands inside a body, or beside a known value, is not another title or text.
  private func known(_ meaning: FieldNames.Meaning?, isTop: Bool, in outer: Part?) -> Part? {
    var own: Part?
    if case .part(let part) = meaning { own = part }
    if isTop { return own }
    if outer == .body { return outer }
    guard let outer else { return own == .body || own == .title ? nil : own }
    return own == .country || own == .location ? own : outer
  }

  /// `name` as RFC 6901 writes it in a pointer.
  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return name }
    return name.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private func string(_ node: JSONTape.Node) -> String {
    if !node.hasEscapes { return String(decoding: file.text[node.range], as: UTF8.self) }
    return String(decoding: decoded(node).bytes, as: UTF8.self)
  }

  private func decoded(
    _ node: JSONTape.Node
  ) -> (bytes: [UInt8], map: SourceMap<Inner, Source>) {
    var bytes: [UInt8] = []
    var map = SourceMap<Inner, Source>(startingAt: node.lower)
    if node.hasEscapes {
      JSONString.decode(file.text, node.range, into: &bytes, &map)
    } else {
      bytes = Array(file.text[node.range])
      map.append(verbatim: ByteRange(node.range))
    }
    return (bytes, map)
  }

  private func text(of value: Value) -> [UInt8] {
    value.node.hasEscapes ? decoded(value.node).bytes : Array(file.text[value.node.range])
  }

  /// Adds a value as a field of `part`; `null` says nothing.
  private func append(_ value: Value, as part: Part, to draft: inout AdDraft) {
    let node = value.node
    draft.append(
      part, name: value.name, pointer: value.pointer, value: ByteRange(node.range)
    ) { prose, map in
      if node.kind == .null { return }
      JSONString.decode(file.text, node.range, into: &prose, &map)
    }
  }
}

// MARK: - Pay

extension JSONRecord {
  /// Adds the pay of a JobPosting as one line.
  private func appendPay(to draft: inout AdDraft) {
    guard isPosting, let pay = PostingPay(values) else { return }
    draft.append(.salary, name: "baseSalary", pointer: pay.pointer, value: pay.place) {
      pay.append(file.text, to: &$0, &$1)
    }
  }
}

// MARK: - Bodies

extension JSONRecord {
  private func append(_ body: Body, to draft: inout AdDraft) {
    draft.append(
      body.passage, through: body.map, name: body.value.name, pointer: body.value.pointer)
  }

  /// Reads a body as the markup that the record names, or that it looks like.
  private func read(_ value: Value, title: [UInt8]?) -> Body {
    var (bytes, map) = decoded(value.node)
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

  /// Whether a body says the same as `value` in a field of the same part.
  private func isRepeated(_ value: Value, in bodies: [Body]) -> Bool {
    guard value.node.kind == .string, !value.node.range.isEmpty else { return false }
    guard value.part.isRead else { return false }
    for index in bodies.indices {
      guard let found = bodies[index].passage.text(of: value.part) else { continue }
      let said = text(of: value)
      return found == said || found.folded() == said.folded()
    }
    return false
  }
}

/// A short name made from the bytes of a record that has none of its own.
enum Fingerprint {
  /// Sixteen hexadecimal digits of the 64-bit FNV-1a hash.
  static func of(_ text: [UInt8], _ range: Range<Int>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text[range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
