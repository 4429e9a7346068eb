import AdModel

/// The help of a rule for the page of a finding: why it matters, what to do, examples, sources.
struct RuleHelp {
  private let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  /// The help in plain words, the flagged words of examples in brackets, as in the rule's file.
  var text: String {
    var lines = [rule.why, "Instead: \(rule.instead)"]
    if !rule.offBecause.isEmpty { lines.append("Off by default: \(rule.offBecause)") }
    lines += rule.flags.map { "Flagged: \($0.marked("[[", "]]") { $0 })" }
    lines += rule.passes.map { "Passed: \($0.text.onOneLine)" }
    lines += rule.cites.map { "Source: \($0.title)\($0.url.map { ", \($0)" } ?? "")" }
    return lines.joined(separator: "\n")
  }

  /// The help in Markdown, the flagged words of examples in bold.
  var markdown: String {
    var parts = ["# \(Markdown.escaped(rule.title))", rule.why, "**Instead**: \(rule.instead)"]
    if !rule.offBecause.isEmpty { parts.append("**Off by default**: \(rule.offBecause)") }
    let flags = rule.flags.map { "- \($0.marked("**", "**", Markdown.escaped))" }
    let passes = rule.passes.map { "- \(Markdown.escaped($0.text.onOneLine))" }
    let cites = rule.cites.map { "- \(Markdown.link($0))" }
    for (title, lines) in [("Flagged", flags), ("Passed", passes), ("Sources", cites)]
    where !lines.isEmpty {
      parts.append("**\(title)**\n\n" + lines.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }
}
