public import AdModel

/// The name of a fact, as a number that is compared at once.
public struct FactKey: Hashable, Sendable {
  private let key: UInt64

  /// The key of the fact `name`, such as `contract-type`.
  public init(_ name: String) { key = name.utf8.reduce(WordKey.seed, WordKey.next) }

  /// One of 64 bits, which others share.
  public var bit: UInt64 { 1 << (key & 63) }
}

/// Facts of which it is asked whether an ad says one.
public struct FactSet: Hashable, Sendable {
  public let keys: [FactKey]
  /// The bits of all ``keys``.
  fileprivate let bits: UInt64

  public init(_ keys: [FactKey]) {
    self.keys = keys
    bits = keys.reduce(0) { $0 | $1.bit }
  }

  /// The facts of these names.
  public init(naming names: [String]) { self.init(names.map { FactKey($0) }) }

  public var isEmpty: Bool { bits == 0 }
}

/// Where the phrases of an ad say facts: so few that looking through them is faster than hashing.
public struct SaidFacts: Sendable {
  private var keys: [FactKey] = []
  /// The bits of all ``keys``: most questions are about facts that are not said.
  private var bits: UInt64 = 0
  private var places: [[ByteRange<Prose>]] = []

  /// Where `fact` is said, in order; empty where it is not.
  subscript(fact: FactKey) -> [ByteRange<Prose>] {
    keys.firstIndex(of: fact).map { places[$0] } ?? []
  }

  public func has(_ fact: FactKey) -> Bool { bits & fact.bit != 0 && keys.contains(fact) }

  /// Whether one of `facts` is said.
  @inline(__always) public func has(anyOf facts: borrowing FactSet) -> Bool {
    bits & facts.bits != 0 && facts.keys.contains(where: has)
  }

  /// Adds that `fact` is said at `more`, which are not empty.
  public mutating func add(_ more: [ByteRange<Prose>], to fact: FactKey) {
    if let index = keys.firstIndex(of: fact) {
      places[index] += more
    } else {
      keys.append(fact)
      bits |= fact.bit
      places.append(more)
    }
  }
}
