/// A word, or a number, beside a place that a scanner looks at.
struct Word {
  let lower: Int
  let upper: Int
  /// A hash of its letters, whatever their case; ``number`` for digits.
  let key: UInt64
  /// What stands between it and the place from which it was reached.
  let gap: Gap
  /// What it can mean to a scanner.
  let roles: Roles

  init(lower: Int, upper: Int, key: UInt64, gap: Gap) {
    self.lower = lower
    self.upper = upper
    self.key = key
    self.gap = gap
    roles = key == Word.number ? [] : Roles.of(key)
  }

  /// The key of every number.
  static let number: UInt64 = 1

  var isNumber: Bool { key == Word.number }

  /// The key of a word given in lower case (FNV-1a, 64 bits).
  static func key(_ letters: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// The punctuation between two words.
struct Gap: OptionSet {
  let rawValue: UInt16

  static let line = Gap(rawValue: 1)
  static let sentence = Gap(rawValue: 2)
  static let colon = Gap(rawValue: 4)
  static let comma = Gap(rawValue: 8)
  static let bracket = Gap(rawValue: 16)
  static let dash = Gap(rawValue: 32)
  static let slash = Gap(rawValue: 64)
  static let plus = Gap(rawValue: 128)
  static let mask = Gap(rawValue: 256)
  static let bullet = Gap(rawValue: 512)
  static let blank = Gap(rawValue: 1024)
  static let wide = Gap(rawValue: 2048)

  /// What ends a thought.
  static let end: Gap = [.line, .sentence, .bullet]
}

extension Passage {
  /// How far a scanner looks for the next word, in bytes.
  private static let reach = 48

  /// The longest word that has a key, in bytes.
  private static let longestWord = 40

  /// The first word that starts at or after `offset`.
  func word(after offset: Int) -> Word? {
    var at = offset
    var gap: Gap = []
    while at < upper, at < offset + Self.reach {
      let byte = bytes[at]
      if byte.isDigit {
        var end = at + 1
        while self[end].isDigit || (self[end] == 0x2C || self[end] == 0x2E) && self[end + 1].isDigit
        {
          end += 1
          if end - at > Self.longestWord { break }
        }
        return Word(lower: at, upper: end, key: Word.number, gap: gap)
      }
      if byte.isLetter || (byte >= 0xC3 && byte < 0xE0) {
        return word(from: at, gap: gap)
      }
      note(at, in: &gap)
      at += byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  /// The last word that ends at or before `offset`.
  func word(before offset: Int) -> Word? {
    var at = offset
    var gap: Gap = []
    while at > lower, at > offset - Self.reach {
      let byte = bytes[at - 1]
      if byte.isDigit {
        var start = at - 1
        while start > lower, at - start < Self.longestWord,
          bytes[start - 1].isDigit
            || (bytes[start - 1] == 0x2C || bytes[start - 1] == 0x2E) && self[start - 2].isDigit
        {
          start -= 1
        }
        return Word(lower: start, upper: at, key: Word.number, gap: gap)
      }
      if byte.isLetter || byte >= 0x80 {
        var lead = at - 1
        while lead > lower, bytes[lead] & 0xC0 == 0x80, at - lead < 4 { lead -= 1 }
        if byte.isLetter || (bytes[lead] >= 0xC3 && bytes[lead] < 0xE0) {
          return word(from: wordStart(before: at), gap: gap, to: at)
        }
        note(lead, in: &gap)
        at = lead
        continue
      }
      note(at - 1, in: &gap)
      at -= 1
    }
    return nil
  }

  /// Where the word starts that ends at `end`. A capital after a small letter starts a new word,
  /// since scraped ads often lose the blank between two sentences.
  private func wordStart(before end: Int) -> Int {
    var start = end
    while start > lower, end - start < Self.longestWord {
      let byte = bytes[start - 1]
      guard byte.isLetter || byte >= 0x80 else { break }
      if byte >= 0x80 {
        var lead = start - 1
        while lead > lower, bytes[lead] & 0xC0 == 0x80, start - lead < 4 { lead -= 1 }
        guard bytes[lead] >= 0xC3, bytes[lead] < 0xE0 else { break }
        start = lead
        continue
      }
      start -= 1
      if byte.isUppercase, self[start - 1].isLowercase { break }
    }
    return start
  }

  private func word(from start: Int, gap: Gap, to limit: Int? = nil) -> Word {
    let limit = min(limit ?? upper, start + Self.longestWord)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var at = start
    while at < limit {
      let byte = bytes[at]
      if byte.isLetter {
        if byte.isUppercase, at > start, bytes[at - 1].isLowercase { break }
        hash = (hash ^ UInt64(byte.lowercase)) &* 0x100_0000_01b3
        at += 1
      } else if byte >= 0xC3, byte < 0xE0, at + 1 < upper {
        // Capitals of Latin-1 stand 32 before their small letters.
        let second = bytes[at + 1]
        let small = byte == 0xC3 && second >= 0x80 && second < 0x9F ? second | 0x20 : second
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        hash = (hash ^ UInt64(small)) &* 0x100_0000_01b3
        at += 2
      } else {
        break
      }
    }
    return Word(lower: start, upper: max(at, start + 1), key: hash, gap: gap)
  }

  /// Adds the sign at `offset` to `gap`.
  private func note(_ offset: Int, in gap: inout Gap) {
    switch bytes[offset] {
    case 0x20, 0x09:
      if self[offset + 1].isBlank { gap.insert(.wide) }
      gap.insert(.blank)
    case 0x0A, 0x0D: gap.insert(.line)
    case 0x2E:
      // A dot ends a sentence before a blank, unless it belongs to “c.” or “approx.”
      let next = self[offset + 1]
      if next.isBlank || next == 0 || next == 0x0A {
        if !isAbbreviation(endingAt: offset) { gap.insert(.sentence) }
      } else if next.isUppercase, self[offset - 1].isLowercase {
        gap.insert(.sentence)
      }
    case 0x21, 0x3F: gap.insert(.sentence)
    case 0x3B: gap.insert(.comma)
    case 0x3A: gap.insert(.colon)
    case 0x2C: gap.insert(.comma)
    case 0x28, 0x29, 0x5B, 0x5D: gap.insert(.bracket)
    case 0x2D: gap.insert(.dash)
    case 0x2F: gap.insert(.slash)
    case 0x2B, 0x26: gap.insert(.plus)
    case 0x2A, 0x23, 0x5F: gap.insert(.mask)
    case 0xC2 where self[offset + 1] == 0xB7: gap.insert(.bullet)
    case 0xC2 where self[offset + 1] == 0xA0:
      if wideBlank(at: offset + 2) != nil || self[offset + 2].isBlank { gap.insert(.wide) }
      gap.insert(.blank)
    case 0xE2:
      if dash(at: offset) != nil {
        gap.insert(.dash)
      } else if self[offset + 1] == 0x80, self[offset + 2] == 0xA2 {
        gap.insert(.bullet)
      } else if self[offset + 1] >= 0x96, self[offset + 1] <= 0x9F {
        gap.insert(.bullet)
      }
    default: break
    }
  }

  private func isAbbreviation(endingAt offset: Int) -> Bool {
    guard self[offset - 1].isLetter else { return false }
    if !self[offset - 2].isLetter { return true }
    let start = wordStart(before: offset)
    return word(from: start, gap: [], to: offset).roles.contains(.abbreviation)
  }
}
