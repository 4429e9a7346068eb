/// One run of mask characters, or a few words that say that something was removed.
struct MaskRun {
  /// How the run is written.
  enum Form {
    /// `****`, `£##,###`, `____`
    case signs
    /// `(url removed)`
    case words(Mask.Kind)
    /// `#EMAIL_1f3a#`
    case placeholder(Mask.Kind)
  }
  var form: Form
  var lower: Int
  var upper: Int
  /// The number of mask characters.
  var count: Int
}

extension Passage {
  /// The mask that starts at the landmark `offset`, if it is none of the many other uses of its
  /// signs: emphasis, headings, rules, bullets, ratings, names of variables.
  func maskRun(at offset: Int) -> MaskRun? {
    switch self[offset] {
    case 0x30...0x39: maskedAmount(at: offset)
    case 0x2A: starRun(at: offset) ?? maskedAmount(at: offset)
    case 0x23: placeholder(at: offset) ?? signRun(at: offset, sign: 0x23)
    case 0x5F: signRun(at: offset, sign: 0x5F)
    case 0xE2: bulletRun(at: offset)
    case 0x78, 0x58: letterRun(at: offset) ?? maskedAmount(at: offset)
    case 0x28, 0x5B, 0x3C: removal(at: offset)
    case 0x2F: notAvailable(at: offset)
    default: nil
    }
  }

  private func length(of sign: UInt8, at offset: Int) -> Int {
    var end = offset
    while self[end] == sign { end += 1 }
    return end - offset
  }

  /// Whether an amount surrounds the run: a currency before it, `k` or a masked thousand behind it.
  private func isInAmount(_ lower: Int, _ upper: Int) -> Bool {
    currency(before: lower).map { !isInRow($0) } ?? false || isInRand(lower, upper)
      || self[upper].lowercase == 0x6B && !self[upper + 1].isLetter
      || self[upper] == 0x2C && (self[upper + 1] == self[lower] || self[upper + 1].isDigit)
  }

  /// Whether the same sign stands right before `mark`: a row of them decorates, as in “£££ ***”.
  private func isInRow(_ mark: CurrencyMark) -> Bool {
    let sign = (mark.lower..<mark.upper).prefix { !self[$0].isBlank }
    return sign.allSatisfy { self[$0 - sign.count] == self[$0] }
  }

  /// `R** 000`, but not the end of marked words.
  func isInRand(_ lower: Int, _ upper: Int) -> Bool {
    guard rand(before: lower) != nil else { return false }
    let next = skippingBlanks(from: upper)
    return next == upper + 1
      && (next..<next + 3).allSatisfy { self[$0].isDigit || self[$0] == 0x2A }
  }

  private func starRun(at offset: Int) -> MaskRun? {
    let count = length(of: 0x2A, at: offset)
    let end = offset + count
    guard count >= 2 else { return nil }
    let run = MaskRun(form: .signs, lower: offset, upper: end, count: count)
    if isInAmount(offset, end) || isShare(offset, end) { return run }
    if count >= 3, isBeforeCurrency(offset, end) { return run }
    guard count >= 3 else { return nil }
    let before = self[offset - 1]
    let after = self[end]
    // `5*****` and `**** hotel` are ratings.
    if before.isDigit, !self[offset - 2].isWordly, count == Int(before - 0x30) || count == 5 {
      return nil
    }
    if let word = word(after: end), word.gap.isSubset(of: [.blank, .dash]),
      word.roles.contains(.hotel), Self.stars[word.key] == 0 || !after.isBlank
    {
      return nil
    }
    if isBelowLabel(offset, end) || isPostcode(around: offset, end) || isUnderscore(before: offset)
    {
      return run
    }
    if isRule(from: offset, to: end, sign: 0x2A) || isEmphasis(at: offset, end: end, count: count) {
      return nil
    }
    // Signs that only decorate come in threes, fives or dozens; masks of numbers in fours.
    if count == 3 || count == 5 || count == 6 || count == 7 || count > 8 {
      // “by the recruiter***Please note” only sets two sentences apart.
      if count == 3, after.isUppercase, before.isLowercase { return nil }
      let isInWord = (before.isWordly || before == 0x40) && (after.isWordly || after == 0x40)
      let isNumber = before.isDigit && after.isDigit
      guard isInWord || isNumber || hasNumberContext(offset, end) else { return nil }
    }
    return run
  }

