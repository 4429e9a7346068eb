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
  private let starts: [Int]
  /// What stands before every ``stride``th byte.
  private let marks: [Mark]
  private let text: [UInt8]

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

extension LineIndex {
  /// The number of bytes between two marks: eight words.
  static let stride = 64

  /// How many characters stand before a byte.
  fileprivate struct Mark: Sendable {
    var scalars: UInt32 = 0
    /// Those that UTF-16 writes with two units.
    var astral: UInt32 = 0

    @inline(__always) mutating func add(_ byte: UInt8) {
      scalars += byte & 0xC0 == 0x80 ? 0 : 1
      astral += byte >= 0xF0 ? 1 : 0
    }

    /// Adds eight bytes.
    @inline(__always) mutating func add(_ word: UInt64) {
      let highs = word & 0x8080_8080_8080_8080
      scalars += 8
      if highs == 0 { return }
      // A byte that goes on with a character is 10xxxxxx, the first of four is 1111xxxx.
      let continuations = highs & ~(word << 1)
      let fours = highs & word << 1 & word << 2 & word << 3
      scalars -= Self.count(continuations)
      astral += Self.count(fours)
    }

    /// The number of bytes of `word` whose high bit is set; no other bit is.
    @inline(__always) private static func count(_ word: UInt64) -> UInt32 {
      UInt32(truncatingIfNeeded: ((word >> 7) &* 0x0101_0101_0101_0101) >> 56)
    }
  }

  private func mark(at offset: Int) -> Mark {
    let index = offset / Self.stride
    var mark = marks[index]
    let bytes = text.span
    var at = index * Self.stride
    while at + 8 <= offset {
      mark.add(bytes.word(at: at))
      at += 8
    }
    while at < offset {
      mark.add(bytes[at])
      at += 1
    }
    return mark
  }

  private static func starts(in text: [UInt8], from first: Int) -> [Int] {
    var starts = [first]
    let bytes = text.span
    var at = first
    while at < bytes.count {
      if at + 8 <= bytes.count, !bytes.word(at: at).hasLineEnd {
        at += 8
        continue
      }
      let byte = bytes[at]
      at += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { continue }
      starts.append(at)
    }
    return starts
  }

  private static func marks(in text: [UInt8]) -> [Mark] {
    var mark = Mark()
    var marks = [mark]
    marks.reserveCapacity(text.count / stride + 1)
    let bytes = text.span
    var at = 0
    while at + stride <= bytes.count {
      for word in 0..<stride / 8 { mark.add(bytes.word(at: at + 8 * word)) }
      marks.append(mark)
      at += stride
    }
    return marks
  }
}

extension Span<UInt8> {
  /// The eight bytes from `at` on, the first one lowest.
  @inline(__always) fileprivate func word(at: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
  }
}

extension UInt64 {
  /// Whether a byte of it is CR or LF.
  @inline(__always) fileprivate var hasLineEnd: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (feeds, returns) = (self ^ ones &* 0x0A, self ^ ones &* 0x0D)
    let zeros = (feeds &- ones) & ~feeds | (returns &- ones) & ~returns
    return zeros & (ones &* 0x80) != 0
  }
}
