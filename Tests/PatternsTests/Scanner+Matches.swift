import Patterns

extension Scanner {
  /// The matches in the texts of one ad, the first of which begins `offset` bytes behind the start of
  /// its prose, in the order of their places.
  mutating func matches(
    in texts: [String], kind: UInt32 = 1, offset: Int = 0
  ) -> [PatternHit] {
    beginAd()
    var prose = [UInt8](repeating: 0x20, count: offset)
    let places = texts.map { text in
      prose += text.utf8
      return prose.count - text.utf8.count..<prose.count
    }
    for place in places { find(in: place, of: prose.span, kind: kind) }
    return askers.flatMap { matches(for: Int($0), in: prose.span) }.sorted()
  }
}
