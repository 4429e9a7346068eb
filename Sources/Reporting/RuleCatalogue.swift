public import AdModel

/// Writes what rules say about themselves.
public enum RuleCatalogue {
  /// All about one rule, for people.
  public static func writeText(of rule: Rule, isOn: Bool, to out: inout [UInt8]) {
    out += SafeText.lines(text(of: rule, isOn: isOn)).utf8
  }

  private static func text(of rule: Rule, isOn: Bool) -> String {
    var out = ""
    func section(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      out += "\n\(title)\n"
      for line in lines {
        out += wrapped(line).map { "  \($0)\n" }.joined()
      }
    }
    out += "\(rule.id): \(rule.title)\n"
    out +=
      "\(rule.level.rawValue), \(isOn ? "on" : "off") by default, precision \(rule.precision.rawValue)\n"
    section("What it says", [rule.message])
    section("Why", [rule.why])
    section("Instead", [rule.instead])
    section("Off because", rule.offBecause.isEmpty ? [] : [rule.offBecause])
    section("Reads", [rule.parts.map(\.rawValue).joined(separator: ", ")])
    section("Flags", rule.flags.map { "• " + marked($0) })
    section("Passes", rule.passes.map { "• " + $0.text })
    section("Sources", rule.cites.map { cite in cite.title + (cite.url.map { " <\($0)>" } ?? "") })
    return out
  }

  /// All about one rule, in Markdown.
  public static func markdown(of rule: Rule) -> String { RuleHelp(rule).markdown }

  /// All about one rule, in plain words.
  public static func plainText(of rule: Rule) -> String { RuleHelp(rule).text }

  /// The address of the page that explains the rule `id`.
  public static func page(of id: String) -> String { Project.page(ofRule: id) }

  /// The example with its flagged words in double brackets, and what a fix makes of it.
  private static func marked(_ example: Example) -> String {
    let bytes = Array(example.text.utf8)
    var text = ""
    var at = 0
    for mark in example.marks {
      text += String(decoding: bytes[at..<mark.lowerBound], as: UTF8.self)
      text += "[[" + String(decoding: bytes[mark], as: UTF8.self) + "]]"
      at = mark.upperBound
    }
    text += String(decoding: bytes[at...], as: UTF8.self)
    return text + (example.becomes.map { "\n→ \($0)" } ?? "")
  }

  /// `text` in lines of 96 columns at most.
  private static func wrapped(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let last = lines[lines.count - 1]
        if !last.isEmpty, last.count + word.count >= 96 {
          lines.append(String(word))
        } else {
          lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
        }
      }
      return lines
    }
  }

  /// The rules as a JSON array, with all that their entries say.
  public static func writeJSON(of rules: [Rule], isOn: (Rule) -> Bool, to out: inout [UInt8]) {
    var json = JSONWriter()
    json.append(to: &out) { json in
      json.array(.lines) { json in
        for rule in rules { write(rule, isOn: isOn(rule), to: &json) }
      }
    }
  }

  private static func write(_ rule: Rule, isOn: Bool, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id)
      json.member("title", rule.title)
      json.member("level", rule.level.rawValue)
      json.member("isOn", isOn)
      json.member("offBecause", rule.offBecause)
      json.member("precision", rule.precision.rawValue)
      json.member("pillar", rule.pillar.rawValue)
      json.member("parts", rule.parts.map(\.rawValue))
      json.member("message", rule.message)
      json.member("why", rule.why)
      json.member("instead", rule.instead)
      json.member("flags", rule.flags.map(marked))
      json.member("passes", rule.passes.map(\.text))
      json.member("cites", rule.cites.map { $0.url ?? $0.title })
    }
  }
}
