import AdModel
import Linting
import Reading
import RuleBook
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
}
