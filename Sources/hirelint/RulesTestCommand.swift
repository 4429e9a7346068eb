import AdModel
import ArgumentParser
import BundledRules
import Facts
import Linting
import Reading
import RuleBook

/// `hirelint rules test`: tries the examples of rules of your own.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Try the examples of your own rules.",
    discussion: """
      Each rule must hit exactly the marked words of its “flags”, write what “becomes” says, and say \
      nothing of its “passes”. Leaves with 1 if one does not, and with 2 if a file is wrong.
      """)

  @Argument(help: "Rule files, or folders of such.")
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The day on which the examples are judged, such as 2026-11-21.", valueName: "date"))
  var asOf: CalendarDate?

  func run() throws {
    var options = try RuleOptions.parse(["--no-config"])
    let bundled = try options.book(for: options.settings, withExamples: false)
    options.rules = paths
    let book = try options.book(for: options.settings)
    let known = Set(bundled.entries.map(\.rule.id))
    let mine = book.entries.filter { !known.contains($0.rule.id) }
    if mine.isEmpty {
      throw Failure(message: "there is no rule in \(paths.joined(separator: ", "))")
    }
    var out = ""
    var (failed, count) = (0, 0)
    let own = RuleBook(entries: mine, facts: book.facts, index: book.index, lawIndex: book.lawIndex)
    let set = RuleSet(own) { _ in true }
    var linter = Linter(set, today: asOf ?? .today)
    for entry in mine {
      // Alone, so that no other rule claims its words.
      linter.follow(set.adapted(to: own) { $0.id == entry.rule.id })
      for trial in ExampleTrial.all(of: entry.rule) {
        count += 1
        guard let fault = trial.fault(&linter) else { continue }
        failed += 1
        out += "\(entry.origin): \(entry.rule.id) \(fault)\n"
      }
    }
    let rules = counted(mine.count, "rule")
    out += "\(rules), \(counted(count, "example")), \(failed) wrong.\n"
    try Output.write(Array(out.utf8), to: 1, name: "standard output")
    if failed > 0 { throw ExitCode(ExitStatus.gate) }
  }
}

/// One example of a rule, tried on an ad.
struct ExampleTrial {
  let example: Example
  let isFlagged: Bool
  private let rule: Rule

  /// The trials of all examples of `rule`.
  static func all(of rule: Rule) -> [ExampleTrial] {
    rule.flags.map { ExampleTrial(example: $0, isFlagged: true, rule: rule) }
      + rule.passes.map { ExampleTrial(example: $0, isFlagged: false, rule: rule) }
  }

  /// What is wrong with what `linter`, which has this rule only, says of the example.
  func fault(_ linter: inout Linter) -> String? {
    let (findings, words, file) = findings(in: example.text, &linter)
    let marked = example.marks.map { "“\(String(decoding: bytes[$0], as: UTF8.self))”" }
    let told = words.map { "“\($0)”" }.joined(separator: ", ")
    let text = "in “\(example.text)”"
    if !isFlagged { return findings.isEmpty ? nil : "should pass, but flags \(told) \(text)" }
    if findings.isEmpty { return "flags nothing \(text)" }
    let shift = file.lead
    let places = findings.map { $0.place.lower - shift..<$0.place.upper - shift }
    if !marked.isEmpty, places != example.marks {
      return "flags \(told) instead of \(marked.joined(separator: ", ")) \(text)"
    }
    guard let becomes = example.becomes else { return nil }
    var mended = file.bytes
    for fix in findings.compactMap(\.fix).sorted(by: { $0.place.lower > $1.place.lower }) {
      mended.replaceSubrange(fix.place.utf8, with: fix.replacement.utf8)
    }
    let got = String(
      decoding: mended.dropFirst(shift).prefix(mended.count - shift - file.tail), as: UTF8.self)
    return got == becomes ? nil : "makes “\(got)” of it instead of “\(becomes)” \(text)"
  }

  private var bytes: [UInt8] { Array(example.text.utf8) }

  /// The example as a file, with how many bytes stand before and behind it.
  private struct File {
    var bytes: [UInt8]
    var lead = 0
    var tail = 0
  }

  private func findings(
    in text: String, _ linter: inout Linter
  ) -> (findings: [Finding], words: [String], file: File) {
    let (file, format) = wrapped(text)
    let source = SourceFile(name: "example", text: file.bytes)
    guard let reader = try? Readers.reader(for: source, forced: format) else {
      return ([], [], file)
    }
    var findings: [Finding] = []
    var repeats = Repeats(linter.rules)
    for (index, record) in reader.records(in: source).enumerated() {
      guard let ad = try? reader.ad(from: record, in: source) else { continue }
      var verdict = linter.verdict(on: ad, in: source.name, index: index)
      repeats.settle(&verdict)
      findings += verdict.findings
    }
    return (findings, findings.map(\.words), file)
  }

  /// The example as an ad: as the markup that it begins with, as labelled lines, or as the text of the
  /// first part that the rule reads.
  private func wrapped(_ text: String) -> (file: File, format: String) {
    let bytes = Array(text.utf8)
    if text.hasPrefix("# ") { return (File(bytes: bytes), "markdown") }
    if text.hasPrefix("<p>") { return (File(bytes: bytes), "html") }
    if text.hasPrefix("{\"") { return (File(bytes: bytes), "ndjson") }
    let isLabelled = Part.allCases.contains { part in
      part.isRead
        && text.hasPrefix("\(part.rawValue.prefix(1).uppercased())\(part.rawValue.dropFirst()): ")
    }
    let part = rule.parts.contains(.body) ? .body : rule.parts.first ?? .body
    if isLabelled || part == .body { return (File(bytes: bytes), "text") }
    let label = Array("\(part.rawValue.prefix(1).uppercased())\(part.rawValue.dropFirst()): ".utf8)
    return (File(bytes: label + bytes + [0x0A], lead: label.count, tail: 1), "text")
  }
}
