internal import AdModel
internal import Law

/// The claims in the situations of the ads so far: most ads of a feed are alike in this.
struct ClaimMemory {
  private var known: [Situation: [LegalReview.Claim]] = [:]
  /// As many situations are kept; then all of them are forgotten.
  private static let most = 1 << 10

  /// The obligations of `book` that reach the ad of a job in `situation`, or may.
  mutating func claims(in situation: Situation, by book: LawBook) -> [LegalReview.Claim] {
    if let claims = known[situation] { return claims }
    let claims = book.candidates(for: situation).compactMap { number in
      LegalReview.claim(
        number, book.obligations[number].standing(in: situation, book.jurisdictions))
    }
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    known[situation] = claims
    return claims
  }
}
