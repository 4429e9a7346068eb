internal import AdModel
internal import Lexicon
internal import RuleBook

/// Ads that a rule is for: their languages and their ways of writing, a bit each.
struct AdKinds: Sendable {
  private var languages: UInt32
  private var markups: UInt8

  /// Those of the rule `entry`.
  init(_ entry: RuleEntry) {
    languages = entry.languages.isEmpty ? .max : 0
    for tag in entry.languages {
      if let known = Language.allCases.first(where: { $0.tag == tag }) {
        languages |= Self.bit(of: known)
      }
    }
    markups = entry.markups.isEmpty ? .max : entry.markups.reduce(0) { $0 | Self.bit(of: $1) }
  }

  /// The one kind of ad that `ad` is, which is written in `language`.
  init(of ad: Ad, language: Language) {
    languages = Self.bit(of: language)
    markups = Self.bit(of: ad.markup)
  }

  /// Whether an ad of the kind `ad` is among these.
  func include(_ ad: AdKinds) -> Bool {
    languages & ad.languages != 0 && markups & ad.markups != 0
  }

  private static func bit(of language: Language) -> UInt32 { 1 << UInt32(language.rawValue) }

  private static func bit(of markup: Markup) -> UInt8 {
    switch markup {
    case .text: 1
    case .markdown: 2
    case .html: 4
    }
  }
}
