internal import AdModel
public import Checks
internal import RuleBook

/// What happens to hits before they are shown: one list of small steps.
public enum Passes {
  /// A step: changes `hits`.
  public typealias Pass =
    @Sendable (_ hits: inout [RuleHit], _ evidence: Evidence, _ rules: RuleSet) -> Void

  /// The steps, in order.
  public static let standard: [Pass] = [inOrder, oneOfRule, oneOwner]

  /// Sorts by place, then by rule.
  static let inOrder: Pass = { hits, _, _ in
    hits.sort {
      ($0.hit.place.lower, $0.hit.place.upper, $0.rule)
        < ($1.hit.place.lower, $1.hit.place.upper, $1.rule)
    }
  }

  /// Drops hits of a rule on words that it has hit already: two of its checks may see one fault.
  static let oneOfRule: Pass = { hits, _, _ in
    var ends: [Int: Int] = [:]
    hits.removeAll { hit in
      let place = hit.hit.place
      if hit.hit.anchor == .words, place.lower < ends[hit.rule, default: 0] { return true }
      ends[hit.rule] = max(place.upper, ends[hit.rule, default: 0])
      return false
    }
  }

  /// Themes that own words before others do: one mask, one finding.
  static let owners = ["redaction", "contact", "pay", "place", "title", "spelling", "style"]

  /// Drops hits on words that a more specific theme has claimed.
  ///
  /// Only themes of the list compete: a gendered title that is misspelt is two faults. So is a mask
  /// in a line of capitals, or a town with a small letter in a list of towns: hits of such unlike
  /// length are about different things.
  static let oneOwner: Pass = { hits, _, rules in
    let ranks = hits.map { hit in
      hit.hit.anchor == .words ? rules.traits[hit.rule].rank : nil
    }
    var kept: [RuleHit] = []
    for (index, hit) in hits.enumerated() {
      guard let mine = ranks[index] else {
        kept.append(hit)
        continue
      }
      let isClaimed = hits.indices.contains { other in
        guard let theirs = ranks[other], other != index else { return false }
        let (one, two) = (hits[other].hit.place, hit.hit.place)
        let isAlike = max(one.count, two.count) <= 4 * min(one.count, two.count)
        return isAlike && one.utf8.overlaps(two.utf8)
          && (theirs < mine || (theirs == mine && hits[other].rule == hit.rule && other < index))
      }
      if !isClaimed { kept.append(hit) }
    }
    hits = kept
  }
}
