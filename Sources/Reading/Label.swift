import AdModel

/// A line such as `Company: Acme Ltd`, which names the field that it gives.
struct Label {
  /// The name as written.
  var name: Range<Int>
  /// What follows the colon, without the blanks at both ends.
  var value: Range<Int>
  /// What it tells; the ad itself for `Description` and its like.
  var part: Part

  /// The label that the line `range` of `text` begins with.
  init?(in text: [UInt8], _ range: Range<Int>, names: FieldNames) {
    let line = text.trimmed(range)
    guard let first = text[line].first, first.isLetter else { return nil }
    let colon = text.first(0x3A, in: line.lowerBound..<min(line.upperBound, line.lowerBound + 31))
    guard colon < line.upperBound, text[colon] == 0x3A else { return nil }
    name = text.trimmed(line.lowerBound..<colon)
    value = text.trimmed(colon + 1..<line.upperBound)
    guard let known = names.part(ofLabel: text.span.extracting(name)) else { return nil }
    part = known
  }
}
