import AdModel

/// Places that the head of an ad (title, location, country) names and that cannot all be true.
extension Gazetteer {
  /// The town of the title that is far from those of the location field or outside of the state or
  /// country that the fields name, and a location in another country than the field for that.
  func headConflicts(_ mentions: [PlaceMention], _ ad: Ad) -> [PlaceFault] {
    let sure = mentions.filter { $0.confidence > 0.5 && $0.part != .body }
    let locations = sure.filter { $0.part == .location }
    let countries = sure.filter { $0.part == .country && $0.best.kind.isCountry }
    var faults: [PlaceFault] = []
    func report(_ mention: PlaceMention, against other: PlaceMention) {
      faults.append(PlaceFault(.conflict, mention.whole, other: ad.text(at: other.whole)))
    }
    if let town = titleTown(mentions, ad) {
      if let location = locations.first {
        if !locations.contains(where: { isAt(town.best, $0.best) }) {
          report(town, against: location)
        }
      } else if let country = countries.first, isUnmistakable(town),
        !countries.contains(where: { town.best.lies(in: $0.best) })
      {
        report(town, against: country)
      }
    }
    if let country = countries.first, let location = locations.first,
      !locations.contains(where: { $0.best.countryBits == country.best.countryBits })
    {
      report(location, against: country)
    }
    return faults
  }

  /// The town where the title says that the work is, if it names one place and nothing else, set
  /// apart from the job: “Chef, Leeds”, “Chef in Leeds”. Others may be the names of companies.
  private func titleTown(_ mentions: [PlaceMention], _ ad: Ad) -> PlaceMention? {
    let named = mentions.filter { $0.part == .title }
    guard named.count == 1, let town = named.first, town.role == .workplace,
      town.best.kind == .town, town.confidence > 0.5, town.best.point != nil,
      town.best.population >= 10_000 || town.whole != town.place, town.place.count >= 4,
      isSetApart(town, ad) || follows("in", town, ad)
    else { return nil }
    return town
  }

  /// Whether no smaller town of the same name can be meant, in a country where nobody has to say
  /// which one it is: Edmonton is a part of London, too, and there is one Madrid.
  private func isUnmistakable(_ town: PlaceMention) -> Bool {
    town.whole != town.place || town.best.population >= 1_500_000
  }

  /// Whether `town` is within 60 km of a town that `place` is, or lies in the area.
  private func isAt(_ town: Place, _ place: Place) -> Bool {
    if place.kind == .region { return town.countryBits == place.countryBits }
    guard place.kind.isLocal else { return town.lies(in: place) }
    if town.line == place.line, town.line >= 0 { return true }
    guard let here = town.point, let there = place.point else { return town.packed == place.packed }
    return here.kilometres(to: there) < 60
  }

  /// Whether the words before the name say that one works there: “to work at our Bristol office”.
  func isWorkedAt(_ mention: PlaceMention, _ ad: Ad) -> Bool {
    follows("our", mention, ad) && Self.worked.contains { follows($0, mention, ad) }
  }

  private static let worked =
    ["work", "working"].flatMap { work in
      ["in", "at", "from", "out of"].map { "\(work) \($0) our" }
    }
    + ["is based", "be based", "is located", "is performed", "are performed"].flatMap { work in
      ["in", "at"].map { "\(work) \($0) our" }
    }

  /// Whether `words` stand before the name, after a blank.
  private func follows(_ words: String, _ mention: PlaceMention, _ ad: Ad) -> Bool {
    let lower = mention.whole.lower
    let before = ad.prose[max(0, lower - words.utf8.count - 2)..<lower]
    return before.lazy.map { $0 | 0x20 }.elementsEqual(" \(words) ".utf8)
  }
}
