import AdModel
import Facts
import Law
import Linting
import Reading
import RuleBook
import Testing

/// Every obligation judges its own examples as it says, in its place, on its days, for its sizes.
@Suite struct LawExampleTests {
  private static let book = Catalogue.book
  private static let rules = RuleSet(Catalogue.book)

  /// The obligations that are in force somewhere.
  static let inForce: [Obligation] = book.law.obligations.filter { obligation in
    obligation.areas.contains { $0.from != nil && $0.to == nil }
  }

  @Test("names duties and places that there are") func names() {
    let law = Self.book.law
    let known = Set(Self.book.entries.map(\.rule.id))
    let facts = Set(Self.book.facts.map(\.name))
    for duty in law.duties {
      for rule in duty.rules { #expect(known.contains(rule), "\(duty.id) names \(rule)") }
      for fact in duty.when + duty.unless + duty.unclear {
        #expect(facts.contains(fact), "\(duty.id) names \(fact)")
      }
    }
    for obligation in law.obligations {
      for clause in obligation.clauses {
        #expect(law.duty(clause.duty) != nil, "\(obligation.id) names \(clause.duty)")
        for fact in clause.unless {
          #expect(facts.contains(fact), "\(obligation.id) names \(fact)")
        }
      }
      for area in obligation.areas.map(\.id) + obligation.exceptIn {
        #expect(law.jurisdictions[area] != nil, "\(obligation.id) names \(area)")
      }
      for fact in obligation.unless {
        #expect(facts.contains(fact), "\(obligation.id) names \(fact)")
      }
    }
  }

  @Test("has examples that meet it and examples that break it", arguments: inForce.map(\.id))
  func examples(_ id: String) throws {
    let obligation = try #require(Self.book.law.obligation(id))
    let judged = obligation.clauses.filter { clause in
      Self.book.law.duty(clause.duty).map { !Self.book.law.duties[$0].rules.isEmpty } ?? false
    }
    guard !judged.isEmpty else { return }
    #expect(obligation.examples.filter(\.isGood).count >= 3, "\(id) meets")
    #expect(obligation.examples.filter { !$0.isGood }.count >= 3, "\(id) breaks")
    var bench = Bench(Self.rules, obligation)
    for sample in obligation.examples {
      let line = try bench.line(of: sample)
      let broken = sample.duty.isEmpty ? line.broken : line.broken.filter { $0 == sample.duty }
      if sample.isGood {
        let forbidden = broken.filter { duty in
          !sample.duty.isEmpty || obligation.clauses.contains { $0.duty == duty && !$0.isRequired }
        }
        #expect(forbidden.isEmpty, "\(id) should let “\(sample.text)” pass: \(line.reason)")
      } else {
        #expect(!broken.isEmpty, "\(id) should not let “\(sample.text)” pass: \(line.reason)")
      }
    }
  }

  @Test("begins on its day, and for its number of employees", arguments: inForce.map(\.id))
  func bounds(_ id: String) throws {
    let obligation = try #require(Self.book.law.obligation(id))
    guard let bad = obligation.examples.first(where: { !$0.isGood }) else { return }
    for area in obligation.areas where area.from != nil {
      let from = try #require(area.from)
      var bench = Bench(Self.rules, obligation, area: area)
      let codes = Self.book.law.jurisdictions.chain(from: area.id)
      let others = obligation.areas.filter { codes.contains($0.id) && $0 != area }
      if others.isEmpty {
        // Of a part of the place with an earlier day nobody can tell.
        let before = try bench.line(of: bad, on: from.dayBefore).status
        #expect([.notApplicable, .unknown].contains(before), "\(id) before")
      }
      // A duty may begin later than its obligation, and the rates that are known later still.
      let rates = obligation.clauses.compactMap { clause -> CalendarDate? in
        guard case .under(let table)? = clause.limit else { return nil }
        return Self.book.law.tables[table]?.all.filter { $0.area == area.id }.map(\.from).min()
      }
      let later = (obligation.clauses.compactMap(\.from) + rates).max() ?? from
      #expect(try bench.line(of: bad, on: max(from, later)).status == .notMet, "\(id) on its day")
      if area.employees > 1 {
        #expect(
          try bench.line(of: bad, on: max(from, later), employees: area.employees - 1).status
            == .notApplicable, "\(id) with too few")
        #expect(
          try bench.line(of: bad, on: max(from, later), employees: area.employees).status
            == .notMet,
          "\(id) with enough")
      }
    }
  }
}

/// Judges samples of one obligation in an ad of its place.
struct Bench: ~Copyable {
  private let rules: RuleSet
  private let obligation: Obligation
  private let area: Obligation.Area

  init(_ rules: RuleSet, _ obligation: Obligation, area: Obligation.Area? = nil) {
    self.rules = rules
    self.obligation = obligation
    let current = obligation.areas.first { $0.from != nil && $0.to == nil }
    self.area = area ?? current ?? obligation.areas[0]
  }

  mutating func line(
    of sample: Obligation.Sample, on day: CalendarDate? = nil, employees: Int? = nil
  ) throws -> LegalOpinion.Line {
    let day = day ?? max(Catalogue.today, area.from ?? Catalogue.today)
    let context = LegalContext(
      employer: Employer(employees: employees, kinds: Set(obligation.kinds.prefix(1))),
      jurisdictions: [area.id])
    var linter = Linter(rules, today: day, context: context)
    let title = sample.title.isEmpty ? "Office assistant" : sample.title
    let text = "Title: \(title)\nDescription: \(sample.text)\n"
    let opinion = linter.opinion(on: try Catalogue.ad(of: text), index: 0)
    return try #require(opinion.lines.first { $0.obligation == obligation.id })
  }
}

extension CalendarDate {
  /// The day before.
  fileprivate var dayBefore: CalendarDate {
    if day > 1 { return CalendarDate(year: year, month: month, day: day - 1)! }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return (28...31).reversed().lazy
      .compactMap { CalendarDate(year: year, month: month, day: $0) }.first!
  }
}
