public import AdModel

/// What an ad says about where the work is.
public struct PlaceFacts: Sendable {
  public var mentions: [PlaceMention]
  /// Whether it names a workplace: a town, county, region, state or postcode, or a country behind the
  /// name of a town that we do not know.
  public var hasWorkplace: Bool
  /// Whether it names a country as the workplace and nothing smaller.
  public var isCountryOnly: Bool
  /// Whether a location field says something, be it a place we know or not.
  public var hasLocationField: Bool
  /// The likeliest workplace, if any is named.
  public var workplace: PlaceMention?
  /// Where the ad's law comes from, the smallest first: `[“Chicago”, “US-IL”, “US”]`, or only the
  /// country where only that is known; empty where nothing is.
  public var jurisdiction: [String] {
    guard let place = workplace?.best else { return [] }
    var path: [String] = []
    switch place.kind {
    case .town, .district, .county: path.append(place.name)
    default: break
    }
    if place.hasLevel { path.append(place.code) }
    path.append(place.country)
    return path
  }
  public var faults: [PlaceFault]
  /// The text that the places stand in.
  let prose: [UInt8]
  let fields: [Field]
}

/// Something about the places of an ad that a rule may report.
public struct PlaceFault: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A second workplace, far from the first or in another state.
    case conflict
    /// A list of towns to be found by.
    case stuffing
    /// The workplace stands in the text only, though the ad has fields.
    case proseOnly = "prose-only"
    /// A name of several words with a small letter: “Leighton buzzard”.
    case capital
    /// The title names the town.
    case inTitle = "in-title"
  }
  public var kind: Kind
  public var place: ByteRange<Prose>
  /// What it should be or what it goes against: the right spelling, the other town.
  public var other: String

  public init(_ kind: Kind, _ place: ByteRange<Prose>, other: String = "") {
    self.kind = kind
    self.place = place
    self.other = other
  }
}

extension Gazetteer {
  /// What `ad` says about where the work is.
  public mutating func facts(of ad: Ad) -> PlaceFacts {
    let mentions = places(in: ad)
    let hasLocationField = ad.fields.contains {
      $0.part == .location && saysPlace(ad.prose, $0.place.utf8, mentions)
    }
    let work = mentions.filter { $0.role == .workplace }
    let smaller = work.filter { !$0.best.kind.isCountry }
    let field = work.first { $0.part == .location || $0.part == .country }
    let agreeing = smaller.filter { $0.best.countryBits == field?.best.countryBits }
    let workplace =
      field == nil ? best(of: smaller) ?? best(of: work) : best(of: agreeing) ?? field
    let hasWorkplace = hasLocationField || !smaller.isEmpty || work.contains(where: \.isBehindTown)
    return PlaceFacts(
      mentions: mentions, hasWorkplace: hasWorkplace,
      isCountryOnly: !hasWorkplace && !work.isEmpty, hasLocationField: hasLocationField,
      workplace: workplace,
      faults: faults(in: ad, mentions, workplace, hasLocationField),
      prose: ad.prose, fields: ad.fields)
  }

  /// Whether a location field names more than a country: a place we know, or words that are none
  /// of “remote”, “various”, “Europe”.
  private func saysPlace(
    _ text: [UInt8], _ range: Range<Int>, _ mentions: [PlaceMention]
  ) -> Bool {
    let inside = mentions.filter { range.contains($0.place.lower) }
    if inside.contains(where: { !$0.best.kind.isCountry }) { return true }
    var index = range.lowerBound
    while index < range.upperBound {
      guard Letters.letter(text, index, range.upperBound).width > 0 else {
        index += 1
        continue
      }
      let word = Word(text, at: index, end: range.upperBound)
      let isKnown = inside.contains { $0.place.utf8.contains(index) }
      if !isKnown, word.letters > 3, !Cues.of(word).contains(.mode) { return true }
      index = word.end
    }
    return false
  }

  /// The mention that most surely is the workplace: fields first, then what is stated; a dish such as
  /// “Chicago deep-dish” less than other names.
  private func best(of work: [PlaceMention]) -> PlaceMention? {
    func rank(_ mention: PlaceMention) -> Int {
      var rank = mention.isStated ? 4 : 0
      if mention.part == .location { rank += 8 }
      if mention.part == .country { rank += 6 }
      if mention.part == .title { rank += 2 }
      if mention.best.kind.isLocal { rank += 3 }
      if mention.best.kind.isCountry { rank -= 4 }
      if mention.isAdjective { rank -= 1 }
      return rank
    }
    var best: PlaceMention?
    for mention in work where best.map({ rank(mention) > rank($0) }) ?? true { best = mention }
    return best
  }
}
