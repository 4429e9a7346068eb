import AdModel

/// Reads the fields that say where the work is, in which every name counts.
extension Gazetteer {
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

  /// Whether the ad speaks for Canada, and more so than for the United States.
  private var speaksForCanada: Bool {
    votes.weight(of: Place.pack("CA")) >= 6
      && votes.weight(of: Place.pack("CA")) > votes.weight(of: Place.pack("US"))
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
    let speaksForCanada = speaksForCanada
    let isCanada = { (place: Place) in speaksForCanada && place.packed == Place.pack("CA") }
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
      if !columns.isCodes, settleBySubdivision(index, text) { continue }
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
      // “Richmond, CA” is in California if it can be, else in Canada; in the likelier of the two where pay
      // in Canadian dollars or the like speaks for Canada.
      for pass in fieldCountry == nil ? 2..<4 : 0..<4 {
        let takesCodes = pass % 2 == 1
        for other in others where settled == nil {
          settled = likeliest(hits[index]) { inner in
            if pass < 2, let fieldCountry, !candidates[inner].lies(in: fieldCountry) {
              return false
            }
            return candidates[hits[other].places].contains { place in
              let isTaken = takesCodes || place.kind != .isoCode || isCanada(place)
              return isTaken && fits(inner, in: place)
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
      votes.add(candidates[settled], in: hits[index].within, 6)
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
