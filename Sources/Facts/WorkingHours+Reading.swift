extension WorkingHours {
  /// What the words say; `nil` if they say nothing of it.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

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
      if words.holds("weekly hours") { add(hours: amount, weeks: 1) }
      readShare(amount, isPercent, words)
      return
    }
    switch unit.word {
    case "hours", "hour", "hrs", "hr", "h", "stunden", "std", "heures", "horas", "uur", "ore":
      let isWeek = words.holds(anyOf: Self.weekNames)
      guard let weeks = Self.weeks(after: unit.at, in: words) ?? (isWeek ? 1 : nil) else { return }
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
    guard let unit = words.word(from: next, skipping: perWords) else { return nil }
    switch unit.word {
    case "week", "weekly", "wk", "pw", "weeks", "woche", "wöchentlich", "semaine", "hebdo",
      "hebdomadaires", "semana", "semanales", "settimana", "settimanali":
      return 1
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

  private static let fillers: Set<String> = [
    "contracted", "paid", "guaranteed", "working", "contact", "core", "basic", "standard",
  ]
  private static let perWords: Set<String> = [
    "a", "per", "each", "every", "working", "pro", "je", "in", "der", "die", "par", "por", "la",
    "alla",
  ]
  /// What tells that the hours are those of a week.
  private static let weekNames = ["contracted week", "working week", "full week", "weekly hours"]
  private static let jobShares = ["job share", "jobshare", "job sharing"]
  private static let fulls = ["full time", "fulltime", "f/t", "ft", "heltid", "vollzeit"]
  private static let parts = ["part time", "parttime", "p t", "pt", "deltid", "teilzeit"]

  /// What has hours or full time in it and says nothing of the job's.
  private static let others = [
    "full time education", "full time study", "full time student", "full time students",
    "full time experience", "full time degree", "hours service", "hour service", "hour support",
    "hours notice", "hour care", "hours support", "hour helpline", "opening hours", "hours a day",
    "office hours", "of experience", "years full time", "hours of experience",
  ]
  private static let patterns: [(Pattern, [String])] = [
    (.shifts, ["shift", "shifts", "rota", "roster", "4 on 4 off", "rotating"]),
    (.nights, ["night", "nights"]), (.weekends, ["weekend", "weekends"]),
    (.evenings, ["evening", "evenings", "twilight"]),
    (.termTime, ["term time", "school hours"]), (.onCall, ["on call"]),
  ]
  private static let dayOf = [
    "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
  ]
  private static let dayNames: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]
}
