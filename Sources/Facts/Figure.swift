/// A number in figures as people write it: `25,000`, `48k`, `1.5m`, `€ 4.000`, `12,50`.
struct Figure {
  /// From the first digit to the last, `k` included.
  let lower: Int
  let upper: Int
  var value: Double
  /// The digits before any decimals.
  let digits: Int
  /// The digits after the decimal sign.
  let decimals: Int
  /// Whether thousands are set apart.
  let isGrouped: Bool
  /// Whether `k` or “thousand” follows.
  let isThousands: Bool
  /// Whether it counts millions or more.
  let isMillions: Bool
  /// Whether a plus sign follows.
  let isOpen: Bool

  /// Whether it counts lakhs: “12 LPA”.
  var isLakh: Bool { digits <= 2 && value >= 100_000 && !isMillions && !isThousands }

  /// Whether it looks like a calendar year.
  var looksLikeYear: Bool {
    digits == 4 && decimals == 0 && !isGrouped && !isThousands && value >= 1900 && value <= 2100
  }
}

extension Passage {
  /// The figure that starts at `offset`; `nil` for a number inside a word, code or mask.
  func figure(at offset: Int) -> Figure? {
    guard self[offset].isDigit else { return nil }
    let before = self[offset - 1]
    if before.isDigit || before == 0x2A || before == 0x23 || before == 0x5F { return nil }
    if (before == 0x2E || before == 0x2C) && self[offset - 2].isDigit { return nil }
    // The end of a figure with a slip in it: “€5B,210”.
    let slip = self[offset - 2].lowercase
    if before == 0x2C, slip.isLetter, slip != 0x6B, slip != 0x6D, self[offset - 3].isDigit {
      return nil
    }
    if maskedAmount(at: offset) != nil { return nil }

    var at = offset
    var value = 0.0
    while self[at].isDigit, at - offset < 15 {
      value = value * 10 + Double(self[at] - 0x30)
      at += 1
    }
    if self[at].isDigit { return nil }
    let lead = at - offset
    var digits = lead
    var isGrouped = false
    var separator: UInt8 = 0
    while lead <= 2, let width = lakhGroup(at: at) {
      value = value * 100 + Double(self[at + 1] - 0x30) * 10 + Double(self[at + 2] - 0x30)
      digits += 2
      at += width
      separator = 0x2C
    }
    while lead <= 3, digits < 13, let (width, sign) = thousandsSeparator(at: at, after: separator) {
      let start = at + width
      let group = (start..<start + 3).reduce(0.0) { $0 * 10 + Double(self[$1] - 0x30) }
      value = value * 1000 + group
      digits += 3
      at = start + 3
      separator = sign
      isGrouped = true
    }
    // “£3O,000” and “£3,0000” are slips, not three pounds.
    if self[at].lowercase == 0x6F, self[at + 1] == 0x2C || self[at + 1].isDigit { return nil }
    if self[at] == 0x2C, !isGrouped, lead <= 3, (1...4).allSatisfy({ self[at + $0].isDigit }) {
      return nil
    }
    // The noughts of “R** 000” and “R 28 000” are the end of another figure.
    if value == 0, digits == 3, before.isBlank || before == 0xA0 { return nil }
    // Two figures in a row, such as years or postcodes, are not one: “in 2 100 rooms”.
    var decimals = 0
    if self[at] == 0x2E || self[at] == 0x2C, self[at] != separator || !isGrouped,
      self[at + 1].isDigit
    {
      var end = at + 1
      var place = 0.1
      var fraction = 0.0
      while self[end].isDigit, end - at <= 4 {
        fraction += Double(self[end] - 0x30) * place
        place /= 10
        end += 1
      }
      if !self[end].isDigit, end - at <= 3 {
        value += fraction
        decimals = end - at - 1
        at = end
      }
    }
    return scaled(
      from: offset, to: at, value: value, digits: digits, decimals: decimals, isGrouped: isGrouped)
  }

