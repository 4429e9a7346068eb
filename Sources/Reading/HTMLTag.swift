/// A start or end tag, with the few attributes that tell about an ad.
struct HTMLTag {
  /// The last eight bytes of its name, in small letters.
  var name: UInt64 = 0
  var isSelfClosing = false
  /// The byte behind it.
  var end = 0
  /// Values of attributes, quotes left out.
  var href: Range<Int>?
  var classes: Range<Int>?
  var id: Range<Int>?
  var alt: Range<Int>?
  var type: Range<Int>?

  /// The tag at the start of `range`, or `nil` if the text ends within it.
  init?(in text: [UInt8], _ range: Range<Int>) {
    let upper = range.upperBound
    var at: Int
    (name, at) = Self.name(in: text, range)
    while at < upper {
      let byte = text[at]
      if byte == 0x3E {
        end = at + 1
        return
      }
      if byte == 0x2F {
        isSelfClosing = at + 1 < upper && text[at + 1] == 0x3E
        at += 1
      } else if byte.isBlank {
        at += 1
      } else {
        guard let next = readAttribute(in: text, at..<upper) else { return nil }
        at = next
      }
    }
    return nil
  }

  /// The ``name`` of the tag at the start of `range`, and where it ends.
  static func name(in text: [UInt8], _ range: Range<Int>) -> (name: UInt64, end: Int) {
    var name: UInt64 = 0
    var at = range.lowerBound + 1
    if at < range.upperBound, text[at] == 0x2F { at += 1 }
    while at < range.upperBound, !text[at].endsName {
      name = name << 8 | UInt64(text[at].lowercased)
      at += 1
    }
    return (name, at)
  }

  /// Reads one attribute, and says where it ends.
  private mutating func readAttribute(in text: [UInt8], _ range: Range<Int>) -> Int? {
    let upper = range.upperBound
    var at = range.lowerBound
    var name: UInt64 = UInt64(text[at].lowercased)
    at += 1
    while at < upper, !text[at].endsName, text[at] != 0x3D {
      name = name << 8 | UInt64(text[at].lowercased)
      at += 1
    }
    var next = at
    while next < upper, text[next].isBlank { next += 1 }
    guard next < upper, text[next] == 0x3D else { return at }
    at = next + 1
    while at < upper, text[at].isBlank { at += 1 }
    guard at < upper else { return nil }
    let quote = text[at]
    var value: Range<Int>
    if quote == 0x22 || quote == 0x27 {
      let close = text.first(quote, in: at + 1..<upper)
      guard close < upper else { return nil }
      value = at + 1..<close
      at = close + 1
    } else {
      value = at..<at
      while at < upper, !text[at].isBlank, text[at] != 0x3E { at += 1 }
      value = value.lowerBound..<at
    }
    note(value, as: name)
    return at
  }

  private mutating func note(_ value: Range<Int>, as name: UInt64) {
    switch name {
    case 0x6872_6566: href = href ?? value  // href
    case 0x63_6C61_7373: classes = classes ?? value  // class
    case 0x6964: id = id ?? value  // id
    case 0x61_6C74: alt = alt ?? value  // alt
    case 0x7479_7065: type = type ?? value  // type
    default: break
    }
  }
}

extension UInt8 {
  /// Whether the name of a tag or an attribute ends here.
  fileprivate var endsName: Bool { isBlank || self == 0x2F || self == 0x3E }
}
