/// How often words and signs stand in ads, in ads of a hundred.
enum NeedWeight {
  /// So heavy that it is not worth asking for.
  static let most = 70
  /// So heavy that nearly every stretch of a text holds it.
  static let mostNear = 1_000

  static func of(_ keys: Set<NeedKey>) -> Int { keys.reduce(0) { $0 + (known[$1] ?? 1) } }

  static func of(_ near: Needs.Near) -> Int {
    of(near.keys) * min(near.words, near.isOneLine ? 25 : near.words)
  }

  /// What weighs more than 1.
  private static let known: [NeedKey: Int] = {
    var weights: [NeedKey: Int] = [.digit: 90]
    for (weight, words) in CommonWords.bands {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let letters = Array(word.utf8)
        weights[.word(letters)] = weight
        // Many words share two letters.
        weights[.pair(letters)] = min(90, weights[.pair(letters), default: 5] + weight)
      }
    }
    for sign in "-'.,:;()/".utf8 { weights[.sign(sign)] = 80 }
    for sign in "&!$%*+?@|".utf8 { weights[.sign(sign)] = 20 }
    for sign in "’–•£".unicodeScalars { weights[.beyond(sign)] = 25 }
    return weights
  }()
}
