internal import AdModel
public import Patterns

/// Flags text that stands in the ad twice, word for word.
///
/// Points at the second one: whole statements of some length, or a long run of words wherever it
/// begins. Short calls (“Apply now”) may stand twice.
///
/// ```yaml
/// check:
///   repeated: {words: 8}
/// ```
public struct Repeated: Check {
  public static let name = "repeated"
  public static let options = ["words"]

  /// The fewest words of statements that are looked at.
  let least: Int

  /// From how many words on a run counts though it begins or ends inside a statement.
  private static let long = 20

  /// The fewest different words of what counts as said.
  private static let variety = 5

  public init(_ options: Options) throws(OptionsError) {
    least = max(2, try options.integer("words", default: 8))
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let statements = evidence.statements
    let prose = evidence.ad.prose
    return Self.runs(in: statements, of: prose, least).map { run in
      let first = run.first..<run.first + run.range.count
      return Hit(
        statements.place(of: run.range, in: prose),
        arguments: ["first": evidence.text(statements.place(of: first, in: prose))])
    }
  }

  /// What stands there twice; one repeated paragraph is one run.
  static func runs(
    in statements: Statements, of prose: [UInt8], _ least: Int
  ) -> [Statements.Run] {
    var runs: [Statements.Run] = []
    for run in statements.repeats(of: least) {
      guard let range = bounded(run, statements.words, least),
        isProse(range, statements, prose)
      else { continue }
      if let last = runs.last, last.range.upperBound == range.lowerBound {
        runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        let first = run.first + range.lowerBound - run.range.lowerBound
        runs.append(Statements.Run(first: first, range: range))
      }
    }
    return runs
  }

  /// The part of `run` that is whole statements in both places or, where it is long, in one.
  private static func bounded(
    _ run: Statements.Run, _ words: [Statements.Word], _ least: Int
  ) -> Range<Int>? {
    let shift = run.range.lowerBound - run.first
    func isStart(_ index: Int) -> Bool { words[index].startsStatement }
    func isEnd(_ index: Int) -> Bool { words[index].endsStatement }
    if let start = run.range.first(where: { isStart($0) || isStart($0 - shift) }),
      let end = run.range.last(where: { isEnd($0) || isEnd($0 - shift) }), end + 1 - start >= long
    {
      return start..<end + 1
    }
    if let start = run.range.first(where: { isStart($0) && isStart($0 - shift) }),
      let end = run.range.last(where: { isEnd($0) && isEnd($0 - shift) }), end + 1 - start >= least
    {
      return start..<end + 1
    }
    return run.range.count >= long ? run.range : nil
  }

  /// Whether the words are those of a sentence, not a quotation, code, rows of a timetable or “nbsp nbsp nbsp”.
  private static func isProse(
    _ range: Range<Int>, _ statements: Statements, _ prose: [UInt8]
  ) -> Bool {
    let place = statements.place(of: range, in: prose)
    return Set(statements.words[range].map(\.key)).count >= min(variety, range.count / 2)
      && !statements.isQuoted(range, in: prose)
      && !prose[place.utf8].contains(UInt8(ascii: "{"))
      && numbers(in: prose[place.utf8]) * 3 < range.count
  }

  /// How many words are nothing but figures.
  private static func numbers(in text: ArraySlice<UInt8>) -> Int {
    text.split { !$0.isDigit && !$0.isLower && !$0.isUpper }
      .count { $0.allSatisfy(\.isDigit) }
  }
}

extension Statements {
  /// Words that have stood before: `first` is where, `range` where again.
  struct Run {
    var first: Int
    var range: Range<Int>
  }

  /// The longest runs of `least` words or more that have stood before, in order.
  func repeats(of least: Int) -> [Run] {
    guard words.count >= least * 2 else { return [] }
    var table = KeyTable(count: words.count)
    var runs: [Run] = []
    var power: UInt64 = 1
    for _ in 1..<least { power = power &* Self.base }
    var key = words[..<least].reduce(0) { $0 &* Self.base &+ $1.key }
    var free = 0
    for index in 0...words.count - least {
      if index > 0 {
        key = (key &- words[index - 1].key &* power) &* Self.base &+ words[index + least - 1].key
      }
      guard index >= free else { continue }
      let first = table.first(key, at: index)
      guard first + least <= index else { continue }
      let count = length(first, index)
      guard count >= least else { continue }
      runs.append(Run(first: first, range: index..<index + count))
      free = index + count
    }
    return runs
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// How many words from `first` and from `later` on are the same, within a field.
  private func length(_ first: Int, _ later: Int) -> Int {
    var count = 0
    while later + count < words.count, first + count < later,
      words[first + count].key == words[later + count].key,
      count == 0 || !words[later + count].startsField
    {
      count += 1
    }
    return count
  }
}
