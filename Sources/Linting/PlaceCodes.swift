internal import Gazetteer
internal import Law

/// The jurisdictions of the places that the ads so far have named: others name them again.
struct PlaceCodes {
  /// A place, as the laws see it.
  struct Known {
    /// Its jurisdictions, the smallest first.
    var codes: [String]
    /// Its county, if a part of the first of ``codes`` bears its name; else an empty name.
    var county: String
  }

  private var known: [[String]: Known] = [:]
  /// As many places are kept; then all of them are forgotten.
  private static let most = 1 << 12

  /// Those of `place`, of which only what is sure counts.
  mutating func codes(of place: Workplace, _ map: Jurisdictions) -> Known {
    let path = place.surePath
    if let known = known[path] { return known }
    var found = Known(codes: map.codes(of: path), county: "")
    if let county = place.county, let first = found.codes.first,
      map.hasPart(named: county, of: first)
    {
      found.county = county
    }
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    known[path] = found
    return found
  }

  /// The ``Known/codes`` of those of `places` that lie in a jurisdiction, each of them once.
  mutating func chains(of places: [Workplace], _ map: Jurisdictions) -> [[String]] {
    var chains: [[String]] = []
    for place in places {
      let codes = codes(of: place, map).codes
      if !codes.isEmpty, !chains.contains(codes) { chains.append(codes) }
    }
    return chains
  }

  /// The first of each of these.
  mutating func smallest(of places: [Workplace], _ map: Jurisdictions) -> [String] {
    chains(of: places, map).compactMap(\.first)
  }
}
