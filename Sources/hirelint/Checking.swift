import AdModel
import Facts
import Linting
import Reading
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Checks all ads of all inputs, some at a time, and reports them in their order.
struct Checking {
  let rules: RuleSet
  let today: CalendarDate
  let jobs: Int
  let usesTriggers: Bool

  /// The number of cores of this machine.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Ads that a task takes at once: enough that handing over costs nothing, few enough that the
  /// last chunk does not keep the others waiting.
  private static let chunk = 64

  /// What a task makes of one record: a verdict, if it is an ad, and what could not be read of it.
  typealias Outcome = (verdict: Verdict?, problems: [Problem])

  func run(
    _ run: Run, on inputs: Inputs, to sinks: inout [Sink], status: (Summary) -> (Int32, String)
  ) async throws -> Summary {
    let workers = (0..<jobs).map { _ in Worker(rules, today: today, usesTriggers: usesTriggers) }
    var summary = Summary()
    var counts = Array(repeating: 0, count: rules.rules.count)
    var repeats = Repeats(rules)
    try sinks.each { $0.begin(run, to: &$1) }
    for problem in inputs.problems {
      summary.problems += 1
      try sinks.each { $0.add(problem, in: nil, to: &$1) }
    }
    var index = 0
    for path in inputs.paths {
      guard let loaded = try await load(path, from: inputs, index: index, &summary, &sinks) else {
        continue
      }
      index += 1
      try await check(loaded.file, loaded.reader, with: workers, &repeats, &counts, &summary, &sinks)
    }
    for worker in workers {
      if let problem = await worker.problem {
        summary.problems += 1
        try sinks.each { $0.add(problem, in: nil, to: &$1) }
        break
      }
    }
    let (code, reason) = status(summary)
    summary.exitCode = Int(code)
    summary.exitReason = reason
    for (rule, count) in zip(rules.rules, counts) where count > 0 { summary.byRule[rule.id] = count }
    let final = summary
    try sinks.each { $0.end(final, to: &$1) }
    for sink in sinks.indices { try sinks[sink].flush() }
    return summary
  }

  private func load(
    _ path: String, from inputs: Inputs, index: Int, _ summary: inout Summary,
    _ sinks: inout [Sink]
  ) async throws -> (file: ReportedFile, reader: any Reader)? {
    do throws(Problem) {
      return try inputs.load(path, index: index)
    } catch {
      summary.problems += 1
      try sinks.each { $0.add(error, in: nil, to: &$1) }
      return nil
    }
  }

  private func check(
    _ file: ReportedFile, _ reader: any Reader, with workers: [Worker], _ repeats: inout Repeats,
    _ counts: inout [Int], _ summary: inout Summary, _ sinks: inout [Sink]
  ) async throws {
    summary.files += 1
    try sinks.each { $0.begin(file, to: &$1) }
    let records = reader.records(in: file.source)
    var next = 0
    // A round gives each worker some chunks; rounds keep memory bounded and the order simple.
    while next < records.count {
      let round = next..<min(records.count, next + Self.chunk * workers.count * 4)
      let outcomes = await outcomes(of: records, in: round, file.source, reader, workers)
      for outcome in outcomes {
        if var verdict = outcome.verdict {
          repeats.settle(&verdict)
          summary.count(verdict, &counts)
          try sinks.each { $0.add(verdict, in: file, to: &$1) }
        }
        for problem in outcome.problems {
          summary.problems += 1
          try sinks.each { $0.add(problem, in: file, to: &$1) }
        }
      }
      next = round.upperBound
    }
    try sinks.each { $0.end(file, to: &$1) }
  }

  private func outcomes(
    of records: [ByteRange<Source>], in round: Range<Int>, _ source: SourceFile,
    _ reader: any Reader, _ workers: [Worker]
  ) async -> [Outcome] {
    let chunks = stride(from: round.lowerBound, to: round.upperBound, by: Self.chunk).map {
      $0..<min(round.upperBound, $0 + Self.chunk)
    }
    if chunks.count == 1 || workers.count == 1 {
      return await workers[0].outcomes(of: records, in: round, source, reader)
    }
    return await withTaskGroup(of: (Int, [Outcome]).self) { group in
      for (index, chunk) in chunks.enumerated() {
        let worker = workers[index % workers.count]
        group.addTask { (index, await worker.outcomes(of: records, in: chunk, source, reader)) }
      }
      var parts = [[Outcome]](repeating: [], count: chunks.count)
      for await (index, part) in group { parts[index] = part }
      return parts.flatMap { $0 }
    }
  }
}

/// A linter and the task that it belongs to.
private actor Worker {
  private var linter: Linter

  init(_ rules: RuleSet, today: CalendarDate, usesTriggers: Bool) {
    linter = Linter(rules, today: today, usesTriggers: usesTriggers)
  }

  func outcomes(
    of records: [ByteRange<Source>], in range: Range<Int>, _ source: SourceFile,
    _ reader: any Reader
  ) -> [Checking.Outcome] {
    range.map { index in
      do throws(Problem) {
        let ad = try reader.ad(from: records[index], in: source)
        return (linter.verdict(on: ad, in: source.name, index: index), ad.problems)
      } catch {
        return (nil, [error])
      }
    }
  }

  /// The first pattern that took too many steps, if one did.
  var problem: Problem? {
    guard let failure = linter.failure else { return nil }
    return Problem(
      id: "runaway-pattern", file: "",
      message:
        "A pattern of \(failure.owner) gave up (\(failure.error)). What it should find may be "
        + "missing here; if the rule is yours, make the pattern simpler.", losesAds: false)
  }
}

extension Summary {
  /// Counts one more ad; `counts` has the findings of each rule.
  fileprivate mutating func count(_ verdict: Verdict, _ counts: inout [Int]) {
    ads += 1
    if verdict.findings.isEmpty { cleanAds += 1 }
    for finding in verdict.findings.rows {
      counts[finding.rule] += 1
      switch finding.level {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }
}

extension [Sink] {
  /// Lets every report write.
  fileprivate mutating func each(_ step: (inout any Reporter, inout [UInt8]) -> Void) throws {
    for index in indices { try self[index].write(step) }
  }
}
