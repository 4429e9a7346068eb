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

  /// Lets two towns or more of one state, or of a country without such, vote for it, however small they
  /// are, if nowhere else has their names: “branches in Yakima and Selah”.
  mutating func voteByTowns() {
    guard hits.contains(where: isAmbiguous) else { return }
    var towns: [UInt64: Set<Int>] = [:]
    for hit in hits where !hit.isPostcode && hit.places.count == 1 && hit.marks.isEmpty {
      let place = candidates[hit.places.lowerBound]
      if place.kind == .town { towns[place.packed, default: []].insert(hit.line) }
    }
    let several = towns.filter { $0.value.count > 1 }.keys.sorted()
    guard several.count == 1 else { return }
    votes.add(Place(kind: .state, packed: several[0]), 3)
  }

  /// Lets numbers that may be ZIP codes vote for a state in which a town may lie that has namesakes.
  mutating func voteByZIPs() {
    for state in Set(zips).sorted() where hits.contains(where: { isOneOfMany($0, in: state) }) {
      votes.add(state, 6)
    }
  }

  /// Lets the counties that an ad names vote for the state of a town that lies in one of them: of the many
  /// towns of Rochester one is in Olmsted County.
  mutating func voteByCounties(_ text: [UInt8]) {
    guard hits.contains(where: isAmbiguous) else { return }
    let named = counties(text)
    if named.isEmpty { return }
    var states: Set<UInt64> = []
    for hit in hits where isAmbiguous(hit) {
      let inside = candidates[hit.places].filter {
        $0.kind == .town && $0.countyDigits > 0 && named.contains($0.county ?? "")
      }
      let state = inside.first?.packed
      if let state, inside.allSatisfy({ $0.packed == state }) { states.insert(state) }
    }
    for state in states.sorted() { votes.add(Place(kind: .state, packed: state), 6) }
  }

  /// The American counties that the ad names: “Olmsted County”, “Lamar and Fannin counties”.
  private func counties(_ text: [UInt8]) -> Set<String> {
    var named: Set<String> = []
    // “Essex County Council” is in England.
    for hit in hits where !hit.isPostcode && !text[hit.end...].starts(with: " Council".utf8) {
      for place in candidates[hit.places]
      where place.kind == .county && place.countryBits == Place.pack("US") {
        named.insert(place.name)
      }
    }
    for (index, _) in text.enumerated() where isPlural(text, index) {
      let line = text[max(0, index - 60)..<index].split(separator: 0x0A).last ?? []
      let words = String(decoding: line, as: UTF8.self).split { !$0.isLetter }
      for name in words.reversed().prefix(while: { $0.first?.isUppercase == true || $0 == "and" })
      where name != "and" {
        named.insert("\(name) County")
      }
    }
    return named
  }

  /// Whether “counties” begins at `index`.
  private func isPlural(_ text: [UInt8], _ index: Int) -> Bool {
    text[index] | 0x20 == UInt8(ascii: "c")
      && text[index...].dropFirst().starts(with: "ounties".utf8)
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
