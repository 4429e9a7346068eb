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
    let bytes = prose.span
    var lower = place.lower
    let least = max(field.lower, place.lower - reach)
    while lower > least, !isEnd(lower - 1, in: bytes, upTo: place.lower + 1) { lower -= 1 }
    while lower > least, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    var upper = place.upper
    let most = min(field.upper, place.upper + reach)
    while upper < most, !isEnd(upper, in: bytes, upTo: field.upper) { upper += 1 }
    while upper < most, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return ByteRange(lower, upper)
  }

  /// Appends the sentences of `place` to `all`, without the blanks between them.
  ///
  /// `stops` are all places in it where a sentence may end, in order: those of ``mayEnd(with:)``.
  static func append(
    to all: inout [ByteRange<Prose>], in prose: [UInt8], _ place: ByteRange<Prose>,
    stops: some Sequence<Int32>
  ) {
    let bytes = prose.span
    var start = place.lower
    func close(_ upper: Int) {
      var lower = start
      while lower < upper, prose[lower] <= 0x20 { lower += 1 }
      if lower < upper { all.append(ByteRange(lower, upper)) }
    }
    for stop in stops {
      let at = Int(stop)
      guard isEnd(at, in: bytes, upTo: place.upper) else { continue }
      close(prose[at] == 0x0A ? at : at + 1)
      start = at + 1
    }
    close(place.upper)
  }

  /// How far to look, in bytes: longer sentences are lists without stops.
  static let reach = 600

  /// Whether a sentence may end with `byte`: what stands behind it decides.
  @inline(__always) static func mayEnd(with byte: UInt8) -> Bool {
    byte == 0x0A || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  @inline(__always) private static func isEnd(
    _ at: Int, in prose: Span<UInt8>, upTo upper: Int
  ) -> Bool {
    mayEnd(with: prose[at]) && (prose[at] == 0x0A || isStop(at, in: prose, upTo: upper))
  }

  /// Whether blanks follow `at`, and then what begins a sentence.
  private static func isStop(_ at: Int, in prose: Span<UInt8>, upTo upper: Int) -> Bool {
    var next = at + 1
    // A blank, or a no-break space: C2 A0.
    while next < min(upper, prose.count),
      prose[next] == 0x20 || prose[next] == 0xC2 || prose[next] == 0xA0
    {
      next += 1
    }
    guard next > at + 1, next < prose.count else { return false }
    switch prose[next] {
    case 0x41...0x5A, UInt8(ascii: "\""), UInt8(ascii: "("): return true
    case 0xE2:
      return next + 2 < prose.count && prose[next + 1] == 0x80 && prose[next + 2] == 0x9C
    default: return false
    }
  }
}
