public import AdModel

/// Reads a page, or a piece of one.
public struct HTMLReader: Reader {
  public static let name = "html"
  public static let fileExtensions = ["html", "htm", "xhtml"]

  public init(_ options: ReadingOptions) {}

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    [ByteRange(0, file.text.count)]
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    let passage = Self.read(file.text, file.text.skippingMark(record.utf8))
    return AdDraft.ad(of: passage, markup: .html, record: record, in: file)
  }

  /// What `range` of `text` says; a first heading that differs from `title` is no title.
  static func read(_ text: [UInt8], _ range: Range<Int>, title: [UInt8]? = nil) -> Passage {
    let flow = Flow(text, startingAt: range.lowerBound, knownTitle: title)
    let hasTopHeading = text.first("<h1", in: range) != nil
    var scanner = HTMLScanner(flow, hasTopHeading: hasTopHeading)
    scanner.read(range)
    let pageTitle = scanner.pageTitle
    return scanner.flow.finished(pageTitle: pageTitle)
  }
}
