internal import AdModel

extension Sentence {
  /// Whether the words of a “sentence” are one, and no list whose stops or bullets were lost.
  ///
  /// A list has bullets in it, humps (`skillsGood`, `skills.Good`), or more capitals and commas than
  /// running text has: at most one word in five begins with a capital, and one comma stands for six
  /// words. Equal opportunity clauses are lists, too.
  static func isProse(_ sentence: ByteRange<Prose>, words: [Range<Int>], in prose: [UInt8]) -> Bool
  {
    guard words.count <= longest else { return false }
    var commas = 0
    for at in sentence.lower..<sentence.upper {
      switch prose[at] {
      case UInt8(ascii: ","), UInt8(ascii: ";"): commas += 1
      case UInt8(ascii: "*"), UInt8(ascii: "|"), UInt8(ascii: "\t"): return false
      // “•”
      case 0xE2 where at + 2 < prose.count && prose[at + 1] == 0x80 && prose[at + 2] == 0xA2:
        return false
      case 0x41...0x5A where at > sentence.lower && isHump(at, in: prose): return false
      default: break
      }
    }
    let capitals = words.count { prose[$0.lowerBound].isUpper }
    return commas * 6 <= words.count && capitals * 5 <= words.count + 5
  }

  /// The most words that pass for one sentence: what is longer is a list.
  private static let longest = 120

  /// Whether the capital at `at` follows a small letter, or a stop that follows one.
  private static func isHump(_ at: Int, in prose: [UInt8]) -> Bool {
    switch prose[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      at >= 2 && prose[at - 2].isLower
    default: prose[at - 1].isLower
    }
  }
}
