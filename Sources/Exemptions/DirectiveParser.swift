/// Reads a comment such as `hirelint-disable pay/missing, bias/age["young"] until=… -- reason`.
struct DirectiveParser {
  private var left: Substring

  init(_ text: String) { left = text[...] }

  /// What stands behind the name of the directive.
  struct Parsed {
    var targets: [Suppression.Target] = []
    var until = ""
    var reason = ""
    /// What is wrong, if anything.
    var fault: String?
  }

  /// The next word, up to a blank, a comma or a bracket.
  mutating func word() -> String {
    skipBlanks()
    let word = left.prefix { !$0.isWhitespace && $0 != "," && $0 != "[" }
    left = left.dropFirst(word.count)
    return String(word)
  }

  mutating func arguments() -> Parsed {
    var parsed = Parsed()
    while true {
      skipBlanks()
      if left.isEmpty { return parsed }
      let word = word()
      if word == "--" {
        skipBlanks()
        parsed.reason = String(left)
        return parsed
      }
      if word.hasPrefix("until=") {
        parsed.until = String(word.dropFirst("until=".count))
        if parsed.until.isEmpty { parsed.until = "?" }
      } else if word.isEmpty {
        parsed.fault = "“[” stands behind no rule"
        return parsed
      } else {
        var target = Suppression.Target(rule: word)
        if left.first == "[" {
          guard let words = quoted() else {
            parsed.fault = "behind “\(word)” should stand [\"words\"]"
            return parsed
          }
          target.words = words
        }
        parsed.targets.append(target)
      }
    }
  }

  /// What stands in `["…"]`.
  private mutating func quoted() -> String? {
    guard left.hasPrefix("[\""), let end = left.firstRange(of: "\"]") else { return nil }
    guard left.distance(from: left.startIndex, to: end.lowerBound) >= 2 else { return nil }
    let words = left[..<end.lowerBound].dropFirst(2)
    left = left[end.upperBound...]
    return String(words)
  }

  private mutating func skipBlanks() { left = left.drop { $0.isWhitespace || $0 == "," } }
}
