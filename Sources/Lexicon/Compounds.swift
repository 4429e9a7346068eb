/// The parts that words with a hyphen begin or end with (``WordList/hyphens``): `self-`, `-based`.
enum Compounds {
  /// After how many letters of `word` a first part of up to 8 letters ends: bit 4 for `self`.
  static func firsts(of word: Span<UInt8>) -> UInt64 {
    var places: UInt64 = 0
    for part in firsts where part[0] == word[0] && part.count <= 8 && part.count <= word.count {
      if part.indices.allSatisfy({ part[$0] == word[$0] }) { places |= 1 << UInt64(part.count) }
    }
    return places
  }

  /// After how many letters of `word` a last part of up to 10 letters begins.
  static func lasts(of word: Span<UInt8>) -> UInt64 {
    var places: UInt64 = 0
    for part in lasts where part.count <= 10 && part.count <= word.count {
      let start = word.count - part.count
      if part.indices.allSatisfy({ part[$0] == word[start + $0] }) { places |= 1 << UInt64(start) }
    }
    return places
  }

  private static let lines = WordList.hyphens.lines.split(separator: 0x0A).filter {
    $0.first != 0x23
  }
  private static let firsts = lines.filter { $0.last == 0x2D }.map { Array($0.dropLast()) }
  private static let lasts = lines.filter { $0.first == 0x2D }.map { Array($0.dropFirst()) }
}
