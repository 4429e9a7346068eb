import AdModel

/// Splits one JSON text into the ads that it lists: the elements of the array that it is, or of the
/// array that a known member such as `jobs` holds; else it is one ad itself.
struct ListSplitter: Splitter {
  private let names: FieldNames
  private var state = State.start
  /// Whether the list is JSON-LD: beside its JobPostings, such tells of the site, the page and the
  /// company.
  private var isOfPostings = false

  private enum State {
    /// In front of the text.
    case start
    /// In the list, behind its opening bracket or behind an element.
    case list(isFirst: Bool, isInObject: Bool)
    /// Behind an element that is too long.
    case skipping(JSONSkipper, isInObject: Bool)
    /// Behind the list, in the object that holds it.
    case members
    /// Behind the text.
    case rest
    /// Behind a fault, where nothing can be told apart any more.
    case lost
  }

  private init(names: FieldNames) { self.names = names }

  /// What splits a text that begins with `sample`, which tells whether it is JSON-LD.
  init(_ sample: [UInt8], isWhole: Bool, names: FieldNames) {
    self.init(names: names)
    let all = Stretch(lower: 0, upper: sample.count, isLast: isWhole)
    guard sample.first("jobposting", in: all.range) != nil else { return }
    var probe = self
    var at = 0
    while !isOfPostings {
      switch probe.step(in: sample, all.from(at)) {
      case .record(let range, let next):
        isOfPostings = JSONTape(sample, range).isPosting(0)
        at = next
      case .gap(let next): at = next
      case .broken, .more, .end: return
      }
    }
  }

  /// How many bytes of a text that begins with `bytes` tell whether it is JSON-LD: up to its first
  /// element that is a JobPosting, or has no type at all.
  static func sampleSize(in bytes: [UInt8], names: FieldNames) -> Int? {
    var probe = ListSplitter(names: names)
    let all = Stretch(lower: 0, upper: bytes.count, isLast: false)
    var at = 0
    while true {
      switch probe.step(in: bytes, all.from(at)) {
      case .record(let range, let next):
        let tape = JSONTape(bytes, range)
        if tape.isPosting(0) || !tape.isTyped(0) { return next }
        at = next
      case .gap(let next): at = next
      case .broken, .more, .end: return nil
      }
    }
  }

  func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try JSONReader.ad(from: record, in: file, names: names)
  }

  mutating func step(in text: [UInt8], _ stretch: Stretch) -> Step {
    switch state {
    case .start: return begin(in: text, stretch)
    case .list(let isFirst, let isInObject):
      return element(in: text, stretch, isFirst: isFirst, isInObject: isInObject)
    case .skipping(var skipper, let isInObject):
      let next = skipper.skip(text, stretch.range)
      state =
        skipper.isDone
        ? .list(isFirst: false, isInObject: isInObject)
        : .skipping(skipper, isInObject: isInObject)
      if next > stretch.lower { return .gap(next: next) }
      return skipper.isDone ? step(in: text, stretch) : stretch.isLast ? .end : .more
    case .members: return member(in: text, stretch)
    case .rest: return rest(in: text, stretch)
    case .lost: return stretch.range.isEmpty ? ending(stretch) : .gap(next: stretch.upper)
    }
  }

  mutating func giveUp(in text: [UInt8], _ stretch: Stretch) -> Step {
    if case .list(let isFirst, let isInObject) = state {
      var at = text.skippingJSONBlanks(stretch.range)
      if !isFirst, at < stretch.upper, text[at] == 0x2C { at += 1 }
      var skipper = JSONSkipper()
      _ = skipper.skip(text, at..<stretch.upper)
      state = .skipping(skipper, isInObject: isInObject)
      return .broken(stretch.range, next: stretch.upper, Problem.tooLong(at: at, stretch))
    }
    state = .lost
    return .broken(stretch.range, next: stretch.upper, Problem.tooLong(at: stretch.lower, stretch))
  }

  private func ending(_ stretch: Stretch) -> Step { stretch.isLast ? .end : .more }
}

// MARK: - The list

extension ListSplitter {
  /// What stands in the list, or its end.
  private mutating func element(
    in text: [UInt8], _ stretch: Stretch, isFirst: Bool, isInObject: Bool
  ) -> Step {
    var at = text.skippingJSONBlanks(stretch.range)
    guard at < stretch.upper || stretch.isLast else { return .more }
    if at < stretch.upper, text[at] == 0x5D {
      state = isInObject ? .members : .rest
      return .gap(next: at + 1)
    }
    if !isFirst {
      guard at < stretch.upper, text[at] == 0x2C else {
        return lose(JSONFault(offset: at, expected: .commaOrBracket), stretch)
      }
      at = text.skippingJSONBlanks(at + 1..<stretch.upper)
    }
    let value = read(text, stretch.from(at), depth: isInObject ? 2 : 1)
    switch value {
    case .whole(let tape):
      state = .list(isFirst: false, isInObject: isInObject)
      let range = tape.nodes[0].withQuotes
      let isAside = isOfPostings && tape.nodes[0].kind == .object && !tape.isPosting(0)
      return isAside ? .gap(next: range.upperBound) : .record(range, next: range.upperBound)
    case .broken(let fault): return lose(fault, stretch)
    case .cut: return .more
    }
  }

  /// A value that a text holds next.
  private enum Value {
    case whole(JSONTape)
    case broken(JSONFault)
    /// It may go on behind the stretch.
    case cut
  }

