internal import AdModel
internal import Facts
public import Patterns

/// Flags contacts in the text of an ad, for boards that want them in fields of their own.
///
/// ```yaml
/// check:
///   stated-contact: [email, phone, url]
/// ```
public struct StatedContacts: Check {
  public static let name = "stated-contact"
  private let kinds: [Contact.Kind]

  public init(_ options: Options) throws(OptionsError) {
    kinds = try options.choices("stated-contact", of: Contact.Kind.self)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    evidence.contacts.filter { contact in
      contact.fault == nil && kinds.contains(contact.kind)
        && evidence.bodyFields.contains { field in
          field.place.lower <= contact.place.lower && contact.place.upper <= field.place.upper
        }
    }.map { Hit($0.place) }
  }
}
