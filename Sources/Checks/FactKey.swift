public import AdModel

/// The name of a fact, as a number that is compared at once.
public struct FactKey: Hashable, Sendable {
  private let key: UInt64

  /// The key of the fact `name`, such as `contract-type`.
  public init(_ name: String) { key = name.utf8.reduce(WordKey.seed, WordKey.next) }
}

/// Where the phrases of an ad say facts: so few that looking through them is faster than hashing.
public struct SaidFacts: Sendable {
  private var keys: [FactKey] = []
  private var places: [[ByteRange<Prose>]] = []

  /// Where `fact` is said, in order; empty where it is not.
  subscript(fact: FactKey) -> [ByteRange<Prose>] {
    keys.firstIndex(of: fact).map { places[$0] } ?? []
  }

  public func has(_ fact: FactKey) -> Bool { keys.contains(fact) }

  /// Adds that `fact` is said at `more`, which are not empty.
  public mutating func add(_ more: [ByteRange<Prose>], to fact: FactKey) {
    if let index = keys.firstIndex(of: fact) {
      places[index] += more
    } else {
      keys.append(fact)
      places.append(more)
    }
  }
}
