import AdModel
import Linting
import Reporting

/// What has been told of a run so far: the reports, and what their summary counts.
struct Telling {
  private var sinks: [Sink]
  private let rules: [Rule]
  private var repeats: Repeats
  private var summary = Summary()
  /// The findings of each rule.
  private var counts: [Int]

  init(_ sinks: [Sink], _ rules: RuleSet) {
    self.sinks = sinks
    self.rules = rules.rules
    repeats = Repeats(rules)
    counts = Array(repeating: 0, count: rules.rules.count)
  }

  mutating func begin(_ file: ReportedFile) throws {
    summary.files += 1
    try each { $0.begin(file, to: &$1) }
  }

  /// Tells what a task made of some records, in their order.
  mutating func add(_ outcomes: [Checking.Outcome], in file: ReportedFile) throws {
    for outcome in outcomes {
      if var verdict = outcome.verdict {
        repeats.settle(&verdict)
        count(verdict)
        try each { $0.add(verdict, in: file, to: &$1) }
      }
      for problem in outcome.problems { try add(problem, in: file) }
    }
  }

  mutating func add(_ problem: Problem, in file: ReportedFile? = nil) throws {
    summary.problems += 1
    try each { $0.add(problem, in: file, to: &$1) }
  }

  /// Ends the reports with a summary, whose exit code and reason `status` gives.
  mutating func end(status: (Summary) -> (Int32, String)) throws -> Summary {
    let (code, reason) = status(summary)
    summary.exitCode = Int(code)
    summary.exitReason = reason
    for (rule, count) in zip(rules, counts) where count > 0 { summary.byRule[rule.id] = count }
    let summary = summary
    try each { $0.end(summary, to: &$1) }
    for sink in sinks.indices { try sinks[sink].flush() }
    return summary
  }

  /// Lets every report write.
  mutating func each(_ step: (inout any Reporter, inout [UInt8]) -> Void) throws {
    for index in sinks.indices { try sinks[index].write(step) }
  }

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
