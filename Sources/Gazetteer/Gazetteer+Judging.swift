import AdModel

extension Gazetteer {
  /// What remains of the names: those that are places here, with what they are named for.
  mutating func mentions(_ text: [UInt8], _ fields: [Field]) -> [PlaceMention] {
    var mentions: [PlaceMention] = []
    for index in hits.indices {
      let hit = hits[index]
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
      mention.isOfTheJob = context.speaksOfJob || context.markBefore == 0x3A
      mention.continuesList = previous != nil
      mentions.append(mention)
    }
    return mentions
  }

  private func speaks(_ index: Int) -> Bool {
    !candidates[index].kind.isShort
  }

  private func mention(of hit: Hit, _ best: Int, _ part: Part, _ text: [UInt8]) -> PlaceMention {
    let odds = odds(of: best, hit)
    return PlaceMention(
      place: ByteRange(hit.start, hit.end),
      whole: ByteRange(hit.whole.lowerBound, hit.whole.upperBound),
      best: candidates[best], named: hit.county.map { candidates[$0] },
      confidence: odds.place, stateConfidence: odds.state, countryConfidence: odds.country,
      role: .workplace, isStated: true, isOfTheJob: true, part: part, continuesList: false,
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

  /// A name in a location field: a place unless it is a word such as “remote”.
  private func located(
    _ hit: Hit, _ part: Part, _ text: [UInt8], _ field: Range<Int>
  ) -> PlaceMention? {
    let word = Word(text, at: hit.start, end: hit.end)
    let isOregon = hit.isAllCapitals && hit.end - hit.start == 2 && isAfterComma(hit, text, field)
    if hit.words == 1, !hit.isPostcode, hit.settled == nil, Cues.of(word).contains(.mode), !isOregon
    {
      return nil
    }
    if hit.isQualifier, hit.settled == nil { return nil }
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

  /// Whether a word that begins like “except” or “excluding” stands in `range`.
  func isExcluding(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 6 else { return false }
    return range.contains { index in
      (text[index] | 0x20) == UInt8(ascii: "e")
        && ["xcept", "xclud"].contains {
          text[index..<range.upperBound].dropFirst().starts(with: $0.utf8)
        }
    }
  }

  private typealias Verdict = (isPlace: Bool, role: PlaceMention.Role, isStated: Bool)

  /// Weighs what speaks for a place; 1 and more is one.
  private func judge(
    _ hit: Hit, _ context: inout Context, _ part: Part, _ previous: PlaceMention?, opensList: Bool,
    _ text: [UInt8]
  ) -> Verdict {
    let no: Verdict = (false, .other, false)
    if hit.isPostcode { return (hit.isQualified, .workplace, true) }
    guard hit.places.contains(where: speaks) else { return no }
    if hit.words == 1, !hit.isQualified, hit.isMode { return no }
    if hit.end - hit.start == 2, hit.isAllCapitals, !hit.isQualified,
      isAcronym(hit) || isColumn(context)
    {
      return no
    }
    if isAmericaInCapitals(hit, context) || isTimeZone(context) { return no }
    if context.afterCues.contains(.street), context.after?.isCapitalised == true { return no }
    var score = prior(hit)
    var role = PlaceMention.Role.workplace
    var isStated = false
    let isTitle = part == .title

    if hit.isQualified { score += 3 }
    if context.beforeCues.contains(.spatial) { score += 2 }
    if context.beforeCues.contains(.linking) { score += 1 }
    if context.beforeCues.contains(.work) {
      score += 2
      isStated = true
    }
    if context.markBefore == 0x3A || context.markBefore == 0x2D,
      let label = context.beforeMark, Cues.of(label).contains(.label)
    {
      score += 4
      isStated = true
    }
    if previous != nil { score += 2 }
    if opensList { score += 1 }
    let isNamePart = isPartOfName(context, isTitle: isTitle)
    if isNamePart.before { score -= isTitle ? 1 : 3 }
    if isNamePart.after {
      score -= isStated || hit.isQualified || context.beforeCues.contains(.spatial) ? 1 : 2
      if !isStated { role = .other }
    }
    if context.markAfter == 0x2D, let after = context.after, Cues.of(after).contains(.work) {
      score += 3
      isStated = true
    } else if context.afterCues.contains(.site) {
      score += 1
    }
    if isTitle, context.markAfter != 0 { score += hit.marks.contains(.word) ? 1 : 2 }
    if context.markBefore == 0x0A, context.markAfter == 0x0A { score += 1 }
    if hit.marks.contains(.word), hit.words == 1 {
      if context.opensSentence, !isStated, !hit.isQualified { score -= 2 }
      if hit.isAllCapitals, !isStated, !hit.isQualified { score -= 1 }
      if let after = context.after, !after.isCapitalised,
        !context.afterCues.contains(.function)
      {
        score -= 2
      }
    }
    if score >= 1, isAcronym(hit) { score -= 3 }
    if !hit.isQualified, isSmallAmericanWord(hit) { score -= 3 }
    guard score >= 1 else { return no }

    context.readBearing(text)
    if context.bearing == .elsewhere, !isTitle { role = .other }
    if context.isPossessive { role = .other }
    if context.afterCues.contains(.manner) && (context.markAfter == 0x2D || !isStated) {
      role = .other
    }
    let isWide =
      !hit.isQualified && candidates[hit.settled ?? likeliest(hit) ?? hit.places.lowerBound].isWide
    if isWide, !isStated, !isTitle, context.bearing != .work {
      if context.boasts || !context.beforeCues.contains(.spatial) && context.markBefore != 0x0A {
        role = .other
      }
    }
    if context.bearing == .work { isStated = isStated || context.isOfTheJob }
    if let previous, role == .workplace { role = previous.role }
    if !isTitle, !isStated, context.bearing != .work, previous == nil,
      !context.beforeCues.contains(.spatial), !hit.isQualified,
      !context.afterCues.contains(.site), context.markBefore != 0x0A
    {
      role = context.beforeCues.isEmpty && context.before != nil ? .other : role
      if context.beforeCues.contains(.linking), !context.beforeCues.contains(.list) {
        role = .other
      }
    }
    if context.isReportedTo, !isTitle {
      role = Gazetteer.saysWhen(text, hit.whole.upperBound) ? .workplace : .reporting
    }
    return (true, role, isStated && role == .workplace)
  }

  /// Whether the sentence goes on with days: who reports to an office on Mondays works there.
  private static func saysWhen(_ text: [UInt8], _ start: Int) -> Bool {
    let stop: Set<UInt8> = [0x0A, 0x2E, 0x3B]
    let rest = text[start..<min(text.count, start + 80)].prefix { !stop.contains($0) }
    return [" day", " daily", " week", "days", " shift", " for work"].contains { word in
      rest.indices.contains { rest[$0...].starts(with: word.utf8) }
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

  /// How much the name by itself is a place.
  private func prior(_ hit: Hit) -> Int {
    let most = candidates[hit.places].max { $0.thousands < $1.thousands }?.thousands ?? 0
    let isArea = candidates[hit.places].contains {
      switch $0.kind {
      case .state, .county, .country, .region, .district: true
      default: false
      }
    }
    if hit.words > 1 {
      if isArea || most >= 200 { return 2 }
      return most >= 10 && isLikelyHere(hit) ? 2 : 0
    }
    if hit.marks.contains(.word) { return isArea || most >= 100 ? -1 : -2 }
    if hit.marks.contains(.firstName) { return isArea || most >= 300 ? -1 : -2 }
    if hit.marks.contains(.surname) {
      return most >= 1000 ? 1 : isArea || most >= 100 ? 0 : -1
    }
    if isArea { return 1 }
    return most >= 50 && isLikelyHere(hit) || most >= 500 ? 1 : 0
  }

  /// Whether a code of two letters and a comma stand before, as in `US, LA, Slidell`.
  private func isColumn(_ context: Context) -> Bool {
    guard context.markBefore == 0x2C, let before = context.beforeMark else { return false }
    return before.isAllCapitals && before.letters == 2
  }

  /// Whether the ad's country is one where the name has a town.
  private func isLikelyHere(_ hit: Hit) -> Bool {
    candidates[hit.places].contains {
      votes.weight(of: $0.countryBits) > 1 || $0.countryBits == Place.pack("GB")
        || $0.countryBits == Place.pack("US")
    }
  }

  /// `US` in a line of capitals is a pronoun: “ABOUT US”, “JOIN US”.
  private func isAmericaInCapitals(_ hit: Hit, _ context: Context) -> Bool {
    guard hit.end - hit.start == 2, hit.words == 1,
      candidates[hit.places].contains(where: { $0.packed == Place.pack("US") })
    else { return false }
    guard hit.isAllCapitals else { return true }
    return context.before?.isAllCapitals == true || context.after?.isAllCapitals == true
  }

  /// Whether it is the zone of a date, as in `America/Chicago`.
  private func isTimeZone(_ context: Context) -> Bool {
    if context.markBefore == 0x2F, let word = context.beforeMark {
      return word.hash == Gazetteer.america
    }
    return false
  }

  private static let america = "america".utf8.reduce(Word.seed) { Word.mix($0, $1) }

  /// Whether capitals of up to four letters stand where the place is written otherwise: `SAN`.
  private func isAcronym(_ hit: Hit) -> Bool {
    guard hit.isAllCapitals, hit.words == 1, hit.end - hit.start <= 4 else { return false }
    return !candidates[hit.places].contains { place in
      speaksOfItself(place) && table.isInCapitals(place)
    }
  }

  /// Whether it is a word or first name that at best is a small American town, next to which its
  /// state would stand: Faith, Excel, Hilton.
  private func isSmallAmericanWord(_ hit: Hit) -> Bool {
    guard !hit.marks.isDisjoint(with: [.word, .firstName]),
      let best = hit.settled ?? likeliest(hit, allowing: speaks)
    else { return false }
    let place = candidates[best]
    return place.kind == .town && place.thousands < 50 && place.countryBits == Place.pack("US")
  }

  private func speaksOfItself(_ place: Place) -> Bool { !place.kind.isShort }

  /// Whether capitals beside the name make it a part of another name.
  private func isPartOfName(_ context: Context, isTitle: Bool) -> (before: Bool, after: Bool) {
    var before = false
    if let word = context.before, word.isCapitalised, !word.isAllCapitals || word.letters > 3 {
      let cues = context.beforeCues
      let explains: Cues = [
        .spatial, .linking, .direction, .article, .work, .label, .opener, .list,
      ]
      before = cues.isDisjoint(with: explains)
    }
    var after = false
    if context.markAfter == 0, let word = context.after, word.isCapitalised {
      after = context.afterCues.isDisjoint(with: [.opener, .function, .work, .list])
    }
    return (before, after)
  }
}