  /// The width of a comma and two digits at `offset`, where groups of two or three go on as people
  /// in India write them: `3,00,000`.
  private func lakhGroup(at offset: Int) -> Int? {
    guard self[offset] == 0x2C, self[offset + 1].isDigit, self[offset + 2].isDigit,
      self[offset + 3] == 0x2C, self[offset + 4].isDigit, self[offset + 5].isDigit,
      self[offset + 6] == 0x2C || self[offset + 6].isDigit && !self[offset + 7].isDigit
    else { return nil }
    return 3
  }

  /// The width of the thousands separator at `offset`, with exactly three digits behind it.
  private func thousandsSeparator(at offset: Int, after last: UInt8) -> (Int, UInt8)? {
    let byte = self[offset]
    let width: Int
    switch byte {
    case 0x2C, 0x2E, 0x27, 0x20: width = 1
    case 0xC2 where self[offset + 1] == 0xA0: width = 2
    case 0xE2 where wideBlank(at: offset) == 3: width = 3
    case 0xE2 where self[offset + 1] == 0x80 && self[offset + 2] == 0x99: width = 3
    default: return nil
    }
    let start = offset + width
    guard last == 0 || last == byte, self[start].isDigit, self[start + 1].isDigit,
      self[start + 2].isDigit, !self[start + 3].isDigit
    else { return nil }
    return (width, byte)
  }

  /// The figure of the digits before `end` with the `k`, million or plus sign behind them.
  private func scaled(
    from offset: Int, to end: Int, value: Double, digits: Int, decimals: Int, isGrouped: Bool
  ) -> Figure? {
    var at = end
    var value = value
    var isThousands = false
    var isMillions = false
    let letter = self[at].lowercase
    if letter == 0x6B, endsUnit(at: at + 1) || reads("pa", at: at + 1) {
      isThousands = true
      at += 1
    } else if self[at].isBlank, self[at + 1].lowercase == 0x6B, !self[at + 2].isWordly {
      isThousands = true
      at += 2
    } else if letter == 0x6D || letter == 0x62 {
      var unit = at
      while self[unit].isLetter, unit - at < 9 { unit += 1 }
      let isUnit =
        unit - at == 1 && !reads("m2", at: at) && !reads("m/", at: at)
        || reads("bn", at: at) && unit - at == 2
        || reads("mn", at: at) && unit - at == 2 || reads("mm", at: at) && unit - at == 2
        || reads("mio", at: at) && unit - at == 3 || reads("mil", at: at) && unit - at == 3
      if isUnit {
        isMillions = true
        at = unit
      }
    }
    if !isThousands, !isMillions {
      let word = skippingBlanks(from: at)
      if reads("thousand", at: word) {
        isThousands = true
        at = word + 8
      } else if reads("tys", at: word), !self[word + 3].isWordly {
        isThousands = true
        at = word + (self[word + 3] == 0x2E ? 4 : 3)
      } else if reads("million", at: word) || reads("billion", at: word)
        || reads("trillion", at: word) || reads("mio", at: word) || reads("mill.", at: word)
        || (reads("bn", at: word) || reads("mn", at: word)) && !self[word + 2].isWordly
        || self[word].lowercase == 0x6D && word > at && !self[word + 1].isWordly && digits <= 3
          && self[word + 1] != 0x2F
      {
        isMillions = true
        at = word
      } else if reads("lakh", at: word) || reads("lpa", at: word) {
        value *= 100_000
      }
    }
    if isThousands { value *= 1_000 }
    if isMillions { value *= 1_000_000 }
    let isOpen = self[at] == 0x2B
    return Figure(
      lower: offset, upper: at, value: value, digits: digits, decimals: decimals,
      isGrouped: isGrouped, isThousands: isThousands, isMillions: isMillions, isOpen: isOpen)
  }

  /// Whether a unit of one letter that ends at `offset` ends there: “120kIf” lost a blank.
  private func endsUnit(at offset: Int) -> Bool {
    let next = self[offset]
    return !next.isLowercase && !next.isDigit
  }
}
