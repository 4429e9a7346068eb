internal import AdModel
public import Patterns

/// Flags ads that are too short, too long, or out of proportion between prose and lists.
///
/// ```yaml
/// check:
///   length: too-short        # fewer words than …
///   # too-long               # more words than …
///   # no-lists               # that many words or more, and no list
///   # mostly-lists           # that many words or more, and that many hundredths of them in lists
///   limit: 100
///   share: 80
/// ```
public struct Length: Check {
  public static let name = "length"
  public static let options = ["limit", "share"]

  enum Fault: String, CaseIterable {
    case tooShort = "too-short"
    case tooLong = "too-long"
    case noLists = "no-lists"
    case mostlyLists = "mostly-lists"
  }
  let fault: Fault
  let limit: Int
  /// In hundredths of all words.
  let share: Int

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("length", of: Fault.self)
    limit = try options.integer("limit", default: 100)
    share = try options.integer("share", default: 80)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let hasList = evidence.bodyBlocks.contains { $0.kind == .item }
    if fault == .noLists ? hasList : fault == .mostlyLists && !hasList { return [] }
    var all = 0
    var listed = 0
    for block in evidence.bodyBlocks {
      let count = evidence.scan.words.inside(block.place).count
      all += count
      if block.kind == .item { listed += count }
    }
    let isFault =
      switch fault {
      case .tooShort: all > 0 && all < limit
      case .tooLong: all > limit
      case .noLists: all >= limit
      case .mostlyLists: all >= limit && listed * 100 >= all * share
      }
    guard isFault else { return [] }
    var hit = evidence.anchor(for: .title)
    hit.arguments = ["count": "\(all)", "limit": "\(limit)", "share": "\(listed * 100 / all)"]
    return [hit]
  }
}
