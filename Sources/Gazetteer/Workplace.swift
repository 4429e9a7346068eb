public import AdModel

/// A place where the work may be done, or that the job belongs to, from the smallest part up.
public struct Workplace: Hashable, Sendable {
  /// Where the ad names it, with the state, country and postcode around the name.
  public var place: ByteRange<Prose>
  /// The part of a town, such as “Brooklyn”.
  public var district: String?
  /// The town by its full name: “New York City” for NYC.
  public var town: String?
  /// The county, such as “Westchester County”, where it is known.
  public var county: String?
  /// The ISO 3166-2 code of the state, province, nation or Land: `US-NY`, `GB-NIR`.
  public var state: String?
  /// The ISO 3166-1 code of the country: `US`.
  public var country: String
  /// How sure it is, 0 to 1, that the work is there and in this very place, not in a namesake.
  public var confidence: Double
  /// How sure it is of the state, which namesakes may share.
  public var stateConfidence: Double
  /// How sure it is of the country.
  public var countryConfidence: Double

  /// From the smallest to the largest: `[“Brooklyn”, “New York City”, “Kings County”, “US-NY”,
  /// “US”]`, what is unknown left out.
  public var path: [String] { [district, town, county, state, country].compactMap(\.self) }

  /// The end of ``path`` that holds whichever namesake is meant: only `[“US”]` for a bare
  /// Springfield.
  public var surePath: [String] {
    if isSure { return path }
    if stateConfidence >= Self.sure { return [state, country].compactMap(\.self) }
    return countryConfidence >= Self.sure ? [country] : []
  }

  /// Whether hardly any other place can be meant.
  public var isSure: Bool { confidence >= Self.sure }

  private static let sure = 0.87
}

extension Workplace {
  init(_ mention: PlaceMention) {
    self.init(mention.best, at: mention.whole)
    if county == nil { county = mention.named?.name }
    (confidence, stateConfidence, countryConfidence) = Self.confidences(of: mention)
  }

  /// How sure it is that the work is where `mention` says, that it is in its state, and in its country.
  private static func confidences(of mention: PlaceMention) -> (Double, Double, Double) {
    var share = 1.0
    if !mention.isStated, mention.role == .workplace {
      // What a text only mentions is named for the work 93 times of 100 (Reports/accuracy.md), a
      // country less often.
      share = mention.best.kind.isCountry && !mention.isBehindTown ? 0.8 : 0.93
    }
    return (
      mention.confidence * share, mention.stateConfidence * share, mention.countryConfidence * share
    )
  }

  /// Becomes as sure as `mention`, which names it too, where that is surer.
  mutating func confirm(by mention: PlaceMention) {
    let (place, state, country) = Self.confidences(of: mention)
    confidence = max(confidence, place)
    stateConfidence = max(stateConfidence, state)
    countryConfidence = max(countryConfidence, country)
  }

  /// The place that a whole phrase names beyond doubt.
  init(_ best: Place, at place: ByteRange<Prose>) {
    self.place = place
    (district, town, county) = (best.district, best.town, best.county)
    state = best.hasLevel ? best.code : nil
    country = best.country
    (confidence, stateConfidence, countryConfidence) = (0.98, 0.98, 0.98)
  }

  /// Becomes the smaller of itself and `other`, one of which lies in the other, and as sure as both.
  mutating func merge(_ other: Workplace) {
    let known = self
    if !known.lies(in: other) { self = other }
    countryConfidence = max(known.countryConfidence, other.countryConfidence)
    if known.state == other.state {
      stateConfidence = max(known.stateConfidence, other.stateConfidence)
    }
    if known.isNamed(like: other) { confidence = max(known.confidence, other.confidence) }
  }

  private func isNamed(like other: Workplace) -> Bool {
    (district, town, county) == (other.district, other.town, other.county)
      && (state, country) == (other.state, other.country)
  }

  /// Whether `self` is `other` or lies in it, as far as both are known.
  func lies(in other: Workplace) -> Bool {
    country == other.country && (other.state == nil || state == other.state)
      && (other.county == nil || county == other.county)
      && (other.town == nil || town == other.town)
      && (other.district == nil || district == other.district)
  }
}

extension PlaceFacts {
  /// Every place where the job may be done, in the order of the text; a place that only holds
  /// another of them, such as the country of a town, is left out.
  ///
  /// Fields and what the ad states outright (“based in”, “Location:”) count; what it only mentions
  /// counts where nothing else does. Where the text says who may work from home, the places are in
  /// ``remote`` alone. It is made anew each time it is asked for.
  public var workplaces: [Workplace] { workplaces(besides: remote) }

