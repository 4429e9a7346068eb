internal import AdModel
public import Patterns

/// Flags words in capitals, one after another.
///
/// Runs of abbreviations (“HTML CSS SQL”) are no shouting: some of the words must be longer than
/// abbreviations are.
///
/// ```yaml
/// check:
///   capital-run: {words: 4}
/// ```
public struct CapitalRun: Check {
  public static let name = "capital-run"
  public static let options = ["words"]

  /// The fewest words that are shouting.
  let limit: Int

  public init(_ options: Options) throws(OptionsError) {
    limit = try options.integer("words", default: 4)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    var hits: [Hit] = []
    let prose = evidence.ad.prose
    let words = evidence.scan.words
    for block in evidence.bodyBlocks where block.kind == .paragraph || block.kind == .item {
      var run = Run()
      for word in words.inside(block.place) {
        if !word.letters.contains(.small), word.letters.contains(.capital) {
          if run.count > 0, breaks(prose[run.end..<Int(word.lower)]) { close(&run, &hits) }
          run.add(word.range)
        } else if run.count > 0, word.letters == .digit {
          continue
        } else {
          close(&run, &hits)
        }
      }
      close(&run, &hits)
    }
    return hits
  }

  private struct Run {
    var lower = 0
    /// The end of what to point at.
    var upper = 0
    /// The end of the last word.
    var end = 0
    var count = 0
    var long = 0

    mutating func add(_ word: Range<Int>) {
      if count == 0 { lower = word.lowerBound }
      // The “A” of “CALL US TODAY A vacancy” begins the next sentence.
      if word.count > 1 || count == 0 { upper = word.upperBound }
      end = word.upperBound
      count += 1
      if word.count >= 4 { long += 1 }
    }
  }

  /// Whether what stands between two words parts them: a list of abbreviations is no sentence.
  private func breaks(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
  }

  private func close(_ run: inout Run, _ hits: inout [Hit]) {
    // A whole sentence has more small words than a line such as “CALL US TODAY”.
    let isLong = run.long * 2 >= run.count || run.long >= 4 && run.long * 5 >= run.count * 2
    if run.count >= limit, isLong {
      hits.append(Hit(ByteRange(run.lower, run.upper), arguments: ["count": "\(run.count)"]))
    }
    run = Run()
  }
}
