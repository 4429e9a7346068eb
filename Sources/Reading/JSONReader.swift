public import AdModel

/// Reads a file that is one JSON text: an ad, an array of ads, or an object that holds such an
/// array, as `{"jobs": […]}`.
public struct JSONReader: FeedReader {
  public static let name = "json"
  public static let fileExtensions = ["json"]

  /// The deepest nesting of arrays and objects that is read.
  public static let depthLimit = JSONTape.depthLimit

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] { contents(of: file).records }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    // A rest that is broken reaches to the end of the file, as no element of an array does.
    if record.upper == file.text.count {
      let (records, fault) = contents(of: file)
      if let fault, records.last == record { throw fault(file) }
    }
    return try Self.ad(from: record, in: file, names: names)
  }

  private func contents(
    of file: SourceFile
  ) -> (records: [ByteRange<Source>], fault: ((SourceFile) -> Problem)?) {
    var splitter = ListSplitter(file.text, isWhole: true, names: names)
    return splitter.records(in: file.text)
  }

  func splitter(_ sample: [UInt8], isWhole: Bool) -> any Splitter {
    ListSplitter(sample, isWhole: isWhole, names: names)
  }

  var isAlwaysUTF8: Bool { true }

  func sampleSize(in bytes: [UInt8]) -> Int? { ListSplitter.sampleSize(in: bytes, names: names) }

  /// The ad of the object at `record`.
  static func ad(
    from record: ByteRange<Source>, in file: SourceFile, names: FieldNames
  ) throws(Problem) -> Ad {
    let tape = JSONTape(file.text, file.text.skippingMark(record.utf8))
    if let fault = tape.fault { throw Problem(fault, in: file) }
    guard tape.nodes[0].kind == .object else { throw Problem(notAnAd: tape.nodes[0], in: file) }
    let root = only(in: tape)
    let pointer = root.map { ValuePointer().appending(tape.name($0 - 1)) } ?? ValuePointer()
    let found = Record(
      tape, root: root ?? 0, pointer: pointer, record: record, in: file, names: names)
    guard found.tellsOfJob else { throw Problem(noFieldIn: tape.nodes[0], in: file) }
    return found.ad()
  }

  /// Whether the object of a whole file is a feed without ads, as `{"jobs": [], "total": 0}` is, and
  /// no ad that has such a list.
  static func isEmptyList(_ tape: JSONTape, names: FieldNames) -> Bool {
    guard tape.nodes[0].kind == .object, only(in: tape) == nil else { return false }
    let holdsList = tape.children(of: 0).contains { name in
      tape.nodes[name + 1].kind == .array && tape.children(of: name + 1).isEmpty
        && FieldNames.lists.contains(FieldNames.key(tape.text[tape.nodes[name].range]))
    }
    guard holdsList else { return false }
    let record = Record(
      tape, record: ByteRange(tape.nodes[0].withQuotes), in: SourceFile(name: "", text: tape.text),
      names: names)
    return record.layout == nil && !record.hasTitle && !record.hasBody
  }

  /// The number of the one ad that the object of a whole file is wrapped around, as in
  /// `{"offer": {…}}`.
  private static func only(in tape: JSONTape) -> Int? {
    let names = tape.children(of: 0)
    let inner = names.filter { tape.nodes[$0 + 1].kind == .object }
    guard names.count <= 8, inner.count == 1, let name = inner.first else { return nil }
    return FieldNames.wrappers.contains(FieldNames.key(tape.text[tape.nodes[name].range]))
      && names.allSatisfy { $0 == name || tape.isAside($0) } ? name + 1 : nil
  }
}

extension JSONTape {
  /// Whether the member that the name `index` begins tells nothing of an ad, such as how a request
  /// went.
  fileprivate func isAside(_ index: Int) -> Bool {
    switch nodes[index + 1].kind {
    case .number, .bool, .null: true
    case .string: FieldNames.asides.contains(FieldNames.key(text[nodes[index].range]))
    case .array, .object: children(of: index + 1).isEmpty
    }
  }
}

extension JSONTape.Node {
  /// Its bytes, the quotes of a string included.
  var withQuotes: Range<Int> { kind == .string ? lower - 1..<upper + 1 : lower..<upper }
}
