internal import AdModel
public import Patterns

/// Flags two blanks in the middle of a sentence, where a dash has been lost.
///
/// Such as “our managers  this team”, “8am  4pm” or “Monday  Friday”. In an ad with many runs of
/// blanks most of them stand for bullets: there only a figure between figures counts, and a small
/// word that begins a clause.
///
/// ```yaml
/// check:
///   lost-dash: [this, which, we]   # words that begin a clause
///   joints: [and, of, the]         # words that go on: two blanks beside one are a slip
///   runs: 3                        # so many runs of blanks are many
/// ```
public struct LostDashes: Check {
  public static let name = "lost-dash"
  public static let options = ["joints", "runs"]

  private let openers: Set<[UInt8]>
  private let joints: Set<[UInt8]>
  private let many: Int

  public init(_ options: Options) throws(OptionsError) {
    openers = Set(try options.texts("lost-dash").map { Array($0.utf8) })
    joints = Set(try options.texts("joints").map { Array($0.utf8) })
    many = try options.integer("runs", default: 3)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    var places: [ByteRange<Prose>] = []
    var clauses: [ByteRange<Prose>] = []
    var runs = 0
    for field in evidence.bodyFields {
      for run in evidence.scan.blankRuns.inside(field.place) {
        // A blank that opens the field stands behind nothing.
        let start = max(Int(run), field.place.lower + 1)
        guard start + 2 < field.place.upper, prose[start + 1] == 0x20 else { continue }
        runs += 1
        let at = start + 2
        guard prose[at] != 0x20,
          let place = words(around: start..<at, in: prose, field.place),
          !joints.contains(Array(prose[place.lower..<start])),
          !joints.contains(Array(prose[at..<place.upper]))
        else { continue }
        places.append(place)
        let isClause = prose[start - 1].isLower && openers.contains(Array(prose[at..<place.upper]))
        if isClause || prose[at].isDigit && prose[place.lower].isDigit { clauses.append(place) }
      }
    }
    return (runs < many ? places : clauses).map { Hit($0) }
  }

  /// The words on both sides, if there are some; a mask is a word too.
  private func words(
    around run: Range<Int>, in prose: [UInt8], _ field: ByteRange<Prose>
  ) -> ByteRange<Prose>? {
    var lower = run.lowerBound
    while lower > field.lower,
      Words.isLetter(prose[lower - 1]) || prose[lower - 1] & 0xC0 == 0x80
        || prose[lower - 1] == 0x2A
    {
      lower -= 1
    }
    // A sign of several bytes is no word.
    while lower < run.lowerBound, prose[lower] & 0xC0 == 0x80 { lower += 1 }
    var upper = run.upperBound
    while upper < field.upper,
      Words.isLetter(prose[upper]) || upper > run.upperBound && prose[upper] & 0xC0 == 0x80
    {
      upper += 1
    }
    guard lower < run.lowerBound, run.upperBound < upper, !prose[run.lowerBound - 1].isUpper
    else { return nil }
    // “Normal  0” comes from a word processor's settings.
    let isFigure = prose[run.upperBound].isDigit
    return !isFigure || prose[lower].isDigit || prose[lower] == 0x2A
      ? ByteRange(lower, upper) : nil
  }
}
