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

  /// Ads that a task takes at once: enough that handing over costs nothing, few enough that what is
  /// said of them is reported while it is in the cache, and that the last chunk does not keep the
  /// others waiting.
  private static let chunk = 16

  /// What a task makes of one record: a verdict, if it is an ad, and what could not be read of it.
  typealias Outcome = (verdict: Verdict?, problems: [Problem])

  func run(
    _ run: Run, on inputs: Inputs, to sinks: [Sink], status: (Summary) -> (Int32, String)
  ) async throws -> Summary {
    let workers = (0..<jobs).map { _ in Worker(rules, today: today, usesTriggers: usesTriggers) }
    var telling = Telling(sinks, rules)
    try telling.each { $0.begin(run, to: &$1) }
    for problem in inputs.problems { try telling.add(problem) }
    var index = 0
    for path in inputs.paths {
      guard let loaded = try load(path, from: inputs, index: index, &telling) else { continue }
      index += 1
      try await check(loaded.file, loaded.reader, with: workers, &telling)
    }
    for worker in workers {
      if let problem = await worker.problem {
        try telling.add(problem)
        break
      }
    }
    return try telling.end(status: status)
  }

  private func load(
    _ path: String, from inputs: Inputs, index: Int, _ telling: inout Telling
  ) throws -> (file: ReportedFile, reader: any Reader)? {
    do throws(Problem) {
      return try inputs.load(path, index: index)
    } catch {
      try telling.add(error)
      return nil
    }
  }

  private func check(
    _ file: ReportedFile, _ reader: any Reader, with workers: [Worker], _ telling: inout Telling
  ) async throws {
    try telling.begin(file)
    let records = reader.records(in: file.source)
    let chunks = stride(from: 0, to: records.count, by: Self.chunk).map {
      $0..<min(records.count, $0 + Self.chunk)
    }
    if chunks.count == 1 || workers.count == 1 {
      for chunk in chunks {
        let outcomes = await workers[0].outcomes(of: records, in: chunk, file.source, reader)
        try telling.add(outcomes, in: file)
      }
    } else {
      try await withThrowingTaskGroup(of: (Int, [Outcome]).self) { group in
        var begun = 0
        var told = 0
        var waiting: [Int: [Outcome]] = [:]
        // Each worker has some chunks before it, while those that are done are told of in their
        // order; no more of them, so that memory is bounded.
        while told < chunks.count {
          while begun < min(chunks.count, told + 4 * workers.count) {
            let (index, chunk, worker) = (begun, chunks[begun], workers[begun % workers.count])
            group.addTask {
              (index, await worker.outcomes(of: records, in: chunk, file.source, reader))
            }
            begun += 1
          }
          if let outcomes = waiting.removeValue(forKey: told) {
            try telling.add(outcomes, in: file)
            told += 1
          } else if let (index, outcomes) = try await group.next() {
            waiting[index] = outcomes
          }
        }
      }
    }
    try telling.each { $0.end(file, to: &$1) }
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
