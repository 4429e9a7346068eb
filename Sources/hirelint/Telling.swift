import AdModel
import Configuration
import Exemptions
import Linting
import Reading
import Reporting

/// What has been told of a run so far: the reports, and what their summary counts.
struct Telling {
  private var sinks: [Sink]
  private let plan: Plan
  private(set) var exemptions: Exemptions
  /// What holds for the file that is being told of, and which of its ads are not told of.
  private var regime: Plan.Regime?
  private var leftOut: ChangedAds.Unchanged?
  /// Whether the file may have comments that suppress findings.
  private var mayHaveComments = false
  private var repeats: Repeats
  /// The ads of the file so far, by their ids.
  private var namesakes = Namesakes()
  private var summary = Summary()
  private var progress: Progress
  /// The findings of each rule.
  private var counts: [Int]
  /// What the file is read from that is being told of, and the bytes of those before it.
  private var stream: InputStream?
  private var bytesBefore = 0
  /// What was told last.
  private var last: Chunk?
  /// The signal that stopped the run.
  private var interruption: Int32?

  init(_ sinks: [Sink], _ plan: Plan, _ exemptions: Exemptions, _ progress: Progress) {
    self.sinks = sinks
    self.progress = progress
    self.plan = plan
    self.exemptions = exemptions
    repeats = Repeats(plan.rules)
    counts = Array(repeating: 0, count: plan.rules.rules.count)
  }

  /// Gets ready for the file of `input`, for which `regime` holds; ads of `leftOut` are not told of.
  mutating func expect(
    _ regime: Plan.Regime, leavingOut leftOut: ChangedAds.Unchanged?, from input: Input
  ) {
    (self.regime, self.leftOut) = (regime, leftOut)
    // Only what is read as a whole has comments of its own.
    mayHaveComments = [MarkdownReader.name, HTMLReader.name].contains(input.windows.format)
    self.leftOut?.isTable = [CSVReader.name, TSVReader.name].contains(input.windows.format)
    _ = exemptions.begin(SourceFile(name: input.name, text: []), mayHaveComments: false)
  }

  /// Begins `file`, which is read from `stream`.
  mutating func begin(_ file: ReportedFile, from stream: InputStream) throws {
    summary.files += 1
    last = nil
    namesakes = Namesakes()
    bytesBefore += self.stream?.count ?? 0
    self.stream = stream
    try each { $0.begin(file, to: &$1) }
  }

  /// Tells what a task made of a chunk.
  mutating func add(_ outcomes: [Checking.Outcome], of chunk: Chunk) throws {
    if chunk.isFirst {
      for index in sinks.indices { sinks[index].move(to: chunk.file) }
    }
    if last == nil {
      leftOut?.begin(chunk.window)
      if mayHaveComments {
        let problems = exemptions.begin(chunk.window.source, mayHaveComments: true)
        for problem in problems { try add(problem, in: chunk.file) }
      }
    }
    last = chunk
    showProgress()
    try add(outcomes, in: chunk.file)
    if chunk.isLast, let problem = chunk.window.problem { try add(problem, in: chunk.file) }
  }

  /// Shows how far the run has come.
  private mutating func showProgress() {
    guard progress.isOn, let last, let stream else { return }
    let place = last.records.last.map { last.window.records[$0] } ?? ByteRange(0, 0)
    // Of a packed file, more bytes have been told of than it has.
    let told = min(stream.count, last.window.source.original(of: place).upperBound)
    progress.show(ads: summary.ads, bytes: bytesBefore + told)
  }

  /// Tells what a task made of some records, in their order.
  private mutating func add(_ outcomes: [Checking.Outcome], in file: ReportedFile) throws {
    for outcome in outcomes {
      if var verdict = outcome.verdict {
        let wasFull = repeats.isFull
        repeats.settle(&verdict)
        namesakes.settle(&verdict)
        if repeats.isFull, !wasFull { try add(.tooManyAds(verdict.ad), in: file) }
        if leftOut?.contains(verdict.ad.record, in: file.source) != true {
          exemptions.settle(&verdict)
          count(verdict)
          try tell(verdict, in: file)
        }
      }
      for problem in outcome.problems { try add(problem, in: file) }
    }
  }

  /// Tells of an ad; most reports are not shown what does not count.
  private mutating func tell(_ verdict: Verdict, in file: ReportedFile) throws {
    let counting = verdict.findings.exemptions.isEmpty ? verdict : verdict.counting
    for index in sinks.indices {
      let told = sinks[index].tellsExemptions ? verdict : counting
      sinks[index].write { $0.add(told, in: file, to: &$1) }
    }
    try stopIfAllFailed()
  }

