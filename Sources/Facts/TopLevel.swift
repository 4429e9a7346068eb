/// The endings of domain names that job ads use.
extension Passage {
  /// The end of a known ending such as `com` or `co.uk` that starts right after the dot at `dot`.
  func topLevelEnd(after dot: Int) -> Int? {
    guard self[dot] == 0x2E, let first = label(at: dot + 1) else { return nil }
    let kind = Self.endings[Word.key(bytes[first].lazy.map(\.lowercase))]
    if self[first.upperBound] == 0x2E, let second = label(at: first.upperBound + 1),
      second.count == 2, kind & 2 != 0
    {
      return second.upperBound
    }
    return kind & 1 != 0 ? first.upperBound : nil
  }

  /// The letters at `start`, up to a capital that follows a small one (“acme.comContact”).
  func label(at start: Int) -> Range<Int>? {
    var end = start
    while self[end].isLetter, end - start < 24 {
      if end > start, self[end].isUppercase, self[end - 1].isLowercase { break }
      end += 1
    }
    return end - start >= 2 ? start..<end : nil
  }

  /// 1: an ending by itself; 2: one that a country may follow.
  private static let endings = WordTable([
    (
      """
      com org net info biz edu gov mil int jobs careers uk ie us ca au nz eu de fr es it nl be at ch se
      no dk fi pl pt in sg hk jp cn za ae io co ai app dev tech agency recruitment london scot wales
      care health online site me tv academy group global consulting solutions engineering eco coop
      cz hu ro gr lu ru tr br mx il ph my th pk
      """, 1
    ),
    ("co com org ac gov nhs net ltd plc sch edu police me", 2),
  ])
}
