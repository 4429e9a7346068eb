/// The years of experience that an ad asks for.
public struct Experience: Hashable, Sendable {
  /// The fewest years, parts of them included: “18 months” is 1.5.
  public var least: Double
  /// The most years; `nil` where more are welcome (“3+”).
  public var most: Double?
  public var need: Need?

  public init(from least: Double, to most: Double?, need: Need? = nil) {
    self.least = least
    self.most = most
    self.need = need
  }

  /// What the words say; `nil` if they ask for no number of years.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    if words.holds(anyOf: Self.others) { return nil }
    if words.holds(anyOf: Self.none) {
      self.init(from: 0, to: 0)
      return
    }
    for amount in words.amounts {
      let end = amount.range.upperBound
      guard let unit = words.word(from: end, skipping: ["full", "calendar"]),
        let length = Self.yearsOf[unit.word], amount.least * length <= 50,
        !Self.stretches.contains(words.word(amount.range.lowerBound - 1) ?? "")
      else { continue }
      let isOpen = words.isSign(unit.at + 1, "+") || Self.isMore(unit.at + 1, in: words)
      self.init(
        from: amount.least * length, to: isOpen ? nil : amount.most.map { $0 * length },
        need: Need(words))
      return
    }
    return nil
  }

  /// Whether both can be asked of one person: a range, and a number within it. Wishes may go beyond
  /// what is required.
  public func agrees(with other: Experience) -> Bool {
    if need != other.need, need == .wished || other.need == .wished { return true }
    if least == other.least { return true }
    let (lower, upper) = least < other.least ? (self, other) : (other, self)
    // “3+” asks for three, so that five are another number; “2 to 5” holds five, and meets “5 to 7”.
    let reach = lower.most ?? lower.least
    let isRange = upper.most.map { $0 > upper.least } ?? false
    return isRange ? reach > upper.least : reach >= upper.least
  }

  /// “years or more”
  private static func isMore(_ at: Int, in words: TermWords) -> Bool {
    words.word(at) == "plus" || words.word(at) == "or" && words.word(at + 1) == "more"
  }

  private static let none = [
    "no experience", "no previous experience", "no prior experience", "experience not required",
    "experience not necessary", "experience not essential", "experience is not required",
    "without experience",
  ]

  /// What makes the years a stretch of time: “in the last five years”.
  private static let stretches: Set<String> = ["last", "past", "next", "within", "previous"]

  /// Years of something else: an age, a guarantee, a course.
  private static let others = [
    "years old", "years of age", "year old", "years or older", "years ago",
    "warranty", "guarantee", "year contract", "month contract", "year programme", "year program",
    "year course", "year degree", "years in business", "anniversary", "for over",
  ]

  private static let yearsOf: [String: Double] = [
    "year": 1, "years": 1, "yr": 1, "yrs": 1, "month": 1.0 / 12, "months": 1.0 / 12,
    "mths": 1.0 / 12, "mos": 1.0 / 12, "decade": 10, "decades": 10, "an": 1, "ans": 1,
  ]
}
