internal import AdModel
public import Patterns

/// Flags an ad that speaks of “we” much more than of “you”.
///
/// Points at the first “we”, once an ad.
///
/// ```yaml
/// check:
///   pronouns: we-heavy
///   at-least: 8       # so many of “we, our, us”
///   times: 3          # … and so many for each “you, your”
/// ```
public struct Pronouns: Check {
  public static let name = "pronouns"
  public static let options = ["at-least", "times"]

  enum Fault: String, CaseIterable {
    case weHeavy = "we-heavy"
  }
  let least: Int
  let times: Int

  public init(_ options: Options) throws(OptionsError) {
    _ = try options.choice("pronouns", of: Fault.self)
    least = try options.integer("at-least", default: 8)
    times = try options.integer("times", default: 3)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    // “US” the country is among these.
    let most = evidence.vocabulary.count(of: Self.we)
    guard most >= least, most > evidence.vocabulary.count(of: Self.you) * times else { return [] }
    var first: BodyWord?
    var counts = (we: 0, you: 0)
    for word in evidence.scan.words {
      if Self.we.has(word), !Self.isCountry(word, in: evidence.ad.prose) {
        counts.we += 1
        if first == nil, Self.subjects.has(word) { first = word }
      } else if Self.you.has(word) {
        counts.you += 1
      }
    }
    guard let first, counts.we >= least, counts.we > counts.you * times else { return [] }
    return [
      Hit(first.place, arguments: ["count": "\(counts.we)", "you": "\(counts.you)"])
    ]
  }

  /// “US”, the country.
  private static func isCountry(_ word: BodyWord, in prose: [UInt8]) -> Bool {
    word.count == 2 && word.letters == .capital && prose[Int(word.upper) - 1] == UInt8(ascii: "S")
  }

  private static let subjectForms = [
    "we", "we're", "we’re", "we've", "we’ve", "we'll", "we’ll",
  ]
  private static let subjects = WordSet(subjectForms)
  private static let we = WordSet(subjectForms + ["our", "ours", "us"])
  private static let you = WordSet([
    "you", "you're", "you’re", "you've", "you’ve", "you'll", "you’ll", "you'd", "you’d", "your",
    "yours", "yourself",
  ])
}
