import AdModel

extension Gazetteer {
  typealias Verdict = (
    isPlace: Bool, role: PlaceMention.Role, isStated: Bool, isBehindTown: Bool
  )

  /// Weighs what speaks for a place; 1 and more is one.
  func judge(
    _ hit: Hit, _ context: inout Context, _ part: Part, _ previous: PlaceMention?, opensList: Bool,
    _ text: [UInt8]
  ) -> Verdict {
    let no: Verdict = (false, .other, false, false)
    if hit.isPostcode {
      return (hit.isQualified || isOutward(hit, context), .workplace, true, false)
    }
    guard hit.isQualified || hit.places.contains(where: speaks) else { return no }
    if hit.words == 1, !hit.isQualified, hit.isMode { return no }
    if hit.end - hit.start == 2, hit.isAllCapitals, !hit.isQualified,
      isAcronym(hit) || isColumn(context)
    {
      return no
    }
    if isAmericaInCapitals(hit, context) || isTimeZone(context) { return no }
    if context.markAfter == 0x2B { return no }  // ALCOA+
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
      isStated = isStated || context.isBaseOfJob
    } else if context.afterCues.contains(.site) {
      score += 1
    }
    let isBehindName = !isTitle && context.standsBehindName(text)
    if isBehindName { score += 4 }
    if isTitle, context.markAfter != 0 {
      // “Cook, Jersey” is set apart, and so a place more than a word.
      let mark = context.markBefore
      let isSetApart = mark == 0x2C || mark == 0x2D || mark == 0x28
      score += hit.marks.contains(.word) && !(isSetApart && namesArea(hit)) ? 1 : 2
    }
    if context.markBefore == 0x0A, context.markAfter == 0x0A {
      score += 1
      // “Jersey” or “Estonia”, alone on a line over the text
      if !isTitle, context.isInHead, previous == nil, namesArea(hit) {
        score += 3
        isStated = true
      }
    }
    let isBehindTown =
      previous == nil && context.markBefore == 0x2C && !hit.isQualified
      && (namesArea(hit) || isCity(hit))
      && context.standsBehindTown(text, isTitle: isTitle)
    if isBehindTown { score += 4 }
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
    // The university of “University Hospital, Cork” is no other place.
    if context.bearing == .elsewhere, !isTitle, !isBehindName { role = .other }
    // “Leeds's oldest bakery is looking for a baker” is at work there.
    let isAtHome = context.opensSentence && context.isInHead && !namesArea(hit)
    if context.isPossessive, !isAtHome { role = .other }
    if context.afterCues.contains(.manner) && (context.markAfter == 0x2D || !isStated) {
      role = .other
    }
    let isWide =
      !hit.isQualified && candidates[hit.settled ?? likeliest(hit) ?? hit.places.lowerBound].isWide
    if isWide, !isStated, !isTitle, !isBehindTown, context.bearing != .work {
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
      role = context.beforeCues.isSubset(of: .function) && context.before != nil ? .other : role
      if context.beforeCues.contains(.linking), !context.beforeCues.contains(.list) {
        role = .other
      }
    }
    if context.isReportedTo, !isTitle {
      role = Gazetteer.saysWhen(text, hit.whole.upperBound) ? .workplace : .reporting
    }
    return (true, role, isStated && role == .workplace, isBehindTown && role == .workplace)
  }

  /// Whether the first half of a British postcode stands by itself, in an ad that is British by other
  /// signs: “behind the station, SW1V”.
  private func isOutward(_ hit: Hit, _ context: Context) -> Bool {
    let isApart = context.markBefore == 0x2C || context.markBefore == 0x28
    return hit.end - hit.start == 4 && (isApart || context.beforeCues.contains(.spatial))
      && candidates[hit.places].contains { $0.countryBits == Place.pack("GB") }
      && votes.weight(of: Place.pack("GB")) >= 5
  }

  /// Whether it is a city that the name of a quarter may stand before: “in Ruzafa, Valencia”.
  private func isCity(_ hit: Hit) -> Bool {
    hit.marks.isDisjoint(with: [.word, .firstName])
      && candidates[hit.places].contains { $0.kind == .town && $0.thousands >= 150 }
  }

  /// Whether the likeliest place of the name is a county, state, region or country.
  private func namesArea(_ hit: Hit) -> Bool {
    guard let best = hit.settled ?? likeliest(hit, allowing: speaks) else { return false }
    return candidates[best].kind.isArea || candidates[best].kind.isCountry
  }

  /// Whether the sentence goes on with days: who reports to an office on Mondays works there.
  private static func saysWhen(_ text: [UInt8], _ start: Int) -> Bool {
    let stop: Set<UInt8> = [0x0A, 0x2E, 0x3B]
    var rest = text[start..<min(text.count, start + 80)].prefix { !stop.contains($0) }
    // The manager “who visits once a week” is not the one who works there.
    if let other = rest.indices.first(where: { rest[$0...].starts(with: " who ".utf8) }) {
      rest = rest[..<other]
    }
    return [" day", " daily", " week", "days", " shift", " for work"].contains { word in
      rest.indices.contains { rest[$0...].starts(with: word.utf8) }
    }
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
    if let settled = hit.settled, candidates[settled].kind == .shortState { return false }
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
