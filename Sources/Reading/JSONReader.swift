public import AdModel

/// Reads a file that is one JSON text: an ad, an array of ads, or an object that holds such an
/// array, as `{"jobs": […]}`.
public struct JSONReader: Reader {
  public static let name = "json"
  public static let fileExtensions = ["json"]

  /// The deepest nesting of arrays and objects that is read.
  public static let depthLimit = JSONTape.depthLimit

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    Contents(file).records
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    // A rest that is broken reaches to the end of the file, as no element of an array does.
    if record.upper == file.text.count {
      let contents = Contents(file)
      if let fault = contents.fault, contents.records.last == record {
        throw Problem(fault, in: file)
      }
    }
    return try Self.ad(from: record, in: file, names: names)
  }

  /// The ad of the object at `record`.
  static func ad(
    from record: ByteRange<Source>, in file: SourceFile, names: FieldNames
  ) throws(Problem) -> Ad {
    let tape = JSONTape(file.text, file.text.skippingMark(record.utf8))
    if let fault = tape.fault { throw Problem(fault, in: file) }
    guard tape.nodes[0].kind == .object else { throw Problem(notAnAd: tape.nodes[0], in: file) }
    return Record(tape, record: record, in: file, names: names).ad()
  }

  /// Where the records of a JSON file stand.
  private struct Contents {
    var records: [ByteRange<Source>] = []
    /// What is wrong with the file; the last record is then the rest from there.
    var fault: JSONFault?

    init(_ file: SourceFile) {
      let all = file.text.skippingMark(0..<file.text.count)
      let tape = JSONTape(file.text, all)
      fault = tape.fault
      var whole = 0..<0
      if !tape.nodes.isEmpty {
        if let list = Self.list(in: tape) {
          var children = tape.children(of: list)
          // Beside its JobPostings, JSON-LD tells of the site, the page and the company.
          if children.contains(where: tape.isPosting) {
            children.removeAll { tape.nodes[$0].kind == .object && !tape.isPosting($0) }
          }
          records = children.compactMap { child in
            let node = tape.nodes[child]
            return node.next == 0 ? nil : ByteRange(node.withQuotes)
          }
        } else if fault == nil {
          whole = tape.nodes[Self.only(in: tape) ?? 0].withQuotes
        }
      }
      if !whole.isEmpty { records = [ByteRange(whole)] }
      if fault != nil {
        records.append(ByteRange(records.last?.upper ?? 0, file.text.count))
      }
    }

    /// The number of the one ad that an object is wrapped around, as in `{"offer": {…}}`.
    private static func only(in tape: JSONTape) -> Int? {
      guard tape.nodes[0].kind == .object else { return nil }
      let names = tape.children(of: 0)
      let inner = names.filter { tape.nodes[$0 + 1].kind == .object }
      guard inner.count == 1, let name = inner.first else { return nil }
      return FieldNames.wrappers.contains(FieldNames.key(tape.text[tape.nodes[name].range]))
        && names.allSatisfy { $0 == name || tape.isAside($0) } ? name + 1 : nil
    }

    /// The number of the array that holds the records, if one does.
    private static func list(in tape: JSONTape) -> Int? {
      let root = tape.nodes[0]
      if root.kind == .array { return 0 }
      guard root.kind == .object else { return nil }
      let text = tape.text
      let values = tape.children(of: 0).map { (key: tape.nodes[$0], value: $0 + 1) }
      return values.first { key, value in
        guard tape.nodes[value].kind == .array, tape.nodes.count > value + 1 else { return false }
        guard tape.nodes[value].next != value + 1, tape.nodes[value + 1].kind == .object else {
          return false
        }
        return FieldNames.lists.contains(FieldNames.key(text[key.range]))
      }?.value
    }
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
