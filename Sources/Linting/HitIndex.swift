internal import AdModel
internal import Checks

/// Finds among many hits those of a rule that are about the same as another.
///
/// A hit that points at words stands in each stretch of the prose that these touch, so that only its
/// neighbours are looked at. What is missing is missing everywhere.
struct HitIndex {
  /// The numbers of hits, by rule and stretch; those that point at no words have none.
  private var numbers: [Cell: [Int]] = [:]

  private struct Cell: Hashable {
    var rule: Int
    var stretch: Int?
  }

  /// The length of a stretch, in bytes; few words that a rule points at are longer.
  private static let length = 256

  init(of hits: [RuleHit]) {
    for number in hits.indices { add(hits[number], number) }
  }

  /// Adds `hit`, which has this `number`.
  mutating func add(_ hit: RuleHit, _ number: Int) {
    guard hit.hit.anchor == .words else {
      numbers[Cell(rule: hit.rule), default: []].append(number)
      return
    }
    for stretch in Self.stretches(of: hit) {
      numbers[Cell(rule: hit.rule, stretch: stretch), default: []].append(number)
    }
  }

  /// The numbers of those of `hits` that `rule` has found and that are missing, or about the same
  /// words as `hit`, some of them several times.
  func numbers(of rule: Int, about hit: RuleHit, in hits: [RuleHit]) -> [Int] {
    var found = numbers[Cell(rule: rule), default: []]
    for stretch in Self.stretches(of: hit) {
      for number in numbers[Cell(rule: rule, stretch: stretch), default: []]
      where hit.hit.place.utf8.overlaps(hits[number].hit.place.utf8) {
        found.append(number)
      }
    }
    return found
  }

  private static func stretches(of hit: RuleHit) -> ClosedRange<Int> {
    let place = hit.hit.place
    return place.lower / length...max(place.lower, place.upper - 1) / length
  }
}
