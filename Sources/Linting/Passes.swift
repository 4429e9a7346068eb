internal import AdModel
public import Checks
internal import RuleBook

/// What happens to hits before they are shown: one list of small steps.
public enum Passes {
  /// A step: changes `hits`.
  public typealias Pass =
    @Sendable (_ hits: inout [RuleHit], _ evidence: Evidence, _ rules: RuleSet) -> Void

  /// The steps, in order.
  public static let standard: [Pass] = [inOrder, ownWords, oneOfRule, oneOwner]

  /// Sorts by place, then by rule.
  static let inOrder: Pass = { hits, _, _ in
    hits.sort {
      ($0.hit.place.lower, $0.hit.place.upper, $0.rule)
        < ($1.hit.place.lower, $1.hit.place.upper, $1.rule)
    }
  }

  /// Drops what rules of spelling say of words that somebody has said are right.
  static let ownWords: Pass = { hits, evidence, rules in
    if rules.words.isEmpty { return }
    hits.removeAll { hit in
      rules.traits[hit.rule].isSpelling && hit.hit.anchor == .words
        && rules.words.contains(evidence.ad.text(at: hit.hit.place).lowercased())
    }
  }

  /// Drops hits of a rule on words that it has hit already: two of its checks may see one fault.
  static let oneOfRule: Pass = { hits, _, rules in
    // Up to where each rule has hit, in bytes.
    var ends = [Int](repeating: 0, count: rules.traits.count)
    hits.removeAll { hit in
      let place = hit.hit.place
      if hit.hit.anchor == .words, place.lower < ends[hit.rule] { return true }
      ends[hit.rule] = max(place.upper, ends[hit.rule])
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
    var isClaimed = [Bool](repeating: false, count: hits.count)
    // Hits that may reach to the one at hand: of a rule there is one at most at each place.
    var open: [Claim] = []
    for (index, hit) in hits.enumerated() where hit.hit.anchor == .words {
      guard let rank = rules.traits[hit.rule].rank else { continue }
      let claim = Claim(index: index, rule: hit.rule, rank: rank, place: hit.hit.place)
      open.removeAll { $0.place.upper <= claim.place.lower }
      for other in open where other.disputes(claim) {
        isClaimed[other.yields(to: claim) ? other.index : index] = true
      }
      open.append(claim)
    }
    guard isClaimed.contains(true) else { return }
    hits = hits.indices.filter { !isClaimed[$0] }.map { hits[$0] }
  }

  /// A hit on words that a theme of ``owners`` claims.
  private struct Claim {
    var index: Int
    var rule: Int
    var rank: Int
    var place: ByteRange<Prose>

    /// Whether this and `later` claim the same words, so that one of them yields.
    func disputes(_ later: Claim) -> Bool {
      let isAlike =
        max(place.count, later.place.count) <= 4 * min(place.count, later.place.count)
      return isAlike && place.utf8.overlaps(later.place.utf8)
        && (rank != later.rank || rule == later.rule)
    }

    /// Whether `later` is of a more specific theme.
    func yields(to later: Claim) -> Bool { later.rank < rank }
  }
}
