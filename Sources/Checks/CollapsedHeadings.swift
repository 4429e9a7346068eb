internal import AdModel
public import Patterns

/// Flags headings that stand in the middle of a line, because the line breaks around them are lost.
///
/// A heading is a few words with capitals before a colon. It counts where one of them is a word of
/// headings, or where a run of blanks behind the colon shows that a line ended there. At the start
/// of a line it is where it should be, and a sentence that ends the block may well begin with one word of
/// headings: “Benefits: medical, dental, a pension.”
///
/// ```yaml
/// check:
///   collapsed-headings: [responsibilities, profile]   # words of headings, in small letters
/// ```
public struct CollapsedHeadings: Check {
  public static let name = "collapsed-headings"

  private let known: WordSet

  /// The most words of a heading.
  private static let longest = 5
  /// The fewest words before it on its line: with less, they are a part of the heading.
  private static let fewest = 4

  public init(_ options: Options) throws(OptionsError) {
    known = WordSet(try options.texts("collapsed-headings"))
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let (prose, colons) = (evidence.ad.prose, evidence.scan.colons)
    if colons.isEmpty { return [] }
    var hits: [Hit] = []
    for block in evidence.bodyBlocks where block.kind == .paragraph || block.kind == .item {
      for at in colons.inside(block.place).lazy.map({ Int($0) }) where at + 1 < block.place.upper {
        guard let start = heading(endingAt: at, in: prose, block.place, evidence.scan.words) else {
          continue
        }
        hits.append(Hit(ByteRange(start, at + 1)))
      }
    }
    return hits
  }

  /// Where the heading begins whose colon is at `colon`, if there is one in the middle of a line.
  private func heading(
    endingAt colon: Int, in prose: [UInt8], _ block: ByteRange<Prose>, _ words: [BodyWord]
  ) -> Int? {
    /// The word before `end`, unless more than a blank, a comma or a stroke stands between.
    func word(before end: Int) -> Range<Int>? {
      var upper = end
      while upper > block.lower, end - upper < 4, !Words.isLetter(prose[upper - 1]) { upper -= 1 }
      var lower = upper
      while lower > block.lower, Words.isLetter(prose[lower - 1]) { lower -= 1 }
      return lower < upper && (upper == colon || Self.isJoined(prose[upper..<end]))
        ? lower..<upper : nil
    }
    var label: [Range<Int>] = []
    while label.count < Self.longest, let word = word(before: label.last?.lowerBound ?? colon) {
      guard prose[word.lowerBound].isUpper || Self.joints.has(word, of: prose) else {
        break
      }
      // “in Europe KEY SKILLS:”: capitals end where small letters begin.
      if let last = label.first, isCapitals(last, in: prose) != isCapitals(word, in: prose),
        word.count > 3
      {
        break
      }
      label.append(word)
    }
    // “and Skills:” begins with no heading.
    while let first = label.last, !prose[first.lowerBound].isUpper { label.removeLast() }
    guard let start = label.last?.lowerBound, start > block.lower,
      !Words.isLetter(prose[start - 1]), prose[start - 1] != 0x0A
    else { return nil }
    let isKnown = label.contains { known.has($0, of: prose) }
    let isEndOfLine = colon + 2 < block.upper && prose[colon + 2] == 0x20
    guard isKnown || isEndOfLine && label.count > 1,
      label.count > 1 || isEndOfLine || !isSentence(behind: colon, in: prose, block),
      let first = words.place(Self.fewest, before: start), first >= block.lower,
      !prose[first..<start].contains(0x0A)
    else { return nil }
    return start
  }

  /// Whether a sentence in small letters, of no more than a few lines, goes on behind `colon` and is the
  /// last of `block`.
  private func isSentence(
    behind colon: Int, in prose: [UInt8], _ block: ByteRange<Prose>
  ) -> Bool {
    let stop = UInt8(ascii: ".")
    guard colon + 2 < block.upper, block.upper - colon <= Self.longestSentence,
      prose[colon + 1] == 0x20, prose[colon + 2].isLower
    else { return false }
    for at in colon + 2..<block.upper - 1 where prose[at] == stop && prose[at + 1] == 0x20 {
      return false
    }
    return prose[block.upper - 1] == stop
  }

  /// The most bytes of a sentence, so that a block with many headings is not read once for each.
  private static let longestSentence = 400

  /// Small words within a heading: “Knowledge and Skills”.
  private static let joints = WordSet([
    "and", "of", "or", "for", "the", "to", "in", "your", "you", "we",
  ])

  /// Whether the words of a heading go on across `gap`.
  private static func isJoined(_ gap: ArraySlice<UInt8>) -> Bool {
    switch gap.count {
    case 1: gap.first == 0x20 || gap.first == UInt8(ascii: "/")
    case 2: gap.first == UInt8(ascii: ",") && gap.last == 0x20
    case 3: gap.elementsEqual([0x20, 0x26, 0x20]) || gap.elementsEqual([0x20, 0x2F, 0x20])
    default: false
    }
  }

  private func isCapitals(_ word: Range<Int>, in prose: [UInt8]) -> Bool {
    !prose[word].contains { $0.isLower }
  }
}
