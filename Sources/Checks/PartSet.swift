public import AdModel

/// Parts of an ad, a bit each.
public struct PartSet: Sendable, ExpressibleByArrayLiteral {
  private(set) var bits: UInt32 = 0

  public init(arrayLiteral parts: Part...) {
    for part in parts { insert(part) }
  }

  mutating func insert(_ part: Part) { bits |= part.bit }

  func contains(_ part: Part) -> Bool { bits & part.bit != 0 }

  func isDisjoint(with other: PartSet) -> Bool { bits & other.bits == 0 }
}

extension Part {
  /// This part as one bit.
  public var bit: UInt32 {
    // A case without a value is one byte: its number.
    1 << UInt32(unsafe unsafeBitCast(self, to: UInt8.self))
  }
}
