import AdModel
import ArgumentParser
import Configuration
import Paths
import Reading
import RuleBook

/// `hirelint config`: tells what configurations say.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Tell what holds for a file.",
    subcommands: [ConfigShowCommand.self])
}

/// `hirelint config show`: each setting of a file, and where it comes from.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print each setting of a file, and where it comes from.",
    discussion: "Of settings that disagree, the one further down counts.")

  @Argument(help: "A file; what holds for the working folder if none is given.")
  var file: String?

  @OptionGroup(title: "Rules") var rules: RuleOptions

  func run() throws {
    var configurations = rules.configurations
    var idle: [RunSetting] = []
    var settings = try Failure.ofConfiguration { () throws(ConfigurationFaults) in
      let home = try configurations.home()
      guard let file else { return home }
      var settings = try configurations.settings(for: file).settings
      idle = settings.idle(beside: home)
      settings.obey(home)
      return settings
    }
    settings.add(rules.settings)
    // Names of rules that there are not are errors here as well.
    let book = try rules.book(for: settings, withExamples: false)
    let on = book.entries.count { $0.rule.isOn }
    var out = settings.lines.map { "\($0)\n" }.joined()
    for setting in idle { out += "\n\(setting.origin): \(setting.reason)\n" }
    out += "\n\(on) of \(book.entries.count) rules run"
    if let file, isExcluded(file, by: settings) { out += ", but the file is excluded" }
    try Output.write(Array("\(out).\n".utf8), to: 1, name: "standard output")
  }

  private func isExcluded(_ file: String, by settings: Settings) -> Bool {
    settings.exclude.contains { $0.value.means(file, in: Output.workingFolder) }
  }
}

/// `hirelint init`: writes a configuration to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented .hirelint.yml into the working folder.")

  func run() throws {
    for name in Configurations.names where Output.exists(name) {
      throw Failure(message: "there is a \(name) already; it stays as it is")
    }
    let name = Configurations.names[0]
    let file = try OutputFile(name)
    try file.write(Array(Starter.text.utf8))
    try file.finish()
    try Output.write(Array("Wrote \(name).\n".utf8), to: 1, name: "standard output")
  }
}
