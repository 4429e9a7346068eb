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
    guard let root = only(in: tape) else {
      return Record(tape, record: record, in: file, names: names).ad()
    }
    let pointer = ValuePointer().appending(tape.name(root - 1))
    return Record(tape, root: root, pointer: pointer, record: record, in: file, names: names).ad()
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
