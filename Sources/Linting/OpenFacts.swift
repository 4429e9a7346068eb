internal import Checks

/// The facts that an ad may say and that nobody has asked for yet.
struct OpenFacts {
  /// A fact, and the seat of the check that finds out whether an ad says it.
  struct Entry {
    var key: FactKey
    var seat: Int
  }

  private var all: [Entry] = []
  /// The bits of all that were added: most questions are about facts that are not open.
  private var bits: UInt64 = 0

  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    bits = 0
  }

  mutating func add(_ fact: Entry) {
    all.append(fact)
    bits |= fact.key.bit
  }

  /// Takes `fact` out; `nil` where it is not open.
  @inline(__always) mutating func take(_ fact: FactKey) -> Entry? {
    bits & fact.bit == 0 ? nil : find(fact)
  }

  /// Takes any out; `nil` where none is left.
  mutating func takeAny() -> Entry? { all.popLast() }

  private mutating func find(_ fact: FactKey) -> Entry? {
    all.firstIndex { $0.key == fact }.map { all.remove(at: $0) }
  }
}
