/// Lines and columns of a text, from byte offsets.
///
/// Lines end at LF, CRLF or a lone CR, as GitHub and most editors have it. A byte order mark at the
/// start takes no column (SARIF 2.1.0, 3.30.2). A column is the difference of two counts from the
/// start of the text, and a count is a look-up plus a walk over at most ``stride`` bytes, so that
/// columns in a feed of 50 MB without a line feed cost no more than those in a short file.
public struct LineIndex: Sendable {
  /// What a column counts.
  public enum Unit: Sendable, CaseIterable {
    /// UTF-16 code units: SARIF, the language server protocol, VS Code.
    case utf16
    /// Unicode scalars.
    case scalars
    /// UTF-8 bytes.
    case utf8
  }

  /// A place between two characters, as people count: from 1.
  public struct Position: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Where the text begins, in bytes: behind a byte order mark.
  public let textStart: Int
  /// The byte at which each line begins.
  let starts: [Int]
  /// What stands before every ``stride``th byte.
  let marks: [Mark]
  let text: [UInt8]

  public init(_ text: [UInt8]) {
    self.text = text
    textStart = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    starts = Self.starts(in: text, from: textStart)
    marks = Self.marks(in: text)
  }

  /// The number of lines; one more than there are line ends.
  public var count: Int { starts.count }

  /// The line, from 1, that holds byte `offset`; a line end belongs to the line that it ends.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return max(1, low)
  }

  /// The line and column of byte `offset`, both from 1.
  public func position(at offset: Int, in unit: Unit = .utf16) -> Position {
    let (line, columns) = columns(at: offset)
    return Position(line: line, column: columns[unit])
  }

  /// The line of byte `offset`, and its column in every unit, all from 1.
  func columns(at offset: Int) -> (line: Int, columns: Columns) {
    var cursor = Cursor()
    return columns(at: offset, &cursor)
  }

  /// The same; most places that are asked for one after another are on one line, which `cursor`
  /// keeps in mind.
  func columns(at offset: Int, _ cursor: inout Cursor) -> (line: Int, columns: Columns) {
    let offset = min(max(offset, textStart), text.count)
    if !cursor.bytes.contains(offset) {
      let line = line(at: offset)
      let end = line < starts.count ? starts[line] : text.count + 1
      cursor = Cursor(line: line, bytes: starts[line - 1]..<end, mark: mark(at: starts[line - 1]))
    }
    let mark = mark(at: offset)
    let scalars = Int(mark.scalars - cursor.mark.scalars)
    return (
      cursor.line,
      Columns(
        scalars: scalars + 1, utf16: scalars + Int(mark.astral - cursor.mark.astral) + 1,
        utf8: offset - cursor.bytes.lowerBound + 1)
    )
  }

  /// A line that was asked for.
  struct Cursor {
    fileprivate var line = 0
    /// Its bytes, the line end included.
    fileprivate var bytes = 0..<0
    fileprivate var mark = Mark()
  }

  /// A column in every unit.
  struct Columns {
    var scalars: Int
    var utf16: Int
    var utf8: Int

    subscript(_ unit: Unit) -> Int {
      switch unit {
      case .scalars: scalars
      case .utf16: utf16
      case .utf8: utf8
      }
    }
  }

  /// The byte at which `line` (from 1) begins.
  public func start(ofLine line: Int) -> Int { starts[line - 1] }

  /// The bytes of `line` (from 1) without its line end.
  public func content(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : text.count
    if line < starts.count {
      end -= 1
      if end > start, text[end] == 0x0A, text[end - 1] == 0x0D { end -= 1 }
    }
    return start..<end
  }
}
