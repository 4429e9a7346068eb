import AdModel

/// The line of a file that holds the words of a finding, cut around them so that it fits.
struct Excerpt {
  /// The text before the words, the words, and the text behind them; all safe to print.
  let before: String
  let words: String
  let after: String

  /// An excerpt of at most `width` columns. What stands outside of `record` is not shown.
  init(
    of place: ByteRange<Source>, in file: ReportedFile, within record: ByteRange<Source>,
    width: Int
  ) {
    let place = file.clamped(place)
    let record = file.clamped(record)
    let content = file.lines.content(ofLine: file.lines.line(at: place.lower))
    let lower = min(max(content.lowerBound, min(record.lower, place.lower)), place.lower)
    let upper = max(place.lower, min(content.upperBound, max(record.upper, place.upper)))

    // Four bytes hold any character, so no more of a line is ever looked at than may be shown.
    let reach = 4 * width
    let text = file.source.text
    var first = max(lower, place.lower - reach)
    while first < place.lower, text[first].isContinuation { first += 1 }
    var end = min(place.upper, upper, place.lower + reach)
    while end > place.lower, end < upper, text[end].isContinuation { end -= 1 }
    var last = min(upper, end + reach)
    while last > end, last < upper, text[last].isContinuation { last -= 1 }

    var middle = Self.text(text[place.lower..<end])
    if end < place.upper { middle += "…" }
    if middle.displayWidth > width { middle = middle.fitting(width - 1) + "…" }
    var start = Side(text: Self.text(text[first..<place.lower]), isWhole: first == lower)
    var rest = Side(text: Self.text(text[end..<last]), isWhole: last == upper)
    if start.isWhole { start.text = String(start.text.drop { $0 == " " }) }
    start.shorten { $0.endFitting(width) }
    rest.shorten { $0.fitting(width) }

    let room = width - middle.displayWidth
    let share = max(room / 2, room - rest.width)
    if start.width > share {
      start.shorten { share < 1 ? "" : $0.endFitting(share - 1) }
    }
    if !start.isWhole, share > 0 { start.text = "…" + start.text.endFitting(share - 1) }
    let left = room - start.text.displayWidth
    if rest.width > left { rest.shorten { left < 1 ? "" : $0.fitting(left - 1) } }
    if !rest.isWhole, left > 0 { rest.text = rest.text.fitting(left - 1) + "…" }
    before = start.text
    words = middle
    after = rest.text
  }

  /// What stands on one side of the words.
  private struct Side {
    var text: String
    /// Whether it reaches to the end of the line.
    var isWhole: Bool

    /// The columns that it takes, with the mark of a cut.
    var width: Int { text.displayWidth + (isWhole ? 0 : 1) }

    mutating func shorten(_ cut: (String) -> String) {
      let short = cut(text)
      isWhole = isWhole && short.utf8.count == text.utf8.count
      text = short
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    SafeText.escaped(String(decoding: bytes, as: UTF8.self))
  }

  /// What goes below the line to mark the words; one mark where there are none.
  var underline: String {
    String(repeating: " ", count: before.displayWidth)
      + String(repeating: "^", count: max(1, words.displayWidth))
  }
}
