internal import Deferral

/// The patterns of a set, each made when a text first may hold it.
@safe public final class DeferredPatterns: Sendable {
  private let groups: [PatternSet.Group]
  /// The number of the first pattern of each group.
  private let firsts: [Int]
  public let count: Int
  /// What was made; as many places as there are patterns. The compiler cannot see that tasks may
  /// share them: each is written and read as a whole.
  private nonisolated(unsafe) let made: UnsafeMutablePointer<LazyReference<Pattern>>

  init(_ groups: [PatternSet.Group]) {
    self.groups = groups
    var firsts: [Int] = []
    firsts.reserveCapacity(groups.count)
    var count = 0
    for group in groups {
      firsts.append(count)
      count += group.count
    }
    (self.firsts, self.count) = (firsts, count)
    unsafe made = .allocate(capacity: count)
    for number in 0..<count { unsafe (made + number).initialize(to: LazyReference()) }
  }

  deinit {
    unsafe made.deinitialize(count: count)
    unsafe made.deallocate()
  }

  /// The pattern number `number`.
  public subscript(number: Int) -> Pattern {
    precondition(number >= 0 && number < count)
    return unsafe made[number].load() ?? made[number].storeIfNil(make(number))
  }

  private func make(_ number: Int) -> Pattern {
    var (low, high) = (0, firsts.count)
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] > number { high = middle } else { low = middle + 1 }
    }
    return groups[low - 1].pattern(number - firsts[low - 1])
  }

  var indices: Range<Int> { 0..<count }
}
