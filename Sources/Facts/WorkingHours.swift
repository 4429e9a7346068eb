/// How much, and when, one works: full or part time, hours and days a week, shifts.
public struct WorkingHours: Hashable, Sendable {
  public enum Share: String, Sendable, CaseIterable {
    case full, part
    /// One post for two people.
    case jobShare = "job-share"
    /// “full or part time”
    case either
  }

  public struct Pattern: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let shifts = Pattern(rawValue: 1)
    public static let nights = Pattern(rawValue: 2)
    public static let weekends = Pattern(rawValue: 4)
    public static let evenings = Pattern(rawValue: 8)
    public static let termTime = Pattern(rawValue: 16)
    public static let onCall = Pattern(rawValue: 32)
  }

  public var share: Share?
  /// The fewest hours a week.
  public var leastHours: Double?
  /// The most hours a week; `nil` where it is open above.
  public var mostHours: Double?
  /// The share of a full-time post, 0 to 1: FTE, or the WTE of the NHS.
  public var fullTimeShare: Double?
  /// Days a week.
  public var days: ClosedRange<Double>?
  public var patterns: Pattern = []

  /// What the words say; `nil` if they say nothing of it.
  public init?(_ text: some Sequence<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    if words.holds(anyOf: Self.others) { return nil }
    share = Self.share(words)
    for amount in words.amounts { read(amount, in: words) }
    if days == nil, let span = Self.weekdays(words) { days = span...span }
    for (pattern, phrases) in Self.patterns where words.holds(anyOf: phrases) {
      patterns.insert(pattern)
    }
    guard
      share != nil || leastHours != nil || fullTimeShare != nil || days != nil
        || !patterns.isEmpty
    else { return nil }
  }

  /// Below so many hours a week a main job is part time, by the common definition of the OECD.
  public static let partTimeLimit = 30.0

  /// So many hours a week are full time everywhere.
  public static let fullWeek = 40.0

  /// Whether both can be true of one job.
  public func agrees(with other: WorkingHours) -> Bool {
    if let share, let others = other.share, share.excludes(others) { return false }
    return sharesHours(with: other) && suits(other) && other.suits(self)
  }

  /// Whether the hours a week can be the same: ranges overlap in more than their ends.
  private func sharesHours(with other: WorkingHours) -> Bool {
    guard let a = leastHours, let c = other.leastHours else { return true }
    let b = mostHours ?? .infinity
    let d = other.mostHours ?? .infinity
    return a == b || c == d ? a <= d && c <= b : max(a, c) < min(b, d)
  }

  /// Whether the hours and the share of a full post that `other` names suit “full” or “part time”.
  private func suits(_ other: WorkingHours) -> Bool {
    switch share {
    case .full:
      if let most = other.mostHours, most < Self.partTimeLimit { return false }
      return (other.fullTimeShare ?? 1) >= 0.9
    case .part, .jobShare:
      if let least = other.leastHours, least >= Self.fullWeek { return false }
      return (other.fullTimeShare ?? 0) < 1
    case .either, nil: return true
    }
  }

  // MARK: Reading

  private static func share(_ words: TermWords) -> Share? {
    if words.holds(anyOf: jobShares) { return .jobShare }
    let isFull = words.holds(anyOf: fulls)
    let isPart = words.holds(anyOf: parts)
    let isEither = isFull && words.holds("part") || isPart && words.holds("full")
    if isEither { return .either }
    return isFull ? .full : isPart ? .part : nil
  }

  private mutating func read(_ amount: TermWords.Amount, in words: TermWords) {
    let at = amount.range.upperBound
    let isPercent = words.isSign(at, "%")
    guard let unit = words.word(from: isPercent ? at + 1 : at, skipping: Self.fillers) else {
      readShare(amount, isPercent, words)
      return
    }
    switch unit.word {
    case "hours", "hour", "hrs", "hr", "h":
      guard let weeks = Self.weeks(after: unit.at, in: words) else { return }
      add(hours: amount, weeks: weeks)
    case "hpw": add(hours: amount, weeks: 1)
    case "fte", "wte": readShare(amount, isPercent, words)
    case "full" where words.holds("full time equivalent"): readShare(amount, isPercent, words)
    case "days", "day":
      guard Self.weeks(after: unit.at, in: words) == 1, amount.least <= 7, days == nil else {
        return
      }
      days = amount.least...max(amount.least, amount.most ?? 7)
    default: break
    }
  }

  private mutating func add(hours amount: TermWords.Amount, weeks: Double) {
    // Nobody works more than 100 hours a week: such a number counts something else.
    guard leastHours == nil, amount.least / weeks <= 100 else { return }
    leastHours = amount.least / weeks
    mostHours = amount.most.map { $0 / weeks }
  }

  private mutating func readShare(
    _ amount: TermWords.Amount, _ isPercent: Bool, _ words: TermWords
  ) {
    let value = isPercent ? amount.least / 100 : amount.least
    guard value > 0, value <= 1, fullTimeShare == nil,
      words.holds(anyOf: ["fte", "wte", "full time equivalent"])
    else { return }
    fullTimeShare = value
  }

  /// The weeks that the hours before token `at` are for: “a week”, “per fortnight”, “pw”, “/wk”.
  private static func weeks(after at: Int, in words: TermWords) -> Double? {
    var next = at + 1
    if words.isSign(next, "/") { next += 1 }
    guard let unit = words.word(from: next, skipping: ["a", "per", "each", "every", "working"])
    else { return nil }
    switch unit.word {
    case "week", "weekly", "wk", "pw", "weeks": return 1
    // “p/w”
    case "p" where words.word(unit.at + 2) == "w": return 1
    case "fortnight", "fortnightly": return 2
    case "month", "monthly": return 52.0 / 12
    default: return nil
    }
  }

  /// The days from one weekday to another: “Monday to Friday” is five.
  private static func weekdays(_ words: TermWords) -> Double? {
    for (index, word) in words.plain.enumerated() {
      guard let first = dayOf[String(word.prefix(3))],
        word.hasSuffix("s") || dayNames.contains(word)
      else { continue }
      var next = index + 1
      if next < words.plain.count, ["to", "through", "thru", "till"].contains(words.plain[next]) {
        next += 1
      }
      guard next < words.plain.count, let last = dayOf[String(words.plain[next].prefix(3))],
        last > first, !words.holds("or")
      else { return nil }
      let isSpan = next == index + 2 || words.tokens.contains(.sign("-"))
      return isSpan ? Double(last - first + 1) : nil
    }
    return nil
  }
}

