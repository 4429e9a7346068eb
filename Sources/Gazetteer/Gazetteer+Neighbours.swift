import AdModel

extension Gazetteer {
  /// Joins each town to the state, country and postcode that stand with it, and lets what that
  /// settles vote for the country of the ad.
  mutating func qualify(_ text: [UInt8], _ fields: [Field]) {
    for index in hits.indices where hits[index].settled == nil && !hits[index].isQualifier {
      if hits[index].isMode, hits[index].words == 1 { continue }
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
      hits[index].whole = hits[index].start..<end
      guard let settled = hits[index].settled else { continue }
      votes.add(candidates[settled], 3)
    }
    var lines: [Int] = []
    for hit in hits where !hit.isPostcode && hit.settled == nil && !hit.isQualifier {
      let first = candidates[hit.places.lowerBound]
      guard !lines.contains(hit.line) else { continue }
      lines.append(hit.line)
      guard hit.marks.isEmpty, hit.places.count == 1 || first.kind == .country else { continue }
      guard !first.kind.isShort else { continue }
      if first.thousands >= 50 || first.kind != .town { votes.add(first, 1) }
    }
  }

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
  private func holder(of settled: Int, in others: [Int]) -> Place? {
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
  private func county(of settled: Int, in outer: Hit) -> Int? {
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

  private func isNorthAmerican(_ place: Place) -> Bool {
    place.countryBits == Place.pack("US") || place.countryBits == Place.pack("CA")
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

  /// Settles which country a country field names: there `CA` is Canada.
  mutating func readCountry(field: Int) {
    for index in hits.indices where hits[index].field == field {
      let country = hits[index].places.first { candidates[$0].kind.isCountry }
      guard let country else { continue }
      hits[index].settled = country
      fieldCountry = fieldCountry ?? candidates[country]
      votes.add(candidates[country], 6)
    }
  }

  /// The candidate near the likeliest meaning of another name: in “Flushing, Queens” that of New
  /// York.
  private func nearest(to others: [Int], _ index: Int) -> Int? {
    for other in others where !hits[other].isPostcode {
      guard let best = hits[other].settled ?? likeliest(hits[other], allowing: { isTown($0) }),
        isTown(best), let there = candidates[best].point
      else { continue }
      let near = likeliest(hits[index]) {
        guard isTown($0), let here = candidates[$0].point else { return false }
        return here.kilometres(to: there) < 50
      }
      if let near { return near }
    }
    return nil
  }

  private func isTown(_ index: Int) -> Bool {
    candidates[index].kind == .town || candidates[index].kind == .district
  }

  /// Whether `inner` may be the place that `outer` is written after: a town before anything that
  /// holds it, a state before its country.
  private func fits(_ inner: Int, in outer: Place) -> Bool {
    let place = candidates[inner]
    guard
      place.kind.isLocal || place.kind == .county
        || (place.kind == .state || place.kind == .shortState) && outer.kind.isCountry
    else { return false }
    return !outer.kind.isLocal && place.lies(in: outer)
  }

  /// Reads a location field: every name in it counts, and they settle one another.
  mutating func readLocation(field: Int, _ text: [UInt8], _ range: Range<Int>) {
    guard let first = hits.firstIndex(where: { $0.field == field }) else { return }
    let last = hits.lastIndex { $0.field == field }!
    let columns = Columns(text, range)
    let codes = hits[first...last].filter { hit in
      hit.isAllCapitals
        && candidates[hit.places].contains {
          $0.kind == .shortState && $0.countryBits == Place.pack("US")
        }
    }
    if codes.count > 1, !columns.isCodes { votes.add(Place.pack("US"), 4) }
    for index in first...last where columns.isCodes && hits[index].end <= columns.end {
      settleColumn(index, columns, range)
    }
    for index in first...last where hits[index].settled == nil && !hits[index].isQualifier {
      if hits[index].isMode, hits[index].words == 1 { continue }
      if columns.isCodes, hits[index].start < columns.end { continue }
      let isInside = columns.isCodes ? columns.place(first...last, hits, candidates) : nil
      let others = (first...last).filter {
        $0 != index && !separates(text, hits[$0], hits[index])
          && !isSmallWord(hits[$0], text, range)
      }
      var settled: Int?
      if let isInside {
        settled =
          likeliest(hits[index]) {
            self.candidates[$0].kind.isLocal && self.candidates[$0].lies(in: isInside)
          } ?? likeliest(hits[index]) { self.candidates[$0].lies(in: isInside) }
        if settled == nil {
          hits[index].isQualifier = true
          continue
        }
      }
      // “Richmond, CA” is in California if it can be, else in Canada.
      for pass in fieldCountry == nil ? 2..<4 : 0..<4 {
        let takesCodes = pass % 2 == 1
        for other in others where settled == nil {
          settled = likeliest(hits[index]) { inner in
            if pass < 2, let fieldCountry, !candidates[inner].lies(in: fieldCountry) {
              return false
            }
            return candidates[hits[other].places].contains { place in
              (takesCodes || place.kind != .isoCode) && fits(inner, in: place)
            }
          }
        }
      }
      if settled == nil, let fieldCountry, hits[index].settled == nil {
        settled = likeliest(hits[index]) { fits($0, in: fieldCountry) }
      }
      settled = settled ?? nearest(to: others, index)
      guard let settled else { continue }
      hits[index].settled = settled
      hits[index].isQualified = true
      hits[index].within = isInside ?? holder(of: settled, in: others) ?? fieldCountry
      votes.add(candidates[settled], 6)
      let town = candidates[settled]
      if town.kind.isLocal {
        for other in others where hits[index].county == nil {
          hits[index].county = county(of: settled, in: hits[other])
        }
      }
      for other in others
      where candidates[hits[other].places].contains(where: {
        !$0.kind.isLocal && town.lies(in: $0)
      }) && hits[other].settled == nil {
        hits[other].isQualifier = true
      }
    }
    for index in first...last {
      guard let state = stateOfNamesake(index, upTo: last, text) else { continue }
      hits[index].isQualifier = true
      hits[index + 1].settled = state
      votes.add(candidates[state], 6)
    }
  }

  /// The state right behind the name at `index`, if we know no place of that name in it, but one
  /// abroad: “Berlin, CT”.
  private func stateOfNamesake(_ index: Int, upTo last: Int, _ text: [UInt8]) -> Int? {
    let (hit, next) = (hits[index], index + 1)
    guard hit.settled == nil, !hit.isQualifier, !hit.isPostcode, next <= last,
      !hits[next].isPostcode,
      next == last || candidates[hits[last].places].contains(where: \.kind.isCountry),
      let gap = Gap(text, from: hit.end, to: hits[next].start), gap.joins, gap.isMarked,
      let best = likeliest(hit)
    else { return nil }
    let places = hits[next].places
    let isCode = hits[next].isAllCapitals && hits[next].end - hits[next].start == 2
    // “London, New York” are two towns.
    let isTown = places.contains { candidates[$0].kind == .town && candidates[$0].thousands >= 50 }
    let country = candidates[best].countryBits
    if !isCode && isTown || places.contains(where: { candidates[$0].countryBits == country }) {
      return nil
    }
    return places.first {
      isCode
        ? candidates[$0].kind == .shortState && isNorthAmerican(candidates[$0])
        : candidates[$0].kind == .state
    }
  }

  /// `US, IL, Carol Stream`: settles the country and the state.
  private mutating func settleColumn(_ index: Int, _ columns: Columns, _ range: Range<Int>) {
    let isFirst = hits[index].start == range.lowerBound
    let allowed = hits[index].places.first {
      let place = candidates[$0]
      if isFirst { return place.kind.isCountry && place.packed == columns.country }
      let isState = place.kind == .shortState || place.kind == .state
      return isState && place.countryBits == columns.country
    }
    hits[index].settled = allowed
    hits[index].isQualifier = true
    if let allowed { votes.add(candidates[allowed], 6) }
  }

  /// Whether it is two small letters in a field with capitals: the “in” of “remote in Ireland” is not
  /// Indiana.
  private func isSmallWord(_ hit: Hit, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    hit.end - hit.start == 2 && !Letters.isCapital(text, hit.start, range.upperBound)
      && range.contains { Letters.isCapital(text, $0, range.upperBound) }
  }

  private func separates(_ text: [UInt8], _ one: Hit, _ other: Hit) -> Bool {
    let low = min(one.end, other.end)
    let high = max(one.start, other.start)
    guard low < high else { return false }
    return text[low..<high].contains { $0 == 0x3B || $0 == 0x0A || $0 == 0x7C }
      || isExcluding(text, low..<high)
  }
}

/// A location in columns, as some job boards export it: `US, IL, Carol Stream`, `GB, , London`.
struct Columns {
  let isCodes: Bool
  /// The bits of the country's code.
  var country: UInt64 = 0
  /// Where the two codes end.
  var end = 0

  init(_ text: [UInt8], _ range: Range<Int>) {
    let start = range.lowerBound
    func isCapital(_ index: Int) -> Bool { text[index] >= 0x41 && text[index] <= 0x5A }
    guard range.count >= 4, isCapital(start), isCapital(start + 1), text[start + 2] == 0x2C else {
      isCodes = false
      return
    }
    var index = start + 3
    while index < range.upperBound, text[index] != 0x2C, index - start < 9 { index += 1 }
    guard index < range.upperBound, text[index] == 0x2C else {
      isCodes = false
      return
    }
    isCodes = true
    country = UInt64(text[start]) << 8 | UInt64(text[start + 1])
    end = index
  }

  /// The smallest place that the two codes name.
  func place(_ indices: ClosedRange<Int>, _ hits: [Hit], _ candidates: [Place]) -> Place {
    for index in indices.reversed() where hits[index].end <= end {
      if let settled = hits[index].settled { return candidates[settled] }
    }
    return Place(kind: .country, packed: country)
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
