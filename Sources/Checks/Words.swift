internal import AdModel

/// The words of a stretch of prose, as byte ranges: no text is copied.
struct Words: Sequence, IteratorProtocol {
  private let prose: [UInt8]
  private var at: Int
  private let upper: Int

  /// The words of `place`: runs of letters and digits, with apostrophes and hyphens inside.
  init(of prose: [UInt8], in place: ByteRange<Prose>) {
    self.prose = prose
    at = place.lower
    upper = Swift.min(place.upper, prose.count)
  }

  mutating func next() -> Range<Int>? {
    while at < upper, !Self.isLetter(prose[at]) { at += 1 }
    guard at < upper else { return nil }
    let start = at
    while at < upper {
      if Self.isLetter(prose[at]) || (at > start && isContinuation(at)) {
        at += 1
      } else if isJoint(at) {
        at += prose[at] == 0xE2 ? 3 : 1
      } else {
        break
      }
    }
    return start..<at
  }

  /// Whether `at` is inside a letter of several bytes.
  private func isContinuation(_ at: Int) -> Bool {
    guard prose[at] & 0xC0 == 0x80 else { return false }
    var lead = at - 1
    while lead > 0, prose[lead] & 0xC0 == 0x80 { lead -= 1 }
    return Self.isLetter(prose[lead]) && prose[lead] >= 0xC3
  }

  /// Whether an apostrophe or hyphen at `at` joins two halves of a word.
  private func isJoint(_ at: Int) -> Bool {
    let next: Int
    switch prose[at] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"): next = at + 1
    case 0xE2:
      guard at + 3 < upper, prose[at + 1] == 0x80, prose[at + 2] == 0x99 else { return false }
      next = at + 3
    default: return false
    }
    return next < upper && Self.isLetter(prose[next])
  }

  /// Whether `byte` is an ASCII letter or digit, or begins a letter of two bytes or more.
  ///
  /// 0xC2 and 0xE2 begin signs (pound, no-break space, dashes, quotes) and hardly ever a letter.
  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xC2, 0xE2: false
    default: byte >= 0xC3
    }
  }
}

extension UInt8 {
  var isUpper: Bool { self &- 0x41 < 26 }
  var isLower: Bool { self &- 0x61 < 26 }
  var isDigit: Bool { self &- 0x30 < 10 }
  /// In lower case, if it is an ASCII letter.
  var folded: UInt8 { isUpper ? self | 0x20 : self }
}
