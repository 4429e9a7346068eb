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
  /// How many bytes of a feed are read at once.
  let window: Int
  let showsProgress: Bool
  /// Whether reports tell of obligations that are met as well.
  var judges = false
  /// What is to be told of the run before any file.
  var notices: [Problem] = []
  /// What changed, if only that is to be told of.
  var changed: ChangedAds?

  /// The number of cores of this machine.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What a task makes of one record: a verdict, if it is an ad, and what could not be read of it.
  typealias Outcome = (verdict: Verdict?, problems: [Problem])

  /// Checks everything and gives the summary that ends the reports; what one worker does is done on
  /// the caller's thread.
  nonisolated(nonsending) func run(
    _ run: Run, on inputs: Inputs, to sinks: [Sink], exempting exemptions: inout Exemptions,
    status: (Summary, Exemptions) -> (Int32, String)
  ) async throws -> Summary {
    var crew = Crew(self)
    var telling = Telling(
      sinks, plan, exemptions, Progress(isOn: showsProgress, total: inputs.byteCount))
    defer { exemptions = telling.exemptions }
    try telling.each { $0.begin(run, to: &$1) }
    for problem in notices + inputs.problems { try telling.add(problem) }
    var index = 0
    for path in inputs.paths {
      if let signal = Interruption.signal {
        if !telling.isInterrupted { try telling.interrupt(by: signal) }
        break
      }
      let regime = plan.regime(for: path)
      guard let input = try open(path, from: inputs, regime, &telling) else { continue }
      let unchanged = changed?.unchanged(path, forced: inputs.input, regime.reading)
      telling.expect(regime, leavingOut: unchanged, from: input)
      try await check(input, index: index, regime, with: &crew, &telling)
      index += 1
    }
    if let problem = await crew.problem() { try telling.add(problem) }
    return try telling.end(status: status)
  }

  private func open(
    _ path: String, from inputs: Inputs, _ regime: Plan.Regime, _ telling: inout Telling
  ) throws -> Input? {
    do throws(Problem) {
      return try inputs.open(
        path, options: regime.reading,
        limits: WindowLimits(window: window, reach: telling.reach))
    } catch {
      try telling.add(error)
      return nil
    }
  }

  nonisolated(nonsending) private func check(
    _ input: Input, index: Int, _ regime: Plan.Regime, with crew: inout Crew,
    _ telling: inout Telling
  ) async throws {
    func file(_ windows: FileWindows, sha256: String) -> ReportedFile {
      var source = SourceFile(
        name: input.name, text: [], encoding: windows.encoding, byteCount: windows.byteCount)
      source.packing = windows.packing
      return ReportedFile(source, sha256: sha256, index: index)
    }
    try telling.begin(file(input.windows, sha256: ""), from: input.stream)
    var chunks = Chunks(input.windows, index: index, regime)
    if jobs == 1 {
      try checkAll(&chunks, with: crew.own, &telling)
    } else if let first = chunks.next() {
      let second = chunks.isPaused ? nil : chunks.next()
      if chunks.isAtEnd, second == nil {
        try telling.add(crew.own.outcomes(of: first), of: first)
      } else {
        crew.gather()
        let begun = [first] + [second].compactMap(\.self)
        try await share(begun, and: &chunks, among: crew.others, &telling)
      }
    }
    if !chunks.isAtEnd, let signal = Interruption.signal { try telling.interrupt(by: signal) }
    try telling.end(file(chunks.windows, sha256: input.stream.digest()))
  }

  /// Lets one worker check all chunks.
  private func checkAll(
    _ chunks: inout Chunks, with worker: Worker, _ telling: inout Telling
  ) throws {
    while Interruption.signal == nil {
      if chunks.isPaused { try telling.flush() }
      guard let chunk = chunks.next() else { return }
      try telling.add(worker.outcomes(of: chunk), of: chunk)
    }
  }

  /// Lets each worker check some of the chunks, and tells of them in their order.
  nonisolated(nonsending) private func share(
    _ first: [Chunk], and rest: inout Chunks, among workers: [SharedWorker],
    _ telling: inout Telling
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Chunk, [Outcome]).self) { group in
      var next = first[...]
      var begun = 0
      var told = 0
      var waiting: [Int: (Chunk, [Outcome])] = [:]
      while true {
        // Each worker has some chunks before it, while those that are done are told of in their
        // order; no more of them, so that memory is bounded.
        while begun < told + 4 * workers.count, Interruption.signal == nil {
          // Nobody waits for the next record before those that are there are told of.
          if next.isEmpty, rest.isPaused {
            if told < begun { break }
            try telling.flush()
          }
          guard let chunk = next.popFirst() ?? rest.next() else { break }
          let (index, worker) = (begun, workers[begun % workers.count])
          group.addTask { (index, chunk, await worker.outcomes(of: chunk)) }
          begun += 1
        }
        if told == begun { return }
        if let (chunk, outcomes) = waiting.removeValue(forKey: told) {
          try telling.add(outcomes, of: chunk)
          told += 1
        } else if let (index, chunk, outcomes) = try await group.next() {
          waiting[index] = (chunk, outcomes)
        }
      }
    }
  }
}
