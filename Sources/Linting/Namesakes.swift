public import AdModel

/// Tells the ads of a file apart that have the same id, so that a waiver of a fault of one of them does
/// not excuse the others.
///
/// It must be shown the ads in their order. Of each id it keeps a hash, and of so many at most
/// (``limit``) that an endless feed does not fill the memory; an id that first comes later is taken
/// for one of its own.
public struct Namesakes: Sendable {
  /// The most ids that are kept in mind.
  public static let limit = FirstNames.limit

  private let limit: Int
  /// The hashes of the ids.
  private var known: Set<UInt64> = []
  /// How many ads there were with each id that more than one has, by its hash.
  private var counts: [UInt64: Int] = [:]

  public init(limit: Int = Self.limit) { self.limit = limit }

  /// Which of the ads of the file with the id `id` the next one is, from 1.
  public mutating func number(ofNext id: String) -> Int {
    let hash = id.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    guard known.contains(hash) else {
      if known.count < limit { known.insert(hash) }
      return 1
    }
    let number = counts[hash, default: 1] + 1
    counts[hash] = number
    return number
  }

  /// Gives the findings of `verdict`, which is about the next ad, fingerprints of their own.
  public mutating func settle(_ verdict: inout Verdict) {
    verdict.ad.namesake = number(ofNext: verdict.ad.id)
    verdict.findings.tellApart(as: verdict.ad.namesake)
  }
}

extension Findings {
  /// Gives the findings the fingerprints of those in the ad number `number` of those with its id; those
  /// of the first stay.
  public mutating func tellApart(as number: Int) {
    if number == 1 { return }
    // Differs for each number, whatever the fingerprint is.
    let shift = UInt64(number - 1) &* 0x9E37_79B9_7F4A_7C15
    for index in rows.indices { rows[index].fingerprint.high &+= shift }
  }
}
