import AdModel

/// What the first row of a table of ads tells: the columns, and what stands between cells. Each other
/// row is an ad.
struct Table {
  /// The most columns that a table may have.
  static let columnLimit = 1000

  /// The longest first row that a table may have, in bytes: it is read anew for every ad.
  static let headerLimit = 65_536

  let delimiter: UInt8
  /// The row that names the columns.
  let header: Range<Int>
  /// The columns, in order.
  let columns: [Column]

  /// What the first row has more of than a table may have, such as “1000 columns”, so that nothing is
  /// known of it.
  let excess: String?

  /// What a column is called, and what it tells.
  struct Column {
    var name: String
    var meaning: FieldNames.Meaning?
  }

  /// The table that `text` is; without `delimiter`, the one by which its first row has the most
  /// names that are known.
  init(_ text: [UInt8], delimiter forced: UInt8? = nil, names: FieldNames) {
    var all = text.skippingMark(0..<text.count)
    var delimiters = forced.map { [$0] } ?? Self.delimiters
    if let (delimiter, end) = Self.separatorLine(text, all) {
      delimiters = [delimiter]
      all = end..<all.upperBound
    }
    all = all.lowerBound + text[all].prefix(while: \.isLineEnd).count..<all.upperBound
    let part = all.lowerBound..<min(all.upperBound, all.lowerBound + Self.headerLimit)
    var best = Self.columns(text, part, delimiters[0], names)
    var chosen = delimiters[0]
    var excess = best.excess
    for delimiter in delimiters.dropFirst() {
      let found = Self.columns(text, part, delimiter, names)
      excess = excess ?? found.excess
      let isBetter =
        (found.columns.knownCount, found.columns.count)
        > (best.columns.knownCount, best.columns.count)
      if isBetter { (best, chosen) = (found, delimiter) }
    }
    delimiter = chosen
    columns = best.columns
    self.excess = columns.knownCount == 0 ? excess : nil
    header = all.lowerBound..<best.end
  }

  /// What stands between cells: commas, semicolons where commas are in numbers, tabs, bars.
  private static let delimiters = Array(",;\t|".utf8)

  /// The delimiter that a first line such as `sep=;` names for Excel, and where the line ends.
  private static func separatorLine(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (delimiter: UInt8, end: Int)? {
    let at = range.lowerBound + 4
    guard text.starts(with: Array("sep=".utf8), at: range.lowerBound), at + 1 < range.upperBound,
      text[at + 1].isLineEnd, !text[at].isLineEnd, text[at] != 0x22
    else { return nil }
    return (text[at], at + 1)
  }

  /// The columns that the first row of `range` names, if it has no fault and nothing in excess, and
  /// where it ends.
  private static func columns(
    _ text: [UInt8], _ range: Range<Int>, _ delimiter: UInt8, _ names: FieldNames
  ) -> (columns: [Column], end: Int, excess: String?) {
    var row = TableRow(text, range, delimiter: delimiter)
    var columns: [Column] = []
    do throws(TableRow.Fault) {
      while let cell = try row.next() {
        if columns.count == columnLimit {
          return ([], range.upperBound, "\(columnLimit) columns")
        }
        columns.append(Column(cell, number: columns.count + 1, in: text, names))
      }
      // A row that the limit cuts is no header.
      let isWhole = row.upper < range.upperBound || range.upperBound == text.count
      return isWhole ? (columns, row.upper, nil) : ([], row.upper, "\(headerLimit) bytes")
    } catch {
      return ([], text.first(0x0A, or: 0x0D, in: error.opening..<range.upperBound), nil)
    }
  }
}

extension Table.Column {
  /// The column number `number`, which `cell` names; its number stands for a name that is empty.
  fileprivate init(
    _ cell: TableRow.Cell, number: Int, in text: [UInt8], _ names: FieldNames
  ) {
    let place = text.trimmed(cell.place)
    if cell.hasDoubledQuotes {
      var bytes: [UInt8] = []
      var map = SourceMap<Inner, Source>()
      cell.spelling.decode(text, place, into: &bytes, &map)
      name = String(decoding: bytes, as: UTF8.self)
      meaning = names.meaning(of: bytes.span)
    } else {
      name = place.isEmpty ? "\(number)" : Transcoder.string(text, place)
      meaning = names.meaning(of: text.span.extracting(place))
    }
  }
}

extension TableRow.Cell {
  /// How its bytes spell what it says.
  var spelling: Spelling { hasDoubledQuotes ? .doubledQuotes : .plain }
}

extension [Table.Column] {
  fileprivate var knownCount: Int { count { $0.meaning != nil } }

