import AdModel
import Facts
import Law
import Linting
import RuleBook
import Testing

/// Work from home, and work elsewhere for an office, are reached as the entries say.
@Suite struct LawReachTests {
  private static let law = Catalogue.book.law
  private static let rules = RuleSet(Catalogue.book)

  /// How far an obligation reaches, in the order in which it tells more.
  private enum Reached: Int { case no, untold, maybe, sure }

  @Test(
    "reaches remote work and work for an office as it says", arguments: law.obligations.map(\.id))
  func variants(_ id: String) throws {
    let obligation = try #require(Self.law.obligation(id))
    for area in obligation.areas where area.from != nil && area.to == nil {
      let chain = Self.law.jurisdictions.chain(from: area.id)
      let country = chain.last { $0.utf8.count == 2 && $0 != "EU" } ?? "IE"
      let near = obligation.areas.filter { Self.law.jurisdictions.isInside($0.id, country) }
      // A city or a county has a longer code than a state.
      let isLocal = near.allSatisfy { $0.id.utf8.count > 6 }
      let isNational = area.id == country || area.id == "EU"
      let elsewhere = country == "US" ? ["US-WY", "US"] : ["BR"]
      func reached(
        _ workplaces: [[String]], _ remote: Situation.Remote? = nil, reportsTo: [[String]] = []
      ) -> Reached {
        let situation = Situation(
          date: max(Catalogue.today, area.from ?? Catalogue.today), workplaces: workplaces,
          remote: remote, reportsTo: reportsTo,
          employer: Employer(employees: 10_000, kinds: Set(obligation.kinds.prefix(1))))
        return Self.reached(obligation.standing(in: situation, Self.law.jurisdictions))
      }
      let performed = Self.reached(obligation.performed)
      let remote = Self.reached(obligation.remote)
      #expect(reached([chain]) == performed, "\(id) on site in \(area.id)")
      #expect(reached([], .init(within: [area.id])) == performed, "\(id) at home in \(area.id)")
      if !isNational {
        let anywhere = remote == .sure && isLocal ? .maybe : remote
        #expect(reached([], .init(within: [country])) == anywhere, "\(id) in \(country)")
        let without = obligation.ignoresLimits ? anywhere : .no
        #expect(
          reached([], .init(within: [country], except: near.map(\.id))) == without,
          "\(id) in \(country) but not in \(area.id)")
        let ignored: Reached = obligation.ignoresLimits && country == "US" ? .maybe : .no
        if !obligation.areas.contains(where: { elsewhere.contains($0.id) }) {
          #expect(
            reached([], .init(within: elsewhere.prefix(1).map(\.self))) == ignored, "\(id) in WY")
        }
      }
      #expect(reached([], .init()) == .untold, "\(id) with no limit told")
      guard !obligation.areas.contains(where: { elsewhere.contains($0.id) }) else { continue }
      #expect(reached([elsewhere]) == .no, "\(id) elsewhere")
      #expect(
        reached([elsewhere], reportsTo: [chain]) == Self.reached(obligation.reportsTo),
        "\(id) for an office in \(area.id)")
    }
  }

  @Test("may reach each country of a region where the work can be done at home") func region()
    throws
  {
    let law = try #require(Self.law.obligation("FR-ads"))
    func reached(_ remote: Situation.Remote) -> Reached {
      let situation = Situation(date: Catalogue.today, remote: remote)
      return Self.reached(law.standing(in: situation, Self.law.jurisdictions))
    }
    #expect(reached(.init(among: ["DE", "FR", "PL"])) == .maybe)
    #expect(reached(.init(among: ["DE", "PL"])) == .no)
    #expect(reached(.init(within: ["FR"], among: ["DE", "PL"])) == .sure)
  }

  /// An obligation, what breaks it, and what to think of it where the work is there on site, at home
  /// in the country, at home but not there, or elsewhere for an office there.
  private static let ads:
    [(id: String, place: String, country: String, text: String, expected: [Expected])] = [
      ("US-CO-pay-posting", "Colorado", "US", pay, [.notMet, .notMet, .notMet, .notApplicable]),
      ("US-CO-deadline", "Colorado", "US", pay, [.notMet, .notMet, .notMet, .notApplicable]),
      (
        "US-WA-pay-posting", "Tacoma, Washington", "US", pay,
        [.notMet, .notMet, .notMet, .possible]
      ),
      ("US-CA-pay-scale", "California", "US", pay, [.notMet, .notMet, .notApplicable, .possible]),
      ("US-NY-pay-range", "New York", "US", pay, [.notMet, .possible, .notApplicable, .notMet]),
      ("US-IL-pay-benefits", "Illinois", "US", pay, [.notMet, .possible, .notApplicable, .notMet]),
      (
        "US-VT-compensation", "Vermont", "US", pay,
        [.notMet, .notApplicable, .notApplicable, .notMet]
      ),
      (
        "US-MA-pay-range", "Massachusetts", "US", pay,
        [.notMet, .notMet, .notApplicable, .possible]
      ),
      ("US-MD-wage-range", "Maryland", "US", pay, [.notMet, .notMet, .notApplicable, .possible]),
      (
        "US-NJ-pay-benefits", "New Jersey", "US", pay,
        [.notMet, .possible, .notApplicable, .possible]
      ),
      (
        "US-MN-salary-range", "Minnesota", "US", pay,
        [.notMet, .possible, .notApplicable, .possible]
      ),
      (
        "US-CA-SF-fair-chance", "San Francisco, California", "US", pay,
        [.notMet, .possible, .notApplicable, .possible]
      ),
      (
        "CA-ON-pay-range", "Ottawa, Ontario", "Canada", pay,
        [.notMet, .possible, .notApplicable, .possible]
      ),
      (
        "CA-BC-pay-range", "British Columbia", "Canada", pay,
        [.notMet, .possible, .notApplicable, .possible]
      ),
    ]

  private typealias Expected = LegalOpinion.Status
  private static let pay = "You plan routes. The pay is attractive."

  @Test("reads the variants out of ads", arguments: ads.indices) func read(_ row: Int) throws {
    let (id, place, country, text, expected) = Self.ads[row]
    let elsewhere = country == "US" ? "Cheyenne, Wyoming" : "Halifax, Nova Scotia"
    let variants = [
      ("Location: \(place)", ""),
      ("Location: Remote, \(country)", ""),
      ("Location: Remote, \(country)", " This job is not open to residents of \(place)."),
      ("Location: \(elsewhere)", " You report to our office in \(place)."),
    ]
    for ((location, more), status) in zip(variants, expected) {
      var linter = Linter(Self.rules, today: Catalogue.today)
      let ad = try Catalogue.ad(of: "Title: Planner\n\(location)\nDescription: \(text)\(more)\n")
      let line = linter.opinion(on: ad, index: 0).lines.first { $0.obligation == id }
      #expect(line?.status == status, "\(id): \(location)\(more) (\(line?.reason ?? ""))")
    }
  }

  private static func reached(_ standing: Standing) -> Reached {
    switch standing {
    case .applies: .sure
    case .possible: .maybe
    case .unknown: .untold
    case .no: .no
    }
  }

  private static func reached(_ reach: Obligation.Reach) -> Reached {
    switch reach {
    case .yes: .sure
    case .unclear: .maybe
    case .no: .no
    }
  }
}
