internal import Law

/// Laws as far as the files read so far have them.
struct LawDraft {
  /// The keys of a rule file that hold laws.
  static let keys = ["jurisdictions", "duties", "obligations", "rates"]

  var jurisdictions: [Jurisdiction] = []
  var duties: [Duty] = []
  var obligations: [Obligation] = []
  var tables: [String: [RateTable.Rate]] = [:]

  var book: LawBook {
    LawBook(
      jurisdictions: Jurisdictions(jurisdictions), duties: duties, obligations: obligations,
      tables: tables.mapValues { RateTable($0) })
  }
}
