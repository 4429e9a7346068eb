internal import AdModel
internal import Facts
internal import Gazetteer
internal import Lexicon
public import Patterns

/// Flags what is masked: `****`, `£xx,xxx`, `(url removed)`.
///
/// ```yaml
/// check:
///   mask: pay            # or phone, email, url, reference, postcode, count, date, other
///   placeholders: true   # names that a data set put there, such as #EMAIL_1f3a#, instead
/// ```
public struct Masks: Check {
  public static let name = "mask"
  public static let options = ["placeholders"]

  private let kinds: [Mask.Kind]
  private let arePlaceholders: Bool

  public init(_ options: Options) throws(OptionsError) {
    kinds = try options.choices("mask", of: Mask.Kind.self)
    arePlaceholders = try options.flag("placeholders")
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    evidence.masks.filter { kinds.contains($0.kind) && $0.isPlaceholder == arePlaceholders }
      .map { Hit($0.place) }
  }
}

/// Flags pay that its own numbers show to be wrong.
///
/// ```yaml
/// check:
///   pay: wide-range      # or range-inverted, missing-period, missing-currency, …
/// ```
public struct PayFaults: Check {
  public static let name = "pay"
  private let kind: PayFault.Kind

  public init(_ options: Options) throws(OptionsError) {
    kind = try options.choice("pay", of: PayFault.Kind.self)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    PayFault.all(of: evidence.pay).filter { $0.kind == kind }.map { fault in
      Hit(fault.place, arguments: ["other": fault.other.map(evidence.text) ?? ""])
    }
  }
}

/// Flags contacts that cannot be used as they stand.
///
/// ```yaml
/// check:
///   contact: [email/lost-at, phone/wrong-length]      # kind/fault; see Contact.Fault
/// ```
public struct Contacts: Check {
  public static let name = "contact"
  private let faults: Set<String>

  public init(_ options: Options) throws(OptionsError) {
    let names = Contact.Kind.allCases.flatMap { kind in
      Contact.Fault.allCases.map { "\(kind.rawValue)/\($0.rawValue)" }
    }
    faults = Set(try options.choices("contact", of: names))
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    evidence.contacts.filter { contact in
      contact.fault.map { faults.contains("\(contact.kind.rawValue)/\($0.rawValue)") } ?? false
    }.map { Hit($0.place) }
  }
}

/// Flags dates that cannot be right, or that have passed.
///
/// ```yaml
/// check:
///   date: expired-date   # or weekday-mismatch, date-order, two-closing-dates, …; see DateFault
/// ```
public struct Dates: Check {
  public static let name = "date"
  private let kind: DateFault.Kind

  public init(_ options: Options) throws(OptionsError) {
    kind = try options.choice("date", of: DateFault.Kind.self)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    DateFault.all(of: evidence.dates, asOf: evidence.today).filter { $0.kind == kind }.map {
      Hit(
        $0.mention.place,
        arguments: [
          "date": $0.mention.date?.description ?? "",
          "other": $0.other.map { evidence.text($0.place) } ?? "",
        ])
    }
  }
}

/// Flags places that contradict each other or stand where they should not.
///
/// ```yaml
/// check:
///   place: conflict      # or stuffing, prose-only, capital, in-title
/// ```
public struct Places: Check {
  public static let name = "place"
  private let kind: PlaceFault.Kind

  public init(_ options: Options) throws(OptionsError) {
    kind = try options.choice("place", of: PlaceFault.Kind.self)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    evidence.places.faults.filter { $0.kind == kind }.map { fault in
      Hit(
        fault.place, arguments: ["other": fault.other],
        replacement: kind == .capital ? fault.other : nil)
    }
  }
}

/// Flags words that are no words or stand for others, and spaces, hyphens and apostrophes that are lost.
///
/// ```yaml
/// check:
///   words: misspelling   # or lost-hyphen, run-together, missing-space, doubled, confused, …
///   among: ["it's"]      # only where the wrong word or the right one is one of these
///   besides: ["it's"]    # only where neither is
/// ```
public struct WordFaults: Check {
  public static let name = "words"
  public static let options = ["among", "besides"]

  private let kinds: [WordFault.Kind]
  private let among: [String]
  private let besides: [String]

  public init(_ options: Options) throws(OptionsError) {
    kinds = try options.choices("words", of: WordFault.Kind.self)
    among = try options.texts("among")
    besides = try options.texts("besides")
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    evidence.words.faults.filter { kinds.contains($0.kind) && isMeant($0, evidence) }.map { fault in
      Hit(
        fault.place, arguments: ["correction": fault.correction ?? ""],
        replacement: fault.correction, isCertain: fault.confidence == .sure)
    }
  }

  private func isMeant(_ fault: WordFault, _ evidence: borrowing Evidence) -> Bool {
    if among.isEmpty, besides.isEmpty { return true }
    let words = [evidence.text(fault.place), fault.correction ?? ""].map {
      $0.lowercased().replacing("’", with: "'")
    }
    return (among.isEmpty || words.contains(where: among.contains))
      && !words.contains(where: besides.contains)
  }
}
