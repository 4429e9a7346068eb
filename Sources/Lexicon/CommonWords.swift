/// The words that a misspelling may stand for, in flat tables by their first letter.
///
/// A letter's table is made from ``WordList/common`` when the first word with it is studied.
struct CommonWords: ~Copyable {
  /// A common word.
  struct Word {
    /// Which letters it has, one bit each.
    var letters: UInt32
    var offset: Int32
    var length: UInt8
    var frequency: UInt8
  }

  private var words: [[Word]] = Array(repeating: [], count: 26)

  /// The words with this first letter, those of one length together, short ones first.
  mutating func words(first: UInt8) -> [Word] {
    guard first.isLower else { return [] }
    let index = Int(first - 0x61)
    if words[index].isEmpty { words[index] = Self.read(first: first) }
    return words[index]
  }

  /// The lines of the list for one letter: `a03 act 7`.
  private static func read(first: UInt8) -> [Word] {
    let list = WordList.common
    var words: [Word] = []
    let key = [first]
    var at = list.line(notBefore: key.span)
    while at < list.count, list[at] == first {
      let length = Int(list[at + 1] - 0x30) * 10 + Int(list[at + 2] - 0x30)
      let offset = at + 4
      var letters: UInt32 = 0
      for index in offset..<offset + length { letters |= 1 << UInt32(list[index] & 31) }
      words.append(
        Word(
          letters: letters, offset: Int32(offset), length: UInt8(length),
          frequency: list[offset + length + 1] - 0x30))
      at = offset + length + 2
      while list[at] != 0x0A { at += 1 }
      at += 1
    }
    return words
  }
}

extension CommonWords.Word {
  /// Its letters, where they stand in the list.
  var place: Range<Int> { Int(offset)..<Int(offset) + Int(length) }

  /// Its letters.
  var bytes: [UInt8] { place.map { WordList.common[$0] } }
}
