import AdModel
import ArgumentParser
import Configuration
import Law
import Reporting
import RuleBook

/// `hirelint rules`: lists the rules, and tries those of your own.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, with their level and what they flag.",
    subcommands: [RulesListCommand.self, RulesTestCommand.self, RulesPatternsCommand.self],
    defaultSubcommand: RulesListCommand.self)
}

/// `hirelint rules list`, which is what `hirelint rules` does.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules, with their level and what they flag.",
    discussion: "With --profile it shows what is on for such ads, and why.")

  @Argument(help: "Themes or rules to list, such as pay or bias/age; all if none is given.")
  var names: [String] = []

  @Option(help: ArgumentHelp("Only rules of this level.", valueName: "level"))
  var severity: Severity?

  @Option(help: ArgumentHelp("What to print.", valueName: "format"))
  var format = Format.text

  @OptionGroup(title: "Rules") var rules: RuleOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }
  enum Severity: String, ExpressibleByArgument, CaseIterable { case error, warning, note }

  func run() throws {
    let book = try rules.book()
    for name in names where !book.entries.contains(where: { $0.rule.isNamed(name) }) {
      throw Failure(message: book.unknown(name))
    }
    let chosen = book.entries.map(\.rule).filter { rule in
      (names.isEmpty || names.contains(where: rule.isNamed))
        && (severity.map { $0.rawValue == rule.level.rawValue } ?? true)
    }
    var out: [UInt8] = []
    switch format {
    case .text:
      var text = text(of: chosen)
      for name in rules.profile {
        guard let profile = book.profiles.first(where: { $0.name == name }) else { continue }
        text += "\nProfile \(name): \(profile.title)\n\(profile.why)\n"
      }
      out += SafeText.lines(text).utf8
    case .json: RuleCatalogue.writeJSON(of: chosen, isOn: { $0.isOn }, to: &out)
    case .markdown: RuleCatalogue.writeMarkdown(of: chosen, to: &out)
    }
    try Output.write(out, to: 1, name: "standard output")
  }

  private func text(of chosen: [Rule]) -> String {
    var text = ""
    let width = chosen.map(\.id.count).max() ?? 0
    for rule in chosen {
      let id = rule.id + String(repeating: " ", count: width - rule.id.count)
      let level = rule.level.rawValue + String(repeating: " ", count: 7 - rule.level.rawValue.count)
      let state = rule.isOn ? "on " : "off"
      text += "\(id)  \(level)  \(state)  \(rule.title)\n"
    }
    let on = chosen.filter(\.isOn).count
    let noun = chosen.count == 1 ? "rule" : "rules"
    return text + "\n\(chosen.count) \(noun), \(on) on. Learn more: hirelint explain RULE\n"
  }
}

/// `hirelint explain`: tells all about a rule.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule flags, why, what to do instead, with examples and sources.")

  @Argument(
    help: "The rule, such as pay/redacted-salary, or the obligation, such as law/US-CO-deadline.")
  var rule: String

  @OptionGroup(title: "Rules") var rules: RuleOptions

  func run() throws {
    let book = try rules.book()
    // “law/US-CO-deadline” is an obligation, “law/pay-undisclosed” a rule.
    if rule.hasPrefix("law/"), let obligation = book.law.obligation(String(rule.dropFirst(4))) {
      var out: [UInt8] = []
      LawCatalogue.writeText(of: obligation, in: book.law, to: &out)
      return try Output.write(out, to: 1, name: "standard output")
    }
    guard let entry = book.entry(rule) else {
      if book.entries.contains(where: { $0.rule.theme == rule }) {
        throw Failure(message: "“\(rule)” is a theme; “hirelint rules \(rule)” lists its rules")
      }
      throw Failure(message: book.unknown(rule))
    }
    var out: [UInt8] = []
    RuleCatalogue.writeText(of: entry.rule, isOn: entry.rule.isOn, to: &out)
    try Output.write(out, to: 1, name: "standard output")
  }
}
