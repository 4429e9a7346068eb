import AdModel

/// The records that were found at the start of what is seen of a file.
struct Cut {
  var view: WindowDecoding.View
  /// Whether the file ends with what is seen.
  let isLast: Bool
  /// Up to where everything is told apart.
  private(set) var upper = 0
  private(set) var records: [Range<Int>] = []
  /// Records that cannot be read, by their number among the records, and why.
  private(set) var faults: [(record: Int, problem: (SourceFile) -> Problem)] = []

  init(_ view: WindowDecoding.View, isLast: Bool) {
    self.view = view
    self.isLast = isLast
  }

  var isEmpty: Bool { upper == 0 && records.isEmpty }

  /// Finds what records there are, none longer than `limit`.
  mutating func advance(_ splitter: inout any Splitter, limit: Int) {
    let text = view.text
    while true {
      let end = min(text.count, upper + limit)
      let stretch = Stretch(lower: upper, upper: end, isLast: isLast && end == text.count)
      var step = splitter.step(in: text, stretch)
      if case .more = step, stretch.range.count == limit {
        step = splitter.giveUp(in: text, stretch)
      }
      switch step {
      case .record(let range, let next):
        records.append(range)
        upper = next
      case .broken(let range, let next, let problem):
        faults.append((records.count, problem))
        records.append(range)
        upper = next
      case .gap(let next): upper = next
      case .more, .end: return
      }
    }
  }

  /// Whether `reach` bytes that are neither blank nor tab stand behind the records, or the end of the
  /// file, or more than `limit` bytes.
  func sees(_ reach: Int, limit: Int) -> Bool {
    guard !isLast, view.text.count - upper < limit else { return true }
    var rest = reach
    var at = upper
    while rest > 0, at < view.text.count {
      if !view.text[at].isSpace { rest -= 1 }
      at += 1
    }
    return rest == 0
  }
}
