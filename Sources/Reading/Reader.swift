public import AdModel

/// Turns the text of one format into ads that remember where each word came from.
///
/// Reading is in two steps, so that the records of a large file can be shared out: ``records(in:)``
/// only finds where each record begins and ends; ``ad(from:in:)`` reads one.
public protocol Reader: Sendable {
  /// What `--input` calls the format, such as `ndjson`.
  static var name: String { get }

  /// Endings of file names that are this format for sure, lower case, without the dot.
  static var fileExtensions: [String] { get }

  init(_ options: ReadingOptions)

  /// Where the records stand, in order. A text or a page is one record.
  ///
  /// What is no record (a blank line) is left out; what is a broken one is a record, which
  /// ``ad(from:in:)`` then says.
  func records(in file: SourceFile) -> [ByteRange<Source>]

  /// The ad of one record.
  func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad
}

/// What a configuration can say about reading.
public struct ReadingOptions: Sendable {
  /// Names of fields by the part that they are; case, blanks, `_` and `-` do not matter.
  public var names: [String: Part]

  public init(names: [String: Part] = [:]) { self.names = names }
}
