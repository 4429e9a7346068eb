public import AdModel

/// Reads a file with one JSON object a line.
public struct NDJSONReader: Reader {
  public static let name = "ndjson"
  public static let fileExtensions = ["ndjson", "jsonl"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    var records: [ByteRange<Source>] = []
    let all = file.text.skippingMark(0..<file.text.count)
    var at = all.lowerBound
    while at < all.upperBound {
      let end = file.text.first(0x0A, in: at..<all.upperBound)
      let line = file.text.trimmed(at..<end)
      if !line.isEmpty { records.append(ByteRange(line)) }
      at = end + 1
    }
    return records
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try JSONReader.ad(from: record, in: file, names: names)
  }
}