  /// Ends what is told of `file`.
  mutating func end(_ file: ReportedFile) throws {
    if let rules = regime?.rules, let last {
      let unused = exemptions.end { name in
        rules.rules.indices.contains { rules.runs($0) && rules.rules[$0].isNamed(name) }
      }
      for problem in unused { try add(problem, in: last.file) }
    }
    try each { $0.end(file, to: &$1) }
  }

  mutating func add(_ problem: Problem, in file: ReportedFile? = nil) throws {
    if problem.concern == .input {
      summary.problems += 1
      if file != nil, problem.losesAds { exemptions.distrust() }
    }
    if problem.id == Problem.interruptedID { interruption = Interruption.signal }
    try each { $0.add(problem, in: file, to: &$1) }
  }

  /// Tells that `signal` stopped the run behind what was told last.
  mutating func interrupt(by signal: Int32) throws {
    var problem = Problem.interrupted(by: signal, in: last?.file.source.name ?? "")
    if let last {
      let end = last.records.last.map { last.window.records[$0].upper } ?? 0
      problem.place = ByteRange(end, end)
    }
    try add(problem, in: last?.file)
  }

  /// Whether it has been told that a signal stopped the run.
  var isInterrupted: Bool { interruption != nil }

  /// Ends the reports with a summary, whose exit code and reason `status` gives.
  mutating func end(status: (Summary, Exemptions) -> (Int32, String)) throws -> Summary {
    if interruption == nil {
      for problem in exemptions.finish(runs: plan.runs) { try add(problem) }
    }
    let (code, reason) = interruption.map(Self.status) ?? status(summary, exemptions)
    summary.exitCode = Int(code)
    summary.exitReason = reason
    for (rule, count) in zip(plan.rules.rules, counts) where count > 0 {
      summary.byRule[rule.id] = count
    }
    progress.clear()
    for index in sinks.indices { sinks[index].finish(summary) }
    if let failure = failures.first { throw failure }
    return summary
  }

  /// The exit code for a run that `signal` stopped, and why.
  private static func status(_ signal: Int32) -> (Int32, String) {
    (
      ExitStatus.signal + signal,
      "\(Interruption.name(of: signal)) stopped the run before all was checked."
    )
  }

  /// Lets every report write, as long as one of them can be written.
  mutating func each(_ step: (inout any Reporter, inout [UInt8]) -> Void) throws {
    for index in sinks.indices { sinks[index].write(step) }
    try stopIfAllFailed()
  }

  /// Writes what has gathered in all reports.
  mutating func flush() throws {
    for index in sinks.indices { sinks[index].flush() }
    try stopIfAllFailed()
  }

  private func stopIfAllFailed() throws {
    let failures = failures
    guard failures.count == sinks.count, let first = failures.first else { return }
    for sink in sinks { sink.discard() }
    throw first
  }

  /// Why reports could not be written; that somebody has read enough is said last.
  private var failures: [Failure] {
    sinks.compactMap(\.failure).filter { !$0.message.isEmpty }
      + sinks.compactMap(\.failure).filter(\.message.isEmpty)
  }

  /// How many bytes that are no blanks some report wants to see behind the records of a window.
  var reach: Int { sinks.map(\.reach).max() ?? 0 }

  /// Counts one more ad.
  private mutating func count(_ verdict: Verdict) {
    summary.ads += 1
    if verdict.findings.rows.allSatisfy({ $0.exemption != nil }) { summary.cleanAds += 1 }
    for exemption in verdict.findings.exemptions {
      summary.exempt[exemption.kind, default: 0] += 1
    }
    for finding in verdict.findings.rows where finding.exemption == nil {
      counts[finding.rule] += 1
      switch finding.level {
      case .error: summary.errors += 1
      case .warning: summary.warnings += 1
      case .note: summary.notes += 1
      }
    }
  }
}

extension Verdict {
  /// With the findings that nothing exempts.
  fileprivate var counting: Verdict {
    var counting = self
    counting.findings = findings.counting
    return counting
  }
}

extension Problem {
  /// There are more ads than later ones can be compared with; `ad` is the last of those.
  fileprivate static func tooManyAds(_ ad: AdSummary) -> Problem {
    Problem(
      id: "too-many-ads", file: "", place: ad.record,
      message: "From this ad on, ads are only compared with the \(Repeats.limit) before, to find"
        + " those that are posted twice; check such a feed in parts.", losesAds: false)
  }
}
