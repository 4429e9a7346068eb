/// How long a job is for, and in what form one works in it.
public struct ContractTerm: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Without an end: also “open-ended”, “direct hire”, the “ongoing” and “continuing” of Australia.
    case permanent
    /// Until a day that is known, also as cover for somebody on leave.
    case fixedTerm = "fixed-term"
    case temporary, seasonal
    /// When there is work: also “bank”, “sessional”, “relief”, “per diem”, “PRN”.
    case casual
    /// No hours are promised; “if and when” in Ireland.
    case zeroHours = "zero-hours"
    /// For one's own account, or through an umbrella company.
    case contractor
    case apprenticeship, internship, voluntary
  }

  public var kind: Kind
  /// How many months it is for, where that is said.
  public var months: ClosedRange<Double>?

  public init(_ kind: Kind, months: ClosedRange<Double>? = nil) {
    self.kind = kind
    self.months = months
  }

  /// What the words say; `nil` if they say nothing of it, or leave open which of two it is.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    let months = Self.months(words)
    var kinds = Self.phrases.filter { Self.isSaid($0.phrases, in: words) }.map(\.kind)
    if kinds.isEmpty {
      if Self.isSaid(["contract"], in: words) {
        kinds = [months == nil ? .contractor : .fixedTerm]
      } else if months != nil, words.holds(anyOf: Self.posts) {
        kinds = [.fixedTerm]
      }
    }
    if kinds.contains(.permanent), kinds.count > 1 {
      kinds.removeAll { $0 == .permanent }
      // “temp to perm” begins as temporary; “permanent or temporary” says nothing.
      if kinds.contains(where: { $0.ends == true }), !words.holds(anyOf: Self.becoming) {
        return nil
      }
    }
    guard let kind = kinds.first, !words.holds("non permanent") else { return nil }
    self.init(kind, months: kind == .permanent ? nil : months)
  }

  /// Whether both can be true of one job: one that ends is not permanent, and its length is one.
  ///
  /// Work as an apprentice, on a bank or without promised hours can be permanent or not.
  public func agrees(with other: ContractTerm) -> Bool {
    if let ends = kind.ends, let otherEnds = other.kind.ends, ends != otherEnds { return false }
    guard let months, let others = other.months else { return true }
    return months.overlaps(others)
  }

  /// Whether the words name one of `phrases`, not followed by what makes it another thing.
  private static func isSaid(_ phrases: [String], in words: TermWords) -> Bool {
    phrases.contains { phrase in
      words.places(of: phrase).contains { place in
        let next = place.upperBound < words.plain.count ? words.plain[place.upperBound] : ""
        if let only = heads[phrase], !only.contains(next), Double(next) == nil { return false }
        return !(others[phrase] ?? []).contains(next)
      }
    }
  }

  private static func months(_ words: TermWords) -> ClosedRange<Double>? {
    if words.holds(anyOf: ["probation", "probationary", "trial", "notice"]) { return nil }
    for amount in words.amounts {
      guard let unit = words.word(from: amount.range.upperBound, skipping: [])?.word,
        let most = amount.most, let length = monthsOf[unit]
      else { continue }
      return amount.least * length...most * length
    }
    return words.holds("annual contract") ? 12...12 : nil
  }

  private static let monthsOf: [String: Double] = [
    "month": 1, "months": 1, "mth": 1, "mths": 1, "mo": 1, "mos": 1, "year": 12, "years": 12,
    "yr": 12, "yrs": 12, "week": 12.0 / 52, "weeks": 12.0 / 52, "wk": 12.0 / 52, "wks": 12.0 / 52,
  ]

  private static let posts = ["position", "role", "post", "assignment", "placement", "appointment"]
  private static let becoming = ["to perm", "to permanent", "become permanent", "going permanent"]

  /// The phrases of each kind, the more telling kinds first.
  private static let phrases: [(kind: Kind, phrases: [String])] = [
    (
      .permanent,
      [
        "permanent", "permanently", "perm", "open ended", "indefinite", "direct hire", "tenured",
        "ongoing", "continuing", "unbefristet", "unbefristete", "tillsvidare", "cdi", "at will",
      ]
    ),
    (.zeroHours, ["zero hours", "zero hour", "0 hours", "0 hour", "if and when"]),
    (.apprenticeship, ["apprenticeship", "apprentice", "traineeship"]),
    (
      .internship,
      ["internship", "intern", "placement year", "placement student", "co op", "work placement"]
    ),
    (.voluntary, ["voluntary", "volunteer", "unpaid"]),
    (
      .contractor,
      [
        "freelance", "freelancer", "contractor", "umbrella", "self employed", "sole trader", "1099",
        "independent contractor", "inside ir35", "outside ir35", "abn",
      ]
    ),
    (.seasonal, ["seasonal"]),
    (
      .casual,
      [
        "casual", "sessional", "bank", "relief", "per diem", "prn", "as needed", "as and when",
        "on call",
      ]
    ),
    (
      .fixedTerm,
      [
        "fixed term", "ftc", "limited term", "specified purpose", "maximum term", "max term",
        "term contract", "maternity cover", "maternity leave", "paternity cover", "leave cover",
        "parental leave", "secondment", "befristet", "befristete", "visstid", "vikariat", "cdd",
      ]
    ),
    (.temporary, ["temporary", "temp", "interim", "locum", "agency worker", "supply"]),
  ]

  /// What some words need behind them to name a contract.
  private static let heads: [String: Set<String>] = [
    "bank": ["staff", "nurse", "nurses", "shifts", "worker", "workers", "work", "contract"],
    "relief": ["staff", "worker", "workers", "work", "contract", "post", "position", "role"],
    "supply": ["teacher", "teachers", "teaching", "work", "staff"],
    "ongoing": ["position", "role", "contract", "appointment", "employment", "full", "part", ""],
    "continuing": [
      "position", "role", "contract", "appointment", "employment", "full", "part", "",
    ],
    "indefinite": ["contract", "appointment", "employment", "position", "term", "duration"],
    "on call": ["position", "role", "basis", "contract"],
    "contract": [
      "", "role", "position", "job", "basis", "post", "assignment", "opportunity", "type", "length",
      "duration", "worker", "to", "for", "of", "until", "full", "part", "with", "hire", "inside",
      "outside", "term",
    ],
  ]

  /// What makes the words name another thing: a permanent residence, temporary works.
  private static let others: [String: Set<String>] = [
    "permanent": [
      "residence", "resident", "residents", "residency", "works", "make", "makeup", "marker",
      "exhibition", "structure", "visa", "recruitment", "staff", "placements", "secretary",
      "australian",
      "canadian", "uk", "us",
    ],
    "temporary": [
      "works", "accommodation", "housing", "traffic", "structures", "staff", "staffing", "power",
      "recruitment", "workers", "visa", "admission",
    ],
    "temp": ["staff", "recruitment", "desk", "agency"],
    "interim": ["and", "report", "reports", "results", "financial"],
    "casual": [
      "coffee", "dining", "dress", "wear", "games", "gaming", "atmosphere", "clothing", "furniture",
    ],
    "seasonal": ["menu", "menus", "produce", "food", "sales", "flu", "events", "colour"],
    "apprentice": ["manager", "coordinator", "assessor", "tutor", "programme", "program"],
    "intern": ["manager", "coordinator", "programme", "program"],
    "volunteer": ["manager", "coordinator", "programme", "program", "leave", "days"],
    "unpaid": ["leave", "break", "breaks", "lunch", "carers", "overtime", "invoices"],
    "contractor": ["management", "manager", "relations", "safety"],
  ]
}

extension ContractTerm.Kind {
  /// Whether work of this kind comes to an end by itself; `nil` where it may or may not.
  fileprivate var ends: Bool? {
    switch self {
    case .permanent: false
    case .fixedTerm, .temporary, .seasonal, .contractor, .internship: true
    case .casual, .zeroHours, .apprenticeship, .voluntary: nil
    }
  }
}
