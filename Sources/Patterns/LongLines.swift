/// Breaks up what no ad holds and what patterns would look along for ever: lines that do not end,
/// and in them endless rows of signs, of letters or of blanks.
///
/// A pattern such as `\*{3,}x` takes the square of the length of a row of stars, however it is
/// matched; so of such a row only the two ends are looked at. Line feeds take the place of the rest,
/// since hardly any pattern looks beyond a line, and every place stays where it is. Lines of up to
/// ``harmless`` bytes are left alone. Of 3,284 real ads the longest line has 10,935 bytes, with
/// blanks among them.
enum LongLines {
  /// The bytes of a line that may hold anything: its square is a few million steps.
  static let harmless = 4_096
  /// The most bytes of a row without a blank that are looked at as a whole.
  static let longestRow = 1_024
  /// The most bytes of a row of blanks that are looked at as a whole.
  static let longestBlank = 256
  /// What is looked at of either end of a longer row, in bytes.
  static let edge = 128
  /// The bytes after which a line ends at the next blank.
  static let longest = 8_192

  /// `text` with line feeds in place of what is too long; `nil` where nothing is.
  static func broken(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count > harmless else { return nil }
    var copy: [UInt8]?
    var start = 0
    while start < text.count {
      let end = text.lineEnd(from: start)
      if end - start > harmless { breakUp(start..<end, of: text, into: &copy) }
      start = end + 1
    }
    return copy
  }

  private static func breakUp(_ line: Range<Int>, of text: Span<UInt8>, into copy: inout [UInt8]?) {
    var row = line.lowerBound
    var last = line.lowerBound
    while row < line.upperBound {
      let isBlank = text.blankWidth(at: row) > 0
      var end = row
      while end < line.upperBound {
        let width = text.blankWidth(at: end)
        guard (width > 0) == isBlank else { break }
        end += max(1, width)
      }
      end = min(end, line.upperBound)
      if end - row > (isBlank ? longestBlank : longestRow) {
        fill(text.characters(in: row + edge..<end - edge), of: text, into: &copy)
        last = end - edge
      } else if isBlank, row - last > longest {
        fill(row..<row + text.blankWidth(at: row), of: text, into: &copy)
        last = row
      }
      row = end
    }
  }

  private static func fill(_ range: Range<Int>, of text: Span<UInt8>, into copy: inout [UInt8]?) {
    var bytes = unsafe copy ?? text.withUnsafeBufferPointer { unsafe Array($0) }
    copy = nil
    for at in range { bytes[at] = UInt8(ascii: "\n") }
    copy = bytes
  }
}

extension Span<UInt8> {
  /// The first line feed at or after `start`, or the end.
  fileprivate func lineEnd(from start: Int) -> Int {
    var at = start
    while at < count, self[at] != UInt8(ascii: "\n") { at += 1 }
    return at
  }

  /// The bytes of the blank at `at` (a space, a tab or U+00A0); 0 where there is none.
  fileprivate func blankWidth(at index: Int) -> Int {
    let byte = self[index]
    if byte == 0x20 || byte == 0x09 { return 1 }
    return byte == 0xC2 && index + 1 < count && self[index + 1] == 0xA0 ? 2 : 0
  }

  /// The whole characters in `range`.
  fileprivate func characters(in range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, self[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper > lower, upper < count, self[upper] & 0xC0 == 0x80 { upper -= 1 }
    return lower..<upper
  }
}
