import AdModel

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

  /// Lets a town vote for the area that the field for the place may mean and in which alone it lies:
  /// Macon lies in Georgia, the state, and Geelong in the Victoria of Australia.
  mutating func voteByInside(_ fields: [Field]) {
    var asked: Set<Int> = []
    for area in hits
    where fields[area.field].part == .location && isAmbiguous(area) && !area.isQualifier
      && asked.count < Self.mostAreas && asked.insert(area.line).inserted
    {
      let areas = candidates[area.places].filter { !$0.kind.isLocal || $0.kind == .district }
      guard !areas.isEmpty else { continue }
      var met: Set<Int> = []
      for hit in hits where !hit.isPostcode && hit.marks.isEmpty && hit.line != area.line {
        guard fields[hit.field].part == .body, met.insert(hit.line).inserted else { continue }
        let towns = candidates[hit.places].filter { $0.kind == .town && $0.thousands >= 50 }
        let around = areas.filter { area in towns.contains { $0.lies(in: area) } }
        guard around.count == 1, let first = around.first else { continue }
        votes.add(first, 3)
        break
      }
    }
  }

  /// No field for the place names more.
  private static let mostAreas = 8

  /// Lets what may be postcodes vote for a state in which a town may lie that has namesakes.
  mutating func voteByPostcodes() {
    for state in Set(zips + likelyCodes.filter { !$0.isOfCity }.map(\.state)).sorted()
    where hits.contains(where: { isOneOfMany($0, in: state) }) {
      votes.add(state, 6)
    }
  }

  /// Lets the counties that an ad names vote for the state of a town that lies in one of them: of the many
  /// towns of Rochester one is in Olmsted County.
  mutating func voteByCounties(_ text: [UInt8]) {
    let isAsked = hits.contains { hit in
      isAmbiguous(hit) && candidates[hit.places].contains { $0.countyDigits > 0 }
    }
    guard isAsked else { return }
    let named = counties(text)
    if named.isEmpty { return }
    var (states, lines): (Set<UInt64>, Set<Int>) = ([], [])
    for hit in hits where isAmbiguous(hit) && lines.insert(hit.line).inserted {
      let inside = candidates[hit.places].filter {
        $0.kind == .town && $0.countyDigits > 0
          && named[$0.county ?? ""].map { [packed = $0.packed] in
            $0.isEmpty || $0.contains(packed)
          } ?? false
      }
      let state = inside.first?.packed
      if let state, inside.allSatisfy({ $0.packed == state }) { states.insert(state) }
    }
    for state in states.sorted() { votes.add(Place(kind: .state, packed: state), 6) }
  }

  /// The American counties that the ad names, each with the states that it may be in, or with none where
  /// any may be meant: “Olmsted County”, “Lamar and Fannin counties”.
  private func counties(_ text: [UInt8]) -> [String: Set<UInt64>] {
    var named: [String: Set<UInt64>] = [:]
    // “Essex County Council” and its cricket club are in England.
    for hit in hits where !hit.isPostcode && !goesOnAsName(text, hit.end) {
      let places = hit.settled.map { candidates[$0...$0] } ?? candidates[hit.places]
      for place in places
      where place.kind == .county && place.countryBits == Place.pack("US") {
        named[place.name, default: []].insert(place.packed)
      }
    }
    // Every eighth byte is enough: no letter comes twice in the word.
    let word = Array("counties".utf8)
    for place in stride(from: word.count - 1, to: text.count, by: word.count) {
      guard let offset = word.firstIndex(of: text[place] | 0x20) else { continue }
      let start = place - offset
      guard text[start] | 0x20 == word[0], text[(start + 1)...].starts(with: word[1...]) else {
        continue
      }
      for name in listedNames(text, before: start) { named["\(name) County"] = [] }
    }
    return named
  }

  /// Whether a capital follows a blank at `end`.
  private func goesOnAsName(_ text: [UInt8], _ end: Int) -> Bool {
    end + 1 < text.count && text[end] == 0x20 && text[end + 1] &- 0x41 < 26
  }

  /// The names of the list that ends at `end`, a blank before it: “in Lamar, Hunt and Red River ”.
  private func listedNames(_ text: [UInt8], before end: Int) -> [Substring] {
    let ends: Set<UInt8> = [0x0A, 0x2E, 0x3A, 0x3B, 0x28]
    let start = max(0, end - 80)
    let part = text[start..<end].lastIndex(where: ends.contains).map { $0 + 1 } ?? start
    let list = String(decoding: text[part..<end], as: UTF8.self)
    var names: [Substring] = []
    for item in list.replacing(" and ", with: ",").split(separator: ",").reversed() {
      let words = item.split(separator: " ")
      let capitals = words.reversed().prefix { $0.first?.isUppercase == true }.count
      guard capitals > 0, let last = words.last else { break }
      let first = words[words.count - capitals]
      names.append(item[first.startIndex..<last.endIndex])
      if capitals < words.count { break }
    }
    return names
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
