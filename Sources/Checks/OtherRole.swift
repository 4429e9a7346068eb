internal import AdModel
public import Patterns
internal import RuleText

/// Flags a role in the text that cannot be the one in the title.
///
/// Both are the same job of two kinds that exclude each other: a “service engineer” in the title
/// and a “sales engineer” in the text. An ad that names the title's kind in its text as well means
/// several jobs, or a team, and is let be.
///
/// ```yaml
/// check:
///   other-role: ['seeking an? (?<hit>\w+ (engineer|teacher))']    # phrases that name the role
///   groups: ["sales, service, design", "infant, toddler"]         # kinds that exclude each other
/// ```
public struct OtherRole: Check {
  public static let name = "other-role"
  public static let options = ["groups"]

  public let wanted: [Wanted]
  /// The kinds of each group, as ``spaced(_:)`` writes them.
  private let groups: [[[UInt8]]]

  public init(_ options: Options) throws(OptionsError) {
    let phrases = try options.texts("other-role")
    if options.has(Baked.numberKey) {
      let first = try options.integer(Baked.numberKey, default: 0)
      wanted = phrases.enumerated().map { Wanted($1, isPhrase: true, number: first + $0) }
    } else {
      wanted = phrases.flatMap(Phrase.alternatives).map { Wanted($0, isPhrase: true) }
    }
    groups = try options.texts("groups").map { group in
      group.split(separator: ",").map { Self.spaced($0.utf8) }
    }
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let ad = evidence.ad
    guard !found.isEmpty, let title = ad.text(of: .title) else { return [] }
    let wanted = Self.spaced(title.utf8)
    for place in found.map({ ByteRange<Prose>(Int($0.lower), Int($0.upper)) }) {
      let role = Self.spaced(ad.prose[place.utf8])
      guard let word = role.split(separator: 0x20).last else { continue }
      let job = [0x20] + word + [0x20]
      guard wanted.holds(job) else { continue }
      for group in groups {
        let meant = group.filter(wanted.holds)
        let said = group.filter(role.holds)
        if meant.isEmpty || said.isEmpty || !Set(meant).isDisjoint(with: said) { continue }
        // The title itself may stand once more over the text.
        let isBoth = evidence.bodyBlocks.contains { block in
          let text = Self.spaced(ad.prose[block.place.utf8])
          return text != wanted && meant.contains { text.holds($0 + job.dropFirst()) }
        }
        if isBoth { return [] }
        return [Hit(place, arguments: ["other": title])]
      }
    }
    return []
  }

  /// The words in lower case and in the singular, a blank before and behind each.
  private static func spaced(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = [0x20]
    func close() {
      guard bytes.last != 0x20 else { return }
      if bytes.last == UInt8(ascii: "s") { bytes.removeLast() }
      bytes.append(0x20)
    }
    for byte in text {
      if byte.isLower || byte.isUpper || byte.isDigit || byte >= 0x80 {
        bytes.append(byte.folded)
      } else {
        close()
      }
    }
    close()
    return bytes
  }
}

extension [UInt8] {
  /// Where `words` stand from `start` on.
  private func index(of words: [UInt8], from start: Int) -> Int? {
    guard words.count <= count - start else { return nil }
    return (start...count - words.count).first { at in
      self[at] == words[0] && self[at..<at + words.count].elementsEqual(words)
    }
  }

  /// Whether `words`, which are not empty, stand in these.
  fileprivate func holds(_ words: [UInt8]) -> Bool { index(of: words, from: 0) != nil }
}
