/// Phone numbers of which a mask hides a part: `0113 49X XXXX`, `(208) 555-01##`.
extension Passage {
  /// The phone number that starts at the digit or mask at `offset`, if some of it is masked.
  ///
  /// Words must ask to call it, or it must have the shape of a phone number and nothing else.
  func maskedPhone(at offset: Int) -> Range<Int>? {
    let start = phoneStart(offset)
    guard isFree(start) else { return nil }
    var number = MaskedNumber(upper: start)
    var at = offset
    while at < upper, number.count < 18 {
      if bytes[at].isDigit {
        number.add(digit: bytes[at], to: at + 1)
        at += 1
      } else if let mask = phoneMask(at: at) {
        number.add(masks: mask.count, to: at + mask.width)
        at += mask.width
      } else {
        // A sentence ends with a dot and a blank.
        if self[at] == 0x2E, self[at + 1].isBlank { break }
        var next = at
        while next - at < 3, Self.joins(self[next]) { next += 1 }
        if let width = wideBlank(at: at) { next = at + width }
        guard next > at, self[next].isDigit || phoneMask(at: next) != nil else { break }
        number.groups.append(0)
        at = next
      }
    }
    // “Tel 01 872 4455 ***” is whole, and the stars belong to something else.
    let isApart = number.groups.last == number.masks
    guard number.masks > 0, number.digits < (isApart ? 9 : 10), !self[number.upper].isWordly else {
      return nil
    }
    if let word = word(after: number.upper), word.gap.isSubset(of: [.blank]),
      word.roles.contains(.counted)
    {
      return nil
    }
    if let end = vanityEnd(of: number) { return start..<end }
    return isPhone(number, at: start) ? start..<number.upper : nil
  }

  private struct MaskedNumber {
    var upper: Int
    var digits = 0
    var masks = 0
    /// The length of the longest run of masks.
    var run = 0
    var longest = 0
    /// The first sign, if it is a digit.
    var first: UInt8 = 0
    var groups = [0]

    var count: Int { digits + masks }

    mutating func add(digit: UInt8, to upper: Int) {
      if count == 0 { first = digit }
      digits += 1
      run = 0
      groups[groups.count - 1] += 1
      self.upper = upper
    }

    mutating func add(masks count: Int, to upper: Int) {
      masks += count
      run += count
      longest = max(longest, run)
      groups[groups.count - 1] += count
      self.upper = upper
    }
  }

  private func isPhone(_ number: MaskedNumber, at start: Int) -> Bool {
    let asks = asksToCall(start)
    // “text BAKE to 07700 900 *”
    if number.masks == 1 {
      return asks != .no && number.first == 0x30 && self[number.upper - 1] == 0x2A
        && self[number.upper - 2] == 0x20 && (6...9).contains(number.digits)
    }
    guard number.longest >= 2, (7...15).contains(number.count) else { return false }
    if number.first == 0 {
      return asks == .directly && number.groups.count > 1 && number.count >= 10
    }
    if asks != .no { return number.digits >= 2 }
    if before(start, says: .reference, within: 3), !namesOwnNumber(before: start) { return false }
    if self[start] == 0x2B || self[start + 1] == 0x2B { return number.count >= 9 }
    if number.first == 0x30 {
      return number.digits >= 3 && (10...11).contains(number.count) && number.groups[0] >= 3
    }
    return number.digits >= 3 && (number.groups == [3, 3, 4] || number.groups == [1, 3, 3, 4])
  }

  /// Whether “our number is” or the like stands before `start`: the number of people is a phone's,
  /// that of a job is its reference.
  private func namesOwnNumber(before start: Int) -> Bool {
    guard var word = word(before: start), word.gap.isSubset(of: [.blank, .colon]) else {
      return false
    }
    if Self.linking[word.key] != 0, let next = self.word(before: word.lower) { word = next }
    guard word.key == Self.numberWord, let owner = self.word(before: word.lower) else {
      return false
    }
    return owner.gap == [.blank] && Self.owners[owner.key] != 0
  }

  private static let linking = WordTable([("is", 1)])
  private static let owners = WordTable([("our my his her their office shop desk", 1)])
  private static let numberWord = Word.key("number".utf8)

  /// The end of “1-800-XXX-HAUL”, whose last digits are letters.
  private func vanityEnd(of number: MaskedNumber) -> Int? {
    guard number.groups == [1, 3, 3], number.first == 0x31, number.longest >= 2,
      let width = dash(at: number.upper)
    else { return nil }
    var end = number.upper + width
    while self[end].isUppercase { end += 1 }
    return end - number.upper - width >= 4 && !self[end].isWordly ? end : nil
  }

  /// Whether no price, address or longer number goes on before `start`.
  private func isFree(_ start: Int) -> Bool {
    if self[start - 1].isWordly || currency(before: start) != nil { return false }
    if self[start - 1].isBlank, self[start - 2].isDigit { return false }
    switch self[start - 1] {
    case 0x2F, 0x3D, 0x5F, 0x2D, 0x2E, 0x26, 0x25, 0x40, 0x23, 0x2C, 0x2A, 0x3F: return false
    default: return true
    }
  }

  /// What hides digits at `offset`: how many, as far as one can tell, in how many bytes.
  private func phoneMask(at offset: Int) -> (count: Int, width: Int)? {
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    case (0x3F, _, _): return nil
    case (0x5F, _, _): return (1, 1)
    case (0xE2, 0x80, 0xA6): return (3, 3)
    case (0xE2, 0x80, 0xA2): return (1, 3)
    // Blocks and shades, as a pen that blacks out leaves them.
    case (0xE2, 0x96, 0x80...0x93), (0xE2, 0x96, 0xA0): return (1, 3)
    case (0x2D, 0x2D, 0x2D):
      var end = offset
      while self[end] == 0x2D { end += 1 }
      return end - offset < 12 ? (end - offset, end - offset) : nil
    default: return isMaskSign(at: offset) ? (1, 1) : nil
    }
  }

  private static func joins(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x28 || byte == 0x29 || byte == 0x2D || byte == 0x2E
  }
}