extension WorkingHours.Share {
  fileprivate func excludes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.full, .part), (.part, .full), (.full, .jobShare), (.jobShare, .full): true
    default: false
    }
  }
}

extension WorkingHours {
  fileprivate static let fillers: Set<String> = [
    "contracted", "paid", "guaranteed", "working", "contact", "core", "basic", "standard",
  ]
  fileprivate static let jobShares = ["job share", "jobshare", "job sharing"]
  fileprivate static let fulls = ["full time", "fulltime", "f/t", "ft", "heltid", "vollzeit"]
  fileprivate static let parts = ["part time", "parttime", "p t", "pt", "deltid", "teilzeit"]

  /// What has hours or full time in it and says nothing of the job's.
  fileprivate static let others = [
    "full time education", "full time study", "full time student", "full time students",
    "full time experience", "full time degree", "hours service", "hour service", "hour support",
    "hours notice", "hour care", "hours support", "hour helpline", "opening hours", "hours a day",
    "office hours", "of experience", "years full time", "hours of experience",
  ]
  fileprivate static let patterns: [(Pattern, [String])] = [
    (.shifts, ["shift", "shifts", "rota", "roster", "4 on 4 off", "rotating"]),
    (.nights, ["night", "nights"]), (.weekends, ["weekend", "weekends"]),
    (.evenings, ["evening", "evenings", "twilight"]),
    (.termTime, ["term time", "school hours"]), (.onCall, ["on call"]),
  ]
  fileprivate static let dayOf = [
    "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
  ]
  fileprivate static let dayNames: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]
}
