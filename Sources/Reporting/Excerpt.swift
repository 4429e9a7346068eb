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
    let end = min(place.upper, upper)
    // A character takes four bytes or more only where it is rare or wide, so this is enough.
    let reach = 4 * width
    func text(_ from: Int, _ to: Int) -> String {
      SafeText.escaped(String(decoding: file.source.text[from..<to], as: UTF8.self))
    }
    var first = max(lower, place.lower - reach)
    while first < place.lower, file.source.text[first].isContinuation { first += 1 }
    var last = min(upper, end + reach)
    while last > end, last < upper, file.source.text[last].isContinuation { last -= 1 }
    var start = text(first, place.lower)
    if first == lower { start = String(start.drop { $0 == " " }) }
    var rest = text(end, last)
    var middle = text(place.lower, end)
    if place.upper > upper { middle += "…" }
    if middle.displayWidth > width { middle = middle.fitting(width - 1) + "…" }

    let room = width - middle.displayWidth
    let isWhole = first == lower && last == upper
    if !isWhole || start.displayWidth + rest.displayWidth > room {
      let share = max(room / 2, room - rest.displayWidth)
      start = Self.cut(start, to: share, isCut: first > lower) { "…" + $0.endFitting($1) }
      let left = room - start.displayWidth
      rest = Self.cut(rest, to: left, isCut: last < upper) { $0.fitting($1) + "…" }
    }
    before = start
    words = middle
    after = rest
  }

  /// `text`, or what `shorten` makes of it and the columns left beside the mark of a cut.
  private static func cut(
    _ text: String, to width: Int, isCut: Bool, _ shorten: (String, Int) -> String
  ) -> String {
    if !isCut, text.displayWidth <= width { return text }
    return width < 1 ? "" : shorten(text, width - 1)
  }

  /// What goes below the line to mark the words; one mark where there are none.
  var underline: String {
    String(repeating: " ", count: before.displayWidth)
      + String(repeating: "^", count: max(1, words.displayWidth))
  }
}
