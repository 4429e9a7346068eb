internal import AdModel
public import Patterns

/// Flags headings and lists that say nothing, say it twice, or say too much.
///
/// ```yaml
/// check:
///   sections: empty          # a heading with nothing under it
///   # broken-heading         # a heading, then a short line with a colon that “under” matches
///   # repeated-list          # two lists with mostly the same items
///   # plain-heading          # a short paragraph with a colon above a list that “under” matches
///   # long-list              # a list with more items than …
///   # mislabelled            # a list below a line that “under” matches, yet most items “holding”
///   holding: [ability to]
///   items: 10
///   under: [requirements?]   # … below a line that says so
///   unless-ad: [desirable]   # … unless one of these stands anywhere in the ad
/// ```
public struct Sections: Check {
  public static let name = "sections"
  public static let options = ["items", "under", "holding", "unless-ad"]

  enum Fault: String, CaseIterable {
    case empty, brokenHeading = "broken-heading", repeatedList = "repeated-list"
    case longList = "long-list", plainHeading = "plain-heading", mislabelled
  }
  let fault: Fault
  let items: Int
  let under: [Pattern]
  let holding: [Pattern]
  let unlessAd: [Pattern]

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("sections", of: Fault.self)
    items = try options.integer("items", default: 10)
    under = try options.texts("under").map { Pattern($0, isPhrase: true) }
    holding = try options.texts("holding").map { Pattern($0, isPhrase: true) }
    unlessAd = try options.texts("unless-ad").map { Pattern($0, isPhrase: true) }
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let blocks = evidence.bodyBlocks
    return switch fault {
    case .empty: empty(blocks)
    case .brokenHeading: broken(blocks, evidence, &matcher)
    case .repeatedList: repeated(blocks, evidence)
    case .longList: long(blocks, evidence, &matcher)
    case .plainHeading: plain(blocks, evidence, &matcher)
    case .mislabelled: mislabelled(blocks, evidence, &matcher)
    }
  }

  /// A heading with a heading of the same rank or a higher one behind it, or with nothing.
  private func empty(_ blocks: [Block]) -> [Hit] {
    blocks.indices.compactMap { index in
      guard case .heading(let level) = blocks[index].kind, index > 0 else { return nil }
      guard index + 1 < blocks.count else { return Hit(blocks[index].place) }
      guard case .heading(let next) = blocks[index + 1].kind, next <= level else { return nil }
      return Hit(blocks[index].place)
    }
  }

  private func broken(
    _ blocks: [Block], _ evidence: Evidence, _ matcher: inout Matcher
  ) -> [Hit] {
    var hits: [Hit] = []
    for (heading, next) in zip(blocks, blocks.dropFirst()) {
      guard case .heading = heading.kind, next.kind == .paragraph, next.place.count <= 24,
        evidence.ad.prose[next.place.upper - 1] == UInt8(ascii: ":"),
        matcher.matchesAny(of: under, in: next.place, evidence.ad.prose)
      else { continue }
      hits.append(Hit(ByteRange(heading.place.lower, next.place.upper)))
    }
    return hits
  }

  /// A heading that is written as a paragraph: it says what the list under it is, and no more.
  private func plain(
    _ blocks: [Block], _ evidence: Evidence, _ matcher: inout Matcher
  ) -> [Hit] {
    var hits: [Hit] = []
    for (line, next) in zip(blocks, blocks.dropFirst()) {
      guard line.kind == .paragraph, next.kind == .item, line.place.count <= 30,
        !line.place.isEmpty, evidence.ad.prose[line.place.upper - 1] == UInt8(ascii: ":"),
        matcher.matchesAny(of: under, in: line.place, evidence.ad.prose)
      else { continue }
      hits.append(Hit(line.place))
    }
    return hits
  }

  /// The line above a list of which most items, and three or more, are of another kind.
  private func mislabelled(
    _ blocks: [Block], _ evidence: Evidence, _ matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    var hits: [Hit] = []
    for list in blocks.split(whereSeparator: { $0.kind != .item })
    where list.count >= 3 && list.startIndex > 0 {
      let heading = blocks[list.startIndex - 1].place
      guard heading.count <= 60, matcher.matchesAny(of: under, in: heading, prose) else { continue }
      let others = list.count { matcher.matchesAny(of: holding, in: $0.place, prose) }
      guard others >= 3, others * 10 >= list.count * 7 else { continue }
      hits.append(Hit(heading, arguments: ["count": "\(others)"]))
    }
    return hits
  }

  /// The shorter of two lists, or else the second, where most of its items have the words of an
  /// item of the other: that is the one to take out.
  private func repeated(_ blocks: [Block], _ evidence: Evidence) -> [Hit] {
    let lists = blocks.split { $0.kind != .item }.filter { $0.count >= 3 }
    let stems = lists.map { list in
      list.map { Self.stems(of: evidence.scan.words.inside($0.place)) }
    }
    var hits: [Hit] = []
    for later in lists.indices.dropFirst() {
      for earlier in lists.indices.prefix(upTo: later) {
        let (few, many) = Self.byCount(stems[earlier], stems[later])
        let same = few.filter { item in many.contains { Self.areAlike($0, item) } }.count
        let shorter = lists[earlier].count < lists[later].count ? earlier : later
        guard same >= 3, same * 10 >= few.count * 6, let place = lists[shorter].first?.place else {
          continue
        }
        hits.append(Hit(place, arguments: ["count": "\(same)"]))
        break
      }
    }
    return hits
  }

  /// The first four letters of each word that has as many, in order and each once: “Managing” and
  /// “Manage” are one.
  private static func stems(of words: ArraySlice<BodyWord>) -> [UInt32] {
    var stems: [UInt32] = []
    for head in words.filter({ $0.count >= 4 }).map(\.head).sorted() where head != stems.last {
      stems.append(head)
    }
    return stems
  }

  private static func byCount<T>(_ a: [T], _ b: [T]) -> ([T], [T]) {
    a.count <= b.count ? (a, b) : (b, a)
  }

  private static func areAlike(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let (fewer, more) = (min(a.count, b.count), max(a.count, b.count))
    guard fewer >= 3, fewer * 10 >= more * 8 else { return false }
    var (same, at, other) = (0, 0, 0)
    while at < a.count, other < b.count {
      if a[at] == b[other] { same += 1 }
      let isBehind = a[at] <= b[other]
      if a[at] >= b[other] { other += 1 }
      if isBehind { at += 1 }
    }
    return same * 10 >= more * 8
  }

  /// The line above a list with too many items, where ``under`` matches that line.
  private func long(_ blocks: [Block], _ evidence: Evidence, _ matcher: inout Matcher) -> [Hit] {
    var hits: [Hit] = []
    for list in blocks.split(whereSeparator: { $0.kind != .item })
    where list.count > items && list.startIndex > 0 {
      let heading = blocks[list.startIndex - 1].place
      guard heading.count <= 80, matcher.matchesAny(of: under, in: heading, evidence.ad.prose)
      else { continue }
      let arguments = ["count": "\(list.count)", "limit": "\(items)"]
      hits.append(Hit(heading, arguments: arguments))
    }
    let whole = ByteRange<Prose>(0, evidence.ad.prose.count)
    guard !hits.isEmpty else { return [] }
    return matcher.matchesAny(of: unlessAd, in: whole, evidence.ad.prose) ? [] : hits
  }
}
