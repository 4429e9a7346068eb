import AdModel
import Facts
import Linting
import Patterns
import Reading
import Testing

@Suite struct FailureTests {
  @Test(arguments: [
    "check: {patterns: ['x(a+)+$']}", "check: {phrases: [x], unless-sentence: ['(a+)+$']}",
  ])
  func `a pattern that gives up is told by its rule`(check: String) throws {
    var linter = Linter(
      try rules(["own/slow": check]), today: CalendarDate(year: 2026, month: 11, day: 21)!)
    let text = "x \(String(repeating: "a", count: 60))! x\(String(repeating: "a", count: 60))!"
    let file = SourceFile(name: "ad", text: Array(text.utf8))
    let reader = try Readers.reader(for: file, forced: "text")
    for record in reader.records(in: file) {
      _ = linter.verdict(on: try reader.ad(from: record, in: file), in: "ad", index: 0)
    }
    #expect(linter.failure?.owner == "own/slow")
    #expect(linter.failure?.error.isRunaway == true)
  }
}
