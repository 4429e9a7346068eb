public import AdModel

/// What the words of an ad show: its language, and which of them are wrong.
///
/// Only the title and the body are read, and of them nothing that is no prose: addresses, file
/// names, tags, code, tokens with digits, short words in capitals. A passage that is not English
/// has no wrong words but those that stand twice or run together behind a sign.
public struct WordReport: Sendable {
  /// The language of the ad.
  public var language: Language
  /// What is wrong, in the order of the places; none lies inside another, apart from mixed variants.
  public var faults: [WordFault]
  /// The words of English passages that only British or only American English spells so.
  public var variants: [SpellingVariant]
  private var passages: [(lower: Int, language: Language)]

  /// Reads the words of `ad`.
  ///
  /// - Parameters:
  ///   - known: words that are right whatever they look like: brands, the words of a team.
  ///   - cache: what is known of the words of other ads; kept from ad to ad.
  public init(on ad: Ad, known: [String] = [], cache: inout WordCache) {
    var scan = WordScan()
    let parts: [Part] = [.title, .body]
    for field in ad.fields where parts.contains(field.part) {
      scan.read(ad.prose.span, field.place.lower, field.place.upper, &cache)
    }
    let court = Court(ad: ad, known: known, scan: scan)
    language = court.language
    variants = court.variants
    passages = scan.lines.map { ($0.lower, court.isEnglish($0) ? .en : $0.count.language) }
    faults = court.faults(&cache)
  }

  /// The language of the passage (paragraph, item, line) that holds byte `offset` of the prose.
  public func language(at offset: Int) -> Language {
    passages.last(from: offset, \.lower)?.language ?? language
  }
}

extension Language {
  /// The language of `ad`.
  public static func of(_ ad: Ad, cache: inout WordCache) -> Language {
    WordReport(on: ad, cache: &cache).language
  }
}
