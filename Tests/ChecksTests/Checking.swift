import AdModel
import Checks
import Facts
import Linting
import Reading
import RuleBook
import RuleText

/// What the check that `options` (YAML) ask for finds in an ad.
func findings(
  _ options: String, in ad: String, as format: String = "text",
  parts: [Part] = [.title, .body], facts: String = "facts: []"
) throws -> [Finding] {
  let check = try Checks.make(Options(YAML.node(of: options, file: "rule.yml")))
  let rule = Rule(
    id: "test/check", title: "Test", message: "{words}|{count}|{list}|{net}|{published}|{company}",
    why: "", instead: "", level: .warning, parts: parts)
  var book = try RuleFileReader.book(of: [
    ("facts.yml", try YAML.node(of: facts, file: "facts.yml"))
  ])
  book.entries = [
    RuleEntry(
      rule: rule, checks: [DeferredCheck(check)], origin: EntryOrigin(file: "rule.yml", line: 1))
  ]
  var linter = Linter(RuleSet(book), today: CalendarDate(year: 2026, month: 11, day: 21)!)
  let file = SourceFile(name: "ad", text: Array(ad.utf8))
  let reader = try Readers.reader(for: file, forced: format)
  return try reader.records(in: file).flatMap { record in
    linter.verdict(on: try reader.ad(from: record, in: file), in: file.name, index: 0).findings
  }
}

/// The words that it points at.
func words(
  _ options: String, in ad: String, as format: String = "text", parts: [Part] = [.title, .body]
) throws -> [String] {
  try findings(options, in: ad, as: format, parts: parts).map(\.words)
}
