import AdModel
import Linting
import Reading
import RuleBook
import TestSupport
import Testing

/// No ad takes for ever, whatever it repeats.
@Suite struct EndlessAdTests {
  private static let rules = RuleSet(Catalogue.book)

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "*", "a", "1", "_", "\"", "<", "&amp;", "\u{A0}", "\n", "😀", "http://", "a@", "a-", "a.",
      "a1b2", "£1 ", "AB ", "020 7946 0000 ", "London, Leeds, ", "5 years experience ",
      "good pay ", "x@y.com ", "( ", "**** ", "Apply now! ",
    ])
  func `ends`(row: String) throws {
    var linter = Linter(Self.rules, today: Catalogue.today)
    let rows = String(repeating: row, count: 60_000 / row.utf8.count)
    let text = "Title: Baker\nDescription: \(rows)"
    let verdicts = try linter.verdicts(in: Array(text.utf8), as: "text")
    #expect(verdicts.count == 1)
    #expect(linter.failure == nil)
  }

  @Test func `time grows as breaches of a law do`() throws {
    var linter = Linter(Self.rules, today: Catalogue.today)
    let row = "No felons. Must be young and single. Females only. Recent graduates only. "
    let growth = try growth(of: 250) { count in
      let text = "Title: Baker\nLocation: Denver, CO\n\n" + String(repeating: row, count: count)
      let verdicts = try linter.verdicts(in: Array(text.utf8), as: "text")
      #expect(verdicts[0].findings.count > count)
    }
    #expect(growth < linearGrowth)
  }
}
