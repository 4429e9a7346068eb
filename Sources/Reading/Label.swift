import AdModel

/// A line such as `Company: Acme Ltd` or `Job title - Chef`, which names the field that it gives.
struct Label {
  /// The name as written.
  var name: Range<Int>
  /// What follows the colon, without the blanks at both ends.
  var value: Range<Int>
  /// What it tells; the ad itself for `Description` and its like.
  var part: Part

  /// Whether a hyphen sets it apart, for want of a colon.
  var isHyphened = false

  /// The label that the line `range` of `text` begins with.
  init?(in text: [UInt8], _ range: Range<Int>, names: FieldNames) {
    let line = text.trimmed(range)
    guard let first = text[line].first, first.isLetter || first >= 0x80 else { return nil }
    let near = line.lowerBound..<min(line.upperBound, line.lowerBound + 31)
    var sign = text.first(0x3A, in: near)
    if sign == near.upperBound {
      sign = text.first(0x2D, in: near)
      guard sign < near.upperBound, sign > line.lowerBound, text[sign - 1] == 0x20,
        sign + 1 < line.upperBound, text[sign + 1] == 0x20
      else { return nil }
      isHyphened = true
    }
    name = text.trimmed(line.lowerBound..<sign)
    value = text.trimmed(sign + 1..<line.upperBound)
    guard let known = names.part(ofLabel: text.span.extracting(name)) else { return nil }
    part = known
  }
}
