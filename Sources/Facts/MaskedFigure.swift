/// Figures of which a mask hides a part: `£4*,***`, `$1X,000`.
extension Passage {
  /// The stretch from the first to the last digit or mask of the figure at `offset`, if it has
  /// masks; `nil` for a figure with a star for a footnote (“£9.99*”) or a times sign (“10x”).
  func maskedFigure(around offset: Int) -> Range<Int>? {
    var start = offset
    while offset - start < 12, isFigureSign(at: start - 1) { start -= 1 }
    while start < offset, Self.isPoint(self[start]) { start += 1 }
    var end = start
    var masks = 0
    var isMasked = false
    var group = 0
    var point: UInt8 = 0
    var trailing = 0
    while end - start < 16 {
      if self[end].isDigit {
        trailing = 0
        group += 1
      } else if isMaskSign(at: end) {
        masks += 1
        trailing += 1
        group += 1
        isMasked = isMasked || self[end] != 0x2A && self[end] != 0x3F
      } else if Self.isPoint(self[end]), end > start,
        self[end + 1].isDigit || isMaskSign(at: end + 1)
      {
        point = self[end]
        group = 0
        trailing = 0
      } else {
        break
      }
      end += 1
    }
    guard masks > 0 else { return nil }
    if self[end].lowercase == 0x6B, !self[end + 1].isLetter { return start..<end }
    // What follows a point must be as long as thousands or pence are.
    if point == 0x2C { return group == 3 ? start..<end : nil }
    if point == 0x2E { return group == 2 || group == 3 && trailing != 1 ? start..<end : nil }
    let isInside = masks > trailing
    return isInside || trailing >= 3 || trailing == 2 && isMasked ? start..<end : nil
  }

  /// The run of the amount of money at `offset` that is masked in part, or all but its comma.
  func maskedAmount(at offset: Int) -> MaskRun? {
    guard isBesideMask(offset), let place = maskedFigure(around: offset) else { return nil }
    let hasPoint = bytes[place].contains(where: Self.isPoint)
    let hasDigits = bytes[place].contains(where: \.isDigit)
    guard hasPoint || hasDigits else { return nil }
    if currency(before: place.lowerBound) == nil {
      // “Salary: 3x,xxx”, “We pay 0.0X per word”
      guard hasPoint, hasDigits, let word = word(before: place.lowerBound),
        word.gap.isSubset(of: [.blank, .colon]),
        !word.roles.isDisjoint(with: [.pay, .payish, .base])
      else { return nil }
    }
    return MaskRun(
      form: .signs, lower: place.lowerBound, upper: place.upperBound, count: place.count)
  }

  /// Whether a mask, or a comma and a mask, touches the digits or masks at `offset`.
  private func isBesideMask(_ offset: Int) -> Bool {
    if isMaskSign(at: offset) { return true }
    var end = offset
    while self[end].isDigit { end += 1 }
    let last = Self.isPoint(self[offset - 1]) ? offset - 2 : offset - 1
    let next = Self.isPoint(self[end]) ? end + 1 : end
    return isMaskSign(at: next) || isMaskSign(at: last)
  }

  private func isFigureSign(at offset: Int) -> Bool {
    if self[offset].isDigit || isMaskSign(at: offset) { return true }
    return Self.isPoint(self[offset]) && (self[offset - 1].isDigit || isMaskSign(at: offset - 1))
  }

  private static func isPoint(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x2E }

  /// Whether a sign that hides a digit stands at `offset`. An `x` does where no word is around it.
  func isMaskSign(at offset: Int) -> Bool {
    switch self[offset] {
    case 0x2A, 0x23, 0x3F: return true
    case 0x78, 0x58:
      var lower = offset
      while self[lower - 1].lowercase == 0x78 { lower -= 1 }
      var upper = offset + 1
      while self[upper].lowercase == 0x78 { upper += 1 }
      let isThousands = self[upper].lowercase == 0x6B && !self[upper + 1].isLetter
      return isBeside(self[lower - 1]) && (isBeside(self[upper]) || isThousands)
    default: return false
    }
  }

  private func isBeside(_ byte: UInt8) -> Bool { !byte.isWordly || byte.isDigit }
}
