/// A phrase of a rule: words to look for, written as a regular expression with conveniences.
///
/// - A space stands for any blanks on one line; in a lookbehind, whose length is fixed, for one.
/// - `'` stands for every sign that people type for an apostrophe.
/// - `-` between letters stands for every hyphen.
/// - It begins and ends at the ends of words.
public enum Phrase {
  /// The pattern of a blank within a line.
  static let blank = #"[ \t\x{A0}]"#
  private static let apostrophe = #"['’‘`´]"#
  private static let hyphen = #"[-\x{2010}-\x{2013}]"#

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

  /// The regular expression of `phrase`.
  public static func pattern(of phrase: String) -> String {
    var pattern = #"(?<!\w)(?:"#
    pattern.reserveCapacity(phrase.utf8.count + 32)
    var isInSet = false
    // For each open group, whether it looks behind.
    var groups: [Bool] = []
    var rest = phrase.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        pattern.unicodeScalars.append(scalar)
        if let escaped = rest.popFirst() { pattern.unicodeScalars.append(escaped) }
        continue
      case "[": isInSet = true
      case "]": isInSet = false
      case "(" where !isInSet:
        let looksBehind =
          rest.starts(with: "?<=".unicodeScalars) || rest.starts(with: "?<!".unicodeScalars)
        groups.append(looksBehind || groups.last ?? false)
      case ")" where !isInSet: _ = groups.popLast()
      case " " where !isInSet:
        pattern += groups.last ?? false ? blank : blank + "+"
        continue
      case "'" where !isInSet, "’" where !isInSet:
        pattern += apostrophe
        continue
      case "-" where !isInSet:
        pattern += hyphen
        continue
      default: break
      }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern + #")(?!\w)"#
  }
}
