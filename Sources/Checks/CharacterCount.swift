internal import AdModel
public import Patterns

/// Flags a title or a body of too few or too many characters.
///
/// ```yaml
/// check:
///   character-count: body           # or title
///   at-least: 100
///   at-most: 25000
/// ```
public struct CharacterCount: Check {
  public static let name = "character-count"
  public static let options = ["at-least", "at-most"]

  enum Which: String, CaseIterable { case title, body }
  let part: Part
  let least: Int
  let most: Int

  public init(_ options: Options) throws(OptionsError) {
    part = try options.choice("character-count", of: Which.self) == .title ? .title : .body
    least = try options.integer("at-least", default: 0)
    most = try options.integer("at-most", default: .max)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    let fields = evidence.fields(part).filter { !$0.place.isEmpty }
    let count = fields.reduce(0) { sum, field in
      sum + prose[field.place.utf8].count { $0 & 0xC0 != 0x80 }
    }
    guard count < least || count > most, let field = fields.first else { return [] }
    let words = Array(Words(of: prose, in: field.place).prefix(5))
    guard let first = words.first, let last = words.last else { return [] }
    return [
      Hit(
        ByteRange(first.lowerBound, last.upperBound),
        arguments: ["count": "\(count)", "limit": "\(count < least ? least : most)"])
    ]
  }
}
