import AdModel
import ArgumentParser
import Configuration
import Exemptions
import Facts
import Linting
import Reading
import Reporting
import RuleBook

/// `hirelint check`: reads ads, checks them, reports.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check job ads and report what is wrong with them.",
    discussion: """
      Paths are files, folders (searched through) or patterns such as 'ads/**/*.md'; a lone - reads \
      from standard input.

      Settings come from the .hirelint.yml nearest to each file; “hirelint config show FILE” tells \
      them. Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it or too many \
      warnings, 2 a wrong command line, configuration or rule file, or no ad at all, 3 unreadable \
      input with --strict-inputs, 4 a report that could not be written.
      """)

  @Argument(help: "Files, folders, patterns, or - for standard input.")
  var paths: [String] = []

  @Option(help: "What to print: \(Reporters.names.joined(separator: ", ")).")
  var format = "text"

  @Option(
    help: ArgumentHelp(
      "Write a report to a file as well, such as sarif=ads.sarif. May be repeated.",
      valueName: "format=path"))
  var report: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The format of the input, where its name and content do not tell: \
      \(Readers.names.sorted().joined(separator: ", ")).
      """, valueName: "format"))
  var input: String?

  @Option(
    help: ArgumentHelp(
      "The name that standard input goes by; its ending tells the format.", valueName: "name"))
  var stdinFilename = "stdin"

  @Option(help: ArgumentHelp("Leave with 1 from this level on.", valueName: "level"))
  var failOn: Settings.Gate?

  @Option(help: ArgumentHelp("Leave with 1 if there are more warnings.", valueName: "number"))
  var maxWarnings: Int?

  @Flag(help: "Leave with 3 if any input could not be read.")
  var strictInputs = false

  @Flag(help: "Succeed though there is no ad at all.")
  var allowEmpty = false

  @Option(help: ArgumentHelp("Use colours.", valueName: "when"))
  var color = Colors.auto

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many ads to check at once; one for each core if not given.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Show every line of the ledger of the scores.")
  var ledger = false

  @Flag(help: "Tell of clean ads too.")
  var showClean = false

  @Flag(
    inversion: .prefixedNo,
    help: "Find candidates in one pass over the words; without it each rule searches for itself.")
  var prefilter = true

  @Option(
    help: ArgumentHelp(
      "The day on which the ads are judged, such as 2026-11-21; today if not given.",
      valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup(title: "Mending") var fixes: FixOptions
  @OptionGroup(title: "Files") var files: PathOptions
  @OptionGroup(title: "What does not count") var exempting: ExemptionOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions

  enum Colors: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs should be 1 or more, not \(jobs)") }
    if paths.isEmpty {
      throw ValidationError("nothing to check: name files or folders, or - for standard input")
    }
  }

  @MainActor func run() async throws {
    let home = try rules.home()
    let sinks = try reports()
    let needsDigests = sinks.contains { $0.needsDigests }
    var inputs = try Inputs(
      paths: paths, input: input, stdinName: stdinFilename, needsDigests: needsDigests)
    let changed = try files.changes()
    try files.thin(&inputs, rules, changed)
    let plan = try Plan(for: inputs.paths, stdinName: stdinFilename, rules)
    let today = asOf ?? home.asOf?.value ?? .today
    var exemptions = try exempting.exemptions(
      home, plan, today: today, judgesUse: changed == nil && rules.select.isEmpty)
    if fixes.fix || fixes.diff {
      let isAnything = try fixes.mend(inputs, by: plan, exemptions, today: today)
      if fixes.diff { throw ExitCode(isAnything ? ExitStatus.gate : ExitStatus.clean) }
    }
    let run = Run(
      version: Version.text, rules: plan.rules.rules,
      rulesDigest: needsDigests ? try plan.digest() : "",
      arguments: Self.telling(CommandLine.arguments.dropFirst()), hasExemptions: true)
    let checking = Checking(
      plan: plan, today: today, jobs: jobs ?? Checking.cores, usesTriggers: prefilter,
      changed: changed)
    let summary = try await checking.run(run, on: inputs, to: sinks, exempting: &exemptions) {
      status(of: $0, $1, home, inputs)
    }
    // Everything is written: the process ends here, without giving back piece by piece what the
    // rules and caches hold.
    Hirelint.exit(withStatus: Int32(summary.exitCode))
  }

  /// `arguments` without the number of jobs, which makes no difference to what is said: the same ads
  /// give the same bytes for any number.
  static func telling(_ arguments: ArraySlice<String>) -> [String] {
    var told: [String] = []
    var isNumber = false
    for argument in arguments {
      let isJobs = argument == "--jobs" || argument == "-j"
      if !isNumber, !isJobs, !argument.hasPrefix("--jobs=") { told.append(argument) }
      isNumber = isJobs
    }
    return told
  }

  private func reports() throws -> [Sink] {
    let useColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: (Output.environment("NO_COLOR") ?? "").isEmpty && Output.isTerminal(1)
      }
    // People read paths as they typed them; machines need one root that holds all files.
    let options = ReportOptions(
      color: useColor, width: Output.width(of: 1), showsCleanAds: showClean, showsLedger: ledger,
      folder: format == TextReporter.name ? "" : Inputs.folderBeneathRoot(of: paths))
    var sinks = [
      Sink(
        try reporter(format).init(options), descriptor: 1, name: "standard output",
        showsExempt: exempting.showSuppressed)
    ]
    for report in report {
      guard let equals = report.firstIndex(of: "=") else {
        throw Failure(message: "--report should be like sarif=ads.sarif, not “\(report)”")
      }
      let path = String(report[report.index(after: equals)...])
      let kind = try reporter(String(report[..<equals]))
      let file = path == "-" ? 1 : try Output.create(path)
      sinks.append(
        Sink(
          kind.init(
            ReportOptions(
              showsCleanAds: showClean, showsLedger: true,
              folder: Inputs.folderBeneathRoot(of: paths))), descriptor: file, name: path))
    }
    return sinks
  }

  private func reporter(_ name: String) throws -> any Reporter.Type {
    do {
      return try Reporters.named(name)
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  /// The exit code for `summary`, and why.
  private func status(
    of summary: Summary, _ exemptions: Exemptions, _ home: Settings, _ inputs: Inputs
  ) -> (Int32, String) {
    if strictInputs, summary.problems > 0 {
      return (ExitStatus.input, "Some input could not be read.")
    }
    if summary.ads == 0, !allowEmpty {
      // Whoever excludes a file, or changes none, knows why nothing is checked.
      let isMeant = inputs.leftOut > 0 && inputs.paths.isEmpty && inputs.problems.isEmpty
      let isUnchanged = files.changedSince != nil && summary.problems == 0
      if isMeant || isUnchanged {
        return (ExitStatus.clean, "No ad was left to check: all are excluded or as they were.")
      }
      return (ExitStatus.usage, "There was no ad to check.")
    }
    if exempting.strictBaseline, !exemptions.mended.isEmpty {
      return (ExitStatus.gate, "The baseline holds findings that are mended.")
    }
    return Verdicts.status(
      of: summary, failOn: failOn ?? home.failOn?.value ?? .error,
      maxWarnings: maxWarnings ?? home.maxWarnings?.value)
  }
}
