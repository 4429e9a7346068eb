import AdModel

/// Names in small letters: “a nanny in brighton”. They are looked for only where an ad names no workplace
/// otherwise.
extension Gazetteer {
  /// The larger towns that the title and the text of `ad` name in small letters behind a word such as
  /// “in”, or in the title behind a mark; none whose name is an English word or a first name.
  mutating func smallNames(in ad: Ad) -> [Hit] {
    var names: [Hit] = []
    for (index, field) in ad.fields.enumerated()
    where field.part == .title || field.part == .body {
      names += smallNames(in: ad.prose, field.place.utf8, field: index, part: field.part)
    }
    return names
  }

  private mutating func smallNames(
    in text: [UInt8], _ range: Range<Int>, field: Int, part: Part
  ) -> [Hit] {
    var names: [Hit] = []
    var index = range.lowerBound
    var isBehindCue = false
    while index < range.upperBound {
      guard Letters.letter(text, index, range.upperBound).width > 0 else {
        if !Letters.isBlank(text[index]) {
          isBehindCue = part == .title && Self.titleMarks.contains(text[index])
        }
        index += 1
        continue
      }
      let word = Word(text, at: index, end: range.upperBound)
      index = word.end
      let isExpected = isBehindCue
      isBehindCue = Self.smallCues.contains(word.hash)
      guard isExpected, !word.isCapitalised, word.letters > 3, isFree(text, word, range.upperBound)
      else { continue }
      let opening = opening(with: word, text)
      let first = candidates.count
      if !opening.lines.isEmpty,
        let hit = longest(
          text, word, opening, range.upperBound, field: field, anyCase: true),
        isLargeTown(hit)
      {
        names.append(hit)
        index = max(index, hit.end)
      } else {
        candidates.removeLast(candidates.count - first)
      }
    }
    return names
  }

  private func isLargeTown(_ hit: Hit) -> Bool {
    hit.marks.isDisjoint(with: [.word, .firstName])
      && candidates[hit.places].contains {
        $0.kind == .town && $0.population >= Self.leastPeople(words: hit.words)
      }
  }

  /// The people of a town whose name of so many `words` in small letters is hardly ever something else.
  private static func leastPeople(words: Int) -> Int { words > 1 ? 10_000 : 40_000 }

  private static let smallCues = Word.hashes("in near around central")
  private static let titleMarks: Set<UInt8> = [0x28, 0x2C, 0x2D, 0x2F, 0x7C]
}
