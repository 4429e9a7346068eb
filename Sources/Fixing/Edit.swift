/// Bytes of a file, and what is written instead of them.
public struct Edit: Hashable, Sendable {
  public var place: Range<Int>
  public var replacement: [UInt8]

  public init(place: Range<Int>, replacement: [UInt8]) {
    self.place = place
    self.replacement = replacement
  }
}

extension [Edit] {
  /// In the order of their places, without those that overlap or touch the one before: the first
  /// wins, and another run looks at the others.
  public var disjoint: [Edit] {
    var kept: [Edit] = []
    for edit in sorted(by: {
      ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound)
    })
    where kept.last.map({ $0.place.upperBound < edit.place.lowerBound }) ?? true {
      kept.append(edit)
    }
    return kept
  }
}

extension [UInt8] {
  /// With `edits` made, which are in order and do not overlap.
  public func edited(by edits: [Edit]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var at = 0
    for edit in edits {
      bytes += self[at..<edit.place.lowerBound]
      bytes += edit.replacement
      at = edit.place.upperBound
    }
    return bytes + self[at...]
  }
}
