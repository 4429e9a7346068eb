public import AdModel
import Reporting

/// A text that is open in an editor.
public struct Document: Sendable {
  public let uri: String
  /// What the editor takes it for, such as `markdown`.
  public let language: String
  /// The number that the editor gave it when it changed last, if any.
  public private(set) var version: Int?
  /// The text, UTF-8.
  public private(set) var text: [UInt8]
  private var lines: LineIndex
  private let encoding: PositionEncoding

  public init(
    uri: String, language: String, version: Int?, text: String, encoding: PositionEncoding
  ) {
    self.uri = uri
    self.language = language
    self.version = version
    self.encoding = encoding
    self.text = Array(text.utf8)
    lines = LineIndex(self.text)
  }

  /// Applies `changes` (`TextDocumentContentChangeEvent`) one after another; says whether all of
  /// them made sense.
  public mutating func apply(_ changes: [JSONValue], version: Int?) -> Bool {
    self.version = version
    for change in changes {
      guard let new = change["text"]?.string else { return false }
      if let range = change["range"] {
        guard let bytes = bytes(of: range) else { return false }
        text.replaceSubrange(bytes, with: new.utf8)
      } else {
        text = Array(new.utf8)
      }
      lines = LineIndex(text)
    }
    return true
  }

  // MARK: Places

  /// The bytes of a `Range`; its ends may be in the wrong order.
  public func bytes(of range: JSONValue) -> Range<Int>? {
    guard let a = range["start"].flatMap(offset), let b = range["end"].flatMap(offset) else {
      return nil
    }
    return min(a, b)..<max(a, b)
  }

  /// The byte at a `Position`; one behind the end of its line means that end.
  public func offset(of position: JSONValue) -> Int? {
    guard let line = position["line"]?.int, let character = position["character"]?.int,
      line >= 0, character >= 0
    else { return nil }
    guard line < lines.count else { return text.count }
    // A byte order mark is a character of the text to an editor.
    let start = line == 0 ? 0 : lines.start(ofLine: line + 1)
    var at = start
    var left = character
    let end = lines.content(ofLine: line + 1).upperBound
    while left > 0, at < end {
      let width = Self.width(of: text[at])
      let cost = encoding == .utf8 ? width : encoding == .utf16 && width == 4 ? 2 : 1
      // A place within a character is the place before it.
      if cost > left { break }
      left -= cost
      at += width
    }
    return min(at, end)
  }

  /// The `Range` of `place`.
  public func range(of place: ByteRange<Source>) -> JSONValue {
    ["start": position(at: place.lower), "end": position(at: place.upper)]
  }

  private func position(at offset: Int) -> JSONValue {
    let position = lines.position(at: offset, in: encoding.unit)
    let hasMark = position.line == 1 && 0 < lines.textStart && lines.textStart <= offset
    let mark = hasMark ? encoding == .utf8 ? 3 : 1 : 0
    return ["line": .int(position.line - 1), "character": .int(position.column - 1 + mark)]
  }

  /// The bytes of the character that begins with `byte`.
  private static func width(of byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
