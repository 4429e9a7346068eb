public import AdModel

/// Reads a table whose cells stand between commas, semicolons, tabs or bars: an ad a row.
public struct CSVReader: Reader {
  public static let name = "csv"
  public static let fileExtensions = ["csv"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    Table(file.text, names: names).records
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try Table(file.text, names: names).ad(from: record, in: file, names: names)
  }
}

/// Reads a table whose cells stand between tabs: an ad a row.
public struct TSVReader: Reader {
  public static let name = "tsv"
  public static let fileExtensions = ["tsv", "tab"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] { table(file).records }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try table(file).ad(from: record, in: file, names: names)
  }

  private func table(_ file: SourceFile) -> Table {
    Table(file.text, delimiter: 0x09, names: names)
  }
}
