public import AdModel

extension SourceFile {
  /// The largest file that is read as a whole, in bytes: 256 MiB. There is no limit to a feed.
  public static let sizeLimit = 268_435_456

  /// The text of a file's bytes, whatever its encoding: UTF-8, UTF-16 or Windows-1252; that of a
  /// document is what it shows.
  ///
  /// What is packed with gzip is unpacked first. More bytes than `limit` are not read. Where a few
  /// bytes of a file are not UTF-8 and the rest is, each of them is read as U+FFFD.
  public init(
    name: String, bytes: [UInt8], limit: Int = SourceFile.sizeLimit
  ) throws(Problem) {
    if bytes.count > limit { throw .tooLarge(name, limit: limit) }
    let bytes = Gzip.isPacked(bytes) ? try Gzip.unpacked(bytes, name, limit: limit) : bytes
    if bytes.skippingMark(0..<bytes.count).isEmpty { throw .emptyFile(name) }
    if let file = try WordDocument.file(bytes, name: name, limit: limit) {
      self = file
      return
    }
    if PDFDocument.isOne(bytes) {
      self = try PDFDocument.file(bytes, name: name, limit: limit)
      return
    }
    if WordDocument.isNamed(name), bytes.starts(with: WordDocument.mark) {
      throw Problem(damagedDocument: name)
    }
    if let kind = KnownBinary.kind(of: bytes) { throw .binaryFile(name, kind) }
    if let encoding = Transcoder.wideEncoding(of: bytes) {
      var transcoder = Transcoder(name)
      try transcoder.readUTF16(bytes, isBigEndian: encoding == .utf16BigEndian)
      self.init(
        name: name, text: transcoder.text, encoding: encoding, transcoding: transcoder.map,
        byteCount: bytes.count)
      return
    }
    if let null = Self.telltaleNull(in: bytes) { throw .notText(name, byte: null, bytes[null]) }
    if bytes.span.isUTF8 {
      self.init(name: name, text: bytes)
      return
    }
    var transcoder = Transcoder(name)
    let encoding = try transcoder.readNarrow(bytes)
    self.init(
      name: name, text: transcoder.text, encoding: encoding, transcoding: transcoder.map,
      byteCount: bytes.count)
  }
}

extension SourceFile {
  /// The first null of bytes that are no text: more than one of 1,000 is null. A null or two in a
  /// feed is a slip in one of its records, and no reason to lose the others.
  static func telltaleNull(in bytes: [UInt8]) -> Int? {
    let sample = 0..<min(bytes.count, 1 << 16)
    let first = bytes.first(0, in: sample)
    var (count, at) = (0, first)
    while at < sample.upperBound {
      count += 1
      at = bytes.first(0, in: at + 1..<sample.upperBound)
    }
    return count * 1_000 > sample.count ? first : nil
  }
}

extension Problem {
  static func tooLarge(_ name: String, limit: Int) -> Problem {
    Problem(
      id: "file-too-large", file: name,
      message: "This file has more than \(limit) bytes, the most that is read; split it into"
        + " smaller files.")
  }

  static func emptyFile(_ name: String) -> Problem {
    Problem(id: "empty-file", file: name, message: "This file is empty, so there is no ad in it.")
  }

  static func binaryFile(_ name: String, _ kind: String) -> Problem {
    Problem(
      id: "binary-file", file: name,
      message:
        "This file is \(kind), which is not read; save the ad as text, Markdown, HTML or JSON"
        + " in UTF-8.")
  }

  static func notText(_ name: String, byte: Int, _ value: UInt8) -> Problem {
    Problem(
      id: "binary-file", file: name,
      message: "This file is not text: byte \(byte) is \(value), which no text has; save the ad"
        + " as text, Markdown, HTML or JSON in UTF-8.")
  }
}

/// Files that people mistake for text, by their first bytes.
enum KnownBinary {
  /// What the file is, if it is such.
  static func kind(of bytes: [UInt8]) -> String? {
    starts.first { bytes.starts(with: $0.bytes) }?.kind
  }

  private static let starts: [(bytes: [UInt8], kind: String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    ([0x1F, 0x8B], "a gzip archive inside another"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    ([0xFF, 0xFE, 0x00, 0x00], "text in UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "text in UTF-32"),
  ]
}
