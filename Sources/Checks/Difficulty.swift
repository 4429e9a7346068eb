internal import AdModel
public import Patterns

/// Flags an ad that is hard to read as a whole.
///
/// Only sentences of prose count; points at the hardest one, or at the first passive one.
///
/// ```yaml
/// check:
///   difficulty: hard     # by the years of school that it asks for
///   # passive            # by the share of its sentences in the passive
///   limit: 17            # years of school, sentences of a hundred
///   least: 100           # words; a shorter ad is not judged
/// ```
public struct Difficulty: Check {
  public static let name = "difficulty"
  public static let options = ["limit", "least"]

  enum Fault: String, CaseIterable {
    case hard, passive
  }
  private let fault: Fault
  private let limit: Int
  private let least: Int

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("difficulty", of: Fault.self)
    limit = try options.integer("limit", default: fault == .hard ? 17 : 35)
    least = try options.integer("least", default: 100)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    let sentences = evidence.sentences
    var grade = ReadingGrade()
    for sentence in sentences { grade.add(sentence, of: prose) }
    guard grade.words >= least, grade.sentences >= 4 else { return [] }
    switch fault {
    case .hard:
      guard grade.tenths > limit * 10, let sentence = hardest(of: sentences, in: prose) else {
        return []
      }
      return [hit(sentence, in: prose, count: grade.tenths / 10)]
    case .passive:
      let passive = sentences.filter { Passive.isPassive($0, of: prose) }
      guard passive.count * 100 > grade.sentences * limit, let first = passive.first else {
        return []
      }
      return [hit(first, in: prose, count: passive.count * 100 / grade.sentences)]
    }
  }

  /// Its first five words, which are enough to find it.
  private func hit(_ sentence: ByteRange<Prose>, in prose: [UInt8], count: Int) -> Hit {
    let words = Array(Words(of: prose, in: sentence).prefix(5))
    let first = ByteRange<Prose>(sentence.lower, words.last?.upperBound ?? sentence.upper)
    return Hit(first, arguments: ["count": "\(count)", "limit": "\(limit)"])
  }

  private func hardest(of sentences: [ByteRange<Prose>], in prose: [UInt8]) -> ByteRange<Prose>? {
    var hardest: (tenths: Int, sentence: ByteRange<Prose>)?
    for sentence in sentences where sentence.count >= 30 {
      var grade = ReadingGrade()
      grade.add(sentence, of: prose)
      if grade.tenths > hardest?.tenths ?? 0 { hardest = (grade.tenths, sentence) }
    }
    return hardest?.sentence
  }
}
