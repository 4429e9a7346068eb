import AdModel
import ArgumentParser
import Configuration
import Exemptions
import Facts
import Linting
import Paths
import Reading
import Reporting

/// `hirelint baseline`: takes, compares and tidies a baseline.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Record today's findings, so that only new ones fail from now on.",
    discussion: """
      “hirelint check --baseline PATH” then fails on new findings only. A baseline is debt without \
      a reason; a decision that something may stay is a waiver.
      """,
    subcommands: [Write.self, Check.self, Prune.self, Diff.self])
}

extension BaselineCommand {
  /// What all of them are asked.
  struct Asked: ParsableArguments {
    @Argument(help: "Files, folders or patterns.")
    var paths: [String]

    @Option(
      help: ArgumentHelp(
        "The format of the input, where its name and content do not tell.", valueName: "format"))
    var input: String?

    @Option(
      help: ArgumentHelp(
        "The day on which the ads are judged, such as 2026-11-21.", valueName: "date"))
    var asOf: CalendarDate?

    @OptionGroup(title: "Files") var files: PathOptions
    @OptionGroup(title: "What does not count") var exempting: ExemptionOptions
    @OptionGroup(title: "Law") var legal: LegalOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    /// Checks everything, with the baseline unless a new one is taken, and tells what was exempted.
    @MainActor func check(comparing: Bool) async throws -> (Exemptions, path: String) {
      let home = try rules.home()
      let path = exempting.baselinePath(home)
      var inputs = try Inputs(paths: paths, input: input, stdinName: "stdin", needsDigests: false)
      try files.thin(&inputs, rules, nil)
      let plan = try Plan(for: inputs.paths, stdinName: "stdin", rules, legal)
      let today = asOf ?? home.asOf?.value ?? .today
      var options = exempting
      if comparing { options.baseline = path }
      var exemptions = try options.exemptions(home, plan, today: today, comparing: comparing)
      let checking = Checking(
        plan: plan, today: today, jobs: Checking.cores, usesTriggers: true,
        window: WindowLimits().window, showsProgress: false)
      let run = Run(version: Version.text, rules: plan.rules.rules)
      let summary = try await checking.run(run, on: inputs, to: [], exempting: &exemptions) {
        _, _ in
        (ExitStatus.clean, "")
      }
      if let problem = inputs.problems.first {
        throw Failure(message: "\(problem.file): \(problem.message)")
      }
      if summary.problems > 0 {
        Output.complain(
          "\(counted(summary.problems, "problem")) with the input, which “hirelint check” tells")
      }
      if summary.ads == 0 { throw Failure(message: "there is no ad to check") }
      return (exemptions, path)
    }
  }

  /// `hirelint baseline write`.
  struct Write: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record the findings of today.",
      discussion: "Findings that comments or waivers excuse are not recorded.")
    @OptionGroup var asked: Asked

    @MainActor func run() async throws {
      let (exemptions, path) = try await asked.check(comparing: false)
      let baseline = exemptions.ledger.taken
      try AtomicFile.write(Array(baseline.text.utf8), to: path)
      let count = baseline.entries.total
      let refused = exemptions.ledger.refusedCounts.sorted { $0.key < $1.key }
      var out = "Recorded \(counted(count, "finding")) in \(Output.shortened(path)).\n"
      if !refused.isEmpty {
        let rules = refused.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        out += "Not recorded, since no baseline may excuse them: \(rules).\n"
      }
      try Output.write(Array(out.utf8), to: 1, name: "standard output")
    }
  }

  /// `hirelint baseline check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Leave with 1 if there are findings that the baseline has not.",
      discussion: "With --strict-baseline also if it has some that are mended.")
    @OptionGroup var asked: Asked

    @MainActor func run() async throws {
      let (exemptions, _) = try await asked.check(comparing: true)
      try BaselineCommand.tell(exemptions, lists: false)
      let isWrong =
        exemptions.ledger.new.total + exemptions.ledger.refused.total > 0
        || asked.exempting.strictBaseline && !exemptions.mended.isEmpty
      if isWrong { throw ExitCode(ExitStatus.gate) }
    }
  }

  /// `hirelint baseline prune`.
  struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out what is mended, in files that are checked or gone.")
    @OptionGroup var asked: Asked

    @MainActor func run() async throws {
      let (exemptions, path) = try await asked.check(comparing: true)
      if exemptions.ledger.baseline?.isReport == true {
        throw Failure(
          message: "\(Output.shortened(path)) is a report, which stays as it is;"
            + " “hirelint baseline write” takes a baseline")
      }
      let folder = FilePath.folder(of: path)
      let isJudged = { (file: String) in
        exemptions.checked.contains(file)
          || !Output.exists(FilePath.absolute(file, from: folder))
      }
      let gone = exemptions.ledger.mended(where: isJudged).total
      if gone > 0 {
        let text = exemptions.ledger.pruned(where: isJudged).text
        try AtomicFile.write(Array(text.utf8), to: path)
      }
      let out = "Took \(counted(gone, "mended finding")) out of \(Output.shortened(path)).\n"
      try Output.write(Array(out.utf8), to: 1, name: "standard output")
    }
  }

  /// `hirelint baseline diff`.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what is new (+) and what is mended (-) since the baseline was taken.",
      discussion: "What no baseline may excuse is shown too (!).")
    @OptionGroup var asked: Asked

    @MainActor func run() async throws {
      try BaselineCommand.tell(try await asked.check(comparing: true).0, lists: true)
    }
  }

  fileprivate static func tell(_ exemptions: Exemptions, lists: Bool) throws {
    let (new, mended) = (exemptions.ledger.new, exemptions.mended)
    let refused = exemptions.ledger.refused
    var out = ""
    if lists {
      for (sign, entries) in [("!", refused), ("+", new), ("-", mended)] {
        for entry in entries {
          let words = entry.words.isEmpty ? "" : "  “\(SafeText.escaped(entry.words))”"
          let times = entry.count == 1 ? "" : "  × \(entry.count)"
          let ad = SafeText.escaped(entry.ad)
          out +=
            SafeText.line(
              "\(sign) \(entry.rule)  \(SafeText.escaped(entry.file))  \(ad)\(words)\(times)")
            + "\n"
        }
      }
    }
    out += "\(new.total) new, \(mended.total) mended since the baseline was taken.\n"
    if !refused.isEmpty {
      let rules = Set(refused.map(\.rule)).sorted().joined(separator: ", ")
      out += "\(refused.total) beside, since no baseline may excuse them: \(rules).\n"
    }
    try Output.write(Array(out.utf8), to: 1, name: "standard output")
  }
}

extension [Baseline.Entry] {
  /// The number of findings.
  fileprivate var total: Int { reduce(0) { $0 + $1.count } }
}

/// `1 finding`, `2 findings`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
