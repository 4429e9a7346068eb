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
    guard let title = evidence.title else { return [] }
    switch fault {
    case .allCaps: return isAllCaps(title, evidence.ad.prose) ? [Hit(title)] : []
    case .lowercase: return isLowercase(title, evidence.ad.prose) ? [Hit(title)] : []
    case .tooLong:
      guard title.count > characters else { return [] }
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

  /// The company that has a field of its own, or else the end of the title, where the text speaks
  /// of that as of a company: “At Acme Foods, we …”, “Acme Foods is a …”.
  private func company(in title: ByteRange<Prose>, _ evidence: Evidence) -> [Hit] {
    let prose = evidence.ad.prose
    guard let field = evidence.place(of: .company) else {
      return Self.tail(of: title, in: prose).filter { Self.isCompany($0, evidence) }.map { Hit($0) }
    }
    guard field.count >= 4, field.count < title.count else { return [] }
    return Self.places(of: prose[field.utf8], in: prose, title).prefix(1).map { Hit($0) }
  }

  /// Where `name` stands in `field`, whatever the case of its letters.
  private static func places(
    of name: ArraySlice<UInt8>, in prose: [UInt8], _ field: ByteRange<Prose>
  ) -> [ByteRange<Prose>] {
    guard let first = name.first?.folded, field.count >= name.count else { return [] }
    return (field.lower...field.upper - name.count).compactMap { at in
      let end = at + name.count
      guard prose[at].folded == first,
        zip(prose[at..<end], name).allSatisfy({ $0.folded == $1.folded })
      else { return nil }
      return ByteRange(at, end)
    }
  }

  /// What stands behind the last dash, bar or “at” of a title, if that is two to five words.
  private static func tail(of title: ByteRange<Prose>, in prose: [UInt8]) -> [ByteRange<Prose>] {
    var start = title.upper
    while start > title.lower + 2 {
      start -= 1
      guard prose[start] == 0x20, ends.contains(prose[start - 1]) else { continue }
      let sign = prose[title.lower..<start]
      guard joints.contains(where: { sign.reversed().starts(with: $0) }) else { continue }
      let tail = ByteRange<Prose>(start + 1, title.upper)
      let words = Array(Words(of: prose, in: tail))
      return (2...5).contains(words.count) && words.allSatisfy { prose[$0.lowerBound].isUpper }
        ? [tail] : []
    }
    return []
  }

  /// What parts a company from a job, from the end: ` -`, ` |`, ` –`, ` —`, ` at`, ` @`.
  private static let joints: [[UInt8]] = ["-", "|", "–", "—", "at", "@"].map {
    Array((" " + $0).utf8.reversed())
  }

  /// The last bytes of ``joints``.
  private static let ends = joints.compactMap(\.first)

  /// Whether the text speaks of `name` as of a company.
  private static func isCompany(_ name: ByteRange<Prose>, _ evidence: Evidence) -> Bool {
    let prose = evidence.ad.prose
    return evidence.bodyFields.contains { field in
      places(of: prose[name.utf8], in: prose, field.place).contains { place in
        let before = prose[max(field.place.lower, place.lower - 4)..<place.lower]
        let after = prose[place.upper..<min(field.place.upper, place.upper + 6)]
        let opens =
          before.isEmpty || before.last == 0x0A || before.suffix(2).elementsEqual(". ".utf8)
        return before.suffix(3).elementsEqual("At ".utf8) && after.first == UInt8(ascii: ",")
          || opens && (after.starts(with: " is a ".utf8) || after.starts(with: " is an".utf8))
      }
    }
  }
}
