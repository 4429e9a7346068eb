import AdModel
import Configuration
import Facts
import LanguageServer
import Paths

/// Checks each document of an editor by the settings nearest to it, as `hirelint check` does.
///
/// The settings are read anew each time, since they may have changed; the rules that they ask for are
/// kept as long as the settings stay the same.
final class EditorPractice: Practice {
  private let rules: RuleOptions
  private let legal: LegalOptions
  private let day: CalendarDate?
  /// The diagnosers, by what the settings say.
  private var known: [[String]: Diagnoser] = [:]

  init(_ rules: RuleOptions, _ legal: LegalOptions, day: CalendarDate?) {
    self.rules = rules
    self.legal = legal
    self.day = day
  }

  func forget() { known = [:] }

  func diagnoser(for path: String) throws(Problem) -> Diagnoser? {
    do {
      return try diagnoser(ofFileAt: path)
    } catch {
      let reason = (error as? Failure)?.message ?? "\(error)"
      throw Problem(
        id: "wrong-settings", file: path,
        message: "The ad is not checked: \(reason.split(separator: "\n").joined(separator: "; "))")
    }
  }

  /// The diagnoser for the file at `path`, `nil` where its settings exclude it; throws a ``Failure``.
  func diagnoser(ofFileAt path: String) throws -> Diagnoser? {
    var configurations = rules.configurations
    let settings = try Failure.ofConfiguration { () throws(ConfigurationFaults) in
      try configurations.settings(for: path).settings
    }
    let folder = Output.workingFolder
    if settings.exclude.contains(where: { $0.value.means(path, in: folder) }) { return nil }
    let key = settings.contents
    if let diagnoser = known[key] { return diagnoser }
    let regime = try Plan(for: [path], stdinName: path, rules, legal).regime(for: path)
    let day = day ?? settings.asOf?.value
    let diagnoser = Diagnoser(regime.rules, context: regime.context, reading: regime.reading) {
      day ?? .today
    }
    known[key] = diagnoser
    return diagnoser
  }
}
