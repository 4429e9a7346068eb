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
    // “020 7946 0018 / 0019” is two numbers.
    if number.count > 13, bytes[offset..<number.upper].contains(0x2F) { return nil }
    if let masked = maskedPhone(at: offset) {
      return contact(.phone, .masked, masked.lowerBound, masked.upperBound)
    }
    let hasPlus = self[start] == 0x2B || self[start + 1] == 0x2B
    let shape = shape(of: number, hasPlus: hasPlus)
    var fault: Contact.Fault?
    switch shape {
    case .whole: fault = nil
    case .sample: fault = .sample
    case .broken: fault = .wrongLength
    case .none: return nil
    }
    let asks = asksToCall(start)
    if fault == nil, asks == .directly,
      isTooShort(number, hasPlus: hasPlus) || isMiscounted(number, hasPlus: hasPlus)
    {
      fault = .wrongLength
    }
    if asks == .directly, let end = letterSlip(after: number.upper) {
      return contact(.phone, .wrongLength, start, end)
    }
    // Digits in groups also number accounts, years and postcodes.
    if fault == .wrongLength, asks != .directly { return nil }
    if fault == .sample, asks == .no, !number.startsWithZero, !hasPlus { return nil }
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
    /// The length of the last group, and how many digits stand before it.
    var lastGroup: Int { count - beforeLast }
    var beforeLast = 0
  }

  private enum Shape { case whole, broken, sample, none }
  enum Asking { case directly, somewhere, no }

  /// Where the number starts whose first digits or masks stand at `offset`, brackets and plus sign
  /// included.
  func phoneStart(_ offset: Int) -> Int {
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
      number.beforeLast = number.count
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
      if count > 13 { return number.groups > 2 ? .broken : .none }
      return count >= 9 ? .whole : .broken
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

  /// Whether digits are missing from a number that has enough of them elsewhere: “(208) 555-01”,
  /// “01793 5550”, “+44 7700 9001”, “+49 821 555-”.
  private func isTooShort(_ number: Number, hasPlus: Bool) -> Bool {
    let count = number.count
    if hasPlus {
      var country = number.value
      while country >= 100 { country /= 10 }
      if country == 44 { return count < 11 }
      return self[number.upper] == 0x2D && count < 11 && isEnd(number.upper + 1)
    }
    if number.startsWithZero {
      return count == 9 && number.groups == 2 && number.firstGroup == 5
        && number.value / 10_000_000 == 1
    }
    return number.groups == 3 && number.firstGroup == 3 && number.beforeLast == 6
      && number.lastGroup < 4 && count < 9 && self[number.upper - number.lastGroup - 1] == 0x2D
  }

  /// Whether the last group has a digit too few or too many: “0161 496 051”, “020 7946 00188”,
  /// “(312) 555-01234”.
  private func isMiscounted(_ number: Number, hasPlus: Bool) -> Bool {
    guard !hasPlus, number.groups == 3, !number.hasDots, number.lastGroup != 4 else { return false }
    let second = number.beforeLast - number.firstGroup
    if !number.startsWithZero {
      return number.firstGroup == 3 && second == 3 && number.lastGroup == 5
        && self[number.upper - 6] == 0x2D
    }
    var area = number.value
    for _ in number.firstGroup..<number.count { area /= 10 }
    switch number.firstGroup {
    case 3: return area == 20 && second == 4 && number.lastGroup <= 5
    case 4 where second == 3 && self[number.upper - number.lastGroup - 1] == 0x20:
      // Swedish towns have some of these codes and five digits, German mobiles have others.
      return switch number.lastGroup {
      case 2: Self.cities.contains(area) && !Self.towns.contains(area)
      case 1, 3: Self.cities.contains(area)
      case 5: Self.cities.contains(area) && area != 151
      default: false
      }
    default: return false
    }
  }

  /// The codes of British cities whose numbers have seven digits more.
  private static let cities: Set<UInt64> = [
    113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161, 191,
  ]
  private static let towns: Set<UInt64> = [121, 141, 151]

  /// Where the number ends that goes on at `offset` with the letter O for a nought: “027 555 O1 88”.
  private func letterSlip(after offset: Int) -> Int? {
    var at = self[offset] == 0x20 ? offset + 1 : offset
    guard self[at] == 0x4F, self[at + 1].isDigit else { return nil }
    at += 1
    while at - offset < 12, self[at].isDigit || self[at] == 0x20 && self[at + 1].isDigit { at += 1 }
    return self[at].isWordly ? nil : at
  }

  private func isEnd(_ offset: Int) -> Bool {
    self[offset].isBlank || self[offset] == 0 || self[offset] == 0x0A
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
      // “02 61 91 40 27” is French.
      return number.count >= 10 && number.count <= 11
        && (number.firstGroup >= 3 || number.count == 10 && number.groups == 5)
    }
    return number.count == 10 && number.groups == 3 && number.firstGroup == 3
      || number.count == 11 && number.groups == 4 && number.firstGroup == 1
  }

  /// Whether the words before a number ask to call it.
  func asksToCall(_ start: Int) -> Asking {
    var at = start
    for step in 0..<8 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return .no }
      let roles = word.roles
      if roles.contains(.reference), word.key != Self.no, word.key != Self.number { return .no }
      // “WhatsApp” is two words to the scanners.
      let isCall =
        roles.contains(.phone) || word.key == Self.app && reads("whats", at: word.lower - 5)
      if isCall { return step == 0 ? .directly : .somewhere }
      if roles.contains(.contact), step > 0 { return .somewhere }
      // “call us on 020 7946 00”
      if step == 0, Self.joints[word.key] != 0,
        before(word.lower, says: .phone, within: 3)
      {
        return .directly
      }
      at = word.lower
    }
    return .no
  }

  private static let app = Word.key("app".utf8)
  private static let no = Word.key("no".utf8)
  /// What may stand between the call and its number.
  private static let joints = WordTable([("on at number us me", 1)])
  private static let number = Word.key("number".utf8)
}
