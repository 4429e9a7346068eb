import AdModel
import ArgumentParser
import BundledRules
import Checks
import Configuration
import Law
import Patterns
import Reading
import RuleBook
import RuleText

/// Options that say which rules there are and which run.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of your own rules, or a folder of such files. May be repeated.", valueName: "path"))
  var rules: [String] = []

  @Flag(
    inversion: .prefixedNo, help: "Use the rules that come with hirelint, beside any of your own.")
  var bundled = true

  @Option(
    help: ArgumentHelp(
      """
      Run the rules for such ads: scraped, uk-agency, us-employer, public-sector, care, tech, \
      google, indeed, linkedin, or a profile of your own rule files. May be repeated; the last \
      word counts.
      """, valueName: "name"))
  var profile: [String] = []

  @Option(
    help: ArgumentHelp(
      "Run this rule, or this theme such as “style”, though it is off. May be repeated.",
      valueName: "rule"))
  var enable: [String] = []

  @Option(
    name: [.long, .customLong("ignore")],
    help: ArgumentHelp(
      "Do not run this rule or theme, or those of a pattern such as '*/missing'. May be repeated.",
      valueName: "rule"))
  var disable: [String] = []

  @Option(
    help: ArgumentHelp(
      "Run nothing but this rule, theme or pattern. May be repeated.", valueName: "rule"))
  var select: [String] = []

  @Flag(help: "Run every rule, those that are off by default too.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "The configuration of all files, instead of the .hirelint.yml nearest to each.",
      valueName: "path"))
  var config: String?

  @Flag(help: "Use no configuration at all.")
  var noConfig = false

  /// The settings that the command line asks for.
  var settings: Settings {
    var settings = Settings()
    func choose(_ choice: Settings.Choice, _ option: String) {
      settings.choices.append(Placed(choice, .option(option)))
    }
    for name in profile { choose(.profile(name), "--profile") }
    if all { choose(.all, "--all") }
    for name in enable { choose(.severity(name, .on), "--enable") }
    if !select.isEmpty { choose(.only(select), "--select") }
    for name in disable { choose(.severity(name, .off), "--disable") }
    settings.packs = rules.map { Placed($0, .option("--rules")) }
    return settings
  }

  /// The configurations of files.
  var configurations: Configurations {
    let disk = Configurations.Disk(exists: Output.exists) {
      path throws(ConfigurationFaults) in
      do {
        return try Inputs.text(of: path)
      } catch {
        let reason = (error as? Failure)?.message ?? "\(error)"
        throw ConfigurationFaults(
          faults: [RuleFault(file: "", line: 0, column: 0, message: reason)])
      }
    }
    return Configurations(
      disk: disk, folder: Output.workingFolder, named: config, searches: !noConfig)
  }

  /// The settings of the run itself: those of the working folder, and of the command line.
  func home() throws -> Settings {
    var configurations = configurations
    var home = try Failure.ofConfiguration { () throws(ConfigurationFaults) in
      try configurations.home()
    }
    home.add(settings)
    return home
  }

  /// All rules that there are in the working folder, on and off as its settings have them.
  func book(withExamples: Bool = true) throws -> RuleBook {
    try book(for: home(), withExamples: withExamples)
  }

  /// All rules there are, on and off as `settings` have them; with their examples if `withExamples`.
  func book(for settings: Settings, withExamples: Bool = true) throws -> RuleBook {
    if !bundled, settings.packs.isEmpty {
      throw Failure(
        message: "--no-bundled leaves no rules at all; name your own with --rules, or leave it out")
    }
    let options = settings.checkOptions
    var book: RuleBook
    do {
      book =
        bundled
        ? try BundledRules.book(withExamples: withExamples, options: options) : RuleBook()
      let paths = settings.packs.map { Output.shortened($0.value) }
      if !paths.isEmpty { try add(paths, options: options, to: &book) }
    } catch let faults as RuleFaults {
      throw Failure(message: "the rules cannot be read\n\(faults)")
    }
    try Failure.ofConfiguration { () throws(ConfigurationFaults) in
      try settings.apply(to: &book) { $1.unknown($0) }
    }
    return book
  }

  private func add(
    _ paths: [String], options: [String: CheckOptions], to book: inout RuleBook
  ) throws {
    var files: [Baked.File] = []
    let found = FileFinder(fileExtensions: ["yml", "yaml"]).find(paths)
    if let problem = found.problems.first {
      throw Failure(message: "\(problem.file): \(problem.message)")
    }
    for path in found.files {
      // Editors on Windows write a byte order mark.
      let text = try Inputs.text(of: path).drop { $0 == "\u{FEFF}" }
      do {
        files.append((path, try RuleFile.node(of: String(text), file: path)))
      } catch {
        throw RuleFaults(faults: [error])
      }
    }
    let own = try RuleFileReader.book(of: files, options: options)
    let known = Set(book.entries.map(\.rule.id))
    for entry in own.entries {
      if known.contains(entry.rule.id) {
        throw Failure(
          message:
            "\(entry.origin): hirelint has a rule “\(entry.rule.id)” already; name yours otherwise")
      }
      for pattern in entry.checks.flatMap({ ($0.check as? Phrases)?.all ?? [] }) {
        do {
          try pattern.check()
        } catch {
          throw Failure(
            message: "\(entry.origin): “\(entry.rule.id)” has a pattern that is no regular "
              + "expression: \(error) at character \(error.offset) of \(pattern.regularExpression)")
        }
      }
    }
    book.entries = (book.entries + own.entries).sorted { $0.rule.id < $1.rule.id }
    book.facts += own.facts
    book.law = book.law.adding(own.law)
    let mine = Set(own.profiles.map(\.name))
    book.profiles.removeAll { mine.contains($0.name) }
    book.profiles += own.profiles
  }
}

extension RuleBook {
  /// What to tell somebody who asked for the rule or theme `name`, which there is not.
  func unknown(_ name: String) -> String {
    let ids = entries.map(\.rule.id)
    let themes = Set(entries.map(\.rule.theme)).sorted()
    // Somebody who knows the theme sees its rules; the end of an id is what people forget.
    let theme = String(name.prefix { $0 != "/" })
    let near = Suggestion.sentence(for: name, among: ids + themes)
    let further =
      !near.isEmpty
      ? near
      : themes.contains(theme)
        ? "; “hirelint rules \(theme)” lists the rules of the theme"
        : "; the themes are \(themes.joined(separator: ", "))"
    return "there is no rule or theme “\(name)”\(further)"
  }
}
