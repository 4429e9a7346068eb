internal import AdModel
public import Patterns

/// Flags the title where it stands once more at the end of the text, behind the last sentence.
///
/// ```yaml
/// check:
///   title-again: at-end
///   before: [this job was]       # or in front of such a footer
/// ```
public struct TitleAgain: Check {
  public static let name = "title-again"
  public static let options = ["before"]

  enum Place: String, CaseIterable { case atEnd = "at-end" }
  private let footers: [Pattern]

  /// How far from the end a footer may begin, in bytes.
  private static let reach = 200
  /// The fewest letters of a title that says what it is.
  private static let least = 8

  public init(_ options: Options) throws(OptionsError) {
    _ = try options.choice("title-again", of: Place.self)
    footers = try options.texts("before").map { Pattern($0, isPhrase: true) }
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    guard evidence.isUTF8, let title = evidence.title,
      let field = evidence.bodyFields.last(where: { !$0.place.isEmpty })?.place
    else { return [] }
    let end = footer(in: field, of: prose, &matcher) ?? field.upper
    guard let place = Self.again(title, before: end, from: field.lower, in: prose) else {
      return []
    }
    return [Hit(place)]
  }

  /// Where a footer begins near the end of `field`, whose prose is UTF-8.
  private func footer(
    in field: ByteRange<Prose>, of prose: [UInt8], _ matcher: inout Matcher
  ) -> Int? {
    let text = unsafe UTF8Span(unchecked: prose.span.extracting(field.utf8))
    var start = max(field.lower, field.upper - Self.reach)
    while start < field.upper, prose[start] & 0xC0 == 0x80 { start += 1 }
    for pattern in footers {
      if let match = matcher.match(pattern, in: text, from: start - field.lower) {
        return field.lower + match.words.lowerBound
      }
    }
    return nil
  }

  /// The words before `end` that have the letters of `title`, read from behind.
  private static func again(
    _ title: ByteRange<Prose>, before end: Int, from start: Int, in prose: [UInt8]
  ) -> ByteRange<Prose>? {
    var at = end
    var upper: Int?
    var letters = 0
    for index in title.utf8.reversed() where isLetter(prose[index]) {
      while at > start, !isLetter(prose[at - 1]) { at -= 1 }
      guard at > start, prose[at - 1].folded == prose[index].folded else { return nil }
      if upper == nil { upper = at }
      at -= 1
      letters += 1
    }
    guard letters >= least, let upper, endsSentence(before: at, from: start, in: prose) else {
      return nil
    }
    return ByteRange(at, upper)
  }

  /// Whether `byte` is a letter or digit, or a part of a sign of several bytes.
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || Words.isLetter(byte) }

  /// Whether a sentence ends right before `place`: a stop, or a line of its own.
  private static func endsSentence(before place: Int, from start: Int, in prose: [UInt8]) -> Bool {
    var at = place
    while at > start, prose[at - 1] == 0x20 { at -= 1 }
    guard at > start else { return false }
    return [0x0A, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(prose[at - 1])
  }
}
