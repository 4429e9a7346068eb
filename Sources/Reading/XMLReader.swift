public import AdModel

/// Reads a feed of ads in XML, such as job boards exchange, RSS and HR-XML.
///
/// Each ad is parsed by itself, so that a broken one is lost alone.
public struct XMLReader: FeedReader {
  public static let name = "xml"
  public static let fileExtensions = ["xml", "rss", "atom"]

  /// The deepest nesting of elements that is read.
  public static let depthLimit = XMLTape.depthLimit

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    var splitter = FeedSplitter(file.text, names: names)
    return splitter.records(in: file.text).records
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    if record.count == file.text.count, Feed(file.text, names: names) == nil {
      throw Problem(noAdsInFeed: record, in: file)
    }
    return try Self.ad(from: record, in: file, names: names)
  }

  func splitter(_ sample: [UInt8], isWhole: Bool) -> any Splitter {
    FeedSplitter(sample, names: names)
  }

  func sampleSize(in bytes: [UInt8]) -> Int? { Feed(bytes, names: names)?.sampleSize }

  /// The ad of the element at `record`.
  static func ad(
    from record: ByteRange<Source>, in file: SourceFile, names: FieldNames
  ) throws(Problem) -> Ad {
    let range = file.text.trimmed(file.text.skippingMark(record.utf8))
    guard let tag = XMLTag.next(in: file.text, range), tag.place.lowerBound == range.lowerBound,
      tag.kind != .end
    else { throw Problem(cutFeed: record, in: file) }
    let tape = XMLTape(file.text, range)
    if let fault = tape.fault { throw Problem(fault, in: file) }
    var ad = Record(tape, record: record, in: file, names: names).ad()
    if let unknown = tape.unknownReference(in: file.text) {
      ad.problems.append(Problem(unknownReference: ByteRange(unknown), in: file))
    }
    return ad
  }
}

extension XMLTape {
  /// The first reference by a name that neither XML nor HTML has.
  fileprivate func unknownReference(in text: [UInt8]) -> Range<Int>? {
    events.first { $0.kind == .reference && CharacterReference(in: text, $0.place) == nil }?.place
  }
}
