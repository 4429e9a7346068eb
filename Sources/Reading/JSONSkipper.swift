/// Finds the end of a JSON value that is not read, by its brackets and quotes alone.
struct JSONSkipper {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether the end is found.
  private(set) var isDone = false

  /// Goes through `range`, and gives where the value ends or the range does.
  mutating func skip(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, !isDone {
      let byte = text[at]
      if isEscaped {
        isEscaped = false
      } else if isInString {
        if byte == 0x5C { isEscaped = true }
        if byte == 0x22 { isInString = false }
      } else {
        switch byte {
        case 0x22: isInString = true
        case 0x5B, 0x7B: depth += 1
        case 0x5D where depth > 0, 0x7D where depth > 0: depth -= 1
        case 0x5D where depth == 0, 0x2C where depth == 0:
          isDone = true
          return at
        default: break
        }
      }
      at += 1
    }
    return at
  }
}

extension [UInt8] {
  /// The first byte in `range` that is none of the blanks between the values of JSON, or its end.
  func skippingJSONBlanks(_ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, self[at].isBlank, self[at] != 0x0C { at += 1 }
    return at
  }
}
