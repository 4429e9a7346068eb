internal import AdModel
public import Patterns

/// Flags text that is hard to read, by counting.
///
/// ```yaml
/// check:
///   readability: long-sentence     # the longest sentence, once an ad
///   # question-stack               # questions among the first five sentences
///   # hard                         # the Flesch–Kincaid grade of the ad
///   # passive                      # sentences in the passive, of a hundred
///   limit: 45                      # words, questions, years of school, of a hundred
///   least: 100                     # words; a shorter ad is not judged; for `hard` and `passive`
/// ```
public struct Readability: Check {
  public static let name = "readability"
  public static let options = ["limit", "least"]

  enum Fault: String, CaseIterable {
    case longSentence = "long-sentence"
    case questionStack = "question-stack"
    case hard, passive

    /// The limit where a rule names none.
    var limit: Int {
      switch self {
      case .longSentence: 45
      case .questionStack: 3
      case .hard: 17
      case .passive: 35
      }
    }
  }
  let fault: Fault
  let limit: Int
  /// The fewest words of an ad that is judged as a whole.
  let least: Int

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("readability", of: Fault.self)
    limit = try options.integer("limit", default: fault.limit)
    least = try options.integer("least", default: 100)
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
      return longest(of: sentences, in: prose)
    case .hard, .passive:
      if prose.containsBlankRun { return [] }
      return wholeAd(sentences, of: prose)
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

extension Readability {
  /// The first words of the sentence with the most words, where they are too many.
  private func longest(of sentences: [ByteRange<Prose>], in prose: [UInt8]) -> [Hit] {
    var longest: (count: Int, hit: Hit)?
    for sentence in sentences where sentence.count > limit * 3 {
      let words = Array(Words(of: prose, in: sentence))
      guard words.count > limit, words.count > longest?.count ?? 0,
        Sentence.isProse(sentence, words: words, in: prose)
      else { continue }
      let first = ByteRange<Prose>(sentence.lower, words[4].upperBound)
      let arguments = ["count": "\(words.count)", "limit": "\(limit)"]
      longest = (words.count, Hit(first, arguments: arguments))
    }
    return longest.map { [$0.hit] } ?? []
  }

  /// The hardest sentence of an ad that is too hard, or the first passive one where many are.
  private func wholeAd(_ sentences: [ByteRange<Prose>], of prose: [UInt8]) -> [Hit] {
    var grade = ReadingGrade()
    for sentence in sentences { grade.add(sentence, of: prose) }
    guard grade.words >= least, grade.sentences >= 4 else { return [] }
    switch fault {
    case .hard:
      guard grade.tenths > limit * 10, let sentence = hardest(of: sentences, in: prose) else {
        return []
      }
      let words = Array(Words(of: prose, in: sentence).prefix(5))
      let first = ByteRange<Prose>(sentence.lower, words.last?.upperBound ?? sentence.upper)
      return [Hit(first, arguments: ["count": "\(grade.tenths / 10)", "limit": "\(limit)"])]
    case .passive:
      let passive = sentences.filter { Passive.isPassive($0, of: prose) }
      guard passive.count * 100 > grade.sentences * limit, let first = passive.first else {
        return []
      }
      let share = passive.count * 100 / grade.sentences
      return [Hit(first, arguments: ["count": "\(share)", "limit": "\(limit)"])]
    case .longSentence, .questionStack: return []
    }
  }
}

extension Readability {
  private func hardest(
    of sentences: [ByteRange<Prose>], in prose: [UInt8]
  ) -> ByteRange<Prose>? {
    var hardest: (tenths: Int, sentence: ByteRange<Prose>)?
    for sentence in sentences where sentence.count >= 30 {
      var grade = ReadingGrade()
      grade.add(sentence, of: prose)
      if grade.tenths > hardest?.tenths ?? 0 { hardest = (grade.tenths, sentence) }
    }
    return hardest?.sentence
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
