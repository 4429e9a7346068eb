/// Tells towns of one name apart by what the rest of the ad says.
extension Gazetteer {
  /// The state that a name means as a rule, since no country and no big town has it: Minnesota, and
  /// neither Georgia nor New York.
  func namedState(_ hit: Hit) -> Place? {
    let places = candidates[hit.places]
    guard let state = places.first(where: { $0.kind == .state }),
      !places.contains(where: { $0.kind.isCountry || $0.kind == .town && $0.thousands >= 100 })
    else { return nil }
    return state
  }

  /// Lets numbers that may be ZIP codes vote for a state in which a town may lie that has namesakes.
  mutating func voteByZIPs() {
    for state in Set(zips).sorted() where hits.contains(where: { isOneOfMany($0, in: state) }) {
      votes.add(state, 6)
    }
  }

  private func isOneOfMany(_ hit: Hit, in state: UInt64) -> Bool {
    isAmbiguous(hit) && candidates[hit.places].contains { $0.kind.isLocal && $0.packed == state }
  }

  private func isAmbiguous(_ hit: Hit) -> Bool { hit.settled == nil && hit.places.count > 1 }

  /// Lets names that may be several places be the one that an ad has in full elsewhere: who writes
  /// “Portland, Maine” once means it by “Portland”, too (W. Gale, K. Church and D. Yarowsky, “One Sense
  /// per Discourse”, 1992).
  mutating func settleByTheSame() {
    guard hits.contains(where: isAmbiguous) else { return }
    let wholes = wholes
    for index in hits.indices where isAmbiguous(hits[index]) && !hits[index].isQualifier {
      let hit = hits[index]
      guard let whole = wholes[hit.line], !whole.hasRival, whole.place.kind.isLocal else {
        continue
      }
      if let best = likeliest(hit), candidates[best].countryBits != whole.place.countryBits,
        votes.weight(of: candidates[best].countryBits) > votes.weight(of: whole.place.countryBits)
      {
        continue
      }
      hits[index].settled = hit.places.first { candidates[$0] == whole.place }
      hits[index].within = whole.within
    }
  }

  /// A place that an ad names in full.
  private struct Whole {
    var place: Place
    var within: Place?
    /// Whether another of that name stands in full besides, so that either may be meant.
    var hasRival = false
  }

  /// What each name means where the ad has it in full, by its line in the table.
  private var wholes: [Int: Whole] {
    var wholes: [Int: Whole] = [:]
    for hit in hits where hit.isQualified && !hit.isPostcode {
      guard let settled = hit.settled else { continue }
      let place = candidates[settled]
      if let known = wholes[hit.line] {
        wholes[hit.line]?.hasRival = known.hasRival || known.place != place
      } else {
        wholes[hit.line] = Whole(place: place, within: hit.within)
      }
    }
    return wholes
  }
}
