public import AdModel

/// Reads a PDF document through the text that pdftotext of Poppler makes of it, as a text.
public struct PDFReader: Reader {
  public static let name = "pdf"
  public static let fileExtensions = ["pdf"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    [ByteRange(0, file.text.count)]
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    let passage = TextReader.read(file.text, record.utf8, names: names)
    var draft = AdDraft(id: file.name, markup: .text, record: record)
    draft.append(passage, throughAll: record)
    draft.makeReadOnly()
    return draft.ad
  }
}

/// A PDF document.
enum PDFDocument {
  /// Whether `bytes` begin as one does.
  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "%PDF-".utf8) }

  /// The text of the document `bytes`, with the start of each page.
  static func file(_ bytes: [UInt8], name: String, limit: Int) throws(Problem) -> SourceFile {
    var output: [UInt8]
    do throws(Program.Failure) {
      output = try Program.output(
        of: "pdftotext -q -enc UTF-8 - -", reading: bytes, limit: limit)
    } catch {
      throw Problem(error, inPDF: name)
    }
    if !output.span.isUTF8 { output = Array(String(decoding: output, as: UTF8.self).utf8) }
    var pages = [0]
    for index in output.indices where output[index] == 0x0C {
      output[index] = 0x0A
      pages.append(index + 1)
    }
    // Each page ends with a form feed, the last one too.
    if pages.last == output.count { pages.removeLast() }
    let words = output.trimmed(0..<output.count)
    if words.isEmpty { throw Problem(noTextInPDF: name) }
    output.removeSubrange(words.upperBound...)
    var file = SourceFile(name: name, text: output, byteCount: bytes.count)
    file.document = Document(pages: pages)
    return file
  }
}

extension Problem {
  /// A document that pdftotext made nothing of.
  fileprivate init(_ failure: Program.Failure, inPDF name: String) {
    let (id, message) =
      switch failure {
      case .missing:
        (
          "missing-pdftotext",
          "PDF documents are read through pdftotext, which is not installed here: apt-get install"
            + " poppler-utils, or brew install poppler; or save the ad as a Word document or a text."
        )
      case .limits:
        (
          "pdf-limits",
          "This PDF document took more than \(Program.processorLimit) seconds or too much memory,"
            + " so it was not read; save the ad as a Word document or a text."
        )
      case .code:
        (
          "damaged-pdf",
          "This PDF document is damaged or needs a password; save it anew without one, or save the"
            + " ad as a Word document or a text."
        )
      case .system(let failure):
        (
          "unreadable-file",
          "pdftotext could not be run for this PDF document (\(failure.reason)); try again, or save"
            + " the ad as a Word document or a text."
        )
      }
    self.init(id: id, file: name, message: message)
  }

  /// A document of pictures.
  fileprivate init(noTextInPDF name: String) {
    self.init(
      id: "no-text-in-pdf", file: name,
      message: "This PDF document has no text, only pictures, which candidates' screen readers and"
        + " search engines cannot read either; save the ad as a document with text.")
  }
}
