import AdModel

/// Splits a table into its rows.
struct TableSplitter: Splitter {
  private let table: Table
  private let names: FieldNames
  private var state = State.header

  private enum State {
    case header, rows
    /// In a line that is too long.
    case skipping
    /// Behind a header that names nothing.
    case lost
  }

  init(_ table: Table, names: FieldNames) {
    self.table = table
    self.names = names
  }

  mutating func step(in text: [UInt8], _ stretch: Stretch) -> Step {
    switch state {
    case .header: return begin(stretch)
    case .rows: return row(in: text, stretch)
    case .skipping:
      if stretch.range.isEmpty { return stretch.isLast ? .end : .more }
      let end = text.first(0x0A, or: 0x0D, in: stretch.range)
      if end < stretch.upper { state = .rows }
      return .gap(next: end)
    case .lost:
      return stretch.range.isEmpty
        ? (stretch.isLast ? .end : .more) : .gap(next: stretch.upper)
    }
  }

  /// A header that is not known is the only record, so that somebody hears of it.
  private mutating func begin(_ stretch: Stretch) -> Step {
    let header = table.header
    guard header.upperBound <= stretch.upper else { return .more }
    if table.isKnown {
      state = .rows
      return .gap(next: header.upperBound)
    }
    state = .lost
    let table = table
    return .broken(header, next: header.upperBound) { Problem(noHeaderIn: table, $0) }
  }

  /// The next row that has any word.
  private func row(in text: [UInt8], _ stretch: Stretch) -> Step {
    switch table.row(in: text, stretch) {
    case .found(let row):
      let hasWords = text[row].contains(where: table.isOfWords)
      return hasWords ? .record(row, next: row.upperBound) : .gap(next: row.upperBound)
    case .cut: return .more
    case .none: return .end
    }
  }

  /// A cell in quotes that goes on beyond the limit is taken for one whose quote is never closed.
  mutating func giveUp(in text: [UInt8], _ stretch: Stretch) -> Step {
    let all = Stretch(lower: stretch.lower, upper: stretch.upper, isLast: true)
    let step = row(in: text, all)
    switch step {
    case .record(_, let next) where next < stretch.upper: return step
    case .gap(let next) where next < stretch.upper: return step
    default:
      let start = stretch.lower + text[stretch.range].prefix(while: \.isLineEnd).count
      if start == stretch.upper { return .gap(next: start) }
      state = .skipping
      return .broken(stretch.range, next: stretch.upper, Problem.tooLong(at: start, stretch))
    }
  }

  func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try table.ad(from: record, in: file, names: names)
  }
}

// MARK: - Files that are all there

extension TableSplitter {
  static func records(
    in file: SourceFile, _ table: Table, _ names: FieldNames
  ) -> [ByteRange<Source>] {
    var splitter = TableSplitter(table, names: names)
    return splitter.records(in: file.text).records
  }

  static func ad(
    from record: ByteRange<Source>, inAllOf file: SourceFile, _ table: Table, _ names: FieldNames
  ) throws(Problem) -> Ad {
    guard record.lower >= table.header.upperBound else {
      throw Problem(noHeaderIn: table, file)
    }
    return try table.ad(from: record, in: file, names: names)
  }
}
