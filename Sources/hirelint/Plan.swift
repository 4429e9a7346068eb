import AdModel
import BundledRules
import Configuration
import Crypto
import Law
import Linting
import Reading
import RuleBook

/// By which rules and options each file of a run is checked.
struct Plan {
  /// What holds for some files of the run.
  struct Regime: Sendable {
    let settings: Settings
    /// The rules of the run, as they are for these files.
    let rules: RuleSet
    let reading: ReadingOptions
    /// What is known of the employer and the places of the jobs.
    let context: LegalContext
  }

  /// The rules that run for any file.
  let rules: RuleSet
  /// Every rule there is, whether it runs or not.
  let book: RuleBook
  private let regimes: [Regime]
  /// The number of each file's regime; that of all others is the first.
  private let numbers: [String: Int]
  private let options: RuleOptions

  /// The plan for the files at `paths`, as `options` and the configurations near the files have it;
  /// standard input goes by `stdinName`.
  init(
    for paths: [String], stdinName: String, _ options: RuleOptions, _ legal: LegalOptions
  ) throws {
    self.options = options
    var configurations = options.configurations
    var numbers: [String: Int] = [:]
    var settings: [Settings] = []
    var known: [Int] = []
    for path in paths {
      let found = try Failure.ofConfiguration { () throws(ConfigurationFaults) in
        try configurations.settings(for: path == "-" ? stdinName : path)
      }
      if let number = known.firstIndex(of: found.number) {
        numbers[path] = number
      } else {
        numbers[path] = known.count
        known.append(found.number)
        settings.append(found.settings)
      }
    }
    for index in settings.indices { settings[index].add(options.settings) }
    if settings.isEmpty { settings = [try options.home()] }
    let books = try settings.map { try options.book(for: $0, withExamples: false) }
    let union = try RuleBook(joining: books)
    let all = RuleSet(union)
    regimes = try zip(settings, books).map { settings, book in
      Regime(
        settings: settings, rules: all.adapted(to: book, words: settings.words.map(\.value)),
        reading: ReadingOptions(
          names: Dictionary(settings.fields.map { ($0.value.name, $0.value.part) }) { $1 }),
        context: try legal.context(union.law, settings))
    }
    (rules, self.book, self.numbers) = (all, union, numbers)
  }

  /// What holds for the file at `path`.
  func regime(for path: String) -> Regime { regimes[numbers[path] ?? 0] }

  /// Settings of a run that stand near some of the files and do nothing, since the run goes by `home`.
  func idleSettings(beside home: Settings) -> [RunSetting] {
    regimes.flatMap { $0.settings.idle(beside: home) }.reduce(into: []) { all, setting in
      if !all.contains(setting) { all.append(setting) }
    }
  }

  /// Whether the rule or theme `name` runs for any file.
  func runs(_ name: String) -> Bool { rules.rules.contains { $0.isNamed(name) } }

  /// A digest of all that decides what the rules say: the text of the rule files, which of the rules
  /// run at which level, and what configurations change.
  ///
  /// Two reports with the same digest were made by the same rules.
  func digest() throws -> String {
    var hash = SHA256()
    if options.bundled { hash.update(data: Array(BundledRules.digest.utf8)) }
    var packs: [String] = []
    for path in regimes.flatMap({ $0.settings.packs.map { Output.shortened($0.value) } })
    where !packs.contains(path) {
      packs.append(path)
    }
    for path in FileFinder(fileExtensions: ["yml", "yaml"]).find(packs).files {
      hash.update(data: Array(try Inputs.text(of: path).utf8))
    }
    for rule in rules.rules { hash.update(data: Array("\n\(rule.id) \(rule.level.rawValue)".utf8)) }
    for regime in regimes where regimes.count > 1 || regime.settings.changesMore {
      for line in regime.settings.contents { hash.update(data: Array("\n\(line)".utf8)) }
    }
    return "sha256:\(hash.finalize().text)"
  }
}

extension Settings {
  /// Whether they change more than which rules run at which level.
  fileprivate var changesMore: Bool { !options.isEmpty || !words.isEmpty || !fields.isEmpty }
}

extension RuleBook {
  /// All rules of `books`, each on where it is on in any of them.
  init(joining books: [RuleBook]) throws {
    self = books[0]
    if books.count == 1 { return }
    for book in books.dropFirst() {
      for entry in book.entries {
        guard let index = entries.firstIndex(where: { $0.rule.id == entry.rule.id }) else {
          entries.append(entry)
          continue
        }
        if entries[index].origin != entry.origin {
          throw Failure(
            message: "\(entry.origin): there is another rule “\(entry.rule.id)” at"
              + " \(entries[index].origin), for other files of this run; name one of them otherwise"
          )
        }
        if entry.rule.isOn { entries[index].rule.isOn = true }
      }
      let known = Set(facts.map(\.name))
      facts += book.facts.filter { !known.contains($0.name) }
      law = law.adding(book.law.without(law))
    }
    entries.sort { $0.rule.id < $1.rule.id }
  }
}
