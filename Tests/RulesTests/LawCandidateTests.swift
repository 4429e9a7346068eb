import Facts
import Law
import RuleBook
import TestSupport
import Testing

/// What is asked about only some laws, or on another day, is answered as if all were asked.
@Suite struct LawCandidateTests {
  private static let law = Catalogue.book.law
  private static let codes = law.jurisdictions.all.map(\.id) + ["DE-BY", "FR-IDF", "BR", "ZA-GP"]

  @Test(
    "finds every law that reaches a job among the candidates", arguments: 0..<40 as Range<UInt64>)
  func candidates(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<12 {
      let situation = Self.situation(&random)
      let candidates = Self.law.candidates(for: situation)
      for (number, obligation) in Self.law.obligations.enumerated() {
        let areas = candidates.first { $0.obligation == number }?.areas ?? []
        let all = obligation.standings(in: situation, Self.law.jurisdictions)
        let some = obligation.standings(in: situation, Self.law.jurisdictions, areas: areas)
        #expect(
          all.filter(Self.reaches) == some.filter(Self.reaches), "\(obligation.id) in \(situation)")
      }
    }
  }

  @Test("holds the same from one change of the law to the next", arguments: 0..<20 as Range<UInt64>)
  func changes(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<12 {
      var situation = Self.situation(&random)
      guard let change = Self.law.lastChange(upTo: situation.date) else { continue }
      #expect(change <= situation.date)
      for obligation in Self.law.obligations {
        let before = obligation.standings(in: situation, Self.law.jurisdictions)
        let day = situation.date
        situation.date = change
        let after = obligation.standings(in: situation, Self.law.jurisdictions)
        situation.date = day
        #expect(before == after, "\(obligation.id) on \(day) and \(change)")
        let terms = obligation.clauses.compactMap(\.from)
        #expect(terms.map { $0 <= day } == terms.map { $0 <= change }, "\(obligation.id)")
      }
    }
    let first = try #require(CalendarDate(year: 1800, month: 1, day: 1))
    #expect(Self.law.lastChange(upTo: first) == nil)
  }

  @Test("knows a county by the name of a part") func counties() {
    let map = Self.law.jurisdictions
    #expect(map.hasPart(named: "Westchester", of: "US-NY"))
    #expect(map.hasPart(named: "Westchester", of: "US"))
    #expect(!map.hasPart(named: "Westchester", of: "US-CA"))
    #expect(!map.hasPart(named: "Hampshire", of: "GB-ENG"))
  }

  @Test("tells by the codes what lies in what, as the chains do") func places() {
    // A part may lie in a place of another code, and not in one that its own begins with.
    let strange = Jurisdictions([
      Jurisdiction(id: "NN", name: "North"), Jurisdiction(id: "NN-A", name: "A", parent: "NN"),
      Jurisdiction(id: "NN-A-B", name: "B", parent: "NN"),
      Jurisdiction(id: "SS", name: "South", parent: "NN"),
      Jurisdiction(id: "SS-C", name: "C", parent: "SS"), Jurisdiction(id: "NNX", name: "X"),
    ])
    for map in [Self.law.jurisdictions, strange] {
      let codes = map.all.map(\.id) + Self.codes.suffix(4)
      for inner in codes {
        let chain = map.chain(from: inner)
        for outer in codes {
          #expect(map.isInside(inner, outer) == chain.contains(outer), "\(inner) in \(outer)")
        }
      }
    }
    #expect(strange.isInside("SS-C", "NN") && !strange.isInside("NN-A-B", "NN-A"))
    #expect(strange.hasPart(named: "C", of: "NN") && !strange.hasPart(named: "B", of: "NN-A"))
  }

  private static func reaches(_ standing: Standing) -> Bool {
    switch standing {
    case .applies, .possible: true
    case .unknown, .no: false
    }
  }

  private static func situation(_ random: inout SplitMix) -> Situation {
    func some(_ most: Int) -> [String] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        codes.randomElement(using: &random) ?? "US"
      }
    }
    let workplaces = some(3).map(law.jurisdictions.chain(from:))
    var remote: Situation.Remote?
    if Bool.random(using: &random) {
      remote = Situation.Remote(within: some(2), among: some(1), except: some(2))
    }
    let date = CalendarDate(
      year: Int.random(in: 2010...2029, using: &random),
      month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random))
    var situation = Situation(
      date: date ?? Catalogue.today, remote: remote,
      reportsTo: some(1).map(law.jurisdictions.chain(from:)),
      employer: Employer(
        employees: [nil, 1, 15, 500].randomElement(using: &random) ?? nil, offices: some(1)),
      shownKinds: Bool.random(using: &random) ? [.agency] : [])
    for codes in workplaces {
      let counties = [nil, nil, "", "Westchester", "Kings"]
      situation.add(workplace: codes, county: counties.randomElement(using: &random) ?? nil)
    }
    return situation
  }
}
