internal import AdModel
internal import Deferral
internal import Law

/// The claims in the situations of the ads so far: most ads of a feed are alike in this.
struct ClaimMemory {
  private var known: [Situation: Claims] = [:]
  /// As many situations are kept; then all of them are forgotten.
  private static let most = 1 << 10

  /// The obligations of `table` that reach the ad of a job in `situation`, or may.
  mutating func claims(in situation: Situation, by table: LawTable) -> Claims {
    if let claims = known[situation] { return claims }
    let book = table.book
    let all = book.candidates(for: situation).flatMap { number in
      book.obligations[number].standings(in: situation, book.jurisdictions)
        .compactMap { Claim(number, $0) }
    }
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    let claims = Claims(all, by: table, on: situation.date)
    known[situation] = claims
    return claims
  }
}
