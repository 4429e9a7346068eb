/// Finds which runs of `*` and `_` are emphasis, and cuts their marks.
struct MarkdownEmphasis {
  /// A run of the same mark.
  private struct Run {
    var token: Int
    var mark: UInt8
    /// How many marks the run had, by which the "rule of three" goes.
    var width: Int
    var left: Int
    var opens: Bool
    var closes: Bool
    /// The run before it that may still open.
    var previous: Int
  }

  private var runs: [Run] = []

  /// The number of runs that may still mean something.
  var count: Int { runs.count }

  /// Adds the run at `range`, the token `token`.
  mutating func add(token: Int, in bytes: [UInt8], _ range: Range<Int>) {
    let before = Side(Self.scalar(before: range.lowerBound, in: bytes))
    let after = Side(Self.scalar(at: range.upperBound, in: bytes))
    let isLeft = after != .blank && (after != .mark || before != .word)
    let isRight = before != .blank && (before != .mark || after != .word)
    let mark = bytes[range.lowerBound]
    let isStar = mark == 0x2A
    runs.append(
      Run(
        token: token, mark: mark, width: range.count, left: range.count,
        opens: isLeft && (isStar || !isRight || before == .mark),
        closes: isRight && (isStar || !isLeft || after == .mark), previous: runs.count - 1))
  }

  /// Pairs the runs from number `bottom` on, cuts their marks off `tokens`, and forgets them.
  mutating func resolve(from bottom: Int, in tokens: inout [MarkdownInlines.Token]) {
    // Below these, no opener is left for a closer of the same kind: without them, many closers
    // that close nothing would each look all the way back.
    var floors: [Int: Int] = [:]
    var previous = bottom - 1
    for index in bottom..<max(bottom, runs.count) {
      runs[index].previous = previous
      previous = index
      guard runs[index].closes else { continue }
      let closer = runs[index]
      let key = Int(closer.mark) * 8 + (closer.opens ? 4 : 0) + closer.width % 3
      let floor = max(bottom - 1, floors[key] ?? bottom - 1)
      while runs[index].left > 0, let opener = opener(for: index, above: floor) {
        let width = runs[index].left >= 2 && runs[opener].left >= 2 ? 2 : 1
        runs[index].left -= width
        runs[opener].left -= width
        tokens[runs[index].token].lower += width
        tokens[runs[opener].token].upper -= width
        runs[index].previous = runs[opener].left > 0 ? opener : runs[opener].previous
      }
      if runs[index].left > 0 { floors[key] = index - 1 }
      if runs[index].left == 0 || !runs[index].opens { previous = runs[index].previous }
    }
    runs.removeLast(runs.count - bottom)
  }

  private func opener(for closer: Int, above floor: Int) -> Int? {
    var index = runs[closer].previous
    while index > floor {
      let opener = runs[index]
      if opener.opens, opener.mark == runs[closer].mark, opener.left > 0 {
        let isOdd =
          (opener.closes || runs[closer].opens) && (opener.width + runs[closer].width) % 3 == 0
          && (opener.width % 3 != 0 || runs[closer].width % 3 != 0)
        if !isOdd { return index }
      }
      index = opener.previous
    }
    return nil
  }

  /// What stands beside a run.
  private enum Side {
    case blank, mark, word

    init(_ scalar: Unicode.Scalar?) {
      guard let scalar else {
        self = .blank
        return
      }
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .blank
      case .control: self = scalar.value <= 0x20 ? .blank : .word
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol:
        self = .mark
      default: self = .word
      }
    }
  }

  private static func scalar(before offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0 else { return nil }
    return String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.last
  }

  private static func scalar(at offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let end = min(bytes.count, offset + 4)
    return String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first
  }
}
