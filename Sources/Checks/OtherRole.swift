internal import AdModel
public import Patterns

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
  private let groups: [[String]]

  public init(_ options: Options) throws(OptionsError) {
    wanted = try options.texts("other-role").flatMap(Phrase.alternatives).map {
      Wanted($0, isPhrase: true)
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
      guard let job = role.split(separator: " ").last, wanted.contains(" \(job) ") else { continue }
      for group in groups {
        let meant = group.filter { wanted.contains($0) }
        let said = group.filter { role.contains($0) }
        if meant.isEmpty || said.isEmpty || !Set(meant).isDisjoint(with: said) { continue }
        // The title itself may stand once more over the text.
        let isBoth = evidence.bodyBlocks.contains { block in
          let text = Self.spaced(ad.prose[block.place.utf8])
          return text != wanted && meant.contains { text.contains("\($0)\(job) ") }
        }
        if isBoth { return [] }
        return [Hit(place, arguments: ["other": title])]
      }
    }
    return []
  }

  /// The words in lower case and in the singular, a blank before and behind each.
  private static func spaced(_ text: some Sequence<UInt8>) -> String {
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
    return String(decoding: bytes, as: UTF8.self)
  }
}
