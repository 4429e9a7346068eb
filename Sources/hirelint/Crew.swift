import AdModel
import Linting
import Reading

/// Those who check: one worker for what is not shared, and one for each job as soon as something is.
///
/// A linter costs a millisecond to make, and a thread of its own as much again.
struct Crew {
  private let checking: Checking
  let own: Worker
  /// Empty until something is shared.
  private(set) var others: [SharedWorker] = []

  init(_ checking: Checking) {
    self.checking = checking
    own = Worker(checking)
  }

  /// Makes a worker for each job, unless that is done.
  mutating func gather() {
    if others.isEmpty { others = (0..<checking.jobs).map { _ in SharedWorker(checking) } }
  }

  /// The first pattern that took too many steps, if one did.
  nonisolated(nonsending) func problem() async -> Problem? {
    if let problem = own.problem { return problem }
    for worker in others {
      if let problem = await worker.problem { return problem }
    }
    return nil
  }
}

/// A linter, and what it makes of records.
final class Worker {
  private var linter: Linter

  init(_ checking: Checking) {
    linter = Linter(
      checking.plan.rules, today: checking.today,
      usesTriggers: checking.usesTriggers, judges: checking.judges)
  }

  func outcomes(of chunk: Chunk) -> [Checking.Outcome] {
    let window = chunk.window
    linter.follow(chunk.regime.rules, chunk.regime.context)
    return chunk.records.map { number in
      let (ad, problems) = window.ad(number)
      guard let ad else { return (nil, problems) }
      let index = window.firstRecord + number
      return (linter.verdict(on: ad, in: window.source.name, index: index), problems)
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

/// A worker and the task that it belongs to.
actor SharedWorker {
  private let worker: Worker

  init(_ checking: Checking) { worker = Worker(checking) }

  func outcomes(of chunk: Chunk) -> [Checking.Outcome] { worker.outcomes(of: chunk) }

  var problem: Problem? { worker.problem }
}
