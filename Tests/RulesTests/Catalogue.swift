import AdModel
import BundledRules
import Facts
import Linting
import Reading
import RuleBook

/// The bundled rules, and the facts as if they were rules: both carry examples.
enum Catalogue {
  static let book: RuleBook = {
    do {
      return try BundledRules.book()
    } catch {
      fatalError("\(error)")
    }
  }()

  static let entries: [RuleEntry] = book.entries + book.facts.map(\.entry)

  static let ids: [String] = entries.map(\.rule.id)

  /// The day on which all examples are judged.
  static let today = CalendarDate(year: 2026, month: 11, day: 21)!

  static func entry(_ id: String) -> RuleEntry { entries.first { $0.rule.id == id }! }

  /// The ad that a text with labels such as `Title:` is.
  static func ad(of text: String) throws -> Ad {
    let file = SourceFile(name: "ad.txt", text: Array(text.utf8))
    let reader = try Readers.reader(for: file)
    return try reader.ad(from: ByteRange(0, file.text.count), in: file)
  }

  /// A linter of one rule only, so that no other claims its words.
  static func linter(of entry: RuleEntry, usesTriggers: Bool = true) -> Linter {
    let alone = RuleBook(
      entries: [entry], facts: book.facts, index: book.index, lawIndex: book.lawIndex)
    return Linter(RuleSet(alone) { _ in true }, today: today, usesTriggers: usesTriggers)
  }
}

extension PhraseFact {
  /// The fact as a rule that flags where it is said.
  fileprivate var entry: RuleEntry {
    // Its patterns are numbered with those of the rules by law, or with the others.
    let rule = Rule(
      id: isByLaw ? "law/fact-\(name)" : "fact/\(name)", title: what, message: "{words}", why: what,
      instead: what, level: .note,
      parts: parts, flags: flags, passes: passes)
    return RuleEntry(rule: rule, checks: [check], origin: origin)
  }
}
