import AdModel
import Facts
import Law
import Linting
import Reading
import Reporting
import RuleBook
import Testing

/// Every obligation holds where its entry says, and nowhere else.
@Suite struct LawPlaceTests {
  private static let law = Catalogue.book.law
  private static let rules = RuleSet(Catalogue.book)

  @Test("is found by the words of a location field", arguments: law.jurisdictions.all.map(\.id))
  func place(_ id: String) throws {
    // “New York” may be the city or the state, and the European Union is no place of work.
    guard id != "EU", id != "US-NY" else { return }
    let opinion = try opinion(
      on: "Title: Clerk\nLocation: \(Self.location(of: id))\nDescription: You file.\n")
    #expect(opinion.places.first?.first == id, "\(Self.location(of: id))")
  }

  @Test("holds in its places and nowhere else", arguments: law.obligations.map(\.id))
  func matrix(_ id: String) throws {
    let obligation = try #require(Self.law.obligation(id))
    for jurisdiction in Self.law.jurisdictions.all {
      let codes = Self.law.jurisdictions.chain(from: jurisdiction.id)
      let areas = Set(obligation.areas.filter { $0.from != nil }.map(\.id))
      let isExcepted = !obligation.exceptIn.filter(codes.contains).isEmpty
      let holds = !areas.isDisjoint(with: codes) && !isExcepted
      let days = obligation.areas.filter { codes.contains($0.id) }.compactMap(\.from)
      for day in [days.max(), Catalogue.today].compactMap(\.self) {
        let situation = Situation(
          date: day, workplaces: [codes],
          employer: Employer(employees: 10_000, kinds: Set(obligation.kinds.prefix(1))))
        let standing = obligation.standing(in: situation, Self.law.jurisdictions)
        let isInForce = obligation.areas.contains { area in
          codes.contains(area.id) && area.from.map { $0 <= day } ?? false
            && area.to.map { day < $0 } ?? true
        }
        switch standing {
        case .applies, .possible: #expect(holds && isInForce, "\(id) in \(jurisdiction.id)")
        case .unknown:
          let mayHold = areas.contains { Self.law.jurisdictions.isInside($0, jurisdiction.id) }
          #expect(mayHold && !(holds && isInForce), "\(id) in \(jurisdiction.id)")
        case .no: #expect(!(holds && isInForce), "\(id) in \(jurisdiction.id)")
        }
      }
      // One employee too few, and nothing holds.
      let least = obligation.areas.filter { codes.contains($0.id) }.map(\.employees).min() ?? 1
      if holds, least > 1 {
        let small = Situation(
          date: Catalogue.today, workplaces: [codes],
          employer: Employer(employees: least - 1, kinds: Set(obligation.kinds.prefix(1))))
        if case .no = obligation.standing(in: small, Self.law.jurisdictions) {
        } else {
          Issue.record("\(id) binds \(least - 1) in \(jurisdiction.id)")
        }
      }
    }
  }

  @Test("holds where one of several workplaces is, though not in another") func several() throws {
    let law = try #require(Self.law.obligation("GB-equality-ads"))
    let (leeds, belfast) = (["GB-ENG", "GB"], ["GB-NIR", "GB"])
    func reaches(_ workplaces: [[String]]) -> Bool {
      let situation = Situation(date: Catalogue.today, workplaces: workplaces)
      if case .no = law.standing(in: situation, Self.law.jurisdictions) { return false }
      return true
    }
    #expect(reaches([leeds]))
    #expect(!reaches([belfast]))
    #expect(reaches([belfast, leeds]) && reaches([leeds, belfast]))
  }

  @Test("tells the statute of each of several workplaces") func statutes() throws {
    let places = try laws(of: "Denver, CO / Burlington, VT", "US-state-hr-ads", "Under 35 only.")
    #expect(places.map(\.jurisdiction).sorted() == ["Colorado", "Vermont"])
    #expect(Set(places.map(\.citation)) == ["C.R.S. § 24-34-402", "21 V.S.A. § 495"])
  }

  @Test("tells beside a statute neither the page nor the first day of another state's")
  func pages() throws {
    let ad = "Denver, CO / New York, NY / Minneapolis, MN"
    let laws = try laws(of: ad, "US-state-hr-ads", "Under 35 only.")
    let told = Dictionary(grouping: laws, by: \.jurisdiction).mapValues { ($0[0].url, $0[0].since) }
    #expect(told["New York"]?.0.contains("nysenate.gov") == true)
    #expect(told["New York"]?.1 == "1945-07-01")
    #expect(told["Minnesota"]?.0.contains("revisor.mn.gov") == true)
    #expect(told["Colorado"]?.0.contains("nysenate") == false)
    #expect(told["Colorado"]?.1 == "")
  }

