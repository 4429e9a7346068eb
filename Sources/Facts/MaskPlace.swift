/// What is left of a value around its mask, and what joins two masks.
extension Passage {
  /// Whether nothing but the middle of a range, or of a number in groups, stands between two masks.
  func isJoined(_ one: MaskRun, _ next: MaskRun) -> Bool {
    guard case .signs = one.form, case .signs = next.form else { return false }
    var at = valueEnd(one.upper)
    if at >= next.lower { return true }
    guard next.lower - at <= 20 else { return false }
    at = skippingBlanks(from: at)
    while at < next.lower {
      if let width = dash(at: at) {
        at += width
      } else if let word = word(after: at), word.lower == at, word.upper <= next.lower,
        Self.between[word.key] != 0
      {
        at = word.upper
      } else if bytes[at].isDigit || Self.isBetween(bytes[at]) {
        at += 1
      } else if currency(before: next.lower)?.lower == at {
        return true
      } else {
        return false
      }
      at = skippingBlanks(from: at)
    }
    return true
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x2F, 0x2E, 0x2B, 0x3A: true
    default: false
    }
  }

  private static let between = WordTable([("to and or per annum k p pa", 1)])

  /// Where the value starts that a mask at `offset` hides a part of: the letters or digits before.
  func valueStart(_ offset: Int) -> Int {
    var start = offset
    while start > lower, offset - start < 80 {
      let byte = bytes[start - 1]
      let joins =
        (byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x3A || byte == 0x2F)
        && self[start - 2].isWordly
      guard byte.isWordly || joins || byte == 0x2A || byte == 0x5F else { break }
      start -= 1
    }
    return start
  }

  /// Where the value ends that a mask ending at `offset` hides a part of: `k`, digits, letters.
  func valueEnd(_ offset: Int) -> Int {
    var end = offset
    while end < upper, end - offset < 80 {
      let byte = bytes[end]
      if byte.isDigit || byte == 0x2A {
        end += 1
      } else if byte.isLetter {
        // “****kBonus” lost a blank.
        if byte.isUppercase, self[end - 1].isLowercase { break }
        end += 1
      } else if byte == 0x2C || byte == 0x2E,
        self[end + 1].isDigit || self[end + 1] == self[end - 1]
      {
        end += 1
      } else if byte == 0x27, self[end + 1] == 0x73 {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether `k` ends an amount at `offset`: “****kOTE” and “****k” do, “****kg” does not.
  func endsAmount(_ offset: Int) -> Bool {
    !self[offset].isLowercase || reads("pa", at: offset) || reads("basic", at: offset)
  }

  /// The stretch without blanks around `offset`.
  func token(around offset: Int) -> Range<Int> {
    var start = offset
    while start > lower, offset - start < 150, !bytes[start - 1].isBlank, bytes[start - 1] != 0x0A {
      start -= 1
    }
    var end = offset
    while end < upper, end - offset < 150, !bytes[end].isBlank, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }

  /// The address around a mask, without the punctuation and brackets beside it.
  func addressToken(around lower: Int, _ upper: Int) -> Range<Int> {
    let first = token(around: lower)
    var start = first.lowerBound
    var end = max(first.upperBound, upper)
    while start < lower, !self[start].isWordly { start += 1 }
    while end > upper, !self[end - 1].isWordly { end -= 1 }
    return start..<end
  }

  /// Whether a dot with a known ending, such as `.co.uk`, stands in `token`.
  func hasDomain(in token: Range<Int>) -> Bool {
    for at in token where bytes[at] == 0x2E && self[at - 1].isWordly {
      if let end = topLevelEnd(after: at), !self[end].isLowercase { return true }
    }
    return false
  }

  func isUnderscore(before offset: Int) -> Bool {
    self[offset - 1] == 0x5F || reads("_job", at: offset - 4)
  }

  /// Whether the run is what is hidden of a British postcode: “NN5 ****JB”, “LS**** 4AP”.
  func isPostcode(around lower: Int, _ upper: Int) -> Bool {
    let isInward = { (at: Int) -> Bool in
      self[at].isUppercase && self[at + 1].isUppercase && !self[at + 2].isWordly
    }
    if isInward(upper), let word = word(before: lower), word.gap == [.blank] || word.gap == [] {
      if isOutward(endingAt: self.skippingBlanks(before: lower)) { return true }
    }
    let next = skippingBlanks(from: upper)
    return next == upper + 1 && self[next].isDigit && isInward(next + 1)
      && self[lower - 1].isUppercase && !self[lower - 3].isLetter
  }

  /// One or two capitals and up to two digits, the first half of a postcode.
  private func isOutward(endingAt end: Int) -> Bool {
    var at = end
    while self[at - 1].isDigit { at -= 1 }
    let digits = end - at
    while self[at - 1].isUppercase { at -= 1 }
    let letters = end - digits - at
    return digits <= 2 && (1...2).contains(letters) && !self[at - 1].isWordly
  }
}
