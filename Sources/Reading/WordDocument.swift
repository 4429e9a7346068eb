import AdModel

/// A document of Word (ECMA-376, WordprocessingML), read for its text.
///
/// Each paragraph is a line of the text, and so is a row of a table whose cells have one paragraph
/// each. Inserted words are read, deleted and hidden ones are not; of a drawing and what stands in for
/// it, the first is. Bytes are counted in the part that holds the text, as UTF-8. Headers, footers, notes and comments are no part of an ad.
struct WordDocument {
  /// The largest part that is unpacked, in bytes: 64 MiB.
  static let partLimit = 67_108_864

  /// The document whose bytes are `bytes`, or `nil` if they are no such document.
  static func file(_ bytes: [UInt8], name: String, limit: Int) throws(Problem) -> SourceFile? {
    guard bytes.starts(with: mark),
      let directory = try? ZipDirectory(of: bytes),
      let main = directory.members.first(where: { isMain($0.name) })
    else { return nil }
    let parts = Parts(bytes: bytes, directory: directory, file: name)
    let text = try parts.text(of: main, limit: min(limit, partLimit))
    let styles = WordStyles(try parts.text(named: "word/styles.xml")?.text ?? [])
    let targets = WordTargets(
      try parts.text(named: relations(of: main.name))?.text ?? [])
    var scan = WordScan(text.text, styles, targets)
    if let fault = scan.read() { throw Problem(fault, inDocument: name) }
    var file = scan.file(name: name, byteCount: bytes.count)
    file.document?.part = main.name
    if file.text.trimmed(0..<file.text.count).isEmpty { throw .emptyFile(name) }
    return file
  }

  /// What the file of a document begins with, as every ZIP archive does.
  static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Whether a file of this name should be such a document.
  static func isNamed(_ name: String) -> Bool {
    ["docx", "docm"].contains(Readers.fileExtension(of: name))
  }

  /// Whether a part holds the text: `word/document.xml`, with a number in some.
  private static func isMain(_ name: String) -> Bool {
    guard name.hasPrefix("word/document"), name.hasSuffix(".xml") else { return false }
    return name.utf8.dropFirst("word/document".utf8.count).dropLast(".xml".utf8.count)
      .allSatisfy(\.isDigit)
  }

  /// The part that says where the links of another lead: `word/_rels/document.xml.rels`.
  private static func relations(of part: String) -> String {
    let steps = part.split(separator: "/")
    return (steps.dropLast() + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
  }

  /// The parts of a document by their names.
  private struct Parts {
    let bytes: [UInt8]
    let directory: ZipDirectory
    let file: String

    /// The text of a part, or `nil` if there is none.
    func text(named name: String) throws(Problem) -> SourceFile? {
      guard let member = directory.members.first(where: { $0.name == name }), member.size > 0 else {
        return nil
      }
      return try text(of: member, limit: WordDocument.partLimit)
    }

    func text(of member: ZipDirectory.Member, limit: Int) throws(Problem) -> SourceFile {
      if member.size > limit { throw .tooLarge(file, limit: limit) }
      let unpacked = (try? member.unpacked(from: bytes)).flatMap { $0 }
      guard !member.isEncrypted, let unpacked, !unpacked.starts(with: bytes.prefix(4)) else {
        throw Problem(damagedDocument: file)
      }
      return try SourceFile(name: file, bytes: unpacked, limit: limit)
    }
  }
}

extension Problem {
  /// A document that is none, or whose parts do not unpack to what they should.
  init(damagedDocument name: String) {
    self.init(
      id: "damaged-document", file: name,
      message:
        "This Word document is damaged or encrypted; open it in a word processor, and save it"
        + " anew without a password.")
  }

  /// A document whose text is no XML.
  fileprivate init(_ fault: XMLFault, inDocument name: String) {
    self.init(
      id: "damaged-document", file: name,
      message: "The text of this Word document is not valid XML: found \(fault.reason) (byte"
        + " \(fault.offset) of it); open it in a word processor, and save it anew.")
  }
}
