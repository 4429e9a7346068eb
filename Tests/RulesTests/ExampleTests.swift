import AdModel
import Linting
import Reading
import RuleBook
import Testing

/// Every rule does what its examples say, however the ad is written.
@Suite struct ExampleTests {
  @Test(arguments: Catalogue.ids)
  func `flags its marked words and nothing else in every format`(id: String) throws {
    let entry = Catalogue.entry(id)
    var linter = Catalogue.linter(of: entry)
    for wrapping in Wrapping.allCases {
      for (example, isFlagged) in entry.examples {
        let sample = try Sample(example, parts: entry.rule.parts)
        guard entry.reads(sample, wrapping), let wrapped = wrapping.wrap(sample) else { continue }
        let findings = try linter.findings(in: wrapped.bytes, as: wrapping.format)
        let places = findings.map(\.place.utf8)
        let isRight =
          isFlagged && example.marks.isEmpty ? !places.isEmpty : places == wrapped.marks
        if !isRight { tell(id, wrapping, wrapped, places) }
      }
    }
  }

  @Test(arguments: Catalogue.ids)
  func `finds the same without the single pass`(id: String) throws {
    let entry = Catalogue.entry(id)
    var linter = Catalogue.linter(of: entry)
    var oracle = Catalogue.linter(of: entry, usesTriggers: false)
    for (example, _) in entry.examples {
      let sample = try Sample(example, parts: entry.rule.parts)
      for wrapping in [Wrapping.prefixedText, .html] {
        guard let wrapped = wrapping.wrap(sample) else { continue }
        let found = try linter.findings(in: wrapped.bytes, as: wrapping.format)
        #expect(try oracle.findings(in: wrapped.bytes, as: wrapping.format) == found)
      }
    }
  }

  private func tell(
    _ id: String, _ wrapping: Wrapping, _ wrapped: Marked, _ found: [Range<Int>]
  ) {
    func quoted(_ places: [Range<Int>]) -> String {
      places.map { "“\(String(decoding: wrapped.bytes[$0], as: UTF8.self))”" }
        .joined(separator: ", ")
    }
    let file = String(decoding: wrapped.bytes, as: UTF8.self)
    Issue.record(
      "\(id) as \(wrapping): \(quoted(found)) instead of \(quoted(wrapped.marks)) in \(file)")
  }
}

extension RuleEntry {
  /// All examples, with whether they are flagged.
  var examples: [(Example, Bool)] {
    rule.flags.map { ($0, true) } + rule.passes.map { ($0, false) }
  }

  /// Whether the rule reads ads of the markup in which `sample` comes.
  func reads(_ sample: Sample, _ wrapping: Wrapping) -> Bool {
    let markup: Markup =
      switch sample.form {
      case .html: .html
      case .markdown: .markdown
      case .words, .text, .json: wrapping.markup
      }
    return markups.isEmpty || markups.contains(markup)
  }
}

extension Linter {
  /// The findings in the one ad of a file of `bytes`.
  mutating func findings(in bytes: [UInt8], as format: String) throws -> [Finding] {
    try verdicts(in: bytes, as: format).flatMap(\.findings)
  }

  /// What the rules say of all ads of a file of `bytes`.
  mutating func verdicts(in bytes: [UInt8], as format: String) throws -> [Verdict] {
    let file = SourceFile(name: "ad", text: bytes)
    let reader = try Readers.reader(for: file, forced: format)
    var verdicts: [Verdict] = []
    var repeats = Repeats(rules)
    for (index, record) in reader.records(in: file).enumerated() {
      let ad = try reader.ad(from: record, in: file)
      verdicts.append(verdict(on: ad, in: file.name, index: index))
      repeats.settle(&verdicts[index])
    }
    return verdicts
  }
}
