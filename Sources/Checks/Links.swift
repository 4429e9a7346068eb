internal import AdModel
public import Patterns

/// Flags links that nobody can click, or that lead nowhere.
///
/// ```yaml
/// check:
///   links: empty
/// ```
public struct Links: Check {
  public static let name = "links"

  enum Fault: String, CaseIterable { case empty }

  public init(_ options: Options) throws(OptionsError) {
    _ = try options.choice("links", of: Fault.self)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    evidence.ad.links.compactMap { link in
      let isClickable = link.hasImage || evidence.ad.prose[link.text.utf8].contains { $0 > 0x20 }
      guard !isClickable || link.target == nil else { return nil }
      return Hit(link.text, source: link.source)
    }
  }
}
