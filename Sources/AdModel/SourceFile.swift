/// A file of ads, or a window of a long one: its name, its text, and the way back to its bytes.
public struct SourceFile: Sendable {
  /// The path as given, with `/` between folders.
  public var name: String
  /// The text, UTF-8. These are the bytes of the file (a byte order mark included), unless it is
  /// written in another encoding, or some of its bytes are not UTF-8. The bytes of a packed file are
  /// those that it unpacks to, here and wherever they are counted.
  public var text: [UInt8]
  /// The encoding of the bytes.
  public var encoding: Encoding
  /// The way back to the bytes of a file that is not, or not all, UTF-8.
  public var transcoding: SourceMap<Source, Original>?
  /// How it is packed, if it is: then its bytes are none of a file on the disk.
  public var packing: Packing?
  /// What it looks like, if it is a document and ``text`` is what was read of it.
  public var document: Document?
  /// The number of bytes of the file.
  public var byteCount: Int
  /// The number of bytes of the file that stand in front of ``text``, which is a window of it; 0 for
  /// a whole file.
  public var offset: Int
  /// The number of bytes at the end of ``text`` that the next window has again: they only show what
  /// comes behind the records of this one. 0 at the end of the file.
  public var lookahead: Int

  public init(
    name: String, text: [UInt8], encoding: Encoding = .utf8,
    transcoding: SourceMap<Source, Original>? = nil, byteCount: Int? = nil,
    offset: Int = 0, lookahead: Int = 0
  ) {
    self.name = name
    self.text = text
    self.encoding = encoding
    self.transcoding = transcoding
    self.byteCount = byteCount ?? text.count
    self.offset = offset
    self.lookahead = lookahead
  }

  /// Whether the file on the disk is no text, so that no line and no byte of ``text`` is one of it.
  public var isBinary: Bool { document != nil || packing != nil }

  /// The bytes of the file at `place`, counted from the start of the file.
  public func original(of place: ByteRange<Source>) -> Range<Int> {
    let place = transcoding?.origin(covering: place).utf8 ?? place.utf8
    return place.lowerBound + offset..<place.upperBound + offset
  }

  /// The bytes of ``text`` that belong to this window and not to the next.
  public var ownText: Range<Int> { 0..<text.count - lookahead }
}

/// How a file is packed.
public enum Packing: Hashable, Sendable {
  /// By itself, with gzip.
  case compressed
  /// As the member `name` of the archive at the path `archive`.
  case member(name: String, archive: String)
}

/// How a file's characters are written as bytes; the raw value is the IANA name.
public enum Encoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
}
