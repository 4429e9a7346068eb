import AdModel
import Law

extension SARIFObjects {
  /// The key of the one message of each rule.
  static let message: StaticString = "default"

  /// The members of `driver`: who we are, and every rule that ran, whether it found something or
  /// not, since an auditor asks for both.
  static func driver(
    _ run: Run, rules: [Rule], judged: [Obligation], withLaw: Bool, in json: inout JSONWriter
  ) {
    json.member("name", Project.name)
    json.member("fullName", "hirelint, a linter for job ads")
    json.member("version", run.version)
    if isSemantic(run.version) { json.member("semanticVersion", run.version) }
    json.member("informationUri", Project.page)
    json.member("language", "en")
    json.member("rules", .array, .lines) { json in
      for rule in rules { json.object { describe(rule, in: &$0) } }
      for obligation in judged { json.object { describe(obligation, in: &$0) } }
    }
    json.member("notifications", .array, .lines) { json in
      json.object { json in
        json.member("id", problem)
        json.member("name", "InputProblem")
        text("shortDescription", "Something about the input that a person should know.", in: &json)
        text(
          "fullDescription", "A file, or a record in it, was not read as it was meant.", in: &json)
        json.member("helpUri", Project.page)
        text("help", "Mend the file where the message points, and run hirelint again.", in: &json)
        json.member("defaultConfiguration", .object) { $0.member("level", "warning") }
      }
    }
    if withLaw { supportedTaxonomies(in: &json) }
  }

  /// From 0 to 100, in tenths.
  static func rank(of level: Level) -> Int {
    switch level {
    case .error: 800
    case .warning: 500
    case .note: 200
    }
  }

  private static func describe(_ rule: Rule, in json: inout JSONWriter) {
    json.member("id", rule.id)
    json.member("name", pascalCase(rule.id))
    text("shortDescription", sentence(rule.title), in: &json)
    text("fullDescription", clipped(sentence(rule.why)), in: &json)
    if let template = MessageTemplate(rule.message) {
      json.member("messageStrings", .object) { text(message, template.text, in: &$0) }
    }
    json.member("defaultConfiguration", .object) {
      $0.member("enabled", rule.isOn)
      $0.member("level", rule.level.rawValue)
      $0.member("rank", tenths: rank(of: rule.level))
    }
    json.member("helpUri", Project.page(ofRule: rule.id))
    json.member("help", .object) {
      let help = RuleHelp(rule)
      $0.member("text", help.text)
      $0.member("markdown", help.markdown)
    }
    json.member("properties", .object) {
      // Tags are a set, and some themes are called like the pillar that they count in.
      let pillar = rule.pillar.rawValue
      $0.member("tags", rule.theme == pillar ? [pillar] : [rule.theme, pillar])
      $0.member("precision", rule.precision.rawValue)
      $0.member("problem.severity", rule.level == .note ? "recommendation" : rule.level.rawValue)
    }
  }

  static func text(_ name: StaticString, _ text: String, in json: inout JSONWriter) {
    json.member(name, .object) { $0.member("text", text) }
  }

  /// `pay/redacted-salary` as `PayRedactedSalary`.
  static func pascalCase(_ id: String) -> String {
    id.split { !$0.isLetter && !$0.isNumber }
      .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
      .joined()
  }

  static func sentence(_ text: String) -> String {
    [".", "!", "?"].contains(text.last) ? text : text + "."
  }

  /// `text`, cut to the 1024 characters that GitHub takes.
  static func clipped(_ text: String) -> String {
    text.unicodeScalars.count <= 1024
      ? text : String(text.unicodeScalars.prefix(1020)) + "…."
  }

  /// Whether `version` has the form `1.2.3` or `1.2.3-beta`.
  private static func isSemantic(_ version: String) -> Bool {
    let core = version.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 3 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }
}
