internal import Checks
internal import Facts
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
    if path.isEmpty { return Known(codes: [], county: "") }
    if let known = known[path] { return known }
    let codes = map.codes(of: path)
    let isPart = codes.first.map { map.hasPart(named: place.county ?? "", of: $0) } ?? false
    let found = Known(codes: codes, county: isPart ? place.county ?? "" : "")
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
}

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
    if evidence.said.has(Self.agencyFact) { shownKinds.insert(.agency) }
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
        within: codes.chains(of: home.within.filter { regions[$0.place] == nil }, map).compactMap(
          \.first),
        among: codes.chains(of: home.within.filter { regions[$0.place] != nil }, map).compactMap(
          \.first),
        except: codes.chains(of: home.except, map).compactMap(\.first))
    }
    reportsTo = codes.chains(of: facts.reportsTo, map)
  }

  /// The facts that phrases say and that tell of it.
  static let facts = [
    remoteFact, hybridFact, abroadFact, agencyFact, contractorFact, Evidence.staffFact,
  ]

  private static let remoteFact = FactKey("remote")
  private static let hybridFact = FactKey("hybrid")
  private static let abroadFact = FactKey("work-abroad")
  private static let agencyFact = FactKey("agency")
  private static let contractorFact = FactKey("federal-contractor")
}
