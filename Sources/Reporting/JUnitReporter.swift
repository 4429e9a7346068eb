public import AdModel

/// Writes the XML of JUnit, which every build server shows: a suite for each file, a test case for
/// each finding, and one that passes for each clean ad.
///
/// Errors and warnings are failures; notes are skipped cases, since they never make a test red;
/// what could not be read is an error of the suite. A suite says in front how many cases it has,
/// so its cases are kept until it is full or its file ends; a long file has several suites.
public struct JUnitReporter: Reporter {
  public static let name = "junit"

  /// The bytes of a suite from which on a new one is begun.
  private static let suiteSize = 1 << 20

  private let options: ReportOptions
  private var rules: [String: Rule] = [:]
  private var suite = JUnitSuite(name: "")

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    rules = Dictionary(run.rules.map { ($0.id, $0) }) { first, _ in first }
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    out += "\(MarkupText.tag("testsuites", ["name": Project.name]))\n".utf8
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {
    suite = JUnitSuite(name: options.path(file.source.name))
  }

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    if verdict.findings.isEmpty {
      let record = Placing(verdict.ad.record, in: file, .scalars)
      suite.pass(verdict.ad.id, line: record.start.line)
    }
    var told: [String: Int] = [:]
    for finding in verdict.findings {
      told[finding.rule, default: 0] += 1
      let number = told[finding.rule, default: 1]
      let name = "\(verdict.ad.id) · \(finding.rule)\(number == 1 ? "" : " #\(number)")"
      let place = Placing(finding.place, in: file, .scalars)
      if finding.level == .note {
        suite.skip(name, line: place.start.line, because: finding.message)
      } else {
        suite.fail(name, place, finding, because: rules[finding.rule]?.why ?? "")
      }
    }
    if suite.cases.count >= Self.suiteSize { suite.write(to: &out) }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    let place = Placing(of: problem, in: file, .scalars)
    if file != nil {
      suite.add(problem, line: place.start.line)
    } else {
      var lost = JUnitSuite(name: problem.file.isEmpty ? Project.name : options.path(problem.file))
      lost.add(problem, line: place.start.line)
      lost.write(to: &out)
    }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) { suite.write(to: &out) }

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    out += "</testsuites>\n".utf8
  }
}

/// The test cases of a file that are not written yet, and their numbers.
private struct JUnitSuite: Sendable {
  /// The path of the file.
  let name: String
  private(set) var cases: [UInt8] = []
  private var tests = 0
  private var failures = 0
  private var errors = 0
  private var skipped = 0

  init(name: String) { self.name = name }

  /// Writes the suite and empties it; one without cases is not written.
  mutating func write(to out: inout [UInt8]) {
    guard tests > 0 else { return }
    let attributes: KeyValuePairs = [
      "name": name, "tests": "\(tests)", "failures": "\(failures)", "errors": "\(errors)",
      "skipped": "\(skipped)", "time": "0",
    ]
    out += " \(MarkupText.tag("testsuite", attributes))\n".utf8
    out += cases
    out += " </testsuite>\n".utf8
    self = JUnitSuite(name: name)
  }

  mutating func pass(_ name: String, line: Int) { add(name, line: line) }

  mutating func skip(_ name: String, line: Int, because message: String) {
    skipped += 1
    add(name, line: line, MarkupText.tag("skipped", ["message": message], isEmpty: true))
  }

  mutating func fail(_ name: String, _ place: Placing, _ finding: Finding, because why: String) {
    failures += 1
    // Each line begins with a word of ours, so that no log takes it for a command.
    var lines = ["At \(self.name):\(place.start.line):\(place.start.column), \(finding.level)"]
    if !finding.isNowhere { lines.append("Words: \(finding.words)") }
    if !why.isEmpty { lines.append("Why: \(why)") }
    if !finding.suggestion.isEmpty { lines.append("Instead: \(finding.suggestion)") }
    add(
      name, line: place.start.line,
      MarkupText.tag("failure", ["type": finding.rule, "message": finding.message])
        + lines.map(MarkupText.escaped).joined(separator: "\n") + "</failure>")
  }

  mutating func add(_ problem: Problem, line: Int) {
    errors += 1
    let attributes: KeyValuePairs = ["type": problem.rule, "message": problem.message]
    add(problem.rule, line: line, MarkupText.tag("error", attributes, isEmpty: true))
  }

  private mutating func add(_ name: String, line: Int, _ content: String = "") {
    tests += 1
    let attributes: KeyValuePairs = [
      "classname": self.name, "name": name, "file": self.name, "line": "\(line)", "time": "0",
    ]
    let tag = MarkupText.tag("testcase", attributes, isEmpty: content.isEmpty)
    cases += "  \(tag)\(content.isEmpty ? "" : content + "</testcase>")\n".utf8
  }
}
