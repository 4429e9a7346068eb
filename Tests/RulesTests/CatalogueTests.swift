import AdModel
import Checks
import Facts
import Foundation
import Linting
import RuleBook
import RuleText
import Testing

@testable import Patterns

/// What every rule owes its readers.
@Suite struct CatalogueTests {
  static let rules = Catalogue.book.entries

  @Test func `each pattern of each rule is a regular expression`() {
    for entry in Catalogue.entries {
      for pattern in entry.checks.flatMap({ ($0.check as? Phrases)?.all ?? [] }) {
        do {
          try pattern.check()
        } catch {
          Issue.record("\(entry.rule.id): \(error) at \(error.offset) of \(pattern.source)")
        }
      }
    }
  }

  @Test func `each kind of check stands in the table of kinds`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules/FORMAT.md")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
    // Phrases and patterns have a section of their own.
    for name in Checks.all.filter({ $0 != Phrases.self }).flatMap({ $0.names }) {
      #expect(rows.contains { $0.hasPrefix("| `\(name): ") }, "\(name)")
    }
  }

  @Test func `no pattern that is looked for begins with blanks alone`() {
    #expect(!RuleSet(Catalogue.book).patterns.triesEveryBlank)
    let blanks = PatternSet([PatternSet.Group("[ :-]*bread")])
    #expect(blanks.triesEveryBlank)
  }

  @Test func `each id is a theme and a fault and stands once`() {
    let ids = Catalogue.ids
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.wholeMatch(of: #/[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*/#) != nil, "\(id)")
    }
  }

  @Test func `each rule says what is wrong, why, and what to do`() {
    for rule in Self.rules.map(\.rule) {
      #expect(!rule.title.hasSuffix("."), "\(rule.id)")
      #expect(rule.title.count <= 60, "\(rule.id)")
      for sentence in [rule.message, rule.why, rule.instead] {
        #expect(sentence.last.map { ".?!”“»\")".contains($0) } ?? false, "\(rule.id): \(sentence)")
      }
      #expect(rule.message.hasSuffix("."), "\(rule.id): \(rule.message)")
      #expect(!rule.message.hasPrefix("{"), "\(rule.id): \(rule.message)")
      #expect(rule.flags.count >= 1 && rule.passes.count >= 1, "\(rule.id)")
      #expect(rule.isOn || rule.offBecause.count > 10, "\(rule.id)")
      for citation in rule.cites {
        #expect(citation.url?.hasPrefix("https://") ?? true, "\(rule.id)")
      }
    }
  }

  @Test func `each fact that a rule asks for can be stated`() {
    let parsed: Set = [
      "pay", "place", "work-mode", "apply-route", "employer", "title", "contract-type", "hours",
      "closing-date",
    ]
    let known = parsed.union(Catalogue.book.facts.map(\.name))
    for entry in Self.rules {
      for check in entry.checks.map(\.check) {
        let asks =
          (check as? Missing)?.asks ?? (check as? Conflict)?.asks ?? (check as? Signals)?.asks
          ?? (check as? Differs)?.asks ?? []
        #expect(Set(asks).subtracting(known).isEmpty, "\(entry.rule.id)")
      }
    }
  }

  /// The build passes over what is wrong with a rule, and so does the start of a run.
  @Test func `the rule files hold no fault`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules").path
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let files = try names.filter { $0.hasSuffix(".yml") }.sorted().map { name in
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      return (name, try RuleFile.node(of: text, file: name))
    }
    let book = try RuleFileReader.book(of: files)
    #expect(book.entries.map(\.rule.id) == Self.rules.map(\.rule.id))
  }

  @Test func `what is known of a check before it is made is true of it`() {
    for entry in Catalogue.entries {
      for check in entry.checks {
        let groups = check.groups(for: 1, asks: .where)
        let numbers = groups.flatMap { group in
          (0..<group.count).map { place in group.number.map { $0 + place } }
        }
        let areCased = groups.flatMap { Array(repeating: $0.isCased, count: $0.count) }
        #expect(numbers == check.check.wanted.map(\.number), "\(entry.rule.id)")
        #expect(areCased == check.check.wanted.map(\.isCased), "\(entry.rule.id)")
        #expect(
          Array(check.contextNumbers) == check.check.contexts.compactMap(\.number),
          "\(entry.rule.id)")
      }
    }
  }

  /// The code is used as it is: were it of another pattern, a rule would find what that one says.
  @Test func `the build has compiled each pattern as a run would`() {
    var seen: Set<Int> = []
    for check in Catalogue.entries.flatMap(\.checks) {
      let wanted = check.groups(for: 1, asks: .where).flatMap { group in
        (0..<group.count).map { group.pattern($0) }
      }
      for pattern in wanted + check.check.contexts.map(\.pattern) {
        guard let number = pattern.number else { continue }
        let index = Catalogue.book.index
        let made = pattern.serialized(isAnchored: index.knowsBeginning(of: number))
        let baked = unsafe index.codes.withSerialized(number) { unsafe Array($0) }
        #expect(baked != nil && baked == made.map { $0.head + $0.code }, "\(pattern.source)")
        seen.insert(number)
      }
    }
    #expect(Set(0..<Catalogue.book.index.count).subtracting(seen).isEmpty)
  }

  @Test func `the build has numbered every pattern that is looked for`() {
    for entry in Self.rules {
      let wanted = entry.checks.flatMap(\.check.wanted)
      #expect(wanted.allSatisfy { $0.number != nil }, "\(entry.rule.id)")
    }
  }

  @Test func `each fact has examples`() {
    for fact in Catalogue.book.facts {
      #expect(!fact.flags.isEmpty && !fact.passes.isEmpty, "\(fact.name)")
    }
  }

  @Test func `each profile says why and names rules that there are`() {
    #expect(!Catalogue.book.profiles.isEmpty)
    for profile in Catalogue.book.profiles {
      #expect(Catalogue.book.unknownNames(in: profile) == [], "\(profile.name)")
      #expect(profile.why.hasSuffix(".") && !profile.title.hasSuffix("."), "\(profile.name)")
    }
  }
}
