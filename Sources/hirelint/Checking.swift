import AdModel
import Exemptions
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
  let plan: Plan
  let today: CalendarDate
  let jobs: Int
  let usesTriggers: Bool
  /// What changed, if only that is to be told of.
  var changed: ChangedAds?

  /// The number of cores of this machine.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Ads that a task takes at once: enough that handing over costs nothing, few enough that what is
  /// said of them is reported while it is in the cache, and that the last chunk does not keep the
  /// others waiting.
  private static let chunk = 16

  /// What a task makes of one record: a verdict, if it is an ad, and what could not be read of it.
  typealias Outcome = (verdict: Verdict?, problems: [Problem])

  /// Checks everything and gives the summary that ends the reports; what one worker does is done on
  /// the caller's thread.
  nonisolated(nonsending) func run(
    _ run: Run, on inputs: Inputs, to sinks: [Sink], exempting exemptions: inout Exemptions,
    status: (Summary, Exemptions) -> (Int32, String)
  ) async throws -> Summary {
    var crew = Crew(self)
    var telling = Telling(sinks, plan, exemptions)
    defer { exemptions = telling.exemptions }
    try telling.each { $0.begin(run, to: &$1) }
    for problem in inputs.problems { try telling.add(problem) }
    var index = 0
    for path in inputs.paths {
      guard let loaded = try load(path, from: inputs, index: index, &telling) else { continue }
      index += 1
      let regime = plan.regime(for: path)
      let unchanged = changed?.unchanged(path, forced: inputs.input, regime.reading)
      try telling.begin(loaded.file, loaded.reader, regime.rules, leavingOut: unchanged)
      try await check(loaded.file, loaded.reader, regime.rules, with: &crew, &telling)
    }
    if let problem = await crew.problem() { try telling.add(problem) }
    return try telling.end(status: status)
  }

  private func load(
    _ path: String, from inputs: Inputs, index: Int, _ telling: inout Telling
  ) throws -> (file: ReportedFile, reader: any Reader)? {
    do throws(Problem) {
      return try inputs.load(path, index: index, plan.regime(for: path).reading)
    } catch {
      try telling.add(error)
      return nil
    }
  }

  nonisolated(nonsending) private func check(
    _ file: ReportedFile, _ reader: any Reader, _ rules: RuleSet, with crew: inout Crew,
    _ telling: inout Telling
  ) async throws {
    let records = reader.records(in: file.source)
    let chunks = stride(from: 0, to: records.count, by: Self.chunk).map {
      $0..<min(records.count, $0 + Self.chunk)
    }
    if chunks.count == 1 || jobs == 1 {
      for chunk in chunks {
        let outcomes = crew.own.outcomes(of: records, in: chunk, file.source, reader, rules)
        try telling.add(outcomes, in: file)
      }
    } else {
      crew.gather()
      try await share(chunks, of: records, in: file, reader, rules, among: crew.others, &telling)
    }
    try telling.end(file)
  }

  /// Lets each worker check some of the chunks, and tells of them in their order.
  nonisolated(nonsending) private func share(
    _ chunks: [Range<Int>], of records: [ByteRange<Source>], in file: ReportedFile,
    _ reader: any Reader, _ rules: RuleSet, among workers: [SharedWorker], _ telling: inout Telling
  ) async throws {
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
            (index, await worker.outcomes(of: records, in: chunk, file.source, reader, rules))
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
}
