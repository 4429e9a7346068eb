/// The language of a passage or an ad, as far as its small words show.
public enum Language: Int, Sendable, CaseIterable {
  case en, de, fr, es, sv, nl, it, pt, da, no, pl, fi
  /// Nobody can tell.
  case und
  /// One that is not written in Latin letters (ISO 639-3: a language without a code of its own).
  case mis

  /// The BCP 47 tag.
  public var tag: String { Self.tags[rawValue] }

  /// The name in English.
  public var name: String {
    switch self {
    case .en: "English"
    case .de: "German"
    case .fr: "French"
    case .es: "Spanish"
    case .sv: "Swedish"
    case .nl: "Dutch"
    case .it: "Italian"
    case .pt: "Portuguese"
    case .da: "Danish"
    case .no: "Norwegian"
    case .pl: "Polish"
    case .fi: "Finnish"
    case .und: "an unknown language"
    case .mis: "a language of another script"
    }
  }

  /// The tags, in the order of the cases.
  private static let tags = [
    "en", "de", "fr", "es", "sv", "nl", "it", "pt", "da", "no", "pl", "fi", "und", "mis",
  ]

  /// The most bytes of a small word of the list.
  static let longestSmallWord = 12

  /// Languages that use the small word `word`, one bit each.
  static func users(of word: Span<UInt8>) -> UInt64 {
    guard let line = WordList.languages.value(of: word) else { return 0 }
    var users: UInt64 = 0
    for tag in line.split(separator: 0x20) {
      if let index = tags.firstIndex(where: { tag.elementsEqual($0.utf8) }) {
        users |= 1 << UInt64(index)
      }
    }
    return users
  }
}

/// How many small words of each language a passage has.
///
/// While a line is read, the counts stand side by side in one integer, five bits each, so that a
/// word costs one addition.
struct LanguageCount: Sendable {
  /// The bits of one count.
  static let width = 5
  /// The most words before the counts must be spread.
  static let capacity = 31

  /// One word of each of `languages` (a bit each) as counts that stand side by side.
  ///
  /// Without a branch: a processor guesses wrong at every other word whether it is a small one.
  @inline(__always)
  static func lanes(_ languages: UInt64) -> UInt64 {
    spread(languages & 15) | spread(languages >> 4 & 15) << 20 | spread(languages >> 8 & 15) << 40
  }

  /// Four bits, ``width`` apart.
  @inline(__always)
  private static func spread(_ bits: UInt64) -> UInt64 { bits &* 0x1111 & 0x8421 }

  /// The counts, by the raw value of the language.
  private(set) var counts = SIMD16<UInt16>()

  /// Adds the counts that stand side by side in `lanes`.
  mutating func add(_ lanes: UInt64) {
    guard lanes != 0 else { return }
    for index in 0..<Language.und.rawValue {
      counts[index] &+= UInt16(truncatingIfNeeded: lanes >> UInt64(index * Self.width)) & 31
    }
  }

  mutating func add(_ other: LanguageCount) { counts &+= other.counts }

  var english: Int { Int(counts[0]) }

  /// The most small words of any language.
  var most: Int { Int(counts.max()) }

  /// The language with the most small words; English where two have as many.
  var language: Language {
    guard most > 0 else { return .und }
    let index = (0..<Language.und.rawValue).first { Int(counts[$0]) == most }
    return index.flatMap(Language.init(rawValue:)) ?? .und
  }
}
