internal import AdModel
public import Patterns

/// Flags text that is hard to read, by counting.
///
/// ```yaml
/// check:
///   readability: long-sentence     # or question-stack
///   limit: 45                      # words of a sentence; questions among the first sentences
/// ```
public struct Readability: Check {
  public static let name = "readability"
  public static let options = ["limit"]

  enum Fault: String, CaseIterable {
    case longSentence = "long-sentence"
    case questionStack = "question-stack"
  }
  let fault: Fault
  let limit: Int

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("readability", of: Fault.self)
    limit = try options.integer("limit", default: fault == .longSentence ? 45 : 3)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    let sentences = evidence.sentences
    switch fault {
    case .longSentence:
      // Runs of blanks and lost stops make “sentences” of whole lists.
      if prose.containsBlankRun { return [] }
      return sentences.compactMap { sentence in
        guard sentence.count > limit * 3 else { return nil }
        let words = Array(Words(of: prose, in: sentence))
        guard words.count > limit else { return nil }
        let first = ByteRange<Prose>(sentence.lower, words[4].upperBound)
        return Hit(first, arguments: ["count": "\(words.count)", "limit": "\(limit)"])
      }
    case .questionStack:
      let questions = sentences.prefix(5).filter { prose[$0.upper - 1] == UInt8(ascii: "?") }
      guard questions.count >= limit, let last = questions.last else { return [] }
      return [
        Hit(
          ByteRange(questions[0].lower, last.upper), arguments: ["count": "\(questions.count)"])
      ]
    }
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
