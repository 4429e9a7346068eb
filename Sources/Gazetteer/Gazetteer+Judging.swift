import AdModel

extension Gazetteer {
  /// What remains of the names: those that are places here, with what they are named for.
  mutating func mentions(_ text: [UInt8], _ fields: [Field]) -> [PlaceMention] {
    var mentions: [PlaceMention] = []
    for index in hits.indices {
      let hit = hits[index]
      if isAmericanNamesake(index, text) || isQuarter(index, text) { continue }
      let part = fields[hit.field].part
      if part == .location || part == .country {
        if var mention = located(hit, part, text, fields[hit.field].place.utf8) {
          if isExcluded(index, text) { mention.role = .other }
          mentions.append(mention)
        }
        continue
      }
      guard !hit.isQualifier || hit.isPostcode else { continue }
      guard !(hit.isPostcode && hit.isQualifier) else { continue }
      let previous = mentions.last.flatMap { last -> PlaceMention? in
        guard last.part == part, last.whole.upper <= hit.start,
          let gap = Gap(text, from: last.whole.upper, to: hit.start), gap.lists
        else { return nil }
        return last
      }
      var context = Context(
        text, hit.start..<hit.whole.upperBound, in: fields[hit.field].place.utf8)
      let verdict = judge(
        hit, &context, part, previous, opensList: opensList(index, text), text)
      guard verdict.isPlace, let best = hit.settled ?? likeliest(hit, allowing: speaks) else {
        continue
      }
      var mention = mention(of: hit, best, part, text)
      mention.role = verdict.role
      mention.isStated = verdict.isStated
      mention.isAdjective = context.isAdjective && !hit.isQualified
      mention.isOfTheJob = context.speaksOfJob || context.markBefore == 0x3A
      mention.isBehindTown = verdict.isBehindTown
      mention.continuesList = previous != nil
      mentions.append(mention)
    }
    return mentions
  }

  /// Whether it is a small town and a city in another country follows, as in “Headingley, Leeds”: a quarter
  /// of the city bears its name.
  private func isQuarter(_ index: Int, _ text: [UInt8]) -> Bool {
    let (hit, next) = (hits[index], index + 1)
    guard next < hits.count, hits[next].field == hit.field, text[hit.end] == 0x2C,
      hits[next].start == hit.end + 2, !hit.isQualified, hit.settled == nil,
      let best = hits[next].settled ?? likeliest(hits[next], allowing: speaks)
    else { return false }
    let city = candidates[best]
    return city.kind == .town && city.population >= 150_000
      && candidates[hit.places].allSatisfy {
        $0.kind == .town && $0.population < 20_000 && $0.countryBits != city.countryBits
      }
  }

  /// Whether a small country is named and a state follows, as in “Malta, NY”: a village in that state has
  /// its name.
  private func isAmericanNamesake(_ index: Int, _ text: [UInt8]) -> Bool {
    let next = index + 1
    guard next < hits.count, text[hits[index].end] == 0x2C, hits[index].places.count > 1 else {
      return false
    }
    let hit = hits[index]
    guard hit.settled == nil, hits[next].field == hit.field,
      candidates[hit.places].contains(where: \.isSmallCountry),
      let gap = Gap(text, from: hit.end, to: hits[next].start), gap.joins
    else { return false }
    return candidates[hits[next].places].contains {
      $0.kind == .state || $0.kind == .shortState && hits[next].isAllCapitals
    }
  }

  func speaks(_ index: Int) -> Bool {
    !candidates[index].kind.isShort
  }

  private func mention(of hit: Hit, _ best: Int, _ part: Part, _ text: [UInt8]) -> PlaceMention {
    let odds = odds(of: best, hit)
    return PlaceMention(
      place: ByteRange(hit.start, hit.end),
      whole: ByteRange(hit.whole.lowerBound, hit.whole.upperBound),
      best: candidates[best], named: hit.county.map { candidates[$0] },
      confidence: odds.place, stateConfidence: odds.state, countryConfidence: odds.country,
      role: .workplace, isStated: true, isAdjective: false, isOfTheJob: true, part: part,
      isBehindTown: false,
      continuesList: false,
      spelling: hit.hasSmallTail ? spelling(hit, best, text) : nil)
  }

