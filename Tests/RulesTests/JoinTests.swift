import AdModel
import Facts
import Linting
import RuleBook
import Testing

/// What a rule by law finds is told as a finding of the rule that it joins, wherever the job is.
@Suite struct JoinTests {
  private static let rules = RuleSet(Catalogue.book)

  /// The findings of theme “bias” or “law” in an ad that says `text`, of a job in `place`.
  private static func told(_ text: String, in place: String) throws -> [Finding] {
    let ad = try Catalogue.ad(of: "Title: Baker\nLocation: \(place)\nDescription: \(text)")
    var linter = Linter(rules, today: Catalogue.today)
    return linter.verdict(on: ad, in: "ad.txt", index: 0).findings.filter {
      ["bias", "law"].contains($0.rule.prefix { $0 != "/" }) && $0.anchor == .words
    }
  }

  @Test("joins rules that there are") func names() {
    let known = Set(Catalogue.book.entries.filter { !$0.isByLaw }.map(\.rule.id))
    for entry in Catalogue.book.entries {
      guard let rule = entry.joins else { continue }
      #expect(entry.isByLaw && known.contains(rule), "\(entry.rule.id) joins \(rule)")
    }
  }

  @Test(arguments: [
    ("Age bracket 24 to 34.", "bias/age-explicit"),
    ("You are physically and mentally sound.", "bias/disability"),
    ("No felons.", "bias/ex-offender"),
    ("Women need not apply.", "bias/sex-restriction"),
    ("Single people only.", "bias/orientation-family"),
    ("Green card holders only.", "bias/nationality"),
  ])
  func `tells in every place what only a law may forbid`(text: String, rule: String) throws {
    for place in ["Dubai", "New York, NY", "York, UK"] {
      #expect(try Self.told(text, in: place).map(\.rule) == [rule], "\(place)")
    }
    #expect(try Self.told(text, in: "Dubai").allSatisfy(\.laws.isEmpty))
    #expect(try !Self.told(text, in: "New York, NY").contains(where: \.laws.isEmpty))
  }

  @Test func `is silent where what the duty excepts is said`() throws {
    let text = "Green card holders only, as you need a security clearance."
    #expect(try Self.told(text, in: "Dubai").isEmpty)
  }
}
