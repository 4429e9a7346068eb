/// What an ad lets one guess about its country: postcodes, currency, names that mean one place.
struct Votes {
  private var codes: [(code: UInt64, weight: Int)] = []

  /// Adds a vote for a country, given as the bits of its code.
  mutating func add(_ code: UInt64, _ weight: Int) {
    for index in codes.indices where codes[index].code == code {
      codes[index].weight = min(12, codes[index].weight + weight)
      return
    }
    if codes.count < 24 { codes.append((code, weight)) }
  }

  /// Adds a vote for the country of `place` and for its state.
  mutating func add(_ place: Place, _ weight: Int) {
    add(place.countryBits, weight)
    if place.hasLevel { add(place.packed, weight) }
  }

  /// Adds a vote for the country or the part of one that a word with this `code` speaks for
  /// (``CountrySigns``).
  mutating func add(sign code: UInt64) {
    if code == CountrySigns.germanSpeaking {
      for country: StaticString in ["DE", "AT", "CH"] { add(Place.pack(country), 3) }
      return
    }
    if code > 0xFFFF { add(Place(kind: .state, packed: code), 4) } else { add(code, 3) }
  }

  /// Adds a vote for a town that was settled on since it lies in `area`: where that is a country, it is
  /// the likeliest there, which speaks less for its state than what names that.
  mutating func add(_ place: Place, in area: Place?, _ weight: Int) {
    add(place.countryBits, weight)
    if place.hasLevel { add(place.packed, area?.hasLevel == true ? weight : min(weight, 2)) }
  }

  /// Whether a euro sign stands in the ad.
  var hasEuro = false
  /// Whether the ad names dollars for an hour, which nobody earns where the pound or the euro is paid.
  var hasHourlyDollars = false

  private static let britain = Place.pack("GB")

  private static let eurozone = Set(
    [
      "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU",
      "LV",
      "MT", "NL", "PT", "SI", "SK",
    ].map(Place.pack))

  /// Whether something speaks for some country.
  var hasCountry: Bool { codes.contains { $0.weight > 1 } }

  /// Whether something speaks for another country than `country`, or a part of one.
  func hasCountry(besides country: UInt64) -> Bool {
    codes.contains { $0.code <= 0xFFFF && $0.code != country && $0.weight > 1 }
  }

  func weight(of code: UInt64) -> Int {
    for vote in codes where vote.code == code { return vote.weight }
    return 0
  }

  /// Whether few of the ads at hand are from the country of the town `place`: where no level below the
  /// country is kept, in South Africa and India.
  private static func isRare(_ place: Place) -> Bool {
    // Hong Kong and Singapore are towns, too.
    let isCityState = place.packed == Place.pack("HK") || place.packed == Place.pack("SG")
    return !place.hasLevel && !isCityState || place.countryBits == Place.pack("ZA")
      || place.countryBits == Place.pack("IN")
  }

  /// How likely it is that `place` is the one meant, on a scale where 1 doubles the chance.
  ///
  /// A town counts by its people: one twice as big is named twice as often.
  func likelihood(of place: Place) -> Int {
    var score = min(10, weight(of: place.countryBits))
    if place.hasLevel { score += min(10, weight(of: place.packed)) }
    let hasEuros = Self.eurozone.contains(place.countryBits)
    if hasEuro, hasEuros { score += 5 }
    if hasHourlyDollars, hasEuros || place.countryBits == Self.britain { score -= 8 }
    switch place.kind {
    case .town:
      var people = Int(place.thousands) + 1
      while people > 1 {
        score += 1
        people /= 2
      }
      if Self.isRare(place), weight(of: place.countryBits) < 4 { score -= 2 }
    case .country: score += 11
    case .state: score += place.countryBits == Place.pack("US") ? 11 : 10
    case .county: score += place.countryBits == Place.pack("GB") ? 11 : 9
    case .district: score += 9
    case .region: score += place.isSmallCountry ? 12 : 8
    case .postcode: score += 9
    case .shortState, .shortTown, .isoCode: score += 1
    }
    return score
  }
}
