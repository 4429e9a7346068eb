public import AdModel

/// A word that only one variety of English spells so.
public struct SpellingVariant: Hashable, Sendable {
  public var place: ByteRange<Prose>
  public var isBritish: Bool
  /// Whether it is one of the words that Oxford and Americans write with z: `organize`.
  public var isIze: Bool
}

/// British and American spelling side by side.
extension Court {
  /// All of them, in the order of their places.
  var variants: [SpellingVariant] {
    scan.variants.map {
      SpellingVariant(
        place: ByteRange($0.lower, $0.upper), isBritish: $0.isBritish, isIze: isIse($0))
    }
  }

  /// The words of the rarer variety, where an ad uses both.
  ///
  /// `organize` is American only beside `organise`: with `colour` it is Oxford spelling.
  func mixedVariants(_ english: [Bool]) -> [WordFault] {
    guard scan.variants.contains(where: \.isBritish), !scan.variants.allSatisfy(\.isBritish) else {
      return []
    }
    let hasIse = scan.variants.contains { $0.isBritish && isIse($0) }
    let british = scan.variants.filter(\.isBritish)
    let american = scan.variants.filter {
      !$0.isBritish && (hasIse || !isIse($0)) && !isStyleSheet($0)
    }
    guard !british.isEmpty, !american.isEmpty else { return [] }
    // Canadians write `colour` and `centre`, and yet `organize` and `aluminum`.
    if !hasIse, american.allSatisfy({ isCanadian($0) }) { return [] }
    let rarer = british.count < american.count ? british : american
    return rarer.map { fault(.mixedVariant, $0.lower..<$0.upper, nil, .likely) }
  }

  /// Whether it is a word of style sheets and no prose: `background-color`, `the color property`.
  private func isStyleSheet(_ variant: WordScan.Variant) -> Bool {
    guard text[variant.lower..<variant.upper].elementsEqual("color".utf8) else { return false }
    let next = letters(at: variant.upper + 1)
    return byte(variant.lower - 1) == 0x2D || byte(variant.upper) == 0x3A
      || text[next].elementsEqual("property".utf8) || text[next].elementsEqual("attribute".utf8)
  }

  /// Whether Canadians spell the word so too.
  private func isCanadian(_ variant: WordScan.Variant) -> Bool {
    let word = text[variant.lower..<variant.upper]
    return Self.canadian.contains { word.elementsEqual($0) }
  }

  private static let canadian = [
    "aluminum", "curb", "curbs", "aging", "plow", "plows", "jewelry", "pajamas", "airplane",
    "airplanes",
  ].map { Array($0.utf8) }

  /// Whether the word has one of the endings that Oxford writes with z: `-ise`, `-ising`.
  func isIse(_ variant: WordScan.Variant) -> Bool {
    let word = text[variant.lower..<variant.upper]
    return Self.endings.contains { ending in
      let middle = word.dropLast(ending.count).suffix(2)
      return middle.count == 2 && middle.first == 0x69
        && (middle.last == 0x73 || middle.last == 0x7A)
        && word.suffix(ending.count).elementsEqual(ending)
    }
  }

  private static let endings = [
    "e", "es", "ed", "er", "ers", "ing", "ation", "ations", "ational",
  ].map { Array($0.utf8) }
}
