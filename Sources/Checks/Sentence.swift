import AdModel

/// Finds where sentences begin and end, well enough to tell what a phrase is about.
enum Sentence {
  /// The sentence around `place` within `field`, in bytes of `prose`.
  ///
  /// It ends at a line feed, or at `.`, `!` or `?` before blanks and a capital, a quote or a
  /// bracket; it reaches no more than ``reach`` bytes beyond `place` on either side.
  static func around(
    _ place: ByteRange<Prose>, in prose: [UInt8], field: ByteRange<Prose>
  ) -> ByteRange<Prose> {
    var lower = place.lower
    let least = max(field.lower, place.lower - reach)
    while lower > least, !ends(before: lower, in: prose, upTo: place.lower) { lower -= 1 }
    while lower > least, prose[lower] & 0xC0 == 0x80 { lower -= 1 }
    var upper = place.upper
    let most = min(field.upper, place.upper + reach)
    while upper < most, !isEnd(upper, in: prose, upTo: field.upper) { upper += 1 }
    while upper < most, prose[upper] & 0xC0 == 0x80 { upper += 1 }
    return ByteRange(lower, upper)
  }

  /// The sentences of `place`, without the blanks between them.
  static func all(in prose: [UInt8], _ place: ByteRange<Prose>) -> [ByteRange<Prose>] {
    var all: [ByteRange<Prose>] = []
    var start = place.lower
    var at = start
    func close(_ upper: Int) {
      var lower = start
      while lower < upper, prose[lower] <= 0x20 { lower += 1 }
      if lower < upper { all.append(ByteRange(lower, upper)) }
    }
    while at < place.upper {
      if isEnd(at, in: prose, upTo: place.upper) {
        close(prose[at] == 0x0A ? at : at + 1)
        start = at + 1
      }
      at += 1
    }
    close(place.upper)
    return all
  }

  /// How far to look, in bytes: longer sentences are lists without stops.
  static let reach = 600

  private static func ends(before at: Int, in prose: [UInt8], upTo upper: Int) -> Bool {
    isEnd(at - 1, in: prose, upTo: upper + 1)
  }

  private static func isEnd(_ at: Int, in prose: [UInt8], upTo upper: Int) -> Bool {
    switch prose[at] {
    case 0x0A: return true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      var next = at + 1
      // A blank, or a no-break space: C2 A0.
      while next < upper, next < prose.count, [0x20, 0xC2, 0xA0].contains(prose[next]) { next += 1 }
      guard next > at + 1, next < prose.count else { return false }
      switch prose[next] {
      case 0x41...0x5A, UInt8(ascii: "\""), UInt8(ascii: "("): return true
      case 0xE2:
        return next + 2 < prose.count && prose[next + 1] == 0x80 && prose[next + 2] == 0x9C
      default: return false
      }
    default: return false
    }
  }
}
