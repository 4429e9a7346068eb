import AdModel
import ArgumentParser
import Configuration
import Exemptions
import Facts
import Law
import Linting
import Reading
import Reporting
import RuleBook

/// `hirelint check`: reads ads, checks them, reports.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "hirelint",
    abstract: "Check job ads and report what is wrong with them.",
    discussion: """
      Paths are files, folders (searched through) or patterns such as 'ads/**/*.md'; a lone - reads \
      from standard input.

      Settings come from the .hirelint.yml nearest to each file; “hirelint config show FILE” tells \
      them. Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it or too many \
      warnings, 2 a wrong command line, configuration or rule file or no ad at all, 3 unreadable input with --strict-inputs, 4 a report that \
      could not be written, 130 or 143 stopped by a signal, 141 nobody reads the output.
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

  @OptionGroup(title: "Input") var source: InputOptions

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
    help: """
      In SARIF, tell of laws too that an ad meets, that except it, or of which nobody can tell whether \
      it meets them.
      """)
  var passes = false

  @Flag(
    inversion: .prefixedNo,
    help: "Find candidates in one pass over the words; without it each rule searches for itself.")
  var prefilter = true

  @Flag(inversion: .prefixedNo, help: "Show on the terminal how far a long run has come.")
  var progress = true

  @Option(
    help: ArgumentHelp(
      "The day on which the ads are judged, such as 2026-11-21; today if not given.",
      valueName: "date"))
  var asOf: CalendarDate?

  @Option(help: ArgumentHelp("How many bytes of a feed to read at once.", visibility: .hidden))
  var window = WindowLimits().window

  @OptionGroup(title: "Mending") var fixes: FixOptions

  @OptionGroup(title: "Files") var files: PathOptions

  @OptionGroup(title: "What does not count") var exempting: ExemptionOptions

  @OptionGroup(title: "Law") var legal: LegalOptions

  @OptionGroup(title: "Rules") var rules: RuleOptions

  enum Colors: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  func validate() throws {
    if window < 1 { throw ValidationError("--window should be 1 or more, not \(window)") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs should be 1 or more, not \(jobs)") }
    if passes, !([format] + report).contains(where: Self.isFullSARIF) {
      throw ValidationError("--passes needs a report of the format \(FullSARIF.name)")
    }
  }

  /// Whether `report` is of the format that tells of obligations that are met.
  private static func isFullSARIF(_ report: String) -> Bool {
    report.prefix { $0 != "=" } == FullSARIF.name
  }

  @MainActor func run() async throws {
    // The parser tells of an unknown option only where nothing else is wrong.
    if paths.isEmpty {
      throw ValidationError("nothing to check: name files or folders, or - for standard input")
    }
    AddressSpace.fillHeap()
    let home = try rules.home()
    var inputs = try Inputs(
      paths: paths, input: source.input, stdinName: source.stdinFilename,
      needsDigests: try namesDigests())
    let changed = try files.changes()
    try files.thin(&inputs, rules, changed)
    let destinations = try report.map(Destination.init)
    try Destination.keepApart(destinations, from: inputs)
    let plan = try Plan(for: inputs.paths, stdinName: source.stdinFilename, rules, legal)
    let today = asOf ?? home.asOf?.value ?? .today
    let exemptions = try exempting.exemptions(
      home, plan, today: today, judgesUse: changed == nil && rules.select.isEmpty)
    if fixes.fix || fixes.diff {
      let mended = try fixes.mend(inputs, by: plan, exemptions, today: today)
      if fixes.diff { throw ExitCode(try status(of: mended, inputs)) }
    }
    let checking = Checking(
      plan: plan, today: today, jobs: jobs ?? Checking.cores, usesTriggers: prefilter,
      window: window, showsProgress: progress, judges: passes,
      notices: plan.idleSettings(beside: home).filter { !isSaid($0.name) }.map(\.problem),
      changed: changed)
    var sinks: [Sink] = []
    do {
      try open(&sinks, destinations)
      let summary = try await check(inputs, checking, exemptions, home, to: sinks)
      // Everything is written: the process ends here, without giving back piece by piece what the
      // rules and caches hold.
      Hirelint.exit(withStatus: Int32(summary.exitCode))
    } catch {
      for sink in sinks { sink.discard() }
      throw error
    }
  }

  /// Whether the command line says itself what the setting `name` of a run is to be.
  private func isSaid(_ name: String) -> Bool {
    switch name {
    case "as-of": asOf != nil
    case "fail-on": failOn != nil
    case "max-warnings": maxWarnings != nil
    case "baseline": exempting.baseline != nil || exempting.noBaseline
    default: exempting.waivers != nil
    }
  }

  /// Checks `inputs`.
  @MainActor private func check(
    _ inputs: Inputs, _ checking: Checking, _ exemptions: Exemptions, _ home: Settings,
    to sinks: [Sink]
  ) async throws -> Summary {
    let plan = checking.plan
    var run = Run(
      version: Version.text, rules: plan.rules.rules, law: plan.book.law,
      rulesDigest: sinks.contains { $0.needsDigests } ? try plan.digest() : "",
      arguments: Self.telling(CommandLine.arguments.dropFirst()),
      checkout: sinks.contains { $0.needsCheckout } ? Git.checkout(of: ".") : nil,
      hasExemptions: true)
    run.hasBaseline = exemptions.ledger.baseline != nil
    Interruption.watch()
    var exemptions = exemptions
    return try await checking.run(run, on: inputs, to: sinks, exempting: &exemptions) {
      status(of: $0, $1, home, inputs)
    }
  }

  /// Whether some report names the digests of files.
  private func namesDigests() throws -> Bool {
    try ([format] + report).contains { try reporter(String($0.prefix { $0 != "=" })).namesDigests }
  }

  /// `arguments` without the numbers of jobs and of bytes at once, which make no difference to what is
  /// said: the same ads give the same bytes for any number.
  static func telling(_ arguments: ArraySlice<String>) -> [String] {
    let silent = ["--jobs", "-j", "--window"]
    var told: [String] = []
    var isNumber = false
    for argument in arguments {
      let isSilent = silent.contains(argument)
      let isBoth = silent.contains { argument.hasPrefix("\($0)=") }
      if !isNumber, !isSilent, !isBoth { told.append(argument) }
      isNumber = isSilent
    }
    return told
  }

  /// Opens all reports.
  private func open(_ sinks: inout [Sink], _ destinations: [Destination]) throws {
    let useColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: (Output.environment("NO_COLOR") ?? "").isEmpty && Output.isTerminal(1)
      }
    // People read paths as they typed them; machines need one root that holds all files.
    let place = Inputs.place(of: paths)
    let isForPeople = format == TextReporter.name
    let options = ReportOptions(
      color: useColor, width: Output.width(of: 1), showsCleanAds: showClean, showsLedger: ledger,
      showsPasses: passes, root: isForPeople ? "" : place.root,
      folder: isForPeople ? "" : place.folder)
    sinks.append(
      Sink(
        try reporter(format).init(options), to: .standard,
        showsExempt: exempting.showSuppressed))
    for destination in destinations {
      let kind = try reporter(destination.format)
      let path = destination.path
      let file = path == "-" ? OutputFile.standard : try OutputFile(path)
      sinks.append(
        Sink(
          kind.init(
            ReportOptions(
              showsCleanAds: showClean, showsLedger: true, showsPasses: passes,
              root: place.root, folder: place.folder)), to: file))
    }
    if let summary = try StepSummary.sink(beside: [format] + report, options) {
      sinks.append(summary)
    }
  }

  private func reporter(_ name: String) throws -> any Reporter.Type {
    do {
      return try Reporters.named(name)
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  /// The exit code for what could be mended.
  private func status(of mended: FixOptions.Outcome, _ inputs: Inputs) throws -> Int32 {
    for problem in mended.unread { Output.complain(problem.message) }
    if strictInputs, !mended.unread.isEmpty { return ExitStatus.input }
    if mended.ads == 0, !allowEmpty, !isEmptyOnPurpose(inputs, mended.unread.count) {
      throw Failure(message: "there was no ad to mend")
    }
    return mended.findings > 0 ? ExitStatus.gate : ExitStatus.clean
  }

  /// Whether somebody knows why nothing is checked: who excludes files, or has changed none.
  private func isEmptyOnPurpose(_ inputs: Inputs, _ problems: Int) -> Bool {
    (inputs.leftOut > 0 && inputs.paths.isEmpty && inputs.problems.isEmpty)
      || (files.changedSince != nil && problems == 0)
  }

  /// The exit code for `summary`, and why.
  private func status(
    of summary: Summary, _ exemptions: Exemptions, _ home: Settings, _ inputs: Inputs
  ) -> (Int32, String) {
    if strictInputs, summary.problems > 0 {
      return (ExitStatus.input, "Some input could not be read.")
    }
    if summary.ads == 0, !allowEmpty {
      if isEmptyOnPurpose(inputs, summary.problems) {
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
