internal import AdModel
internal import Facts
public import Patterns

/// Flags values of a JobPosting that those who read it do not take; silent where the ad has none.
///
/// ```yaml
/// check:
///   posting: missing                     # says nothing at one of the …
///   properties: [hiringOrganization, jobLocation.address.addressCountry]
///   # posting: value                     # says something that is none of the …
///   # values: [HOUR, DAY, WEEK]
///   # posting: number                    # is no plain number
///   # posting: date                      # is no date of ISO 8601
///   # posting: date-order                # the second of two dates comes before the first
///   # posting: none                      # a page, and no JobPosting at all
///   # posting: pattern                   # holds, and is no title or text that is shown, one of the …
///   # containing: ['[!*]']             # PCRE2
///   only: [jobLocation]                  # only where all of these are there, or have a value
///   unless: [jobLocationType=TELECOMMUTE]   # not where one of these is so
/// ```
public struct PostingFaults: Check {
  public static let name = "posting"
  public static let options = ["properties", "values", "containing", "only", "unless"]

  enum Fault: String, CaseIterable {
    case none, missing, value, number, date, dateOrder = "date-order", pattern
  }
  let fault: Fault
  let properties: [String]
  let values: Set<String>
  let patterns: [Pattern]
  let only: [String]
  let unless: [String]

  public init(_ options: Options) throws(OptionsError) {
    fault = try options.choice("posting", of: Fault.self)
    properties = try options.texts("properties")
    values = Set(try options.texts("values"))
    patterns = try options.texts("containing").map { Pattern($0) }
    only = try options.texts("only")
    unless = try options.texts("unless")
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard let posting = evidence.posting else {
      guard fault == .none else { return [] }
      let isPage = evidence.ad.markup == .html && evidence.ad.fields.allSatisfy(\.pointer.isEmpty)
      return isPage ? [evidence.anchor(for: .title)] : []
    }
    let ad = evidence.ad
    guard only.allSatisfy({ posting.holds($0, in: ad) }) else { return [] }
    if unless.contains(where: { posting.holds($0, in: ad) }) { return [] }
    switch fault {
    case .none: return []
    case .missing: return properties.compactMap { missing($0, in: posting) }
    case .value: return flagged(posting) { !values.contains(ad.text(at: $0.place)) }
    case .number: return flagged(posting) { !Self.isNumber(ad.prose[$0.place.utf8]) }
    case .date: return flagged(posting) { CalendarDate(iso8601: ad.prose[$0.place.utf8]) == nil }
    case .dateOrder: return outOfOrder(posting, ad)
    case .pattern: return matches(posting, ad, &matcher)
    }
  }

  private func missing(_ property: String, in posting: Posting) -> Hit? {
    guard posting.fields(in: property).isEmpty else { return nil }
    let arguments = ["property": property]
    if let empty = posting.empty(at: property) {
      return Hit(empty.place, anchor: .emptyValue, source: empty.value, arguments: arguments)
    }
    return Hit(posting.neighbour(of: property).place, anchor: .phrase, arguments: arguments)
  }

  private func flagged(_ posting: Posting, where isWrong: (Field) -> Bool) -> [Hit] {
    properties.flatMap { property in
      posting.fields(at: property).filter(isWrong).map {
        Hit($0.place, arguments: ["property": property])
      }
    }
  }

  private func outOfOrder(_ posting: Posting, _ ad: Ad) -> [Hit] {
    let dates = properties.compactMap { posting.fields(at: $0).first }.compactMap { field in
      CalendarDate(iso8601: ad.prose[field.place.utf8]).map { (date: $0, place: field.place) }
    }
    guard dates.count == 2, dates[1].date < dates[0].date else { return [] }
    return [Hit(dates[1].place, arguments: ["other": ad.text(at: dates[0].place)])]
  }

  private func matches(_ posting: Posting, _ ad: Ad, _ matcher: inout Matcher) -> [Hit] {
    var hits: [Hit] = []
    // The title and the text that people see, rules about these look at.
    for field in properties.flatMap(posting.fields(at:))
    where field.part != .title && field.part != .body {
      guard let text = try? UTF8Span(validating: ad.prose.span.extracting(field.place.utf8)) else {
        continue
      }
      for pattern in patterns {
        guard let match = matcher.match(pattern, in: text, from: 0) else { continue }
        let start = field.place.lower
        hits.append(Hit(ByteRange(start + match.words.lowerBound, start + match.words.upperBound)))
        break
      }
    }
    return hits
  }

  /// Whether it is digits, with a sign and a decimal point at most.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    let points = digits.count { $0 == UInt8(ascii: ".") }
    return digits.first?.isDigit == true && points < 2
      && digits.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }
}

extension CalendarDate {
  /// The day that ISO 8601 writes, such as `2026-06-12`, `20260612` or `2026-06-12T09:00:00+01:00`.
  init?(iso8601 text: ArraySlice<UInt8>) {
    let day = text.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
    let steps = day.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard steps.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
    var numbers = steps.map(Self.number)
    if steps.count == 1, day.count == 8 {
      numbers = [numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100]
    } else if steps.map(\.count) != [4, 2, 2] {
      return nil
    }
    let time = text.dropFirst(day.count).dropFirst()
    let signs = Array("0123456789:.,+-Zz".utf8)
    guard time.isEmpty || time.first?.isDigit == true, time.allSatisfy(signs.contains) else {
      return nil
    }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(9).reduce(0) { $0 * 10 + Int($1 & 15) }
  }
}