  @Test("tells from where the work may be done at home, and from where not")
  func home() throws {
    func told(_ location: String) throws -> String {
      let ad = "Title: Clerk\nLocation: \(location)\nDescription: You file.\n"
      var report = LawReport(law: Self.law, showsAll: false)
      var out: [UInt8] = []
      report.writeText(of: try opinion(on: ad), file: "ad.txt", to: &out)
      return String(decoding: out, as: UTF8.self)
    }
    #expect(try told("Remote (ID, UT or TX)").contains("from home in Idaho, Utah or Texas\n"))
    #expect(
      try told("Remote (US), except Colorado").contains(
        "from home in the United States, except Colorado\n"))
  }

  @Test("tells as a note of a law that hangs on staff elsewhere")
  func staffElsewhere() throws {
    let ad = "Title: Clerk\nLocation: Remote (TX)\nDescription: You file, $20 to $24 an hour.\n"
    let told = try findings(ad).filter { $0.laws.contains { $0.obligation == "US-CO-deadline" } }
    #expect(told.map(\.level) == [.note])
  }

  @Test("tells the law of each of several countries")
  func countries() throws {
    let ad = "Location: Denver, CO / Toronto, ON / Galway, Ireland"
    let laws = try findings("\(ad)\nDescription: Irish nationals only.").flatMap(\.laws)
    for id in ["US-FED-title7-ads", "US-state-hr-ads", "CA-hr-ads", "IE-s10"] {
      #expect(laws.contains { $0.obligation == id }, "\(id)")
    }
  }

  /// Where each of several rates holds, which pay is below it, and how each is told.
  private static let rates: [(place: String, pay: String, told: [String])] = [
    (
      "Denver, CO", "$6.50 an hour",
      [
        "Colorado USD 15.16 since 2026-01-01", "Denver USD 19.29 since 2026-01-01",
        "the United States USD 7.25 since 2009-07-24",
      ]
    ),
    ("Denver, CO", "$17 an hour", ["Denver USD 19.29 since 2026-01-01"]),
    ("Denver, CO", "$19.50 an hour", []),
    // The pay may be that of Boulder.
    ("Denver, CO / Boulder, CO", "$17 an hour", []),
    (
      "Denver, CO / Boulder, CO", "$15 an hour",
      ["Colorado USD 15.16 since 2026-01-01", "Denver USD 19.29 since 2026-01-01"]
    ),
    ("Denver, CO / Toronto, ON", "$17 an hour", ["Denver USD 19.29 since 2026-01-01"]),
    ("Remote, USA", "$6.50 an hour", ["the United States USD 7.25 since 2009-07-24"]),
    ("Remote, USA", "$14 an hour", []),
  ]

  @Test("tells the rate of each law beside it", arguments: rates.indices)
  func rate(_ row: Int) throws {
    let (place, pay, told) = Self.rates[row]
    let laws = try findings("Location: \(place)\nDescription: The pay is \(pay).")
      .filter { $0.rule == "law/pay-below-minimum" }.flatMap(\.laws)
    let texts = laws.map { law in
      let rate = law.asks.split(separator: "(").last?.dropLast() ?? ""
      return "\(law.jurisdiction.replacing("the City of ", with: "")) \(rate)"
    }
    #expect(texts.sorted() == told, "\(place): \(pay)")
  }

  /// What of the law `id` is told of an ad whose places are `location`.
  private func laws(of location: String, _ id: String, _ text: String) throws -> [LegalBasis] {
    try findings("Location: \(location)\nDescription: \(text)").flatMap(\.laws)
      .filter { $0.obligation == id }
  }

  private func findings(_ text: String) throws -> [Finding] {
    var linter = Linter(Self.rules, today: Catalogue.today)
    let ad = try Catalogue.ad(of: "Title: Clerk\n\(text)\n")
    return Array(linter.verdict(on: ad, in: "ad.txt", index: 0).findings)
  }

  private func opinion(on text: String) throws -> LegalOpinion {
    var linter = Linter(Self.rules, today: Catalogue.today)
    return linter.opinion(on: try Catalogue.ad(of: text), index: 0)
  }

  /// How an ad writes the place of the jurisdiction `id`: “Denver, Colorado”, “Ireland”.
  private static func location(of id: String) -> String {
    let chain = law.jurisdictions.chain(from: id).filter { $0 != "EU" }
    guard let jurisdiction = law.jurisdictions[id] else { return id }
    let first = jurisdiction.towns.first { !$0.hasSuffix("County") } ?? jurisdiction.name
    let outer = chain.dropFirst().prefix(1).compactMap { law.jurisdictions[$0]?.name }
    return ([first] + outer).map { $0.hasPrefix("the ") ? String($0.dropFirst(4)) : $0 }
      .joined(separator: ", ")
  }
}
