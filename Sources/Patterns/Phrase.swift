/// A phrase of a rule: words to look for, written as a regular expression with conveniences.
///
/// - A space stands for any blanks on one line; in a lookbehind, whose length is fixed, for one.
/// - `'` stands for every sign that people type for an apostrophe.
/// - `-` between letters stands for every hyphen.
/// - It begins and ends at the ends of words.
public enum Phrase {
  /// The pattern of a blank within a line.
  private static let blank = Array(#"[ \t\x{A0}]"#.utf8)
  private static let apostrophe = Array(#"['’‘`´]"#.utf8)
  private static let hyphen = Array(#"[-\x{2010}-\x{2013}]"#.utf8)

  /// The top-level alternatives of `phrase`: each is matched for itself.
  public static func alternatives(of phrase: String) -> [String] {
    var found: [String] = [""]
    var depth = 0
    var isInSet = false
    var scalars = phrase.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\\":
        found[found.count - 1].unicodeScalars.append(scalar)
        if let escaped = scalars.next() { found[found.count - 1].unicodeScalars.append(escaped) }
        continue
      case "[": isInSet = true
      case "]": isInSet = false
      case "(" where !isInSet: depth += 1
      case ")" where !isInSet: depth -= 1
      case "|" where !isInSet && depth == 0:
        found.append("")
        continue
      default: break
      }
      found[found.count - 1].unicodeScalars.append(scalar)
    }
    return found.filter { !$0.isEmpty }
  }

  /// What stands before and behind the words of a phrase in its pattern.
  static let frame = (head: #"(?<!\w)(?:"#, tail: #")(?!\w)"#)

  /// The regular expression of `phrase`.
  public static func pattern(of phrase: String) -> String {
    var pattern = Array(frame.head.utf8)
    pattern.reserveCapacity(4 * phrase.utf8.count + 32)
    let bytes = Array(phrase.utf8)
    var isInSet = false
    // For each open group, whether it looks behind.
    var groups: [Bool] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\\"):
        pattern.append(byte)
        if at < bytes.count { pattern.append(bytes[at]) }
        at += 1
        continue
      case UInt8(ascii: "["): isInSet = true
      case UInt8(ascii: "]"): isInSet = false
      case UInt8(ascii: "(") where !isInSet:
        let looksBehind =
          at + 2 < bytes.count && bytes[at] == UInt8(ascii: "?")
          && bytes[at + 1] == UInt8(ascii: "<")
          && (bytes[at + 2] == UInt8(ascii: "=") || bytes[at + 2] == UInt8(ascii: "!"))
        groups.append(looksBehind || groups.last ?? false)
      case UInt8(ascii: ")") where !isInSet: _ = groups.popLast()
      case UInt8(ascii: " ") where !isInSet:
        pattern += blank
        if !(groups.last ?? false) { pattern.append(UInt8(ascii: "+")) }
        continue
      case UInt8(ascii: "'") where !isInSet:
        pattern += apostrophe
        continue
      case 0xE2
      where !isInSet && at + 1 < bytes.count && bytes[at] == 0x80 && bytes[at + 1] == 0x99:
        pattern += apostrophe
        at += 2
        continue
      case UInt8(ascii: "-") where !isInSet:
        pattern += hyphen
        continue
      default: break
      }
      pattern.append(byte)
    }
    pattern += frame.tail.utf8
    return String(decoding: pattern, as: UTF8.self)
  }
}
