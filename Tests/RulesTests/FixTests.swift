import AdModel
import Linting
import Reading
import RuleBook
import Testing

/// What a rule writes for the words that it flags.
@Suite struct FixTests {
  static let ids = Catalogue.entries.filter { entry in
    entry.rule.flags.contains { $0.becomes != nil }
  }.map(\.rule.id)

  @Test(arguments: ids)
  func `mends its examples and then has nothing to say`(id: String) throws {
    let entry = Catalogue.entry(id)
    var linter = Catalogue.linter(of: entry)
    for wrapping in [Wrapping.text, .windowsText, .prefixedText] {
      for example in entry.rule.flags {
        guard let becomes = example.becomes else { continue }
        let parts = entry.rule.parts
        let mended = Example(text: becomes)
        guard let before = try wrapping.wrap(Sample(example, parts: parts))?.bytes,
          let wanted = try wrapping.wrap(Sample(mended, parts: parts))?.bytes
        else { continue }
        let verdicts = try linter.verdicts(in: before, as: "text")
        let after = before.mended(by: verdicts.flatMap(\.findings.rewordings))
        #expect(after == wanted, "\(String(decoding: after, as: UTF8.self))")
        #expect(try linter.findings(in: after, as: "text").isEmpty)
      }
    }
  }

  @Test func `each rule with a fix shows one`() {
    let silent = Catalogue.entries.filter { entry in
      !entry.remedy.isEmpty && entry.rule.flags.allSatisfy { $0.becomes == nil }
    }
    #expect(silent.map(\.rule.id) == [])
  }
}

extension Findings {
  /// What is to be written, as a text spells it.
  fileprivate var rewordings: [Fix] {
    rows.compactMap { row in
      row.rewording.map { edit in
        Fix(
          place: edit.place,
          replacement: String(decoding: remarks[edit.replacement.utf8], as: UTF8.self),
          applicability: edit.applicability)
      }
    }
  }
}

extension [UInt8] {
  /// With the edits of `fixes` made.
  func mended(by fixes: [Fix]) -> [UInt8] {
    var bytes = self
    for fix in fixes.sorted(by: { $0.place.lower > $1.place.lower }) {
      bytes.replaceSubrange(fix.place.utf8, with: fix.replacement.utf8)
    }
    return bytes
  }
}
