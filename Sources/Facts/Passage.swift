import AdModel

/// One field of an ad as the scanners of facts read it: its bytes, and nothing outside of them.
struct Passage {
  /// The prose of the whole ad.
  let bytes: [UInt8]
  let lower: Int
  let upper: Int
  let part: Part

  /// The byte at `offset`, or 0 outside of the field.
  subscript(_ offset: Int) -> UInt8 {
    offset >= lower && offset < upper ? bytes[offset] : 0
  }

  /// Whether the bytes at `offset` are those of `text`, whatever the case of ASCII letters.
  func reads(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= lower, offset + text.utf8CodeUnitCount <= upper else { return false }
    return text.withUTF8Buffer { letters in
      for index in letters.indices {
        guard bytes[offset + index].lowercase == (unsafe letters[index]) else { return false }
      }
      return true
    }
  }

  /// The first byte at or after `offset` that is no blank. A line feed is none.
  func skippingBlanks(from offset: Int) -> Int {
    var at = offset
    while at < upper {
      if bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
      } else if let width = wideBlank(at: at) {
        at += width
      } else {
        break
      }
    }
    return at
  }

  /// The end of the last byte before `offset` that is no blank. A line feed is none.
  func skippingBlanks(before offset: Int) -> Int {
    var at = offset
    while at > lower {
      if bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09 {
        at -= 1
      } else if wideBlank(at: at - 2) == 2 {
        at -= 2
      } else if wideBlank(at: at - 3) == 3 {
        at -= 3
      } else {
        break
      }
    }
    return at
  }

  /// The number of bytes of the no-break blank at `offset`, if one is there.
  func wideBlank(at offset: Int) -> Int? {
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x89): 3
    default: nil
    }
  }

  /// The number of bytes of the hyphen, dash or minus at `offset`, if one is there.
  func dash(at offset: Int) -> Int? {
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    case (0x2D, 0x2D, _): 2
    case (0x2D, _, _), (0x7E, _, _): 1
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): 3
    // “€“” is a dash that was decoded wrongly on its way.
    case (0xE2, 0x82, 0xAC) where self[offset + 3] == 0xE2 && self[offset + 4] == 0x80: 6
    default: nil
    }
  }

  /// The start of the line that holds `offset`.
  func lineStart(of offset: Int) -> Int {
    var at = offset
    while at > lower, bytes[at - 1] != 0x0A { at -= 1 }
    return at
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
  var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
  /// An ASCII letter.
  var isLetter: Bool { isUppercase || isLowercase }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// A letter, digit or part of a letter beyond ASCII.
  var isWordly: Bool { isLetter || isDigit || (self >= 0xC3 && self < 0xE0) }
  /// The same byte, small if it is an ASCII letter.
  var lowercase: UInt8 { isUppercase ? self | 0x20 : self }
}
