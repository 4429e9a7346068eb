public import AdModel

/// Reads a file with one JSON object a line.
public struct NDJSONReader: FeedReader {
  public static let name = "ndjson"
  public static let fileExtensions = ["ndjson", "jsonl"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    var splitter = LineSplitter(names: names)
    return splitter.records(in: file.text).records
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try JSONReader.ad(from: record, in: file, names: names)
  }

  var isAlwaysUTF8: Bool { true }

  func splitter(_ sample: [UInt8], isWhole: Bool) -> any Splitter { LineSplitter(names: names) }

  /// The first line.
  func sampleSize(in bytes: [UInt8]) -> Int? {
    let end = bytes.first(0x0A, in: 0..<bytes.count)
    return end < bytes.count ? end + 1 : nil
  }
}
