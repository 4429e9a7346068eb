internal import AdModel
public import Patterns

/// Flags runs of blanks that stand where a list or a dash has been lost.
///
/// Sources that strip bullets, dashes and line feeds leave two or more blanks. One finding for an
/// ad, at the first run with the words on both sides. Two blanks behind a full stop are an old
/// typing habit and do not count.
///
/// ```yaml
/// check:
///   blank-runs: {at-least: 3}
/// ```
public struct BlankRuns: Check {
  public static let name = "blank-runs"
  public static let options = ["at-least", "in"]

  enum Scope: String, CaseIterable { case body, title }

  /// The fewest runs that are no accident.
  let least: Int
  let part: Part

  public init(_ options: Options) throws(OptionsError) {
    least = try options.integer("at-least", default: 3)
    part =
      options.has("in")
      ? (try options.choice("in", of: Scope.self) == .title ? .title : .body) : .body
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    var first: ByteRange<Prose>?
    var count = 0
    let (prose, inBody) = (evidence.ad.prose, evidence.scan.blankRuns)
    if part == .body, inBody.count < least { return [] }
    for field in part == .body ? evidence.bodyFields : evidence.fields(part) {
      let starts =
        part == .body ? inBody.inside(field.place) : Self.starts(in: prose, field.place)[...]
      for start in starts {
        guard let run = run(from: Int(start), in: prose, field.place) else { continue }
        count += 1
        if first == nil { first = widened(run, in: prose, field.place) }
      }
    }
    guard let first, count >= least else { return [] }
    return [Hit(first, arguments: ["count": "\(count)"])]
  }

  /// The first blanks of runs of two or more, as ``BodyScan`` finds them in the body.
  private static func starts(in prose: [UInt8], _ place: ByteRange<Prose>) -> [Int32] {
    place.utf8.dropLast().filter { at in
      prose[at] == 0x20 && prose[at + 1] == 0x20 && (at == place.lower || prose[at - 1] != 0x20)
    }.map { Int32($0) }
  }

  /// The run of blanks that begins at `start`, if it stands between words of one line.
  private func run(
    from start: Int, in prose: [UInt8], _ place: ByteRange<Prose>
  ) -> Range<Int>? {
    var at = start
    while at < place.upper, prose[at] == 0x20 { at += 1 }
    guard start > place.lower, at < place.upper, prose[at] != 0x0A else { return nil }
    let before = prose[start - 1]
    let isStop =
      before == UInt8(ascii: ".") || before == UInt8(ascii: "!") || before == UInt8(ascii: "?")
    return before != 0x0A && (!isStop || at - start > 2) ? start..<at : nil
  }

  /// The run with the word before and the word behind it.
  private func widened(
    _ run: Range<Int>, in prose: [UInt8], _ place: ByteRange<Prose>
  ) -> ByteRange<Prose> {
    var lower = run.lowerBound
    while lower > place.lower, prose[lower - 1] > 0x20 { lower -= 1 }
    var upper = run.upperBound
    while upper < place.upper, prose[upper] > 0x20 { upper += 1 }
    return ByteRange(lower, upper)
  }
}
