import AdModel
import ArgumentParser
import BundledRules
import Checks
import Crypto
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
    help: ArgumentHelp("Do not run this rule or theme. May be repeated.", valueName: "rule"))
  var disable: [String] = []

  @Flag(help: "Run every rule, those that are off by default too.")
  var all = false

  /// All rules there are, on and off as the profiles have them; with their examples if
  /// `withExamples`.
  func book(withExamples: Bool = true) throws -> RuleBook {
    if !bundled, rules.isEmpty {
      throw Failure(
        message: "--no-bundled leaves no rules at all; name your own with --rules, or leave it out")
    }
    var book: RuleBook
    do {
      book = bundled ? try BundledRules.book(withExamples: withExamples) : RuleBook()
      if !rules.isEmpty { try add(rules, to: &book) }
    } catch let faults as RuleFaults {
      throw Failure(message: "the rules cannot be read\n\(faults)")
    }
    for name in profile { try apply(name, to: &book) }
    for name in enable + disable where !book.entries.contains(where: { $0.rule.isNamed(name) }) {
      throw Failure(message: book.unknown(name))
    }
    return book
  }

  private func apply(_ name: String, to book: inout RuleBook) throws {
    let names = book.profiles.map(\.name)
    guard let profile = book.profiles.first(where: { $0.name == name }) else {
      let near = Suggestion.sentence(for: name, among: names)
      throw Failure(
        message: "there is no profile “\(name)”"
          + (near.isEmpty ? "; the profiles are \(names.joined(separator: ", "))" : near))
    }
    if let unknown = book.unknownNames(in: profile).first {
      throw Failure(
        message: "\(profile.origin): the profile “\(name)” is wrong: \(book.unknown(unknown))")
    }
    book.apply(profile)
  }

  private func add(_ paths: [String], to book: inout RuleBook) throws {
    var files: [Baked.File] = []
    let found = FileFinder(fileExtensions: ["yml", "yaml"]).find(paths)
    if let problem = found.problems.first {
      throw Failure(message: "\(problem.file): \(problem.message)")
    }
    for path in found.files {
      // Editors on Windows write a byte order mark.
      let text = try Inputs.text(of: path).drop { $0 == "\u{FEFF}" }
      do {
        files.append((path, try YAML.node(of: String(text), file: path)))
      } catch {
        throw RuleFaults(faults: [error])
      }
    }
    let own = try RuleFileReader.book(of: files)
    let known = Set(book.entries.map(\.rule.id))
    for entry in own.entries {
      if known.contains(entry.rule.id) {
        throw Failure(
          message:
            "\(entry.origin): hirelint has a rule “\(entry.rule.id)” already; name yours otherwise")
      }
      for pattern in entry.checks.flatMap({ ($0 as? Phrases)?.all ?? [] }) {
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

  /// A digest of all that decides what the rules `running` say: the text of the rule files, and
  /// which of the rules run at which level.
  ///
  /// Two reports with the same digest were made by the same rules.
  func digest(of running: [Rule]) throws -> String {
    var hash = SHA256()
    if bundled { hash.update(data: Array(BundledRules.digest.utf8)) }
    for path in FileFinder(fileExtensions: ["yml", "yaml"]).find(rules).files {
      hash.update(data: Array(try Inputs.text(of: path).utf8))
    }
    for rule in running { hash.update(data: Array("\n\(rule.id) \(rule.level.rawValue)".utf8)) }
    return "sha256:\(hash.finalize().text)"
  }

  /// Whether `rule` runs.
  func isOn(_ rule: Rule) -> Bool {
    if disable.contains(where: rule.isNamed) { return false }
    return all || rule.isOn || enable.contains(where: rule.isNamed)
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

extension Rule {
  /// Whether `name` is the rule's id or its theme.
  func isNamed(_ name: String) -> Bool { id == name || theme == name }
}
