import AdModel
import ArgumentParser
import Facts
import Law
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

      Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 a wrong command \
      line or rule file or no ad at all, 3 unreadable input with --strict-inputs, 4 a report that \
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
  var failOn = Gate.error

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

  @Flag(inversion: .prefixedNo, help: "Show on the terminal how far a long run has come.")
  var progress = true

  @Option(
    help: ArgumentHelp(
      "The day on which the ads are judged, such as 2026-11-21; today if not given.",
      valueName: "date"))
  var asOf: CalendarDate?

  @Option(help: ArgumentHelp("How many bytes of a feed to read at once.", visibility: .hidden))
  var window = WindowLimits().window

  @OptionGroup(title: "Law") var legal: LegalOptions

  @OptionGroup(title: "Rules") var rules: RuleOptions

  enum Gate: String, ExpressibleByArgument, CaseIterable { case error, warning, note, never }
  enum Colors: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  func validate() throws {
    if window < 1 { throw ValidationError("--window should be 1 or more, not \(window)") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs should be 1 or more, not \(jobs)") }
    if paths.isEmpty {
      throw ValidationError("nothing to check: name files or folders, or - for standard input")
    }
  }

  @MainActor func run() async throws {
    let book = try rules.book(withExamples: false)
    let set = RuleSet(book, where: rules.isOn)
    let context = try legal.context(book.law)
    var sinks: [Sink] = []
    do {
      try open(&sinks)
      let summary = try await check(set, book.law, context, to: sinks)
      // Everything is written: the process ends here, without giving back piece by piece what the
      // rules and caches hold.
      Hirelint.exit(withStatus: Int32(summary.exitCode))
    } catch {
      for sink in sinks { sink.discard() }
      throw error
    }
  }

  /// Checks all inputs by the rules of `set` and by `law`.
  @MainActor private func check(
    _ set: RuleSet, _ law: LawBook, _ context: LegalContext, to sinks: [Sink]
  ) async throws -> Summary {
    let run = Run(
      version: Version.text, rules: set.rules, law: law,
      rulesDigest: sinks.contains { $0.needsDigests } ? try rules.digest(of: set.rules) : "",
      arguments: Self.telling(CommandLine.arguments.dropFirst()))
    let inputs = try Inputs(
      paths: paths, input: input, stdinName: stdinFilename,
      needsDigests: sinks.contains { $0.needsDigests })
    Interruption.watch()
    let checking = Checking(
      rules: set, today: asOf ?? .today, context: context, jobs: jobs ?? Checking.cores,
      usesTriggers: prefilter, window: window, showsProgress: progress)
    return try await checking.run(run, on: inputs, to: sinks) { summary in status(of: summary) }
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
  private func open(_ sinks: inout [Sink]) throws {
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
    sinks.append(Sink(try reporter(format).init(options), to: .standard))
    for report in report {
      guard let equals = report.firstIndex(of: "=") else {
        throw Failure(message: "--report should be like sarif=ads.sarif, not “\(report)”")
      }
      let path = String(report[report.index(after: equals)...])
      let kind = try reporter(String(report[..<equals]))
      let file = path == "-" ? OutputFile.standard : try OutputFile(path)
      sinks.append(
        Sink(
          kind.init(
            ReportOptions(
              showsCleanAds: showClean, showsLedger: true,
              folder: Inputs.folderBeneathRoot(of: paths))), to: file))
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

  /// The exit code for `summary`, and why.
  private func status(of summary: Summary) -> (Int32, String) {
    if strictInputs, summary.problems > 0 {
      return (ExitStatus.input, "Some input could not be read.")
    }
    if summary.ads == 0, !allowEmpty { return (ExitStatus.usage, "There was no ad to check.") }
    let counts = [Gate.error: summary.errors, .warning: summary.warnings, .note: summary.notes]
    let gates: [Gate] =
      switch failOn {
      case .error: [.error]
      case .warning: [.error, .warning]
      case .note: [.error, .warning, .note]
      case .never: []
      }
    let count = gates.reduce(0) { $0 + counts[$1, default: 0] }
    if failOn == .never { return (ExitStatus.clean, "No finding counts with --fail-on never.") }
    if count > 0 {
      return (ExitStatus.gate, "Findings at or above the level \(failOn.rawValue): \(count).")
    }
    return (ExitStatus.clean, "No finding at or above the level \(failOn.rawValue).")
  }
}
