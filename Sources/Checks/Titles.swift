internal import AdModel
public import Patterns

/// Flags the shape of a job title.
///
/// ```yaml
/// check:
///   title: all-caps          # or lowercase, too-long, company
///   characters: 80           # for too-long
/// ```
public struct Titles: Check {
  public static let name = "title"
  public static let options = ["characters"]

  enum Fault: String, CaseIterable {
    case allCaps = "all-caps"
    case lowercase, tooLong = "too-long", company
  }
  let fault: Fault
  let characters: Int

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("title", of: Fault.self)
    characters = try options.integer("characters", default: 80)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard let title = evidence.fields(.title).first(where: { !$0.place.isEmpty })?.place else {
      return []
    }
    switch fault {
    case .allCaps: return isAllCaps(title, evidence.ad.prose) ? [Hit(title)] : []
    case .lowercase: return isLowercase(title, evidence.ad.prose) ? [Hit(title)] : []
    case .tooLong:
      let count = evidence.text(title).count
      return count > characters ? [Hit(title, arguments: ["count": "\(count)"])] : []
    case .company: return company(in: title, evidence)
    }
  }

  /// Two words or more of four letters or more, and no small letter.
  private func isAllCaps(_ title: ByteRange<Prose>, _ prose: [UInt8]) -> Bool {
    guard !prose[title.utf8].contains(where: \.isLower) else { return false }
    return Words(of: prose, in: title).filter { word in
      word.count >= 4 && prose[word].allSatisfy { $0.isUpper }
    }.count >= 2
  }

  private func isLowercase(_ title: ByteRange<Prose>, _ prose: [UInt8]) -> Bool {
    !prose[title.utf8].contains { $0.isUpper || $0 >= 0x80 }
      && prose[title.utf8].contains(where: \.isLower)
  }

  private func company(in title: ByteRange<Prose>, _ evidence: Evidence) -> [Hit] {
    guard let company = evidence.ad.text(of: .company), company.utf8.count >= 4 else { return [] }
    let words = evidence.ad.prose[title.utf8].map(\.folded)
    let wanted = company.utf8.map(\.folded)
    guard wanted.count < words.count else { return [] }
    for start in 0...(words.count - wanted.count)
    where words[start...].starts(with: wanted) {
      let lower = title.lower + start
      return [Hit(ByteRange(lower, lower + wanted.count), arguments: ["company": company])]
    }
    return []
  }
}