  /// Reads the value at the start of `stretch`, which stands so deep in its text.
  private func read(_ text: [UInt8], _ stretch: Stretch, depth: Int) -> Value {
    let tape = JSONTape(text, beginningOf: stretch.range, depth: depth)
    if let fault = tape.fault {
      // A word such as “true” may be cut in front of its end.
      return stretch.isLast || fault.offset + 8 < stretch.upper ? .broken(fault) : .cut
    }
    let isClosed = [.object, .array, .string].contains(tape.nodes[0].kind)
    return stretch.isLast || isClosed || tape.upper < stretch.upper ? .whole(tape) : .cut
  }

  private mutating func lose(_ fault: JSONFault, _ stretch: Stretch) -> Step {
    state = .lost
    return .broken(stretch.range, next: stretch.upper) { Problem(fault, in: $0) }
  }
}

// MARK: - Around the list

extension ListSplitter {
  /// Goes from the start of the text into its list, if there is one.
  private mutating func begin(in text: [UInt8], _ stretch: Stretch) -> Step {
    let at = text.skippingJSONBlanks(text.skippingMark(stretch.range))
    guard at < stretch.upper || stretch.isLast else { return .more }
    if at < stretch.upper, text[at] == 0x5B {
      state = .list(isFirst: true, isInObject: false)
      return .gap(next: at + 1)
    }
    if at < stretch.upper, text[at] == 0x7B, let step = search(in: text, stretch.from(at)) {
      return step
    }
    switch read(text, stretch.from(at), depth: 0) {
    case .cut: return .more
    case .broken(let fault): return lose(fault, stretch)
    case .whole(let tape):
      let end = text.skippingJSONBlanks(tape.upper..<stretch.upper)
      if end < stretch.upper { return lose(JSONFault(offset: end, expected: .end), stretch) }
      guard stretch.isLast else { return .more }
      state = .rest
      if JSONReader.isEmptyList(tape, names: names) { return .gap(next: stretch.upper) }
      return .record(tape.nodes[0].withQuotes, next: stretch.upper)
    }
  }

  /// Looks through the members of an object for one that is a list of ads. Is `nil` where there is
  /// none in front of its end or of a fault.
  private mutating func search(in text: [UInt8], _ stretch: Stretch) -> Step? {
    var at = stretch.lower + 1
    while true {
      at = text.skippingJSONBlanks(at..<stretch.upper)
      guard case .whole(let name) = read(text, stretch.from(at), depth: 1),
        name.nodes[0].kind == .string
      else { return nil }
      at = text.skippingJSONBlanks(name.upper..<stretch.upper)
      guard at < stretch.upper, text[at] == 0x3A else { return nil }
      at = text.skippingJSONBlanks(at + 1..<stretch.upper)
      if at < stretch.upper, text[at] == 0x5B,
        FieldNames.lists.contains(FieldNames.key(text[name.nodes[0].range]))
      {
        let first = text.skippingJSONBlanks(at + 1..<stretch.upper)
        if first == stretch.upper, !stretch.isLast { return .more }
        if first < stretch.upper, text[first] == 0x7B {
          state = .list(isFirst: true, isInObject: true)
          return .gap(next: at + 1)
        }
      }
      guard case .whole(let value) = read(text, stretch.from(at), depth: 1) else {
        return nil
      }
      at = text.skippingJSONBlanks(value.upper..<stretch.upper)
      guard at < stretch.upper, text[at] == 0x2C else { return nil }
      at += 1
    }
  }

  /// What stands behind the list in its object: a member, or the end.
  private mutating func member(in text: [UInt8], _ stretch: Stretch) -> Step {
    var at = text.skippingJSONBlanks(stretch.range)
    guard at < stretch.upper || stretch.isLast else { return .more }
    if at < stretch.upper, text[at] == 0x7D {
      state = .rest
      return .gap(next: at + 1)
    }
    func fault(_ expected: JSONFault.Expected) -> Step {
      if at == stretch.upper, !stretch.isLast { return .more }
      return lose(JSONFault(offset: at, expected: expected), stretch)
    }
    guard at < stretch.upper, text[at] == 0x2C else { return fault(.commaOrBrace) }
    at = text.skippingJSONBlanks(at + 1..<stretch.upper)
    guard at < stretch.upper, text[at] == 0x22 else { return fault(.name) }
    switch read(text, stretch.from(at), depth: 1) {
    case .cut: return .more
    case .broken(let fault): return lose(fault, stretch)
    case .whole(let name): at = text.skippingJSONBlanks(name.upper..<stretch.upper)
    }
    guard at < stretch.upper, text[at] == 0x3A else { return fault(.colon) }
    at = text.skippingJSONBlanks(at + 1..<stretch.upper)
    switch read(text, stretch.from(at), depth: 1) {
    case .cut: return .more
    case .broken(let fault): return lose(fault, stretch)
    case .whole(let value): return .gap(next: value.upper)
    }
  }

  /// What stands behind the text: nothing, but blanks.
  private mutating func rest(in text: [UInt8], _ stretch: Stretch) -> Step {
    if stretch.range.isEmpty { return ending(stretch) }
    let at = text.skippingJSONBlanks(stretch.range)
    if at == stretch.upper { return .gap(next: at) }
    return lose(JSONFault(offset: at, expected: .end), stretch)
  }
}
