import AdModel
import Linting
import Reading
import Reporting

/// What has been told of a run so far: the reports, and what their summary counts.
struct Telling {
  private var sinks: [Sink]
  private let rules: [Rule]
  private var repeats: Repeats
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

  init(_ sinks: [Sink], _ rules: RuleSet, _ progress: Progress) {
    self.sinks = sinks
    self.progress = progress
    self.rules = rules.rules
    repeats = Repeats(rules)
    counts = Array(repeating: 0, count: rules.rules.count)
  }

  /// Begins `file`, which is read from `stream`.
  mutating func begin(_ file: ReportedFile, from stream: InputStream) throws {
    summary.files += 1
    last = nil
    bytesBefore += self.stream?.count ?? 0
    self.stream = stream
    try each { $0.begin(file, to: &$1) }
  }

  /// Tells what a task made of a chunk.
  mutating func add(_ outcomes: [Checking.Outcome], of chunk: Chunk) throws {
    if chunk.isFirst {
      for index in sinks.indices { sinks[index].move(to: chunk.file) }
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
        if repeats.isFull, !wasFull { try add(.tooManyAds(verdict.ad), in: file) }
        count(verdict)
        try each { $0.add(verdict, in: file, to: &$1) }
      }
      for problem in outcome.problems { try add(problem, in: file) }
    }
  }

  mutating func add(_ problem: Problem, in file: ReportedFile? = nil) throws {
    summary.problems += 1
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

  /// Ends the reports with a summary, whose exit code and reason `status` gives.
  mutating func end(status: (Summary) -> (Int32, String)) throws -> Summary {
    let (code, reason) = interruption.map(Self.status) ?? status(summary)
    summary.exitCode = Int(code)
    summary.exitReason = reason
    for (rule, count) in zip(rules, counts) where count > 0 { summary.byRule[rule.id] = count }
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
    if verdict.findings.isEmpty { summary.cleanAds += 1 }
    for finding in verdict.findings.rows {
      counts[finding.rule] += 1
      switch finding.level {
      case .error: summary.errors += 1
      case .warning: summary.warnings += 1
      case .note: summary.notes += 1
      }
    }
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
