/// A character written by name or number, such as `&amp;` or `&#8364;`.
struct CharacterReference {
  /// What it stands for, UTF-8.
  var bytes: [UInt8]
  /// The byte behind it.
  var end: Int

  /// The reference at the start of `range`, which begins with `&`; `nil` if it is only that.
  ///
  /// HTML forgives a missing semicolon after the names of old; Markdown is strict. In an attribute,
  /// such a name goes unread before `=` or a letter, so that `?a=1&copy=2` stays an address.
  init?(in text: [UInt8], _ range: Range<Int>, isStrict: Bool = false, isAttribute: Bool = false) {
    let at = range.lowerBound + 1
    guard at < range.upperBound else { return nil }
    if text[at] == 0x23 {
      self.init(numberIn: text, at + 1..<range.upperBound, isStrict: isStrict)
    } else if text[at].isLetter {
      self.init(nameIn: text, at..<range.upperBound, isStrict: isStrict, isAttribute: isAttribute)
    } else {
      return nil
    }
  }

  private init?(numberIn text: [UInt8], _ range: Range<Int>, isStrict: Bool) {
    var at = range.lowerBound
    let isHex = at < range.upperBound && text[at] | 0x20 == 0x78
    if isHex { at += 1 }
    let digits = at
    var value: UInt32 = 0
    while at < range.upperBound, let digit = text[at].digit(isHex: isHex) {
      value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
      at += 1
    }
    guard at > digits else { return nil }
    let isClosed = at < range.upperBound && text[at] == 0x3B
    if isStrict, !isClosed || at - digits > (isHex ? 6 : 7) { return nil }
    end = isClosed ? at + 1 : at
    let scalar = isStrict || value < 0x80 || value > 0x9F ? value : Windows1252.scalar(UInt8(value))
    bytes = Array(
      UTF8.encode(Unicode.Scalar(scalar == 0 ? 0xFFFD : scalar) ?? "\u{FFFD}") ?? .init())
  }

  private init?(nameIn text: [UInt8], _ range: Range<Int>, isStrict: Bool, isAttribute: Bool) {
    var at = range.lowerBound
    let longest = min(range.upperBound, at + 33)
    while at < longest, text[at].isLetter || text[at].isDigit { at += 1 }
    if at < range.upperBound, text[at] == 0x3B,
      let found = Self.common(text[range.lowerBound..<at])
        ?? CharacterNames.characters(for: text[range.lowerBound..<at])
    {
      bytes = found
      end = at + 1
      return
    }
    if isStrict { return nil }
    at = min(at, range.lowerBound + CharacterNames.longestBare)
    while at > range.lowerBound {
      let name = String(decoding: text[range.lowerBound..<at], as: UTF8.self)
      if CharacterNames.bare.contains(name), let found = CharacterNames.characters(for: name.utf8) {
        if isAttribute, at < range.upperBound {
          let next = text[at]
          if next == 0x3D || next.isLetter || next.isDigit { return nil }
        }
        bytes = found
        end = at
        return
      }
      at -= 1
    }
    return nil
  }

  /// The names that nearly all pages use, without a look at the large table.
  private static func common(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    if name.elementsEqual("amp".utf8) { return [0x26] }
    if name.elementsEqual("nbsp".utf8) { return [0xC2, 0xA0] }
    if name.elementsEqual("lt".utf8) { return [0x3C] }
    if name.elementsEqual("gt".utf8) { return [0x3E] }
    if name.elementsEqual("quot".utf8) { return [0x22] }
    return nil
  }
}

extension UInt8 {
  /// Its value as a digit.
  func digit(isHex: Bool) -> UInt32? {
    if isDigit { return UInt32(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return isHex && letter < 6 ? UInt32(letter) + 10 : nil
  }
}
