internal import Checks
internal import Facts
internal import Gazetteer
internal import Law

extension Situation {
  /// That of the job that an ad is for.
  ///
  /// An ad is judged by the law of the day that it names as its own, or else of `today`.
  init(of evidence: Evidence, _ context: LegalContext, _ map: Jurisdictions) {
    let posted = evidence.dates.first { $0.role == .posted && $0.date != nil }?.date
    self.init(date: posted ?? evidence.today, employer: context.employer)
    if context.jurisdictions.isEmpty {
      let codes = map.codes(of: evidence.places.jurisdiction)
      if !codes.isEmpty { workplaces = [codes] }
      if evidence.said.has(Self.remoteFact), !evidence.said.has(Self.hybridFact) {
        remote = Remote()
      }
    } else {
      workplaces = context.jurisdictions.map { map.chain(from: $0) }
    }
    if evidence.said.has(Self.agencyFact) { shownKinds.insert(.agency) }
    if evidence.said.has(Self.contractorFact) { shownKinds.insert(.contractor) }
  }

  private static let remoteFact = FactKey("remote")
  private static let hybridFact = FactKey("hybrid")
  private static let agencyFact = FactKey("agency")
  private static let contractorFact = FactKey("federal-contractor")
}
