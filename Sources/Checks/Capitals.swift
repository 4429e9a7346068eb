internal import AdModel
public import Patterns

/// Flags common nouns that have a capital here and none there.
///
/// Only a word in the middle of a sentence counts, between small letters: `our Customers expect`.
/// Points at the first one with a capital, once an ad.
///
/// ```yaml
/// check:
///   capitals: mixed
///   nouns: [customer, customers]
///   at-least: 2       # so many with a capital, and one without
/// ```
public struct Capitals: Check {
  public static let name = "capitals"
  public static let options = ["nouns", "at-least"]

  enum Fault: String, CaseIterable {
    case mixed
  }
  private let nouns: WordSet
  private let least: Int

  public init(_ options: Options) throws(OptionsError) {
    _ = try options.choice("capitals", of: Fault.self)
    nouns = WordSet(try options.texts("nouns"))
    least = try options.integer("at-least", default: 2)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    var capital: [[UInt8]: (first: Range<Int>, count: Int)] = [:]
    var small: Set<[UInt8]> = []
    for field in evidence.bodyFields {
      for word in Words(of: prose, in: field.place) where nouns.has(word, of: prose) {
        guard Self.standsBetweenSmall(word, in: prose) else { continue }
        let letters = prose[word].map(\.folded)
        if prose[word.lowerBound].isUpper {
          capital[letters, default: (word, 0)].count += 1
        } else {
          small.insert(letters)
        }
      }
    }
    let mixed = capital.filter { $0.value.count >= least && small.contains($0.key) }
    guard let first = mixed.values.map(\.first).min(by: { $0.lowerBound < $1.lowerBound }) else {
      return []
    }
    let count = mixed.values.reduce(0) { $0 + $1.count }
    return [Hit(ByteRange(first.lowerBound, first.upperBound), arguments: ["count": "\(count)"])]
  }

  /// Whether a word in small letters stands before it, and one or a stop behind it.
  private static func standsBetweenSmall(_ word: Range<Int>, in prose: [UInt8]) -> Bool {
    guard word.lowerBound >= 2, prose[word.lowerBound - 1] == 0x20,
      prose[word.lowerBound - 2].isLower, word.count < 2 || prose[word.lowerBound + 1].isLower,
      startsSmall(before: word.lowerBound - 1, in: prose)
    else { return false }
    guard word.upperBound + 1 < prose.count else { return true }
    let next = prose[word.upperBound]
    return next == 0x20 && prose[word.upperBound + 1].isLower
      || next == UInt8(ascii: ",") || next == UInt8(ascii: ".")
  }

  private static func startsSmall(before upper: Int, in prose: [UInt8]) -> Bool {
    var lower = upper
    while lower > 0, prose[lower - 1].isLower || prose[lower - 1].isUpper { lower -= 1 }
    return prose[lower].isLower
  }
}
