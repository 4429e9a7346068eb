internal import AdModel
internal import Facts
public import Patterns

/// Flags contacts in the text of an ad, for boards that want them in fields of their own.
///
/// ```yaml
/// check:
///   stated-contact: [email, phone, url]
///   after: [visit, at]       # only behind one of these words, in small letters
///   bare: true               # only web addresses as “acme.com”, that are no links, and no names
/// ```
public struct StatedContacts: Check {
  public static let name = "stated-contact"
  public static let options = ["after", "bare"]
  private let kinds: [Contact.Kind]
  private let openers: WordSet?
  private let isBare: Bool

  public init(_ options: Options) throws(OptionsError) {
    kinds = try options.choices("stated-contact", of: Contact.Kind.self)
    openers = options.has("after") ? WordSet(try options.texts("after")) : nil
    isBare = try options.flag("bare")
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    evidence.contacts.filter { contact in
      contact.fault == nil && kinds.contains(contact.kind)
        && evidence.bodyFields.contains { field in
          field.place.lower <= contact.place.lower && contact.place.upper <= field.place.upper
        }
        && follows(contact.place.lower, in: evidence.ad.prose)
        && (!isBare || isBare(contact.place, in: evidence.ad))
    }.map { Hit($0.place) }
  }

  /// Whether one of ``openers`` stands before `place`, with a blank or a colon between them.
  private func follows(_ place: Int, in prose: [UInt8]) -> Bool {
    guard let openers else { return true }
    var end = place
    while end > 0, prose[end - 1] == 0x20 || prose[end - 1] == UInt8(ascii: ":") { end -= 1 }
    var start = end
    while start > 0, prose[start - 1].isLower || prose[start - 1].isUpper { start -= 1 }
    return end < place && openers.has(start..<end, of: prose)
  }

  /// Whether the web address at `place` has neither “https://” nor “www.” and is no link. One with
  /// a capital is more often the name of a firm, as in “at Acme.com we bake”.
  private func isBare(_ place: ByteRange<Prose>, in ad: Ad) -> Bool {
    let address = ad.prose[place.utf8]
    let head = address.prefix(4).map(\.folded)
    let isName = address.first?.isUpper == true && address.dropFirst().first?.isLower == true
    return head != Self.http && head != Self.www && !isName
      && !address.contains(UInt8(ascii: "*"))
      && !ad.links.contains { $0.text.lower < place.upper && place.lower < $0.text.upper }
  }

  private static let http = Array("http".utf8)
  private static let www = Array("www.".utf8)
}
