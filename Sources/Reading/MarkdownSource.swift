/// The lines of a leaf as one text, and the way back from it.
struct MarkdownSource {
  /// The lines with a line feed between them.
  private(set) var bytes: [UInt8] = []
  /// Where each line begins here, and where in the file's text.
  private var lines: [(here: Int, there: Int)] = []

  init(_ text: [UInt8], _ lines: [MarkdownBlocks.Line]) {
    for line in lines {
      if !self.lines.isEmpty { bytes.append(0x0A) }
      self.lines.append((bytes.count, line.lower))
      bytes.append(contentsOf: text[line.lower..<line.upper])
    }
  }

  /// Where `range` stands in the text.
  func place(_ range: Range<Int>) -> Range<Int> {
    let lower = offset(range.lowerBound)
    let upper = range.isEmpty ? lower : offset(range.upperBound - 1) + 1
    return lower..<max(lower, upper)
  }

  /// Where the parts of `range` stand that are on one line each.
  func pieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let end = bytes.first(0x0A, in: at..<range.upperBound)
      if end > at { pieces.append(place(at..<end)) }
      at = end + 1
    }
    return pieces
  }

  private func offset(_ here: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].here > here { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return here }
    return lines[low - 1].there + here - lines[low - 1].here
  }
}
