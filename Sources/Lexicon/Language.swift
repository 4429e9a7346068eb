/// The language of a passage or an ad, as far as its small words show.
public enum Language: Int, Sendable, CaseIterable {
  case en, de, fr, es, sv, nl, it, pt, da, no, pl, fi
  /// Nobody can tell.
  case und

  /// The BCP 47 tag.
  public var tag: String { "\(self)" }

  /// Languages that use the small word `word`, one bit each.
  static func users(of word: Span<UInt8>) -> UInt64 {
    guard let line = WordList.languages.value(of: word) else { return 0 }
    var lanes: UInt64 = 0
    for tag in line.split(separator: 0x20) {
      let name = String(decoding: tag, as: UTF8.self)
      if let language = allCases.first(where: { $0.tag == name }) {
        lanes |= 1 << UInt64(language.rawValue * LanguageCount.width)
      }
    }
    return lanes
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

  var counts = [Int](repeating: 0, count: 12)

  mutating func add(_ lanes: UInt64) {
    guard lanes != 0 else { return }
    for index in counts.indices {
      counts[index] += Int(lanes >> UInt64(index * Self.width)) & 31
    }
  }

  mutating func add(_ other: LanguageCount) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  var english: Int { counts[0] }

  /// The language with the most small words; English where two have as many.
  var language: Language {
    let most = counts.max() ?? 0
    guard most > 0, let index = counts.firstIndex(of: most) else { return .und }
    return Language(rawValue: index) ?? .und
  }
}
