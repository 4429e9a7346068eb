internal import AdModel

/// The words around a place that tell how the words in it are meant.
struct Surroundings {
  /// The words of the sentence or line that holds the place.
  let sentence: TermWords
  /// Whether what the place names is required or wished for: by the words before it in its clause,
  /// by those behind, by the rest of its sentence, or by the last heading.
  let need: Need?

  init?(of place: ByteRange<Prose>, in ad: Ad) {
    guard let field = ad.field(at: place.lower)?.place else { return nil }
    func words(_ lower: Int, _ upper: Int) -> TermWords { TermWords(ad.prose[lower..<upper]) }
    let clause = Self.stretch(around: place, in: ad.prose, field, Set(",;\n".utf8))
    let line = Self.stretch(around: place, in: ad.prose, field, Set("\n".utf8))
    sentence = words(line.lower, line.upper)
    let behind = words(place.upper, clause.upper)
    need =
      Need(behind: behind.first(Self.near)) ?? Need(words(clause.lower, place.lower))
      ?? Need(behind: behind) ?? Need(sentence) ?? Self.heading(of: place, in: ad, field)
  }

  /// How many words behind a place count more than those before it: “minimum 3 years is preferred”.
  private static let near = 3

  /// What the last heading before `place` says, or the last short line that serves as one.
  private static func heading(
    of place: ByteRange<Prose>, in ad: Ad, _ field: ByteRange<Prose>
  ) -> Need? {
    for block in ad.blocks.reversed()
    where block.place.upper <= place.lower && block.place.lower >= field.lower {
      let isHeading = if case .heading = block.kind { true } else { false }
      let isLine = block.kind == .paragraph && block.place.count <= longestHeading
      guard isHeading || isLine else { continue }
      let need = Need(TermWords(ad.prose[block.place.utf8]))
      if need != nil || isHeading { return need }
    }
    return nil
  }

  /// The longest line that is taken for a heading, in bytes.
  private static let longestHeading = 48

  /// How far a sentence is followed to either side, in bytes.
  private static let reach = 160

  /// The bytes around `place` up to one of `ends`, or a stop before a blank, on either side.
  private static func stretch(
    around place: ByteRange<Prose>, in prose: [UInt8], _ field: ByteRange<Prose>, _ ends: Set<UInt8>
  ) -> ByteRange<Prose> {
    func isEnd(_ at: Int) -> Bool {
      ends.contains(prose[at])
        || prose[at] == 0x2E && (at + 1 >= field.upper || prose[at + 1].isBlank)
    }
    var lower = place.lower
    while lower > max(field.lower, place.lower - reach), !isEnd(lower - 1) { lower -= 1 }
    var upper = place.upper
    while upper < min(field.upper, place.upper + reach), !isEnd(upper) { upper += 1 }
    return ByteRange(lower, upper)
  }
}
