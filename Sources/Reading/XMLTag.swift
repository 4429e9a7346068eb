import AdModel

/// A tag of an XML text, found without a parser: what is no tag is skipped.
///
/// It only splits a feed into its ads, so that a broken one does not hide those behind it.
struct XMLTag {
  enum Kind { case start, end, empty }
  var kind: Kind
  /// Its name, a prefix included.
  var name: Range<Int>
  /// All of it, from `<` to behind `>`.
  var place: Range<Int>

  /// The next tag in `range` of `text`; comments, CDATA sections, instructions and the document
  /// type are skipped.
  static func next(in text: [UInt8], _ range: Range<Int>) -> XMLTag? {
    let end = range.upperBound
    var at = text.first(0x3C, in: range)
    while at + 1 < end {
      switch text[at + 1] {
      case 0x21: at = behindDeclaration(in: text, at..<end)
      case 0x3F: at = behind("?>", in: text, at + 2..<end)
      default:
        let isEnd = text[at + 1] == 0x2F
        let start = at + (isEnd ? 2 : 1)
        if start < end, text[start].beginsXMLName {
          return XMLTag(in: text, start..<end, from: at, isEnd: isEnd)
        }
        at += 1
      }
      at = text.first(0x3C, in: at..<end)
    }
    return nil
  }

  /// The tag at `start`, whose name begins `range`.
  private init(in text: [UInt8], _ range: Range<Int>, from start: Int, isEnd: Bool) {
    var at = range.lowerBound
    while at < range.upperBound, text[at].isInXMLName { at += 1 }
    name = range.lowerBound..<at
    var quote: UInt8?
    // No tag has “<” in it, so one that is not closed ends in front of it.
    while at < range.upperBound, text[at] != 0x3C, quote != nil || text[at] != 0x3E {
      if text[at] == quote {
        quote = nil
      } else if quote == nil, text[at] == 0x22 || text[at] == 0x27 {
        quote = text[at]
      }
      at += 1
    }
    let isClosed = at < range.upperBound && text[at] == 0x3E
    kind = isEnd ? .end : isClosed && text[at - 1] == 0x2F ? .empty : .start
    place = start..<(isClosed ? at + 1 : at)
  }

  private static func behind(_ mark: StaticString, in text: [UInt8], _ range: Range<Int>) -> Int {
    guard range.lowerBound < range.upperBound else { return range.upperBound }
    return text.first(mark, in: range).map { $0 + mark.utf8CodeUnitCount } ?? range.upperBound
  }

  /// Where the comment, the CDATA section or the document type ends that `range` begins with.
  private static func behindDeclaration(in text: [UInt8], _ range: Range<Int>) -> Int {
    let at = range.lowerBound
    let end = range.upperBound
    if text.starts(with: Array("<!--".utf8), in: range) {
      return behind("-->", in: text, at + 4..<end)
    }
    if text.starts(with: Array("<![cdata[".utf8), in: range) {
      return behind("]]>", in: text, at + 9..<end)
    }
    guard text.starts(with: Array("<!doctype".utf8), in: range) else { return at + 2 }
    return behindType(in: text, at + 9..<end)
  }

  /// Where the document type ends whose rest is `range`.
  private static func behindType(in text: [UInt8], _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    var isInside = false
    while at < range.upperBound {
      switch text[at] {
      case 0x22, 0x27: at = text.first(text[at], in: at + 1..<range.upperBound)
      case 0x5B: isInside = true
      case 0x5D: isInside = false
      case 0x3E where !isInside: return at + 1
      case 0x3C where text.starts(with: Array("<!--".utf8), in: at..<range.upperBound):
        at = behind("-->", in: text, at + 4..<range.upperBound) - 1
      default: break
      }
      at += 1
    }
    return range.upperBound
  }
}

extension UInt8 {
  fileprivate var beginsXMLName: Bool { isLetter || self >= 0x80 || self == 0x5F || self == 0x3A }

  /// Whether it may stand in the name of an element or an entity.
  var isInXMLName: Bool {
    beginsXMLName || isDigit || self == 0x2D || self == 0x2E
  }
}
