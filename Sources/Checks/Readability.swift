internal import AdModel
public import Patterns

/// Flags text that is hard to read, by counting.
///
/// ```yaml
/// check:
///   readability: long-sentence     # the longest one; or question-stack
///   limit: 45                      # words of a sentence; questions among the first sentences
///   unless: [without regard to]    # phrases of sentences that may be long
/// ```
public struct Readability: Check {
  public static let name = "readability"
  public static let options = ["limit", "unless"]

  enum Fault: String, CaseIterable {
    case longSentence = "long-sentence"
    case questionStack = "question-stack"
  }
  let fault: Fault
  let limit: Int
  let unless: [Pattern]

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("readability", of: Fault.self)
    limit = try options.integer("limit", default: fault == .longSentence ? 45 : 3)
    unless = try options.texts("unless").map { Pattern($0, isPhrase: true) }
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    let sentences = evidence.sentences
    switch fault {
    case .longSentence:
      var longest: (count: Int, hit: Hit)?
      for sentence in sentences where sentence.count > limit * 3 {
        let words = evidence.scan.words.inside(sentence)
        // So many words are a list that has lost its bullets and stops.
        guard words.count > limit, words.count <= limit * 2, words.count > longest?.count ?? 0,
          isOne(sentence, in: prose),
          // So many capitals are the labels and values of a form.
          words.count(where: { prose[Int($0.lower)].isUpper }) * 3 < words.count,
          let last = words.prefix(5).last, !matcher.matchesAny(of: unless, in: sentence, prose)
        else { continue }
        // Runs of blanks and lost stops make “sentences” of whole lists.
        if prose.containsBlankRun { return [] }
        let arguments = ["count": "\(words.count)", "limit": "\(limit)"]
        let first = ByteRange<Prose>(sentence.lower, Int(last.upper))
        longest = (words.count, Hit(first, arguments: arguments))
      }
      return longest.map { [$0.hit] } ?? []
    case .questionStack:
      // A question mark behind a blank is a bullet that was lost.
      let questions = sentences.prefix(5).filter { sentence in
        prose[sentence.upper - 1] == UInt8(ascii: "?") && sentence.count > 1
          && prose[sentence.upper - 2] > 0x20
      }
      guard questions.count >= limit, let last = questions.last else { return [] }
      return [
        Hit(
          ByteRange(questions[0].lower, last.upper), arguments: ["count": "\(questions.count)"])
      ]
    }
  }

  /// Whether the words are one sentence: no label, bullet or lost blank parts them.
  private func isOne(_ sentence: ByteRange<Prose>, in prose: [UInt8]) -> Bool {
    for at in sentence.utf8.dropFirst() {
      let byte = prose[at]
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "*"): return false
      // The second of the three bytes of •.
      case 0x80 where prose[at - 1] == 0xE2 && at + 1 < prose.count && prose[at + 1] == 0xA2:
        return false
      default:
        let before = prose[at - 1]
        if byte.isUpper, before.isLower || before == UInt8(ascii: ".") || before == 0x29 {
          return false
        }
      }
    }
    return true
  }
}

extension [UInt8] {
  /// Whether two blanks stand side by side anywhere.
  fileprivate var containsBlankRun: Bool {
    var wasBlank = false
    for byte in self {
      if byte == 0x20, wasBlank { return true }
      wasBlank = byte == 0x20
    }
    return false
  }
}
