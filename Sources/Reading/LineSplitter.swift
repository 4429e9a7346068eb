import AdModel

/// Splits a file into its lines, each a JSON text.
struct LineSplitter: Splitter {
  let names: FieldNames
  /// Whether the line at hand is the first, which may begin with a byte order mark.
  private var isFirst = true
  /// Whether the line at hand is too long to be read.
  private var isSkipping = false

  init(names: FieldNames) { self.names = names }

  mutating func step(in text: [UInt8], _ stretch: Stretch) -> Step {
    if stretch.range.isEmpty { return stretch.isLast ? .end : .more }
    let end = text.first(0x0A, in: stretch.range)
    if isSkipping {
      isSkipping = end == stretch.upper
      return .gap(next: min(end + 1, stretch.upper))
    }
    if end == stretch.upper, !stretch.isLast { return .more }
    let next = min(end + 1, stretch.upper)
    let line = text.trimmed(
      isFirst ? text.skippingMark(stretch.lower..<end) : stretch.lower..<end)
    isFirst = false
    return line.isEmpty ? .gap(next: next) : .record(line, next: next)
  }

  mutating func giveUp(in text: [UInt8], _ stretch: Stretch) -> Step {
    isFirst = false
    isSkipping = true
    return .broken(stretch.range, next: stretch.upper, Problem.tooLong(at: stretch.lower, stretch))
  }

  func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try JSONReader.ad(from: record, in: file, names: names)
  }
}
