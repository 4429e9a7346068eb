/// How well an ad wants a language to be known.
///
/// Levels are those of the Common European Framework (CEFR, Council of Europe 2001). Words for them
/// are wider: each stands for the levels that its usual descriptions cover.
public struct LanguageLevel: Hashable, Sendable {
  public enum Level: Int, Hashable, Sendable, CaseIterable, Comparable {
    case a1, a2, b1, b2, c1, c2

    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// The language as a BCP 47 tag, such as `de`.
  public var language: String
  /// The levels that the words can mean.
  public var levels: ClosedRange<Level>
  /// Whether it is asked for as the speaker's first one.
  public var isNative: Bool
  public var need: Need?

  /// What the words say of the first language that they name; `nil` without a language or a level.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    guard let tag = words.plain.lazy.compactMap({ Self.tags[$0] }).first,
      let levels = Self.code(words) ?? Self.said(words)
    else { return nil }
    language = tag
    self.levels = levels
    isNative = words.holds(anyOf: Self.natives)
    need = Need(words)
  }

  /// Whether both can be asked of one person: they speak of two languages, or of one level.
  public func agrees(with other: LanguageLevel) -> Bool {
    if need != other.need, need == .wished || other.need == .wished { return true }
    return language != other.language || levels.overlaps(other.levels)
  }

  /// “B2”, “C1/C2”, “B1–B2”
  private static func code(_ words: TermWords) -> ClosedRange<Level>? {
    var named: [Level] = []
    for (index, word) in words.plain.enumerated() {
      guard let level = codes[word] else { continue }
      let after = index + 1 < words.plain.count ? words.plain[index + 1] : ""
      // “C1 licence” is one to drive a lorry.
      if !vehicles.contains(after) { named.append(level) }
    }
    guard let least = named.min(), let most = named.max() else { return nil }
    return least...most
  }

  private static func said(_ words: TermWords) -> ClosedRange<Level>? {
    let said = ladder.first { step in
      step.words.contains { phrase in
        words.places(of: phrase).contains { place in
          let after = place.upperBound < words.plain.count ? words.plain[place.upperBound] : ""
          return !others.contains(after)
        }
      }
    }
    return said?.levels
  }

  private static let codes: [String: Level] = [
    "a1": .a1, "a2": .a2, "b1": .b1, "b2": .b2, "c1": .c1, "c2": .c2,
  ]
  private static let vehicles: Set<String> = [
    "licence", "license", "driver", "driving", "category",
  ]
  private static let natives = ["native", "mother tongue", "first language", "muttersprache"]

  /// The words for each step, the higher ones and the more telling first.
  private static let ladder: [(words: [String], levels: ClosedRange<Level>)] = [
    (natives + ["bilingual"], .c2 ... .c2),
    (["full professional", "near native"], .c1 ... .c2),
    (["upper intermediate"], .b2 ... .b2),
    (
      ["professional working", "business level", "business fluent", "working knowledge"],
      .b2 ... .c1
    ),
    (["fluent", "fluency", "fluently", "verhandlungssicher"], .b2 ... .c2),
    (["advanced"], .c1 ... .c1),
    (["business", "professional"], .b2 ... .c1),
    (["conversational", "intermediate"], .b1 ... .b2),
    (["basic", "elementary", "beginner", "beginners"], .a1 ... .a2),
    (["proficient", "proficiency"], .c1 ... .c2),
  ]

  /// What makes the words speak of something else: “native apps”, “business development”.
  private static let others: Set<String> = [
    "american", "americans", "apps", "app", "mobile", "development", "analyst", "manager", "unit",
    "partner", "administration", "management", "skills", "studies", "title", "bank",
  ]

  private static let tags: [String: String] = [
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "dutch": "nl", "flemish": "nl", "portuguese": "pt", "welsh": "cy", "irish": "ga",
    "gaelic": "gd", "polish": "pl", "swedish": "sv", "danish": "da", "norwegian": "nb",
    "finnish": "fi", "mandarin": "cmn", "chinese": "zh", "cantonese": "yue", "japanese": "ja",
    "korean": "ko", "arabic": "ar", "russian": "ru", "turkish": "tr", "hebrew": "he",
    "hindi": "hi", "punjabi": "pa", "urdu": "ur", "bengali": "bn", "tamil": "ta",
    "romanian": "ro", "czech": "cs", "hungarian": "hu", "greek": "el", "ukrainian": "uk",
    "gujarati": "gu", "vietnamese": "vi", "thai": "th", "tagalog": "tl", "deutsch": "de",
    "englisch": "en", "französisch": "fr", "bsl": "bfi", "auslan": "asf", "asl": "ase",
  ]
}
