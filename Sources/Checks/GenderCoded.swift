internal import AdModel
public import Patterns

/// Counts gender-coded words and tells the balance, once an ad.
///
/// Two verdicts: the published one of the gender decoder (the difference of the counts of all stems;
/// Gaucher, Friesen & Kay 2011, doi 10.1037/a0022530), and a corrected one that leaves out what is
/// neutral in job ads (“competitive salary”, “lead” in a title, “child” in care) and asks for a
/// surplus by the length of the ad. Only the corrected one makes a finding.
///
/// ```yaml
/// check:
///   gender-coded: {}
///   masculine: [aggress, ambitio]      # beginnings of words
///   feminine: [affection, collab]
///   neutral: [competitive, leader]     # beginnings that do not count as corrected
///   surplus: 4                         # different words more on one side than on the other
///   per-hundred: 1                     # … and so many for each 100 words of the ad
/// ```
public struct GenderCoded: Check {
  public static let name = "gender-coded"
  public static let options = ["masculine", "feminine", "neutral", "surplus", "per-hundred"]

  private let masculine: [[UInt8]]
  private let feminine: [[UInt8]]
  private let neutral: [[UInt8]]
  private let surplus: Int
  private let perHundred: Int

  public init(_ options: Options) throws(OptionsError) {
    masculine = try options.texts("masculine").map { Array($0.utf8) }
    feminine = try options.texts("feminine").map { Array($0.utf8) }
    neutral = try options.texts("neutral").map { Array($0.utf8) }
    surplus = try options.integer("surplus", default: 4)
    perHundred = try options.integer("per-hundred", default: 1)
  }

  private struct Side {
    var all = 0
    var words: [[UInt8]: ByteRange<Prose>] = [:]
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    var sides = (masculine: Side(), feminine: Side())
    var total = 0
    for field in evidence.fields(.body) {
      for word in Words(of: evidence.ad.prose, in: field.place) {
        total += 1
        // Every stem has four letters or more.
        guard word.count >= 3 else { continue }
        let letters = evidence.ad.prose[word].map(\.folded)
        if masculine.contains(where: letters.starts) { count(letters, word, in: &sides.masculine) }
        if feminine.contains(where: letters.starts) { count(letters, word, in: &sides.feminine) }
      }
    }
    let (more, less, name) =
      sides.masculine.words.count >= sides.feminine.words.count
      ? (sides.masculine, sides.feminine, "masculine")
      : (sides.feminine, sides.masculine, "feminine")
    let net = more.words.count - less.words.count
    guard net >= surplus, net * 100 >= total * perHundred,
      let first = more.words.values.min(by: { $0.lower < $1.lower })
    else { return [] }
    let list = more.words.values.sorted { $0.lower < $1.lower }.map {
      evidence.text($0).lowercased()
    }
    return [
      Hit(
        first,
        arguments: [
          "side": name, "list": list.joined(separator: ", "), "net": "\(net)",
          "published": Self.verdict(sides.masculine.all, sides.feminine.all),
        ])
    ]
  }

  private func count(_ letters: [UInt8], _ word: Range<Int>, in side: inout Side) {
    side.all += 1
    if !neutral.contains(where: letters.starts), side.words[letters] == nil {
      side.words[letters] = ByteRange(word.lowerBound, word.upperBound)
    }
  }

  /// The verdict in the words of the gender decoder.
  static func verdict(_ masculine: Int, _ feminine: Int) -> String {
    switch feminine - masculine {
    case 0: masculine == 0 ? "neutral: no coded words" : "neutral: as many on either side"
    case 4...: "strongly feminine-coded"
    case 1...3: "feminine-coded"
    case -3 ... -1: "masculine-coded"
    default: "strongly masculine-coded"
    }
  }
}