  /// The chance of `best` among the candidates of the name, and that of its state and country.
  private func odds(of best: Int, _ hit: Hit) -> (place: Double, state: Double, country: Double) {
    if hit.places.count == 1 { return (0.98, 0.98, 0.98) }
    if candidates[best].kind.isShort, !hit.isQualified, hit.settled == nil {
      // “CA” alone is Canada or California.
      let countries = Set(
        candidates[hit.places].filter { $0.kind.isShort && votes.weight(of: $0.countryBits) < 4 }
          .map(\.countryBits))
      let others = countries.subtracting([candidates[best].countryBits]).count
      let chance = 0.98 / Double(others + 1)
      return (chance, chance, chance)
    }
    let place = candidates[best]
    let score = votes.likelihood(of: place)
    var sum = 0.0
    var inState = 0.0
    var inCountry = 0.0
    for index in hit.places where speaks(index) {
      let other = candidates[index]
      if let within = hit.within {
        // “New York, NY” is the town, and “New York, United States” may be the state.
        guard other.lies(in: within), other.kind != .country, !(other.isWide && within.hasLevel)
        else { continue }
      }
      if index != best, other.packed == place.packed, !other.isWide { continue }
      let lead = score - votes.likelihood(of: candidates[index])
      let weight = 1 / Double(1 << max(0, min(lead, 20)))
      sum += weight
      if candidates[index].packed == place.packed { inState += weight }
      if candidates[index].countryBits == place.countryBits { inCountry += weight }
    }
    func chance(_ part: Double) -> Double { max(0.05, min(0.98, part / max(1, sum))) }
    return (chance(1), chance(max(1, inState)), chance(max(1, inCountry)))
  }

  /// The name with its capitals, where the ad has small letters in their place.
  private func spelling(_ hit: Hit, _ best: Int, _ text: [UInt8]) -> String? {
    let name = Array(candidates[best].name.utf8)
    let written = text[hit.start..<hit.end]
    guard name.count == written.count, !name.starts(with: "The ".utf8) else { return nil }
    var differs = false
    for (right, wrong) in zip(name, written) where right != wrong {
      guard right | 0x20 == wrong, wrong >= 0x61, wrong <= 0x7A else { return nil }
      differs = true
    }
    return differs ? String(decoding: name, as: UTF8.self) : nil
  }

  /// A name in a location field: a place unless it is a word such as “remote”, or the “Centre” of a
  /// civic centre.
  private func located(
    _ hit: Hit, _ part: Part, _ text: [UInt8], _ field: Range<Int>
  ) -> PlaceMention? {
    let word = Word(text, at: hit.start, end: hit.end)
    let isOregon = hit.isAllCapitals && hit.end - hit.start == 2 && isAfterComma(hit, text, field)
    if hit.words == 1, !hit.isPostcode, hit.settled == nil,
      !Cues.of(word).isDisjoint(with: [.mode, .site]), !isOregon
    {
      return nil
    }
    if hit.isQualifier, hit.settled == nil { return nil }
    // “European time zones” is not in the town of Time.
    if hit.words == 1, hit.marks.contains(.word), !word.isCapitalised, goesOn(hit, text, field) {
      return nil
    }
    let isWhole = hit.start == field.lowerBound && hit.end == field.upperBound
    let best =
      hit.settled
      ?? likeliest(hit) { index in
        guard hit.words == 1, hit.end - hit.start <= 3 else { return true }
        // “in” and “or” are no codes, and “WA” is not the town of Wa.
        if candidates[index].kind.isShort { return hit.isAllCapitals || isWhole }
        return hit.end - hit.start > 2 || !hit.isAllCapitals
          || table.isInCapitals(candidates[index])
      }
    guard let best else { return nil }
    return mention(of: hit, best, part, text)
  }

  /// Whether a word in small letters follows with a blank between.
  private func goesOn(_ hit: Hit, _ text: [UInt8], _ field: Range<Int>) -> Bool {
    let next = hit.end + 1
    return next < field.upperBound && text[hit.end] == 0x20 && text[next] >= 0x61
      && text[next] <= 0x7A
  }

  private func isAfterComma(_ hit: Hit, _ text: [UInt8], _ field: Range<Int>) -> Bool {
    let before = text[field.lowerBound..<hit.start].last { !Letters.isBlank($0) }
    return before == 0x2C
  }

  /// Whether “except” or the like stands before the name at `index` in its field, with no end of an
  /// item between.
  private func isExcluded(_ index: Int, _ text: [UInt8]) -> Bool {
    var before = index
    while before > 0, hits[before - 1].field == hits[index].field {
      let gap = hits[before - 1].end..<max(hits[before - 1].end, hits[before].start)
      if text[gap].contains(where: { $0 == 0x3B || $0 == 0x7C || $0 == 0x0A }) { return false }
      if isExcluding(text, gap) { return true }
      before -= 1
    }
    return false
  }

  /// Whether a word that begins like “except” or “excluding” stands in `range`, or “not” is all that
  /// does.
  func isExcluding(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let letters = text[range].filter { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    if letters.elementsEqual("not".utf8) { return true }
    guard range.count > 6 else { return false }
    return range.contains { index in
      (text[index] | 0x20) == UInt8(ascii: "e")
        && ["xcept", "xclud"].contains {
          text[index..<range.upperBound].dropFirst().starts(with: $0.utf8)
        }
    }
  }

  /// Whether a comma and another name follow the name at `index`.
  private func opensList(_ index: Int, _ text: [UInt8]) -> Bool {
    guard index + 1 < hits.count, hits[index + 1].field == hits[index].field,
      !hits[index + 1].isPostcode,
      let gap = Gap(text, from: hits[index].whole.upperBound, to: hits[index + 1].start)
    else { return false }
    return gap.lists && gap.isMarked
  }
}
