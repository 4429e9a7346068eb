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
  private var repeats: Repeats
  private(set) var exemptions: Exemptions
  /// Ads of the file at hand that are not told of, and what reads the file.
  private var leftOut: ChangedAds.Unchanged?
  private var reader: (any Reader)?
  /// The rules of the file at hand.
  private var rules: RuleSet
  private var summary = Summary()
  /// The findings of each rule.
  private var counts: [Int]

  init(_ sinks: [Sink], _ plan: Plan, _ exemptions: Exemptions) {
    self.sinks = sinks
    self.plan = plan
    self.exemptions = exemptions
    rules = plan.rules
    repeats = Repeats(plan.rules)
    counts = Array(repeating: 0, count: plan.rules.rules.count)
  }

  /// Gets ready for the ads of `file`, those of `leftOut` apart.
  mutating func begin(
    _ file: ReportedFile, _ reader: any Reader, _ rules: RuleSet,
    leavingOut leftOut: ChangedAds.Unchanged?
  ) throws {
    summary.files += 1
    (self.reader, self.rules, self.leftOut) = (reader, rules, leftOut)
    try each { $0.begin(file, to: &$1) }
    let mayHaveComments = reader is MarkdownReader || reader is HTMLReader
    for problem in exemptions.begin(file.source, mayHaveComments: mayHaveComments) {
      try add(problem, in: file)
    }
  }

  /// Ends what is told of `file`.
  mutating func end(_ file: ReportedFile) throws {
    let rules = rules
    let unused = exemptions.end { name in
      rules.rules.indices.contains { rules.runs($0) && rules.rules[$0].isNamed(name) }
    }
    for problem in unused { try add(problem, in: file) }
    try each { $0.end(file, to: &$1) }
  }

  /// Tells what a task made of some records, in their order.
  mutating func add(_ outcomes: [Checking.Outcome], in file: ReportedFile) throws {
    for outcome in outcomes {
      if var verdict = outcome.verdict {
        repeats.settle(&verdict)
        if isLeftOut(verdict.ad, in: file) { continue }
        exemptions.settle(&verdict)
        count(verdict)
        let counting = verdict.findings.exemptions.isEmpty ? verdict : verdict.counting
        for sink in sinks.indices {
          let told = sinks[sink].tellsExemptions ? verdict : counting
          try sinks[sink].write { $0.add(told, in: file, to: &$1) }
        }
      }
      for problem in outcome.problems { try add(problem, in: file) }
    }
  }

  mutating func add(_ problem: Problem, in file: ReportedFile? = nil) throws {
    if problem.concern == .input {
      summary.problems += 1
      if file != nil, problem.losesAds { exemptions.distrust() }
    }
    try each { $0.add(problem, in: file, to: &$1) }
  }

  /// Ends the reports with a summary, whose exit code and reason `status` gives.
  mutating func end(status: (Summary, Exemptions) -> (Int32, String)) throws -> Summary {
    for problem in exemptions.finish(runs: plan.runs) { try add(problem) }
    let (code, reason) = status(summary, exemptions)
    summary.exitCode = Int(code)
    summary.exitReason = reason
    for (rule, count) in zip(plan.rules.rules, counts) where count > 0 {
      summary.byRule[rule.id] = count
    }
    let summary = summary
    try each { $0.end(summary, to: &$1) }
    for sink in sinks.indices { try sinks[sink].flush() }
    return summary
  }

  /// Lets every report write.
  mutating func each(_ step: (inout any Reporter, inout [UInt8]) -> Void) throws {
    for index in sinks.indices { try sinks[index].write(step) }
  }

  /// Whether `ad` is as it was, where only changed ads are told of.
  private func isLeftOut(_ ad: AdSummary, in file: ReportedFile) -> Bool {
    guard let leftOut, let reader else { return false }
    return leftOut.contains(ad.record, in: file.source, reader)
  }

  /// Counts one more ad.
  private mutating func count(_ verdict: Verdict) {
    summary.ads += 1
    if verdict.findings.rows.allSatisfy({ $0.exemption != nil }) { summary.cleanAds += 1 }
    for exemption in verdict.findings.exemptions { summary.exempt[exemption.kind, default: 0] += 1 }
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
