/// What the bytes of a text are, as far as words go.
extension UInt8 {
  var isUpper: Bool { self &- 0x41 < 26 }
  var isLower: Bool { self &- 0x61 < 26 }
  /// An English letter.
  var isLatin: Bool { (self | 0x20) &- 0x61 < 26 }
  var isDigit: Bool { self &- 0x30 < 10 }
  /// A blank or a line feed.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
  /// The lower-case letter of an English letter.
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
  /// A sign before which no plain word begins: `#tag`, `@name`, `&amp`, `_x`, `\\x`, `<b`, `$x`, `*x`.
  var isSign: Bool {
    self == 0x23 || self == 0x40 || self == 0x26 || self == 0x5F || self == 0x5C || self == 0x3C
      || self == 0x24 || self == 0x2A
  }
  var isVowel: Bool {
    self == 0x61 || self == 0x65 || self == 0x69 || self == 0x6F || self == 0x75 || self == 0x79
  }
}

extension Array<UInt8> {
  init(_ text: StaticString) {
    self = unsafe Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The letters in lower case.
  var lowered: [UInt8] { map(\.lowered) }

  /// The word as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension Array {
  /// The last element that starts at `offset` or before, where all stand in the order of `start`.
  func last(from offset: Int, _ start: (Element) -> Int) -> Element? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if start(self[middle]) > offset { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : self[low - 1]
  }
}

extension [UInt64] {
  /// Where `value` stands, once or more, in an array in ascending order.
  func places(of value: UInt64) -> Range<Int> {
    let lower = first(0..<count) { $0 >= value }
    return lower..<first(lower..<count) { $0 > value }
  }

  /// The first place of `range` whose value fits, where all behind it do.
  private func first(_ range: Range<Int>, where fits: (UInt64) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
