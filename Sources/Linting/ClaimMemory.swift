internal import AdModel
internal import Deferral
internal import Facts
internal import Law

/// The claims in the situations of the ads so far: most ads of a feed are alike in this.
struct ClaimMemory {
  private var known: [Situation: Claims] = [:]
  /// As many situations are kept; then all of them are forgotten.
  private static let most = 1 << 10
  /// The day of the first ad.
  private var firstDay: CalendarDate?

  /// The obligations of `table` that reach the ad of a job in `situation`, or may.
  mutating func claims(in situation: Situation, by table: LawTable) -> Claims {
    let situation = standIn(for: situation, table.book)
    if let claims = known[situation] { return claims }
    let book = table.book
    let all = book.candidates(for: situation).flatMap { candidate in
      book.obligations.read(candidate.obligation) {
        $0.standings(in: situation, book.jurisdictions, areas: candidate.areas)
      }.compactMap { Claim(candidate.obligation, $0) }
    }
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    let claims = Claims(all, by: table, on: situation.date)
    known[situation] = claims
    return claims
  }

  /// `situation` on a day on which the same is in force: ads that were posted on many days are alike.
  ///
  /// The day of the first ad, which mostly is that of all, needs no look into all obligations.
  private mutating func standIn(for situation: Situation, _ book: LawBook) -> Situation {
    if firstDay == nil { firstDay = situation.date }
    guard situation.date != firstDay, let day = book.lastChange(upTo: situation.date) else {
      return situation
    }
    var situation = situation
    situation.date = day
    return situation
  }
}
