internal import AdModel
internal import Patterns

extension Matcher {
  /// Whether any of `patterns` matches somewhere in `place` of `prose`.
  mutating func matchesAny(
    of patterns: [Pattern], in place: ByteRange<Prose>, _ prose: [UInt8]
  ) -> Bool {
    guard !patterns.isEmpty,
      let text = try? UTF8Span(validating: prose.span.extracting(place.utf8))
    else { return false }
    for pattern in patterns where match(pattern, in: text, from: 0) != nil { return true }
    return false
  }
}
