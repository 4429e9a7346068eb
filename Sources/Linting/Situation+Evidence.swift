internal import Checks
internal import Facts
internal import Gazetteer
internal import Law

extension Situation {
  /// That of the job that an ad is for.
  ///
  /// An ad is judged by the law of the day that it names as its own, or else of `today`.
  init(
    of evidence: borrowing Evidence, _ context: LegalContext, _ map: Jurisdictions,
    _ codes: inout PlaceCodes
  ) {
    let posted = evidence.dates.first { $0.role == .posted && $0.date != nil }?.date
    self.init(date: posted ?? evidence.today, employer: context.employer)
    if context.jurisdictions.isEmpty {
      // The place of such an ad is where people are sought, not where they work.
      if evidence.said.has(Self.abroadFact) { return }
      // Reading from where people may work costs more than all else here.
      let mayBeHome = evidence.said.has(Self.remoteFact) || evidence.said.has(Self.hybridFact)
      place(evidence.places, mayBeHome ? evidence.places.remote : Remoteness(), map, &codes)
    } else {
      for id in context.jurisdictions { add(workplace: map.chain(from: id)) }
    }
    if employer.employees == nil { employer.employees = evidence.staffSize }
    if evidence.said.has(Self.agencyFact) {
      shownKinds.insert(.agency)
    } else if evidence.said.has(Self.ownEmployerFact), employer.kinds.isEmpty {
      employer.isNot.formUnion([.agency, .tempAgency])
    }
    if evidence.said.has(Self.publicFact) { shownKinds.insert(.public) }
    if evidence.said.has(Self.contractorFact) { shownKinds.insert(.contractor) }
  }

  /// Reads where the work is, from where it may be done at home, and to whom it reports.
  ///
  /// Of a name that several places share only what is sure counts.
  private mutating func place(
    _ facts: PlaceFacts, _ home: Remoteness, _ map: Jurisdictions, _ codes: inout PlaceCodes
  ) {
    let places = facts.workplaces(besides: home)
    for place in places {
      let known = codes.codes(of: place, map)
      let hasTown = place.isSure && place.town != nil
      add(workplace: known.codes, county: hasTown ? known.county : nil)
    }
    rival = facts.rival(of: places)?.state.map(map.name(of:)) ?? ""
    if home.mode == .remote {
      // The countries of a region all stand where its name does.
      let regions = Dictionary(grouping: home.within, by: \.place).filter { $0.value.count > 1 }
      remote = Remote(
        within: codes.smallest(of: home.within.filter { regions[$0.place] == nil }, map),
        among: codes.smallest(of: home.within.filter { regions[$0.place] != nil }, map),
        except: codes.smallest(of: home.except, map))
    }
    reportsTo = codes.chains(of: facts.reportsTo, map)
  }

  /// The facts that phrases say and that tell of it.
  static let facts = [
    remoteFact, hybridFact, abroadFact, agencyFact, ownEmployerFact, publicFact, contractorFact,
    Evidence.staffFact,
  ]

  private static let remoteFact = FactKey("remote")
  private static let hybridFact = FactKey("hybrid")
  private static let abroadFact = FactKey("work-abroad")
  private static let agencyFact = FactKey("agency")
  private static let ownEmployerFact = FactKey("own-employer")
  private static let publicFact = FactKey("public-employer")
  private static let contractorFact = FactKey("federal-contractor")
}