  /// “grew by **% last year”
  private func isShare(_ lower: Int, _ upper: Int) -> Bool {
    self[upper] == 0x25 && !self[upper + 1].isWordly && self[lower - 1].isBlank
  }

  /// “a bonus of *** PLN”
  private func isBeforeCurrency(_ lower: Int, _ upper: Int) -> Bool {
    guard self[lower - 1].isBlank, let mark = currency(after: upper) else { return false }
    return mark.lower <= upper + 1 && !self[skippingBlanks(from: mark.upper)].isDigit
  }

  /// Whether the run is all of a line that follows a label such as “Salary”.
  private func isBelowLabel(_ lower: Int, _ upper: Int) -> Bool {
    let end = skippingBlanks(from: upper)
    guard isLineStart(lower), self[end] == 0x0A || end == self.upper,
      let word = word(before: lower), word.gap.isSubset(of: [.line, .colon, .blank])
    else { return false }
    return !word.roles.isDisjoint(with: [.pay, .phone, .reference])
      && word.upper - lineStart(of: word.lower) <= 24
  }

  private static let stars = WordTable([("star stars rated", 1)])

  /// Whether a word beside a run of unusual length asks for a number.
  private func hasNumberContext(_ lower: Int, _ upper: Int) -> Bool {
    if self[upper] == 0x2A || self[lower - 1] == 0x2A { return false }
    // Back over the groups before it: “Tel: ***** ******”.
    var start = lower
    while lower - start < 40, self[start - 1].isBlank, self[start - 2] == 0x2A {
      start -= 2
      while self[start - 1] == 0x2A { start -= 1 }
    }
    if let word = word(before: start), word.gap.isSubset(of: [.blank, .colon]) {
      if !word.roles.isDisjoint(with: [.pay, .payish, .phone, .reference]) { return true }
    }
    return false
  }

  /// Whether the run stands on a line with nothing but signs, as a rule across the page.
  private func isRule(from offset: Int, to end: Int, sign: UInt8) -> Bool {
    var at = end
    while at < upper, bytes[at] != 0x0A {
      guard bytes[at].isBlank || bytes[at] == sign || bytes[at] == 0x0D else { return false }
      at += 1
      if at - end > 200 { return true }
    }
    at = offset
    while at > lower, bytes[at - 1] != 0x0A {
      guard bytes[at - 1].isBlank || bytes[at - 1] == sign else { return false }
      at -= 1
      if offset - at > 200 { return true }
    }
    // A field that is nothing but a mask is a mask: “Salary: ****”.
    return !(at == lower && skippingBlanks(from: end) >= upper) || offset == end
  }

  /// Whether the run opens or closes marked words, as in `***now hiring***` or `** note`.
  private func isEmphasis(at offset: Int, end: Int, count: Int) -> Bool {
    let before = self[offset - 1]
    let after = self[end]
    let opens = isOutside(before) && isInside(after)
    let closes = isInside(before) && isOutside(after)
    if opens, !isAmountLetter(at: end) {
      return hasTwin(after: end, count: count) || isLineStart(offset)
    }
    if closes { return hasTwin(before: offset, count: count) || count == 3 && !before.isDigit }
    if isLineStart(offset), after.isBlank { return true }
    return false
  }

  /// `****k`, `****K`: the k is the amount's.
  private func isAmountLetter(at offset: Int) -> Bool {
    let letter = self[offset].lowercase
    return (letter == 0x6B || letter == 0x6D) && !self[offset + 1].isLowercase
      || reads("pa", at: offset) || reads("ph", at: offset) || reads("bn", at: offset)
  }

  private func isOutside(_ byte: UInt8) -> Bool { byte == 0 || byte == 0x0A || byte.isBlank }

  private func isInside(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == 0x21 || byte == 0x22 || byte >= 0xC0
  }

  func isLineStart(_ offset: Int) -> Bool {
    offset > lower && self[skippingBlanks(before: offset) - 1] == 0x0A
  }

  /// Whether a run as long closes on the same line, right behind a letter or exclamation mark.
  private func hasTwin(after offset: Int, count: Int) -> Bool {
    var at = offset
    while at < upper, at < offset + 200, bytes[at] != 0x0A {
      if bytes[at] == 0x2A {
        let found = length(of: 0x2A, at: at)
        return found == count && (isInside(self[at - 1]) || self[at - 1] == 0x20 && count != 4)
          && !self[at + found].isWordly
      }
      at += 1
    }
    return false
  }

