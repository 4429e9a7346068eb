import AdModel

extension Gazetteer {
  /// Joins each town to the state, country and postcode that stand with it, and lets what that
  /// settles vote for the country of the ad.
  mutating func qualify(_ text: [UInt8], _ fields: [Field]) {
    for index in hits.indices where hits[index].settled == nil && !hits[index].isQualifier {
      if hits[index].isMode, hits[index].words == 1 { continue }
      if settleBySubdivision(index, text) { continue }
      var end = hits[index].end
      var next = index + 1
      while next < hits.count, hits[next].field == hits[index].field,
        let gap = Gap(text, from: end, to: hits[next].start), gap.joins,
        let settled = join(index, next, gap, text)
      {
        hits[index].settled = settled
        hits[index].isQualified = true
        hits[index].within = hits[index].within ?? holder(of: settled, in: [next])
        hits[index].county = hits[index].county ?? county(of: settled, in: hits[next])
        hits[next].isQualifier = true
        end = hits[next].end
        end = zip(text, end, fields[hits[index].field].place.utf8.upperBound) ?? end
        next += 1
      }
      if hits[index].settled == nil, let address = stateBeforeZIP(hits[index], text) {
        hits[index].settled = address.state
        hits[index].isQualified = true
        end = address.end
      }
      hits[index].whole = hits[index].start..<end
      guard let settled = hits[index].settled else { continue }
      votes.add(candidates[settled], in: hits[index].within, 3)
    }
    var lines: [Int] = []
    for hit in hits where !hit.isPostcode && hit.settled == nil && !hit.isQualifier {
      let first = candidates[hit.places.lowerBound]
      guard !lines.contains(hit.line) else { continue }
      lines.append(hit.line)
      if let country = candidates[hit.places].first(where: { $0.kind.isCountry }),
        isAskedFor(hit, text)
      {
        votes.add(country.countryBits, 5)
        continue
      }
      if let state = namedState(hit) { votes.add(state, 3) }
      guard hit.marks.isEmpty, hit.places.count == 1 || first.kind == .country else { continue }
      guard !first.kind.isShort else { continue }
      if first.thousands >= 50 || first.kind != .town {
        votes.add(first, weight(of: hit, first, text))
      }
    }
    voteByPostcodes()
    voteByCounties(text)
    voteByTowns()
    voteByInside(fields)
    settleByTheSame()
  }

  /// How much a name that means one place alone speaks for where that is: a quarter of a town or a region
  /// more than others, unless “Highbury Avenue” or “Thames Valley Foods” goes on, which are elsewhere too.
  private func weight(of hit: Hit, _ place: Place, _ text: [UInt8]) -> Int {
    guard place.kind == .district || place.kind == .region && place.hasLevel else { return 1 }
    let after = text[hit.end...].prefix(2)
    return after.first == 0x20 && after.last.map { $0 &- 0x41 < 26 } == true ? 1 : 3
  }

  /// Whether people must be allowed to work in the country named at `hit`, or be its citizens: that is
  /// where the work is.
  private func isAskedFor(_ hit: Hit, _ text: [UInt8]) -> Bool {
    let before = text[max(0, hit.start - 20)..<hit.start]
    return Self.allowed.contains { before.reversed().starts(with: $0.utf8.reversed()) }
      || text[hit.end...].prefix(8).elementsEqual(" citizen".utf8)
  }

  /// None is longer than 20 bytes.
  private static let allowed = [
    "work in the ", "work in ", "work rights in ", "work rights in the ", "orking rights in ",
    "orking rights in the ",
  ]

  /// The candidate of the name at `index` that lies in what the name at `next` says, if any.
  private func join(_ index: Int, _ next: Int, _ gap: Gap, _ text: [UInt8]) -> Int? {
    join(index, next, gap, takesCodes: false) ?? join(index, next, gap, takesCodes: true)
  }

  private func join(_ index: Int, _ next: Int, _ gap: Gap, takesCodes: Bool) -> Int? {
    let outer = hits[next]
    if outer.isPostcode {
      let postcode = candidates[outer.places.lowerBound]
      return likeliest(hits[index]) { self.candidates[$0].lies(in: postcode) }
    }
    return likeliest(hits[index]) { inner in
      candidates[outer.places].contains { place in
        switch place.kind {
        case .isoCode where !takesCodes: return false
        case .shortState, .isoCode:
          guard outer.isAllCapitals || outer.end - outer.start > 3 else { return false }
          guard gap.isMarked || place.kind == .shortState && standsBesideTowns(place, outer) else {
            return false
          }
        case .state, .country, .county, .region: break
        default: return false
        }
        let town = candidates[inner]
        guard
          town.kind.isLocal || town.kind == .county || town.kind == .state
            || town.kind == .shortState && place.kind.isCountry
              && hits[index].end - hits[index].start > 3
        else { return false }
        return town.kind != place.kind && town.lies(in: place)
      }
    }
  }

