internal import AdModel
internal import Facts
public import Patterns

/// Flags a JobPosting that says otherwise than the words that people see beside it.
///
/// ```yaml
/// check:
///   posting-mismatch: title      # neither title holds all words of the other
///   # pay                        # amounts that the words do not have
///   # work-mode                  # TELECOMMUTE, and days in the office
///   # closing-date               # words with a last day to apply, and no validThrough
///   # description                # a description that is the title, or one block of 40 words
/// ```
public struct PostingMismatch: Check {
  public static let name = "posting-mismatch"

  enum Fault: String, CaseIterable {
    case title, pay, workMode = "work-mode", closingDate = "closing-date", description
  }
  let fault: Fault

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("posting-mismatch", of: Fault.self)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard let posting = evidence.posting else { return [] }
    return switch fault {
    case .title: title(posting, evidence.ad)
    case .pay: pay(posting, evidence)
    case .workMode: workMode(posting, evidence)
    case .closingDate: closingDate(posting, evidence)
    case .description: description(posting, evidence)
    }
  }

  public var facts: [FactKey] { fault == .workMode ? [Self.hybrid] : [] }

  private static let hybrid = FactKey("hybrid")

  private func title(_ posting: Posting, _ ad: Ad) -> [Hit] {
    guard let told = posting.fields(at: "title").first,
      let seen = ad.fields.first(where: { $0.part == .title && $0.pointer.isEmpty })
    else { return [] }
    let (inside, outside) = (ad.words(in: told.place), ad.words(in: seen.place))
    if inside.isSubset(of: outside) || outside.isSubset(of: inside) { return [] }
    return [Hit(told.place, arguments: ["other": ad.text(at: seen.place)])]
  }

  /// The first amount of the data that no number in the words is, where there are words.
  private func pay(_ posting: Posting, _ evidence: Evidence) -> [Hit] {
    let ad = evidence.ad
    let seen = evidence.bodyFields.filter { $0.pointer.isEmpty && $0.place.count >= 200 }
    guard !seen.isEmpty else { return [] }
    let shown = Set((seen + evidence.fields(.title)).flatMap { ad.numbers(in: $0.place) })
    for path in Self.amounts {
      for field in posting.fields(at: path) {
        guard let amount = Double(ad.text(at: field.place)), amount > 0 else { continue }
        if !shown.contains(amount) { return [Hit(field.place)] }
      }
    }
    return []
  }

  private static let amounts = [
    "baseSalary.value.value", "baseSalary.value.minValue", "baseSalary.value.maxValue",
  ]

  private func workMode(_ posting: Posting, _ evidence: Evidence) -> [Hit] {
    let ad = evidence.ad
    guard posting.holds("jobLocationType=TELECOMMUTE", in: ad) else { return [] }
    return evidence.said[Self.hybrid].first { ad.field(at: $0.lower)?.part == .body }
      .map { [Hit($0)] } ?? []
  }

  private func closingDate(_ posting: Posting, _ evidence: Evidence) -> [Hit] {
    guard posting.fields(at: "validThrough").isEmpty else { return [] }
    let told = evidence.dates.first { $0.role == .closing && $0.part == .body && !$0.isMonth }
    return told.map { [Hit($0.place)] }
      ?? []
  }

  private func description(_ posting: Posting, _ evidence: Evidence) -> [Hit] {
    let ad = evidence.ad
    guard let field = posting.fields(at: "description").first(where: { $0.part != .link }) else {
      return []
    }
    let words = Array(Words(of: ad.prose, in: field.place))
    guard let first = words.first, let fifth = words.prefix(5).last else { return [] }
    let place = ByteRange<Prose>(first.lowerBound, fifth.upperBound)
    let title = posting.fields(at: "title").first
    if let title, ad.words(in: title.place) == ad.words(in: field.place) { return [Hit(place)] }
    guard words.count >= 40, !evidence.hasBreaks(field) else { return [] }
    return [Hit(place)]
  }
}

extension Evidence {
  /// Whether a description, read as a body or as it stands in the data, has paragraphs or lines.
  fileprivate func hasBreaks(_ description: Field) -> Bool {
    let prose = ad.prose[description.place.utf8]
    if prose.contains(0x0A) { return true }
    guard description.part != .body else { return false }
    let opening = UInt8(ascii: "<")
    for at in prose.indices where prose[at] == opening || prose[at] == UInt8(ascii: "&") {
      // Tags may stand there escaped once more: “&lt;p&gt;”.
      let skipped = prose[at] == opening ? 1 : 4
      let name = prose.dropFirst(at - prose.startIndex + skipped).prefix(2).map(\.folded)
      if Self.breaks.contains(name) { return true }
    }
    return false
  }

  private static let breaks: Set<[UInt8]> = [
    Array("p>".utf8), Array("p ".utf8), Array("br".utf8), Array("li".utf8), Array("di".utf8),
    Array("p&".utf8),
  ]
}

extension Ad {
  /// The words at `place` in small letters.
  fileprivate func words(in place: ByteRange<Prose>) -> Set<[UInt8]> {
    Set(Words(of: prose, in: place).map { prose[$0].map(\.folded) })
  }

  /// The numbers at `place`, `k` and the marks between thousands read as people mean them.
  fileprivate func numbers(in place: ByteRange<Prose>) -> [Double] {
    var numbers: [Double] = []
    var hasThousands = false
    var at = place.lower
    while at < place.upper {
      guard prose[at].isDigit else {
        at += 1
        continue
      }
      var digits = digits(from: at, to: place.upper)
      at += digits.count
      while let mark = thousandsMark(at, to: place.upper) {
        // “30 000” may be one number or two.
        if prose[at] == 0x20 { numbers.append(Double(digits) ?? 0) }
        digits += self.digits(from: at + mark, to: place.upper)
        at += mark + 3
      }
      if at < place.upper, prose[at] == UInt8(ascii: ".") || prose[at] == UInt8(ascii: ",") {
        let decimals = self.digits(from: at + 1, to: place.upper)
        if !decimals.isEmpty {
          digits += "." + decimals
          at += 1 + decimals.count
        }
      }
      let isThousands = at < place.upper && prose[at].folded == UInt8(ascii: "k")
      hasThousands = hasThousands || isThousands
      numbers.append((Double(digits) ?? 0) * (isThousands ? 1000 : 1))
    }
    // The first of “30-35k” is thousands too.
    return hasThousands ? numbers + numbers.map { $0 * 1000 } : numbers
  }

  private func digits(from lower: Int, to upper: Int) -> String {
    String(decoding: prose[lower..<upper].prefix(while: \.isDigit), as: UTF8.self)
  }

  /// The length of what parts thousands at `at`: a comma, point, apostrophe or blank before just
  /// three digits.
  private func thousandsMark(_ at: Int, to upper: Int) -> Int? {
    guard at < upper else { return nil }
    let length =
      switch prose[at] {
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), 0x20: 1
      case 0xC2 where at + 1 < upper && prose[at + 1] == 0xA0: 2
      default: 0
      }
    guard length > 0, at + length < upper else { return nil }
    return prose[(at + length)..<upper].prefix(4).prefix(while: \.isDigit).count == 3 ? length : nil
  }
}