  private func hasTwin(before offset: Int, count: Int) -> Bool {
    var at = offset
    while at > lower, at > offset - 200, bytes[at - 1] != 0x0A {
      if bytes[at - 1] == 0x2A {
        var start = at
        while self[start - 1] == 0x2A { start -= 1 }
        return at - start == count && isInside(self[at]) && isOutside(self[start - 1])
      }
      at -= 1
    }
    return false
  }

  /// A run of `#` or `_`: rarely a mask, so it must stand where a number would.
  private func signRun(at offset: Int, sign: UInt8) -> MaskRun? {
    let count = length(of: sign, at: offset)
    let end = offset + count
    guard count >= 2 else { return nil }
    let run = MaskRun(form: .signs, lower: offset, upper: end, count: count)
    if isInAmount(offset, end), self[end] != 0x2C || self[offset - 1] != 0x20 { return run }
    guard count >= 3, !isLineStart(offset), offset > lower else { return nil }
    if self[offset - 1].isLetter || self[end].isLetter { return nil }
    if sign == 0x23, isNumbered(offset), !self[end].isWordly { return run }
    if isRule(from: offset, to: end, sign: sign) { return nil }
    guard let word = word(before: offset), word.gap.isSubset(of: [.blank, .colon, .bracket]) else {
      return self[offset - 1].isDigit || self[end].isDigit ? run : nil
    }
    return word.isNumber
      || !word.roles.isDisjoint(with: [.pay, .payish, .phone, .reference, .ote])
      ? run : nil
  }

  /// Whether capitals and a hyphen stand before `offset`, as in the reference `KR-####`.
  func isNumbered(_ offset: Int) -> Bool {
    var start = offset - 1
    guard self[start] == 0x2D else { return false }
    while self[start - 1].isUppercase { start -= 1 }
    return (2...5).contains(offset - 1 - start) && !self[start - 1].isWordly
  }

  private func bulletRun(at offset: Int) -> MaskRun? {
    if self[offset - 3] == 0xE2, self[offset - 1] == 0xA2 { return nil }
    var end = offset
    while self[end] == 0xE2, self[end + 1] == 0x80, self[end + 2] == 0xA2 { end += 3 }
    let count = (end - offset) / 3
    guard count >= 3 || isInAmount(offset, end), !isRule(from: offset, to: end, sign: 0xA2) else {
      return nil
    }
    return MaskRun(form: .signs, lower: offset, upper: end, count: count)
  }

  /// A run of `x` in an amount (`£xx,xxx`, `xxk`) or in a phone number (`0207 XXX XXXX`).
  private func letterRun(at offset: Int) -> MaskRun? {
    if self[offset - 1].isLetter { return nil }
    let isMoney = currency(before: offset).map { self[$0.upper - 1] != 0x78 } ?? false
    // Not every group of a long row reads all that follow: what is before it comes first.
    let before = word(before: offset).flatMap {
      $0.gap.isSubset(of: [.blank, .colon, .dash]) ? $0 : nil
    }
    let isPhone =
      before.map { $0.isNumber && $0.upper - $0.lower >= 3 && self[$0.lower] == 0x30 } ?? false
    let isPay = before.map { !$0.roles.isDisjoint(with: [.pay, .payish, .filler]) } ?? false
    guard isMoney || isPay || isPhone else { return nil }
    var end = offset
    while self[end].lowercase == 0x78 || self[end] == 0x2C && self[end + 1].lowercase == 0x78 {
      end += 1
    }
    let count = end - offset
    while self[end].isBlank, self[end + 1].lowercase == 0x78, self[end + 2].lowercase == 0x78 {
      end += 2
      while self[end].lowercase == 0x78 { end += 1 }
    }
    let isThousands = self[end].lowercase == 0x6B && !self[end + 1].isLetter
    guard count >= 2, !self[end].isLetter || isThousands else { return nil }
    guard isMoney || isPay && isThousands || isPhone && count >= 3 else { return nil }
    return MaskRun(form: .signs, lower: offset, upper: end, count: count)
  }
}