  fileprivate func hasPart(_ part: Part) -> Bool { contains { $0.meaning == .part(part) } }
}

// MARK: - Knowing one

extension Table {
  /// Whether it is a table of ads at all: its columns have a title or a text.
  var isKnown: Bool { columns.hasPart(.title) || columns.hasPart(.body) }

  /// How many bytes the first row of `text` ends with, its line end included, if that is sure: in a
  /// cell that begins with a quote, the row may go on behind a line end.
  func sampleSize(in text: [UInt8]) -> Int? {
    let quotes = text[header].count { $0 == 0x22 }
    return header.upperBound < text.count && quotes.isMultiple(of: 2) ? header.upperBound + 1 : nil
  }

  /// Whether `text`, of any format, is such a table for sure: it has a title and a text, and as many
  /// cells in the next row.
  func isCertain(in text: [UInt8]) -> Bool {
    guard columns.hasPart(.title), columns.hasPart(.body) else { return false }
    let rest = Stretch(lower: header.upperBound, upper: text.count, isLast: true)
    guard case .found(let next) = row(in: text, rest) else { return false }
    var row = TableRow(text, next, delimiter: delimiter)
    var count = 0
    while (try? row.next()) != nil { count += 1 }
    return count == columns.count
  }
}

// MARK: - Rows

extension Table {
  /// The next row of a text, line ends left out.
  enum Row {
    case found(Range<Int>)
    /// It may go on behind the stretch.
    case cut
    case none
  }

  /// The row that `stretch` begins with. One whose quotes do not match up ends with the line on which
  /// they open, so that the rows behind it can be read.
  func row(in text: [UInt8], _ stretch: Stretch) -> Row {
    let end = stretch.upper
    var at = stretch.lower
    while at < end, text[at].isLineEnd { at += 1 }
    guard at < end else { return stretch.isLast ? .none : .cut }
    func found(_ upper: Int) -> Row { upper < end || stretch.isLast ? .found(at..<upper) : .cut }
    let lineEnd = text.first(0x0A, or: 0x0D, in: at..<end)
    if text.first(0x22, in: at..<lineEnd) == lineEnd { return found(lineEnd) }
    var row = TableRow(text, at..<end, delimiter: delimiter)
    do throws(TableRow.Fault) {
      while try row.next() != nil {}
      return found(row.upper)
    } catch {
      if error.closing == nil, !stretch.isLast { return .cut }
      return found(text.first(0x0A, or: 0x0D, in: error.opening..<end))
    }
  }

  /// Whether a byte is more than what a row of empty cells is made of.
  func isOfWords(_ byte: UInt8) -> Bool {
    byte != delimiter && byte != 0x22 && !byte.isBlank
  }

  /// The ad of the row at `record`.
  func ad(
    from record: ByteRange<Source>, in file: SourceFile, names: FieldNames
  ) throws(Problem) -> Ad {
    let text = file.text
    var ad = Record(at: record, in: file, names: names)
    var row = TableRow(text, record.utf8, delimiter: delimiter)
    var count = 0
    while let cell = try cell(of: &row, in: file) {
      count += 1
      if count <= columns.count {
        ad.add(columns[count - 1], cell)
      } else if text[cell.place].contains(where: isOfWords) {
        while try self.cell(of: &row, in: file) != nil { count += 1 }
        throw Problem(surplusOf: cell, count, in: self, file)
      }
    }
    if count >= columns.count { return ad.ad() }
    guard ad.hasTitle || ad.hasBody else { throw Problem(noAdIn: record, count, in: self, file) }
    var found = ad.ad()
    found.problems.append(Problem(lackIn: record, count, in: self, file))
    return found
  }

  /// The next cell of `row`.
  private func cell(
    of row: inout TableRow, in file: SourceFile
  ) throws(Problem) -> TableRow.Cell? {
    do throws(TableRow.Fault) {
      return try row.next()
    } catch {
      throw Problem(error, in: file)
    }
  }
}

extension Record {
  /// Adds what a row has in `column`.
  fileprivate mutating func add(_ column: Table.Column, _ cell: TableRow.Cell) {
    var part = Part.other
    if case .part(let known) = column.meaning { part = known }
    let value = Value(
      part: part, name: column.name, pointer: "/" + column.name.escapedForPointer, kind: .text,
      place: cell.place, spelling: cell.spelling)
    add(value, meaning: column.meaning)
  }
}
