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
      checking.plan.rules, today: checking.today, usesTriggers: checking.usesTriggers)
  }

  func outcomes(
    of records: [ByteRange<Source>], in range: Range<Int>, _ source: SourceFile,
    _ reader: any Reader, _ rules: RuleSet
  ) -> [Checking.Outcome] {
    linter.follow(rules)
    return range.map { index in
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

/// A worker and the task that it belongs to.
actor SharedWorker {
  private let worker: Worker

  init(_ checking: Checking) { worker = Worker(checking) }

  func outcomes(
    of records: [ByteRange<Source>], in range: Range<Int>, _ source: SourceFile,
    _ reader: any Reader, _ rules: RuleSet
  ) -> [Checking.Outcome] {
    worker.outcomes(of: records, in: range, source, reader, rules)
  }

  var problem: Problem? { worker.problem }
}
