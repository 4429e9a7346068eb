public import AdModel

/// All that the checks know of one ad: its text, what its phrases say, and the facts read from it.
///
/// Facts are read when a check first asks, once an ad.
public struct Evidence: Sendable {
  public let ad: Ad
  /// Where phrases say a fact, such as `contract-type`, by the name of the fact.
  public var said: [String: [ByteRange<Prose>]]

  public init(_ ad: Ad, said: [String: [ByteRange<Prose>]] = [:]) {
    self.ad = ad
    self.said = said
  }
}

extension Evidence {
  /// The language of the ad, as a BCP 47 tag; `und` where nobody can tell.
  public var language: String { "en" }

  /// Whether the ad states the fact `name`.
  public mutating func says(_ name: String) -> Bool { said[name] != nil }

  /// The fields of `part`, in the order of the ad.
  func fields(_ part: Part) -> [Field] { ad.fields.filter { $0.part == part } }

  /// The blocks that stand within a field of `part`.
  func blocks(in part: Part) -> [Block] {
    let places = fields(part).map(\.place)
    return ad.blocks.filter { block in
      places.contains { $0.lower <= block.place.lower && block.place.upper <= $0.upper }
    }
  }

  func text(_ place: ByteRange<Prose>) -> String { ad.text(at: place) }
}
