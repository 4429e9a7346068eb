public import AdModel

/// Reads a page, or a piece of one.
///
/// A page is an ad. A JobPosting in its JSON-LD gives it fields, beside the words that the page
/// shows; of several, the one with the title of the page. Where it holds several JobPostings and
/// shows no text of its own, each of them is an ad.
public struct HTMLReader: Reader {
  public static let name = "html"
  public static let fileExtensions = ["html", "htm", "xhtml"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    let all = 0..<file.text.count
    guard file.text.first("application/ld+json", in: all) != nil else { return [ByteRange(all)] }
    let page = Page(file.text, file.text.skippingMark(all))
    let data = JSONLD(file.text, scripts: page.scripts)
    guard data.postings.count > 1 else { return [ByteRange(all)] }
    let longest = data.postings.map { record(of: $0, in: file, ByteRange(all)).bodyLength }.max()
    if page.words.shows(longest ?? 0) { return [ByteRange(all)] }
    return data.postings.map { ByteRange($0.range) }
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    if record.count < file.text.count {
      return try JSONReader.ad(from: record, in: file, names: names)
    }
    var page = Page(file.text, file.text.skippingMark(record.utf8))
    let data = JSONLD(file.text, scripts: page.scripts)
    var draft = AdDraft(id: file.name, markup: .html, record: record)
    let postings = data.postings.map { self.record(of: $0, in: file, record) }
    let title = page.words.text(of: .title)
    if let posting = postings.first(where: { $0.isCalled(title) }) ?? postings.first {
      if posting.hasTitle { page.demoteName() }
      draft.append(page.words, throughAll: record)
      posting.append(to: &draft, beside: page.words)
    } else {
      draft.append(page.words, throughAll: record)
    }
    for fault in data.faults { draft.add(Problem(inDataOfPage: fault, in: file)) }
    if let first = postings.first, postings.contains(where: { !$0.isCalled(first.title) }) {
      draft.add(Problem(severalPostings: data.postings, in: file))
    }
    return draft.ad
  }

  private func record(
    of posting: JSONLD.Posting, in file: SourceFile, _ record: ByteRange<Source>
  ) -> Record {
    Record(
      posting.tape, root: posting.root, pointer: posting.pointer, record: record, in: file,
      names: names)
  }

  /// What `range` of `text` says; a first heading that differs from `title` is no title.
  static func read(_ text: [UInt8], _ range: Range<Int>, title: [UInt8]? = nil) -> Passage {
    Page(text, range, title: title).words
  }
}

/// A page read: its words, and the scripts that hold data about them.
private struct Page {
  var words: Passage
  let scripts: [Range<Int>]

  init(_ text: [UInt8], _ range: Range<Int>, title: [UInt8]? = nil) {
    let flow = Flow(text, startingAt: range.lowerBound, knownTitle: title)
    let hasTopHeading = text.first("<h1", in: range) != nil
    var scanner = HTMLScanner(flow, hasTopHeading: hasTopHeading)
    scanner.read(range)
    words = scanner.flow.finished(pageTitle: scanner.pageTitle)
    scripts = scanner.data
  }

  /// Takes what the page calls itself, such as “Chef | Jobs | Acme”, for no title of the job.
  mutating func demoteName() {
    for index in words.fields.indices
    where words.fields[index].part == .title && words.fields[index].name == "title" {
      words.fields[index].part = .other
    }
  }
}
