import AdModel

/// The help of a rule for the page of a finding: why it matters, what to do, examples, sources.
struct RuleHelp {
  private let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  /// The help in plain words, the flagged words of examples in brackets, as in the rule's file.
  var text: String {
    var lines = [rule.why, "Instead: \(rule.instead)"]
    if !rule.offBecause.isEmpty { lines.append("Off by default: \(rule.offBecause)") }
    lines += rule.flags.map { "Flagged: \(marked($0, "[[", "]]") { $0 })" }
    lines += rule.passes.map { "Passed: \(oneLine($0.text))" }
    lines += rule.cites.map { "Source: \($0.title)\($0.url.map { ", \($0)" } ?? "")" }
    return lines.joined(separator: "\n")
  }

  /// The help in Markdown, the flagged words of examples in bold.
  var markdown: String {
    var parts = ["# \(Self.escaped(rule.title))", rule.why, "**Instead**: \(rule.instead)"]
    if !rule.offBecause.isEmpty { parts.append("**Off by default**: \(rule.offBecause)") }
    let flags = rule.flags.map { "- \(marked($0, "**", "**", Self.escaped))" }
    let passes = rule.passes.map { "- \(Self.escaped(oneLine($0.text)))" }
    let cites = rule.cites.map { citation in
      let title = Self.escaped(citation.title)
      return citation.url.map { "- [\(title)](\($0))" } ?? "- \(title)"
    }
    for (title, lines) in [("Flagged", flags), ("Passed", passes), ("Sources", cites)]
    where !lines.isEmpty {
      parts.append("**\(title)**\n\n" + lines.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private func marked(
    _ example: Example, _ open: String, _ close: String, _ escape: (String) -> String
  ) -> String {
    let bytes = Array(example.text.utf8)
    func piece(_ range: Range<Int>) -> String {
      escape(oneLine(String(decoding: bytes[range], as: UTF8.self)))
    }
    var result = ""
    var at = 0
    for mark in example.marks where mark.lowerBound >= at && mark.upperBound <= bytes.count {
      result += piece(at..<mark.lowerBound) + open + piece(mark) + close
      at = mark.upperBound
    }
    return result + piece(at..<bytes.count)
  }

  /// `text` with a space for each line end.
  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// `text` with a backslash before all that Markdown would not show as it is.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|&!@~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
