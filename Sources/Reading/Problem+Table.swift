import AdModel

extension Problem {
  /// A table whose first row says nothing to us, or goes beyond the limits.
  init(noHeaderIn table: Table, _ file: SourceFile) {
    let message =
      if let excess = table.excess {
        "The first row of this table has more than \(excess), which is the most that is read; leave"
          + " out columns that say nothing of the ad."
      } else {
        "The first row of this table names no column with the title or the text of an ad; give the"
          + " columns names such as “title” and “description”."
      }
    self.init(
      id: "no-header", file: file.name, place: ByteRange(table.header), message: message)
  }

  /// Quotes of a cell that do not match up.
  init(_ fault: TableRow.Fault, in file: SourceFile) {
    let place = fault.closing ?? fault.opening
    let what =
      fault.closing == nil
      ? "The quote that opens this cell is never closed"
      : "This quote closes its cell, but the cell goes on"
    self.init(
      id: "broken-row", file: file.name, place: ByteRange(place, place + 1),
      message: "\(what); write each quote inside a cell in quotes twice.")
  }

  /// A row with more cells than there are columns, from `cell` on.
  init(surplusOf cell: TableRow.Cell, _ count: Int, in table: Table, _ file: SourceFile) {
    self.init(
      id: "broken-row", file: file.name, place: ByteRange(cell.place),
      message: "This row has \(count) cells, and the first row names \(table.columns.count); put"
        + " quotes around a cell that holds \(table.delimiterName) or a line end.")
  }

  /// A row that ends early, and has neither a title nor a text.
  init(noAdIn row: ByteRange<Source>, _ count: Int, in table: Table, _ file: SourceFile) {
    self.init(
      id: "broken-row", file: file.name, place: row,
      message: "This row has \(count) of \(table.columns.count) cells, and neither a title nor a"
        + " text; put quotes around a cell that holds a line end.")
  }

  /// A row that ends early.
  init(lackIn row: ByteRange<Source>, _ count: Int, in table: Table, _ file: SourceFile) {
    self.init(
      id: "short-row", file: file.name, place: ByteRange(row.upper, row.upper),
      message: "This row has \(count) of \(table.columns.count) cells; those that are missing are"
        + " taken for empty.", losesAds: false)
  }
}

extension Table {
  /// The delimiter in words.
  fileprivate var delimiterName: String {
    delimiter == 0x09 ? "a tab" : "“\(Character(Unicode.Scalar(delimiter)))”"
  }
}