  /// The smallest area among the names `others` in which the settled place lies.
  func holder(of settled: Int, in others: [Int]) -> Place? {
    var holder: Place?
    for other in others {
      for index in hits[other].places {
        let place = candidates[index]
        guard place.kind == .postcode || !place.kind.isLocal, candidates[settled].lies(in: place)
        else { continue }
        if holder == nil || place.hasLevel && !holder!.hasLevel { holder = place }
      }
    }
    return holder
  }

  /// The county that `outer` names and in which the settled place lies.
  func county(of settled: Int, in outer: Hit) -> Int? {
    outer.places.first {
      candidates[$0].kind == .county && candidates[settled].lies(in: candidates[$0])
    }
  }

  /// Whether the code of `place`, as `hit` has it, is written behind a town without a comma: “Austin TX”,
  /// “Sydney NSW”.
  private func standsBesideTowns(_ place: Place, _ hit: Hit) -> Bool {
    isNorthAmerican(place)
      || place.countryBits == Place.pack("AU") && hit.isAllCapitals && hit.end - hit.start == 3
  }

  func isNorthAmerican(_ place: Place) -> Bool {
    place.countryBits == Place.pack("US") || place.countryBits == Place.pack("CA")
  }

  /// The state that `hit` means if it is a code with one of its ZIP codes behind it, where a street or a
  /// part of a town stands before: “Ithaca Commons, NY 14850”.
  private func stateBeforeZIP(_ hit: Hit, _ text: [UInt8]) -> (state: Int, end: Int)? {
    guard hit.isAllCapitals, hit.end - hit.start == 2, hit.end + 6 <= text.count,
      text[hit.end] == 0x20
    else { return nil }
    let digits = Postcodes.number(text, at: hit.end + 1, end: text.count)
    guard digits.count == 5, let code = Postcodes.state(zip: digits.value) else { return nil }
    let state = hit.places.first {
      candidates[$0].kind == .shortState && candidates[$0].packed == code
    }
    return state.map { ($0, hit.end + 6) }
  }

  /// The end of a ZIP code right after a state, if there is one.
  private func zip(_ text: [UInt8], _ end: Int, _ limit: Int) -> Int? {
    guard end + 6 <= limit, text[end] == 0x20 else { return nil }
    let (count, value) = Postcodes.number(text, at: end + 1, end: limit)
    return count == 5 && Postcodes.state(zip: value) != nil ? end + 6 : nil
  }

  /// The likeliest place of a name, in the light of the ad's country; `nil` where none is allowed.
  func likeliest(_ hit: Hit, allowing isAllowed: (Int) -> Bool = { _ in true }) -> Int? {
    var best: (index: Int, score: Int)?
    for index in hit.places where isAllowed(index) {
      let score = votes.likelihood(of: candidates[index])
      if score > best?.score ?? Int.min { best = (index, score) }
    }
    return best?.index
  }
}

/// What stands between two names.
struct Gap {
  /// Whether the second may be the state or country of the first.
  var joins = true
  /// Whether a comma, bracket or dash stands there, not only a blank.
  var isMarked = false
  /// Whether the two may be items of one list.
  var lists = true

  /// Reads up to 12 bytes; `nil` where there are more or none, or a line ends.
  init?(_ text: [UInt8], from lower: Int, to upper: Int) {
    guard lower < upper, upper - lower <= 12 else { return nil }
    let range = lower..<upper
    var letters = 0
    var isAnd = false
    for index in range {
      switch text[index] {
      case 0x20, 0x09: continue
      case 0x2C, 0x28, 0x2D, 0x5B, 0x29: isMarked = true
      case 0x2F, 0x26, 0x7C, 0x3B, 0xC2, 0xB7, 0xE2, 0x80, 0xA2, 0x93, 0x94:
        isMarked = true
        joins = false
      case 0x0A: return nil
      case 0x61, 0x6F, 0x75, 0x41, 0x4F, 0x6E, 0x64, 0x72, 0x4E, 0x44, 0x52, 0x63, 0x68, 0x65:
        letters += 1
        isAnd = true
        joins = false
      default: return nil
      }
    }
    if isAnd, letters > 3 { lists = false }
    if !isMarked, !isAnd { lists = false }
  }
}
