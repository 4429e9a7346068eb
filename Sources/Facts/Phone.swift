import AdModel

extension Passage {
  /// The phone number whose first digits stand at `offset`, usable or not.
  ///
  /// A number is a phone's only where a word asks to call, or where it has a plus sign or the
  /// shape of a national number.
  func phone(at offset: Int) -> Contact? {
    let start = phoneStart(offset)
    guard !self[start - 1].isWordly || self[start] == 0x2B, self[offset - 1] != 0x2E else {
      return nil
    }
    // Not in a price, a colour, an anchor, or the middle of a number.
    switch self[start - 1] {
    case 0x24, 0xA3, 0x23, 0x5F, 0x2C, 0x3D, 0x25: return nil
    default: break
    }
    guard let number = digits(from: offset) else { return nil }
    let hasPlus = self[start] == 0x2B || self[start + 1] == 0x2B
    let shape = shape(of: number, hasPlus: hasPlus)
    let fault: Contact.Fault?
    switch shape {
    case .whole: fault = nil
    case .sample: fault = .sample
    case .broken: fault = .wrongLength
    case .none: return nil
    }
    let asks = asksToCall(start)
    // Digits in groups also number accounts, years and postcodes.
    if fault == .wrongLength, asks != .directly { return nil }
    if shape == .whole, asks == .no, !hasPlus, !isTypical(number) { return nil }
    return contact(.phone, fault, start, number.upper)
  }

  private struct Number {
    var upper: Int
    var count: Int
    var groups: Int
    var firstGroup: Int
    var value: UInt64
    var startsWithZero: Bool
    var hasDots: Bool
  }

  private enum Shape { case whole, broken, sample, none }
  private enum Asking { case directly, somewhere, no }

  private func phoneStart(_ offset: Int) -> Int {
    var start = offset
    if self[start - 1] == 0x28 { start -= 1 }
    if self[start - 1] == 0x2B { start -= 1 }
    if self[start - 1] == 0x28, self[start] == 0x2B { start -= 1 }
    return start
  }

  /// The digits from `offset` on, with blanks, dots, hyphens and brackets between groups.
  private func digits(from offset: Int) -> Number? {
    var number = Number(
      upper: offset, count: 0, groups: 1, firstGroup: 0, value: 0, startsWithZero: false,
      hasDots: false)
    var at = offset
    while at < upper, number.count <= 16 {
      let byte = bytes[at]
      if byte.isDigit {
        number.value = number.value &* 10 &+ UInt64(byte - 0x30)
        number.count += 1
        if number.groups == 1 { number.firstGroup += 1 }
        at += 1
        number.upper = at
        continue
      }
      var next = at
      while next - at < 3,
        self[next] == 0x20 || self[next] == 0x29 || self[next] == 0x28
          || self[next] == 0x2D || self[next] == 0x2E || self[next] == 0x2F
      {
        next += 1
      }
      if let width = wideBlank(at: at) { next = at + width }
      guard next > at, self[next].isDigit else { break }
      if self[at] == 0x2E || self[at] == 0x2F { number.hasDots = true }
      if self[at] == 0x2C { break }
      number.groups += 1
      at = next
    }
    guard number.count >= 5, number.count <= 16, !self[number.upper].isLetter || number.count > 9
    else { return nil }
    if self[number.upper] == 0x25 || self[number.upper] == 0x2C && self[number.upper + 1].isDigit {
      return nil
    }
    number.startsWithZero = self[offset] == 0x30
    return number
  }

  private func shape(of number: Number, hasPlus: Bool) -> Shape {
    let count = number.count
    if Self.samples.contains(number.value) { return .sample }
    if hasPlus { return count >= 8 && count <= 15 ? .whole : .broken }
    if number.startsWithZero {
      // British and Irish numbers have 9 to 11 digits with their 0, German ones up to 12.
      if number.value == 0 { return .sample }
      return count >= 9 && count <= 13 ? .whole : count < 9 ? .broken : .none
    }
    switch count {
    case 10: return .whole
    case 11 where number.value / 10_000_000_000 == 1: return .whole
    case 11, 12, 13: return number.groups > 1 ? .whole : .none
    case 7...8: return number.groups > 1 ? .whole : .none
    case 9: return .broken
    default: return .none
    }
  }

  /// Numbers that stand for a number: 01234 567890, 555-0100 and their like.
  private static let samples: Set<UInt64> = [
    1_234_567_890, 12_345_678_901, 1_234_567_891, 123_456_789, 5_555_555_555, 1_111_111_111,
  ]

  /// Whether a number has the shape of a phone's even where no word says so.
  private func isTypical(_ number: Number) -> Bool {
    if number.hasDots { return false }
    // Two noughts begin a call abroad, or a number of something else.
    if number.startsWithZero, number.value < 100_000_000 { return false }
    if number.startsWithZero {
      return number.count >= 10 && number.count <= 11 && number.firstGroup >= 3
    }
    return number.count == 10 && number.groups == 3 && number.firstGroup == 3
      || number.count == 11 && number.groups == 4 && number.firstGroup == 1
  }

  private func asksToCall(_ start: Int) -> Asking {
    var at = start
    for step in 0..<8 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return .no }
      let roles = word.roles
      if roles.contains(.reference), word.key != Self.no, word.key != Self.number { return .no }
      if roles.contains(.phone) { return step == 0 ? .directly : .somewhere }
      if roles.contains(.contact), step > 0 { return .somewhere }
      // “call us on 020 7946 00”
      if step == 0, word.key == Self.on || word.key == Self.number,
        before(word.lower, says: .phone, within: 3)
      {
        return .directly
      }
      at = word.lower
    }
    return .no
  }

  private static let no = Word.key("no".utf8)
  private static let on = Word.key("on".utf8)
  private static let number = Word.key("number".utf8)
}
