import AdModel

/// Walks the cells of one row of a table: RFC 4180, and what spreadsheets and people write.
///
/// A row ends with a line feed, a carriage return, or both. A cell in double quotes may hold any of
/// them and the delimiter, and has its own double quotes twice; blanks around the quotes are let
/// pass. A quote inside a cell that does not begin with one is a character like any other.
struct TableRow {
  /// The bytes of the cell, quotes left out.
  struct Cell {
    var place: Range<Int>
    /// Whether it has double quotes twice.
    var hasDoubledQuotes = false
  }

  /// Quotes that do not match up.
  struct Fault: Error {
    /// The quote that opens the cell.
    var opening: Int
    /// The quote that closes it too early, or `nil` if none closes it.
    var closing: Int?
  }

  private let text: [UInt8]
  private let end: Int
  private let delimiter: UInt8
  private var at: Int
  /// The next line end from the cell on.
  private var lineEnd: Int
  private var isDone = false

  /// The row that `range` begins with; it may end before the range does.
  init(_ text: [UInt8], _ range: Range<Int>, delimiter: UInt8) {
    self.text = text
    self.delimiter = delimiter
    at = range.lowerBound
    end = range.upperBound
    lineEnd = text.first(0x0A, or: 0x0D, in: range)
  }

  /// The end of the row, once the last cell is read.
  var upper: Int { at }

  /// The next cell, or `nil` behind the last.
  mutating func next() throws(Fault) -> Cell? {
    if isDone { return nil }
    var opening = at
    while opening < lineEnd, text[opening] == 0x20 { opening += 1 }
    if opening < lineEnd, text[opening] == 0x22 { return try quoted(opening) }
    let lower = at
    let upper = text.first(delimiter, in: at..<lineEnd)
    isDone = upper == lineEnd
    at = isDone ? upper : upper + 1
    return Cell(place: lower..<upper)
  }

  private mutating func quoted(_ opening: Int) throws(Fault) -> Cell {
    var cell = Cell(place: opening + 1..<opening + 1)
    var quote = text.first(0x22, in: opening + 1..<end)
    while quote + 1 < end, text[quote + 1] == 0x22 {
      cell.hasDoubledQuotes = true
      quote = text.first(0x22, in: quote + 2..<end)
    }
    guard quote < end else { throw Fault(opening: opening) }
    cell.place = opening + 1..<quote
    at = quote + 1
    while at < end, text[at] == 0x20 { at += 1 }
    if at > lineEnd { lineEnd = text.first(0x0A, or: 0x0D, in: at..<end) }
    if at == lineEnd {
      isDone = true
    } else if text[at] == delimiter {
      at += 1
    } else {
      throw Fault(opening: opening, closing: quote)
    }
    return cell
  }
}
