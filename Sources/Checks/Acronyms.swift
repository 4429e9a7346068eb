internal import AdModel
public import Patterns

/// Flags an ad with several abbreviations that it never spells out.
///
/// An abbreviation is a word of two to six capitals, perhaps with an s. It is spelled out where it
/// stands in brackets, or where a bracket follows it. Points at the first one, once an ad.
///
/// ```yaml
/// check:
///   acronyms: unexplained
///   known: [UK, HR, SQL]   # what every reader of ads knows
///   at-least: 4            # so many different ones
/// ```
public struct Acronyms: Check {
  public static let name = "acronyms"
  public static let options = ["known", "at-least"]

  enum Fault: String, CaseIterable {
    case unexplained
  }
  private let known: WordSet
  private let least: Int

  public init(_ options: Options) throws(OptionsError) {
    _ = try options.choice("acronyms", of: Fault.self)
    known = WordSet(try options.texts("known"))
    least = try options.integer("at-least", default: 4)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    var places: [ArraySlice<UInt8>: Range<Int>] = [:]
    var explained: Set<ArraySlice<UInt8>> = []
    for block in evidence.bodyBlocks where block.kind != .code {
      for word in Words(of: prose, in: block.place) {
        guard let letters = Self.letters(of: word, in: prose),
          !known.has(letters, of: prose), !Self.standsInCapitals(word, in: prose)
        else { continue }
        let name = prose[letters]
        if Self.isExplained(word, in: prose) { explained.insert(name) }
        if places[name] == nil { places[name] = word }
      }
    }
    for name in explained { places[name] = nil }
    guard places.count >= least else { return [] }
    let inOrder = places.values.sorted { $0.lowerBound < $1.lowerBound }
    let list = inOrder.prefix(5).map { evidence.text(ByteRange($0.lowerBound, $0.upperBound)) }
    return inOrder.prefix(1).map { first in
      Hit(
        ByteRange(first.lowerBound, first.upperBound),
        arguments: ["count": "\(places.count)", "list": list.joined(separator: ", ")])
    }
  }

  /// The capitals of an abbreviation, without the s of a plural.
  private static func letters(of word: Range<Int>, in prose: [UInt8]) -> Range<Int>? {
    var upper = word.upperBound
    if word.count >= 3, prose[upper - 1] == UInt8(ascii: "s") { upper -= 1 }
    let letters = word.lowerBound..<upper
    guard (2...6).contains(letters.count), prose[letters].allSatisfy(\.isUpper) else { return nil }
    return letters
  }

  private static func isExplained(_ word: Range<Int>, in prose: [UInt8]) -> Bool {
    let before = word.lowerBound > 0 ? prose[word.lowerBound - 1] : 0x20
    let after = prose[word.upperBound..<Swift.min(word.upperBound + 2, prose.count)]
    return before == UInt8(ascii: "(") || after.elementsEqual(" (".utf8)
  }

  /// Whether a word in capitals stands beside it: a line that shouts, not an abbreviation.
  private static func standsInCapitals(_ word: Range<Int>, in prose: [UInt8]) -> Bool {
    let after = prose[word.upperBound...].prefix(4)
    let before = prose[..<word.lowerBound].suffix(4)
    return after.count == 4 && after.first == 0x20 && after.dropFirst().allSatisfy(\.isUpper)
      || before.count == 4 && before.last == 0x20 && before.dropLast().allSatisfy(\.isUpper)
  }
}
