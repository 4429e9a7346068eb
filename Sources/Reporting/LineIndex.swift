/// Lines and columns of a text, from byte offsets.
///
/// Lines end at LF, CRLF or a lone CR, as GitHub and most editors have it. A byte order mark at the
/// start takes no column (SARIF 2.1.0, 3.30.2). A column is the difference of two counts from the
/// start of the text, and a count is a look-up plus a walk over at most ``stride`` bytes, so that
/// columns in a feed of 50 MB without a line feed cost no more than those in a short file.
///
/// The text may be a window of a longer one: then lines and columns count on from where the window
/// begins.
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

  /// Where a window begins in the text of which it is one.
  public struct Start: Sendable {
    /// The line, from 1, that holds its first byte.
    var line = 1
    /// What stands before it on that line.
    var columns = Columns(scalars: 0, utf16: 0, utf8: 0)
    /// Whether a byte order mark may stand there.
    var isOfText = true
    /// The bytes of the byte order mark that the text begins with.
    var markLength = 0

    /// The start of the text.
    public init() {}

    /// Whether a line begins there.
    var isAtLineStart: Bool { columns.utf8 == 0 }
  }

  /// Where the text begins, in bytes: behind a byte order mark.
  public let textStart: Int
  /// The bytes of the byte order mark that the text, of which this may be a window, begins with.
  let markLength: Int
  private let start: Start
  /// The byte at which each line begins; the first may have begun in front of the window.
  let starts: [Int]
  /// What stands before every ``stride``th byte.
  let marks: [Mark]
  let text: [UInt8]

  public init(_ text: [UInt8], from start: Start = Start()) {
    self.text = text
    self.start = start
    textStart = start.isOfText && text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    markLength = max(textStart, start.markLength)
    starts = Self.starts(in: text, from: textStart)
    marks = Self.marks(in: text)
  }

  /// The number of the last line; one more than there are line ends.
  public var count: Int { start.line - 1 + starts.count }

  /// The line, from 1, that holds byte `offset`; a line end belongs to the line that it ends.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return max(1, low) + start.line - 1
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
      let number = line - start.line
      let end = number + 1 < starts.count ? starts[number + 1] : text.count + 1
      cursor = Cursor(
        line: line, bytes: starts[number]..<end, mark: mark(at: starts[number]),
        before: number == 0 ? start.columns : Columns(scalars: 0, utf16: 0, utf8: 0))
    }
    let mark = mark(at: offset)
    let scalars = Int(mark.scalars - cursor.mark.scalars)
    let astral = Int(mark.astral - cursor.mark.astral)
    return (
      cursor.line,
      Columns(
        scalars: cursor.before.scalars + scalars + 1,
        utf16: cursor.before.utf16 + scalars + astral + 1,
        utf8: cursor.before.utf8 + offset - cursor.bytes.lowerBound + 1)
    )
  }

  /// Where a window begins whose first byte is byte `offset` of this one.
  func start(at offset: Int) -> Start {
    let (line, columns) = columns(at: offset)
    var start = Start()
    start.line = line
    start.columns = Columns(
      scalars: columns.scalars - 1, utf16: columns.utf16 - 1, utf8: columns.utf8 - 1)
    start.markLength = markLength
    start.isOfText = offset == 0 && self.start.isOfText
    return start
  }

  /// A line that was asked for.
  struct Cursor {
    fileprivate var line = 0
    /// Its bytes, the line end included.
    fileprivate var bytes = 0..<0
    fileprivate var mark = Mark()
    /// What stands of it before the window.
    fileprivate var before = Columns(scalars: 0, utf16: 0, utf8: 0)
  }

  /// A column in every unit.
  struct Columns: Sendable {
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

  /// The byte at which `line` (from 1) begins, or the window where it began before.
  public func start(ofLine line: Int) -> Int { starts[line - start.line] }

  /// The bytes of `line` (from 1) that stand here, without its line end.
  public func content(ofLine line: Int) -> Range<Int> {
    let number = line - start.line
    let start = starts[number]
    guard number + 1 < starts.count else { return start..<text.count }
    var end = starts[number + 1] - 1
    if end > start, text[end] == 0x0A, text[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
