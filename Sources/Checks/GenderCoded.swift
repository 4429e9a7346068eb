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

  private let masculine: Stems
  private let feminine: Stems
  private let neutral: Stems
  /// What ``masculine`` and ``feminine`` words begin with.
  private let coded: HeadSieve
  private let surplus: Int
  private let perHundred: Int

  public init(_ options: Options) throws(OptionsError) {
    masculine = Stems(try options.texts("masculine"))
    feminine = Stems(try options.texts("feminine"))
    neutral = Stems(try options.texts("neutral"))
    coded = masculine.heads.union(feminine.heads)
    surplus = try options.integer("surplus", default: 4)
    perHundred = try options.integer("per-hundred", default: 1)
  }

  private struct Side {
    var all = 0
    /// The different words that count as corrected, in order, where they stand first.
    var words: [BodyWord] = []
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    var sides = (masculine: Side(), feminine: Side())
    let (words, prose) = (evidence.scan.words, evidence.ad.prose)
    for entry in evidence.vocabulary.entries where coded.mayHave(words[Int(entry.first)].head) {
      let word = words[Int(entry.first)]
      if masculine.begin(word, of: prose) { count(entry, word, of: prose, in: &sides.masculine) }
      if feminine.begin(word, of: prose) { count(entry, word, of: prose, in: &sides.feminine) }
    }
    let (more, less, name) =
      sides.masculine.words.count >= sides.feminine.words.count
      ? (sides.masculine, sides.feminine, "masculine")
      : (sides.feminine, sides.masculine, "feminine")
    let net = more.words.count - less.words.count
    guard net >= surplus, net * 100 >= words.count * perHundred, let first = more.words.first else {
      return []
    }
    let list = more.words.map { evidence.text($0.place).lowercased() }
    return [
      Hit(
        first.place,
        arguments: [
          "side": name, "list": list.joined(separator: ", "), "net": "\(net)",
          "published": Self.verdict(sides.masculine.all, sides.feminine.all),
        ])
    ]
  }

  private func count(
    _ entry: Vocabulary.Entry, _ word: BodyWord, of prose: [UInt8], in side: inout Side
  ) {
    side.all += Int(entry.count)
    if !neutral.begin(word, of: prose) { side.words.append(word) }
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

/// Beginnings of words, by their first three letters: every one has as many.
private struct Stems: Sendable {
  private var byHead: [UInt32: [[UInt8]]] = [:]
  private(set) var heads = HeadSieve()

  init(_ stems: [String]) {
    for stem in stems {
      let letters = Array(stem.utf8)
      let head = letters.prefix(3).reversed().reduce(0) { $0 << 8 | UInt32($1) }
      byHead[head, default: []].append(letters)
      heads.insert(head)
    }
  }

  /// Whether `word` of `prose` begins with one of them.
  func begin(_ word: BodyWord, of prose: [UInt8]) -> Bool {
    guard heads.mayHave(word.head), let stems = byHead[word.head & HeadSieve.mask] else {
      return false
    }
    return stems.contains { stem in
      stem.count <= word.count
        && stem.indices.allSatisfy { stem[$0] == prose[Int(word.lower) + $0].folded }
    }
  }
}

/// The first three letters of some words, a bit each and perhaps one for several: nearly every other
/// word stops here.
private struct HeadSieve: Sendable {
  private var bits = [UInt64](repeating: 0, count: 64)

  /// What of a ``BodyWord/head`` counts.
  static let mask: UInt32 = 0xFF_FFFF

  private static func bit(of head: UInt32) -> Int { Int(((head & mask) &* 0x9E37_79B1) >> 20) }

  mutating func insert(_ head: UInt32) {
    let bit = Self.bit(of: head)
    bits[bit / 64] |= 1 << UInt64(bit % 64)
  }

  func mayHave(_ head: UInt32) -> Bool {
    let bit = Self.bit(of: head)
    return bits[bit / 64] >> UInt64(bit % 64) & 1 == 1
  }

  func union(_ other: HeadSieve) -> HeadSieve {
    var both = self
    for index in bits.indices { both.bits[index] |= other.bits[index] }
    return both
  }
}
