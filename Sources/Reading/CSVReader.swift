public import AdModel

/// Reads a table whose cells stand between commas, semicolons, tabs or bars: an ad a row.
public struct CSVReader: FeedReader {
  public static let name = "csv"
  public static let fileExtensions = ["csv"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    TableSplitter.records(in: file, table(file.text), names)
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try TableSplitter.ad(from: record, inAllOf: file, table(file.text), names)
  }

  func splitter(_ sample: [UInt8], isWhole: Bool) -> any Splitter {
    TableSplitter(table(sample), names: names)
  }

  func sampleSize(in bytes: [UInt8]) -> Int? { table(bytes).sampleSize(in: bytes) }

  private func table(_ text: [UInt8]) -> Table { Table(text, names: names) }
}

/// Reads a table whose cells stand between tabs: an ad a row.
public struct TSVReader: FeedReader {
  public static let name = "tsv"
  public static let fileExtensions = ["tsv", "tab"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    TableSplitter.records(in: file, table(file.text), names)
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try TableSplitter.ad(from: record, inAllOf: file, table(file.text), names)
  }

  func splitter(_ sample: [UInt8], isWhole: Bool) -> any Splitter {
    TableSplitter(table(sample), names: names)
  }

  func sampleSize(in bytes: [UInt8]) -> Int? { table(bytes).sampleSize(in: bytes) }

  private func table(_ text: [UInt8]) -> Table { Table(text, delimiter: 0x09, names: names) }
}
