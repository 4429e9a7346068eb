import AdModel

/// The ad that one record of a file tells: a JSON object, a row of a table, an item of a feed.
///
/// Whatever its format, a record is named values, each with its place and the way in which it is
/// spelled there. Its fields come first, then its body, read as the markup that it is written in.
/// What the body repeats of a field, such as the title, comes from the body. The values of a known
/// source are known by their path (``Layout``).
struct Record {
  let file: SourceFile
  let names: FieldNames
  /// Its bytes in the file.
  private let place: ByteRange<Source>
  /// How it is laid out, if its source is known.
  let layout: Layout?
  /// The JSON pointer that leads to it.
  private let root: String

  private(set) var values: [Value] = []
  private var id: String?
  /// How the record says that its body is written.
  private(set) var format: String?

  /// A value of the record that has no values inside.
  struct Value {
    var part: Part
    var name: String
    var pointer: String
    /// The names that lead to it where the layout is known, as ``Layout/path(_:_:)`` has them.
    var path = ""
    var kind: Kind
    /// Its bytes in the file, quotes and tags left out.
    var place: Range<Int>
    var spelling: Spelling
  }

  /// What a value is; only JSON has others than text.
  enum Kind { case text, number, bool, null }

  /// A record at `place` that holds nothing yet.
  init(
    at place: ByteRange<Source>, in file: SourceFile, names: FieldNames, layout: Layout? = nil,
    root: String = ""
  ) {
    self.place = place
    self.file = file
    self.names = names
    self.layout = layout
    self.root = root
  }

  /// The ad.
  func ad() -> Ad {
    let all = bodies(title: title)
    let bodies = all.withoutRepeats
    let said = bodies.said
    let kept = Set(bodies.map(\.value.place))
    var draft = AdDraft(
      id: id ?? "\(file.name)#\(Fingerprint.of(file.text, place.utf8))",
      markup: bodies.max { $0.passage.prose.count < $1.passage.prose.count }?.markup ?? .text,
      record: place)
    for index in values.indices where values[index].part != .body {
      let isRepeated = isRepeated(values[index], in: said)
      if isRepeated, layout?.isKeptWhole != true { continue }
      append(values[index], as: isRepeated ? .other : values[index].part, to: &draft)
    }
    for body in all where !kept.contains(body.value.place) {
      append(body.value, as: .other, to: &draft)
    }
    appendPay(to: &draft)
    for body in bodies { append(body, to: &draft) }
    for index in values.indices where values[index].part == .body && values[index].kind != .text {
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
    let bodies = bodies(title: title)
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
  var hasTitle: Bool { says(.title) }

  /// Whether its title is `title`, blanks and the ends of lines alike.
  func isCalled(_ title: [UInt8]?) -> Bool { self.title?.folded() == title?.folded() }

  /// Whether it has a text about the job.
  var hasBody: Bool { says(.body) }

  private func says(_ part: Part) -> Bool {
    values.contains { $0.part == part && $0.kind != .null && !$0.place.isEmpty }
  }

  /// Whether it has a field that only an ad has, though it may be empty, or is one by its source.
  var tellsOfJob: Bool {
    layout != nil || values.contains { Self.partsOfJob.contains($0.part) }
  }

  private static let partsOfJob: Set<Part> = [.title, .body, .company, .location, .salary]

  /// The length of the longest text about the job, in bytes of prose.
  var bodyLength: Int { bodies(title: nil).map { $0.passage.prose.count }.max() ?? 0 }
}

// MARK: - Values

extension Record {
  /// Makes room for `count` values.
  mutating func reserve(_ count: Int) { values.reserveCapacity(count) }

  /// Adds a value that nothing else is known of than its part.
  mutating func add(_ value: Value) { values.append(value) }

  /// Adds a value that may also be the record's own id, or how its body is written.
  mutating func add(_ value: Value, meaning: FieldNames.Meaning?) {
    switch meaning {
    case .id:
      let isBest = id == nil || value.name == "id"
      if isBest, value.kind != .null, !value.place.isEmpty { id = string(value) }
    case .format: format = string(value).lowercased()
    case .part, nil: values.append(value)
    }
  }

  /// Names a record that has no name yet, unless the value is empty.
  mutating func nameIfNeeded(by value: Value) {
    if id == nil, !value.place.isEmpty { id = string(value) }
  }

  /// Keeps out of sight what only says again what another value says.
  mutating func hideCopies() {
    guard let layout else { return }
    let said = Set(values.lazy.filter { !$0.place.isEmpty && $0.kind != .null }.map(\.path))
    for index in values.indices {
      guard case .copy(let originals) = layout.role(at: values[index].path),
        originals.contains(where: said.contains)
      else { continue }
      values[index].part = .other
    }
  }

  /// What the value beside `label` tells; only of facts, since a text goes by no label.
  func labelled(_ label: Value) -> Part? {
    let name = decoded(label).bytes
    guard case .part(let part) = names.meaning(of: name.span) else { return nil }
    return Self.labelledParts.contains(part) ? part : nil
  }

  private static let labelledParts: Set<Part> = [
    .salary, .contract, .hours, .workMode, .location, .country, .closing,
  ]

  /// The part of a named value: its own name tells more than that of what is around it, except that
  /// what stands inside a body, or beside a known value, is not another title or text.
  func part(_ meaning: FieldNames.Meaning?, isTop: Bool, in outer: Part?) -> Part? {
    var own: Part?
    if case .part(let part) = meaning { own = part }
    if isTop { return own }
    if outer == .body { return outer }
    guard let outer else { return own == .body || own == .title ? nil : own }
    return own == .country || own == .location ? own : outer
  }

  /// Its title as it says it.
  var title: [UInt8]? {
    values.first { $0.part == .title && !$0.place.isEmpty }.map { decoded($0).bytes }
  }

  private func string(_ value: Value) -> String {
    if case .plain = value.spelling {
      return String(decoding: file.text[value.place], as: UTF8.self)
    }
    return String(decoding: decoded(value).bytes, as: UTF8.self)
  }

  /// What a value says.
  func decoded(_ value: Value) -> (bytes: [UInt8], map: SourceMap<Inner, Source>) {
    var bytes: [UInt8] = []
    var map = SourceMap<Inner, Source>(startingAt: value.place.lowerBound)
    value.spelling.decode(file.text, value.place, into: &bytes, &map)
    return (bytes, map)
  }

  /// Adds a value as a field of `part`; `null` says nothing.
  private func append(_ value: Value, as part: Part, to draft: inout AdDraft) {
    draft.append(part, name: value.name, pointer: value.pointer, value: ByteRange(value.place)) {
      prose, map in
      if value.kind == .null { return }
      value.spelling.decode(file.text, value.place, into: &prose, &map)
    }
  }

  /// Adds the pay that the data have in pieces as one line.
  private func appendPay(to draft: inout AdDraft) {
    guard let layout, let pay = PayLine(values, in: layout, root: root) else { return }
    draft.append(.salary, name: pay.name, pointer: pay.pointer, value: pay.place) {
      pay.append(file.text, to: &$0, &$1)
    }
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