  /// The same, where it is known from where those at `home` may work.
  public func workplaces(besides home: Remoteness) -> [Workplace] {
    let excluded = (home.except + home.within).map(\.place)
    var places: [Workplace] = []
    // The mention that each of them is from.
    var sources: [Int] = []
    var chosen = chosen(besides: home)
    if chosen.count > 1 { chosen.sort { start(of: $0) < start(of: $1) } }
    for number in chosen {
      if mentions[number].part == .body,
        excluded.contains(where: { $0.utf8.overlaps(mentions[number].whole.utf8) })
      {
        continue
      }
      if let again = sources.firstIndex(where: { isAlike(mentions[$0], mentions[number]) }) {
        places[again].confirm(by: mentions[number])
        continue
      }
      let place = Workplace(mentions[number])
      let known = places.indices.first { places[$0].lies(in: place) || place.lies(in: places[$0]) }
      if let known {
        if !places[known].lies(in: place) { sources[known] = number }
        places[known].merge(place)
        continue
      }
      places.append(place)
      sources.append(number)
    }
    return places
  }

  private func start(of mention: Int) -> Int { mentions[mention].place.lower }

  /// Whether both are of the same place and tell as much of it.
  private func isAlike(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
    a.best == b.best && a.named == b.named
  }

  /// The numbers of the mentions that count as workplaces; those whose residents are left out at `home`
  /// are none.
  private func chosen(besides home: Remoteness) -> [Int] {
    let leftOut = home.except.map(\.place)
    let work = mentions.indices.filter { number in
      mentions[number].role == .workplace
        && !leftOut.contains { $0.utf8.overlaps(mentions[number].whole.utf8) }
    }
    let fields = withoutNamesakes(work.filter { isField(mentions[$0]) })
    let hasTown = fields.contains { mentions[$0].best.kind.isLocal }
    // Where the fields say the country, a small town elsewhere is a namesake, unless its state or
    // country stands beside it.
    let countries =
      fields.allSatisfy { mentions[$0].best.kind.isCountry }
      ? fields.map { mentions[$0].best.countryBits } : []
    func fits(_ mention: PlaceMention) -> Bool {
      countries.isEmpty || countries.contains(mention.best.countryBits)
        || mention.whole != mention.place || mention.best.population >= 100_000
        || !mention.best.kind.isLocal
    }
    var chosen = fields
    for list in lists(of: work.filter { mentions[$0].part == .body }) {
      let isStated = list.contains {
        mentions[$0].isStated && (!hasTown || mentions[$0].isOfTheJob)
      }
      if isStated {
        chosen += list.filter { mentions[$0].countryConfidence > 0.5 && fits(mentions[$0]) }
      }
    }
    if !chosen.contains(where: { !mentions[$0].best.kind.isCountry }) {
      chosen += work.filter { mentions[$0].part == .title && fits(mentions[$0]) }
    }
    guard !chosen.contains(where: { !mentions[$0].best.kind.isCountry }), let workplace,
      chosen.isEmpty || !workplace.best.kind.isCountry,
      countries.isEmpty || countries.contains(workplace.best.countryBits),
      work.contains(where: { mentions[$0].place == workplace.place })
    else { return chosen }
    let list = lists(of: work).first { $0.contains { mentions[$0].place == workplace.place } }
    return list.map { Array($0) } ?? []
  }

  private func isField(_ mention: PlaceMention) -> Bool {
    mention.part == .location || mention.part == .country
  }

  /// `fields` without a town that is none of the country behind it, as in “Baltimore, Ireland”: a
  /// village that we do not know has the name of it.
  private func withoutNamesakes(_ fields: [Int]) -> [Int] {
    guard fields.count == 2 else { return fields }
    let (first, second) = (mentions[fields[0]], mentions[fields[1]])
    guard first.part == .location, second.part == .location, first.best.kind.isLocal,
      first.whole == first.place,
      second.best.kind == .country || second.best.isSmallCountry,
      first.best.countryBits != second.best.countryBits, first.best.population < 1_000_000,
      prose[first.place.upper..<second.place.lower].elementsEqual(", ".utf8)
    else { return fields }
    return [fields[1]]
  }

  /// The mentions with these `numbers`, those of one list together.
  private func lists(of numbers: [Int]) -> [ArraySlice<Int>] {
    var lists: [ArraySlice<Int>] = []
    var start = 0
    for index in numbers.indices.dropFirst() where !mentions[numbers[index]].continuesList {
      lists.append(numbers[start..<index])
      start = index
    }
    return numbers.isEmpty ? [] : lists + [numbers[start...]]
  }

  /// The first place in another state where the title or the text says that the work is, though the
  /// location field says that it is in the states of `workplaces`: one of them is not true.
  public func rival(of workplaces: [Workplace]) -> Workplace? {
    guard mentions.contains(where: { $0.part == .location && $0.best.hasLevel }) else { return nil }
    let rival = mentions.first { mention in
      mention.role == .workplace && mention.stateConfidence >= 0.9 && mention.best.hasLevel
        && (mention.part == .title || mention.part == .body && mention.isStated)
        && workplaces.contains { $0.country == mention.best.country }
        && !workplaces.contains { $0.state == mention.best.code || $0.state == nil }
    }
    return rival.map(Workplace.init)
  }

  /// The office or the manager that the job reports to, where the ad says where that is.
  public var reportsTo: [Workplace] {
    mentions.filter { $0.role == .reporting }.map(Workplace.init)
  }
}
