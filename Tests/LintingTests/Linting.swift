import AdModel
import Facts
import Linting
import Reading
import RuleBook
import RuleText

/// Rules for tests, written as in a rule file: each id with the rest of its entry.
func rules(_ entries: [String: String]) throws -> RuleSet {
  let text = entries.sorted { $0.key < $1.key }.map { id, rest in
    """
      - id: \(id)
        title: Test
        message: "Wrong: {words}."
        why: It is.
        instead: Mend it.
        flags: [x]
        passes: [y]
        \(rest.split(separator: "\n").joined(separator: "\n    "))

    """
  }
  let node = try YAML.node(
    of: text.isEmpty ? "rules: []" : "rules:\n" + text.joined(), file: "own.yml")
  return RuleSet(try RuleFileReader.book(of: [("own.yml", node)]))
}

/// What `rules` say of the ads of `text`.
func verdicts(
  _ rules: RuleSet, on text: String, as format: String = "text", in name: String = "ad"
) throws -> [Verdict] {
  var linter = Linter(rules, today: CalendarDate(year: 2026, month: 11, day: 21)!)
  let file = SourceFile(name: name, text: Array(text.utf8))
  let reader = try Readers.reader(for: file, forced: format)
  var verdicts: [Verdict] = []
  for (index, record) in reader.records(in: file).enumerated() {
    let ad = try reader.ad(from: record, in: file)
    verdicts.append(linter.verdict(on: ad, in: name, index: index))
  }
  return verdicts
}

/// What `rules` find in the one ad of `text`.
func findings(_ rules: RuleSet, in text: String, as format: String = "text") throws -> [Finding] {
  try verdicts(rules, on: text, as: format).flatMap(\.findings)
}
