import AdModel

extension Passage {
  /// The date whose first digits stand at `offset`.
  func date(at offset: Int) -> DateMention? {
    let before = self[offset - 1]
    guard !before.isWordly, before != 0x2F, before != 0x2E || !self[offset - 2].isDigit,
      let first = shortNumber(at: offset)
    else { return nil }
    return if first.digits == 4 {
      isoDate(at: offset, year: first)
    } else if first.digits <= 2 {
      writtenDate(at: offset, day: first) ?? numericDate(at: offset, first: first)
    } else {
      nil
    }
  }

  private struct ShortNumber {
    var value: Int
    var digits: Int
    var upper: Int
  }

  /// A number of one to four digits.
  private func shortNumber(at offset: Int) -> ShortNumber? {
    var at = offset
    var value = 0
    while self[at].isDigit, at - offset < 5 {
      value = value * 10 + Int(self[at] - 0x30)
      at += 1
    }
    return at > offset && at - offset <= 4
      ? ShortNumber(value: value, digits: at - offset, upper: at) : nil
  }

  /// “2026-03-03”, “2026/03/03”
  private func isoDate(at offset: Int, year: ShortNumber) -> DateMention? {
    let sign = self[year.upper]
    guard (1950...2100).contains(year.value), sign == 0x2D || sign == 0x2F,
      let month = shortNumber(at: year.upper + 1), month.digits == 2, self[month.upper] == sign,
      let day = shortNumber(at: month.upper + 1), day.digits == 2, (1...12).contains(month.value),
      (1...31).contains(day.value)
    else { return nil }
    return mention(offset, day.upper, day.value, month.value, year.value)
  }

  /// “3 March 2026”, “3rd of March”, “March 3, 2026”, “3. März 2026”
  private func writtenDate(at offset: Int, day: ShortNumber) -> DateMention? {
    if let date = impossibleDay(at: offset, day: day) { return date }
    guard (1...31).contains(day.value) else { return nil }
    var end = day.upper
    if let suffix = word(after: end), suffix.lower == end, Self.ordinals[suffix.key] != 0 {
      end = suffix.upper
    } else if self[end].isWordly {
      guard let month = monthWord(after: end), month.word.lower == end else { return nil }
    }
    if let month = monthWord(after: end), isWhole(month.word) {
      let year = year(after: month.word.upper)
      // “5 may be required”, “10 mar” — a short or common word needs a capital.
      guard isCapital(month.word) || year != nil else { return nil }
      return mention(
        offset, year?.upper ?? month.word.upper, day.value, month.month, year?.value)
    }
    // “March 3, 2026”
    guard let word = word(before: offset), word.gap.isSubset(of: [.blank, .wide]),
      let month = Self.month(word.key), isCapital(word), isWhole(word)
    else { return nil }
    if self[day.upper].isWordly, end == day.upper { return nil }
    if self[end] == 0x3A || self[end] == 0x25 { return nil }
    let year = year(after: end)
    if month == 5, year == nil, end == day.upper { return nil }
    return mention(word.lower, year?.upper ?? end, day.value, month, year?.value)
  }

  /// “32nd of January”
  private func impossibleDay(at offset: Int, day: ShortNumber) -> DateMention? {
    guard (32...39).contains(day.value), let suffix = word(after: day.upper),
      suffix.lower == day.upper, Self.ordinals[suffix.key] != 0,
      let of = word(after: suffix.upper), of.key == Self.of, of.gap == [.blank],
      let month = word(after: of.upper), month.gap == [.blank], isCapital(month),
      let number = Self.month(month.key)
    else { return nil }
    return mention(offset, month.upper, day.value, number, nil)
  }

  private func isCapital(_ word: Word) -> Bool { bytes[word.lower].isUppercase }

  /// Whether a word stands alone, not as the start of a longer one cut at a capital.
  private func isWhole(_ word: Word) -> Bool { !self[word.lower - 1].isLetter }

  private func monthWord(after offset: Int) -> (word: Word, month: Int)? {
    guard var word = word(after: offset),
      word.gap.isSubset(of: [.blank, .wide, .dash, .sentence, .comma]), word.lower - offset <= 3
    else { return nil }
    if word.key == Self.of, let next = self.word(after: word.upper), next.gap == [.blank] {
      word = next
    }
    return Self.month(word.key).map { (word, $0) }
  }

  /// The year that follows a day and month: “, 2026”, “'26”.
  private func year(after offset: Int) -> (value: Int, upper: Int)? {
    var at = offset
    if self[at] == 0x2E || self[at] == 0x2C || self[at] == 0x2D { at += 1 }
    at = skippingBlanks(from: at)
    guard let year = shortNumber(at: at), year.digits == 4, (1900...2100).contains(year.value),
      !self[year.upper].isDigit
    else {
      if at == offset || self[offset] == 0x2D, let year = shortNumber(at: at), year.digits == 2,
        !self[year.upper].isWordly
      {
        return (2000 + year.value, year.upper)
      }
      return nil
    }
    return (year.value, year.upper)
  }

  /// “03/04/2026”, “1/2/27”, “13.06.2026”
  private func numericDate(at offset: Int, first: ShortNumber) -> DateMention? {
    let sign = self[first.upper]
    guard sign == 0x2F || sign == 0x2E || sign == 0x2D,
      let second = shortNumber(at: first.upper + 1), second.digits <= 2,
      self[second.upper] == sign, let year = shortNumber(at: second.upper + 1),
      year.digits == 4 && (1950...2100).contains(year.value) || year.digits == 2 && sign == 0x2F,
      !self[year.upper].isWordly, self[year.upper] != sign
    else { return nil }
    let value = year.digits == 2 ? 2000 + year.value : year.value
    if year.digits == 2, year.value < 10 || year.value > 50 { return nil }
    let pair = (first.value, second.value)
    guard pair.0 >= 1, pair.1 >= 1, pair.0 <= 31, pair.1 <= 31 else { return nil }
    // “15/13/2027” is no day, however one reads it; “12-13-2027” may number something.
    if pair.0 > 12, pair.1 > 12 {
      guard sign != 0x2D, year.digits == 4, first.digits == 2, second.digits == 2 else {
        return nil
      }
      return mention(offset, year.upper, pair.0, pair.1, value)
    }
    if pair.1 > 12 {
      var date = mention(offset, year.upper, pair.1, pair.0, value)
      date.order = .monthFirst
      return date
    }
    var date = mention(offset, year.upper, pair.0, pair.1, value)
    // A dot is German, and German dates begin with the day.
    if pair.0 > 12 || sign == 0x2E { date.order = .dayFirst }
    date.isAmbiguous = pair.0 <= 12 && pair.0 != pair.1 && sign != 0x2E
    return date
  }

  /// Whether only “to”, “until” or a dash stands between a date that ends at `lower` and one that
  /// begins at `upper`.
  func joins(_ lower: Int, _ upper: Int) -> Bool {
    guard lower < upper, upper - lower <= 24 else { return false }
    var at = skippingBlanks(from: lower)
    if let width = dash(at: at) {
      at += width
    } else {
      guard let word = word(after: at), word.lower == at, Self.joints[word.key] != 0 else {
        return false
      }
      at = word.upper
    }
    at = skippingBlanks(from: at)
    if at == upper { return true }
    guard let word = word(after: at), word.lower == at else { return false }
    return skippingBlanks(from: word.upper) == upper && word.key == Self.the
  }

  private static let joints = WordTable([("to until till through bis au", 1)])

  // MARK: What the date is for

  private func mention(
    _ lower: Int, _ upper: Int, _ day: Int, _ month: Int, _ year: Int?
  ) -> DateMention {
    var start = lower
    var weekday: Int?
    if let word = word(before: lower), word.gap.isSubset(of: [.blank, .comma, .sentence, .wide]),
      word.upper + 4 > lower
    {
      weekday = Self.weekday(word.key)
      if weekday == nil, word.key == Self.the, let next = self.word(before: word.lower),
        next.gap == [.blank]
      {
        weekday = Self.weekday(next.key)
        if weekday != nil { start = next.lower }
      } else if weekday != nil {
        start = word.lower
      }
      // “sun” and “sat” are words too.
      if weekday != nil, !bytes[start].isUppercase { (weekday, start) = (nil, lower) }
    }
    let role = role(before: start, to: upper)
    return DateMention(
      role: role, day: day, month: month, year: year, weekday: weekday,
      isAmbiguous: false, isWeek: reads("w/c", at: start - 4),
      isStage: role == .closing && isStage(before: start), place: ByteRange(start, upper),
      part: part)
  }

  /// What a date from `offset` to `end` is for.
  private func role(before offset: Int, to end: Int) -> DateMention.Role {
    if part == .posted { return .posted }
    // The field for the closing date may go on: “3 May, interviews on 10 May”.
    let fallback =
      part == .closing ? DateMention.Role.closing : endsWork(before: offset) ? .end : .other
    var limit = Limit.none
    var (at, isEnd) = (offset, false)
    for step in 0..<Self.farthest {
      if step >= Self.near, limit == .none { break }
      guard let word = word(before: at), word.gap.isDisjoint(with: [.sentence, .bullet]) else {
        break
      }
      if word.gap.contains(.line), step > 0 { break }
      // “… of 30 May 2026 with a start on 1 September”: what stands before a year is of that date.
      if isYear(word) { break }
      let roles = word.roles
      if step < Self.near {
        if roles.contains(.closing) { return .closing }
        if roles.contains(.interview) { return .interview }
        if roles.contains(.start) { return isReview(before: word.lower) ? .other : .start }
        if roles.contains(.posted) { return isEnd ? .closing : .posted }
        isEnd = isEnd || Self.ends[word.key] != 0
        limit = max(limit, self.limit(word))
      }
      if asksToApply(word, limit) { return .closing }
      at = word.lower
    }
    if limit == .by, holdsAddress(from: at, to: offset) { return .closing }
    return limit != .none && asksToApply(behind: end) ? .closing : fallback
  }

  /// How far back words tell what a date is for, and how far where it is a limit: an address of the web
  /// is many words.
  private static let (near, farthest) = (8, 24)

  /// What makes a date the last one: nothing; “until”, which may be said of a contract as well; “by”.
  private enum Limit: Int, Comparable {
    case none, until, by

    static func < (a: Limit, b: Limit) -> Bool { a.rawValue < b.rawValue }
  }

  /// The limit that `word`, one of those before a date, makes of it.
  private func limit(_ word: Word) -> Limit {
    switch Self.limits[word.key] {
    case 1: return .until
    case 2: return .by
    case 3:
      // “no later than”, “applications received after”
      let before = self.word(before: word.lower)
      return before.map { Self.late[$0.key] != 0 } ?? false ? .by : .none
    default: return .none
    }
  }

  /// Whether `word`, before a date that is a `limit`, asks those who read to do something.
  private func asksToApply(_ word: Word, _ limit: Limit) -> Bool {
    let roles = word.roles
    if roles.contains(.apply) || roles.contains(.send) {
      return limit != .none || isLast(before: word.lower)
    }
    if limit == .until || limit == .by {
      if Self.opens[word.key] != 0 { return true }
      // “The role is open until”, and not “the shop is open until”
      if word.key == Self.open {
        let isFirst = self.word(before: word.lower).map { !$0.gap.isDisjoint(with: .end) } ?? true
        return isFirst || isAny(of: Self.openings, before: word.lower, words: 4)
      }
    }
    guard limit == .by else { return false }
    // “We would like to hear from you by”
    if word.key == Self.hear { return true }
    let isCall =
      Self.asks[word.key] != 0 || !roles.isDisjoint(with: [.contact, .phone, .email, .visit])
    return isCall && !isOurs(before: word.lower)
  }

  /// Whether “last” or the like stands closely before `offset`: “the last day to apply”.
  private func isLast(before offset: Int) -> Bool {
    isAny(of: Self.lasts, before: offset, words: 3)
  }

  /// Whether it is the employer who calls or writes: “we will contact you by 3 May”.
  private func isOurs(before offset: Int) -> Bool {
    isAny(of: Self.ours, before: offset, words: 3)
  }

  /// Whether a word of `table` is among the last `words` of the thought before `offset`.
  private func isAny(of table: WordTable, before offset: Int, words: Int) -> Bool {
    var at = offset
    for _ in 0..<words {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return false }
      if table[word.key] != 0 { return true }
      at = word.lower
    }
    return false
  }

  /// “fixed term until”, “this post ends on”
  private func endsWork(before offset: Int) -> Bool {
    var at = offset
    var hasEnd = false
    for step in 0..<8 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return false }
      if step < 3, Self.workEnds[word.key] != 0 { hasEnd = true }
      if step > 2, !hasEnd { return false }
      if hasEnd, Self.workLimits[word.key] != 0 { return true }
      // “this post ends on”, but not “our contract with the council runs until”
      if hasEnd, Self.works[word.key] != 0, self.word(before: word.lower)?.key == Self.this {
        return true
      }
      at = word.lower
    }
    return false
  }

  /// Whether “to send your CV” follows.
  private func asksToApply(behind end: Int) -> Bool {
    guard let to = word(after: end), to.gap == [.blank], to.key == Self.to,
      let next = word(after: to.upper), next.gap == [.blank]
    else { return false }
    return next.roles.contains(.apply) || next.roles.contains(.send)
  }

  /// Whether an e-mail address stands between `start` and `end`.
  private func holdsAddress(from start: Int, to end: Int) -> Bool {
    (start..<max(start, end)).contains { bytes[$0] == UInt8(ascii: "@") }
  }

  /// Whether `word` is a year, and no number of a page.
  private func isYear(_ word: Word) -> Bool {
    guard word.isNumber, word.upper - word.lower == 4 else { return false }
    let century = (bytes[word.lower], bytes[word.lower + 1])
    return century == (0x31, 0x39) || century == (0x32, 0x30)
  }

  private static let limits = WordTable([
    ("until till through jusqu bis", 1), ("by before latest avant spätestens", 2),
    ("than after", 3),
  ])
  private static let late = WordTable([("later received arriving submitted sent", 1)])
  /// What is done with an ad until its last day.
  private static let opens = WordTable([("valid accepted accepting collecting taking", 1)])
  private static let open = Word.key("open".utf8)
  private static let openings = WordTable([
    (
      """
      role position post job vacancy opening ad advert advertisement posting listing application
      applications recruitment register portal window this
      """, 1
    )
  ])
  private static let ends = WordTable([("ends end down removed open valid live", 1)])
  private static let asks = WordTable([
    (
      """
      register registration reply replies respond response responses form forms submissions
      entries nominations interest enquire drop
      """, 1
    )
  ])
  private static let hear = Word.key("hear".utf8)
  private static let lasts = WordTable([("last final latest", 1)])
  private static let ours = WordTable([("we well will us", 1)])
  private static let to = Word.key("to".utf8)
  private static let workEnds = WordTable([("until till end ends ending finishes finishing", 1)])
  private static let workLimits = WordTable([("term ftc secondment temporary", 1)])
  private static let works = WordTable([("contract post role position appointment job", 1)])
  private static let this = Word.key("this".utf8)

  /// Whether the date is one of several by which something has to be done.
  private func isStage(before offset: Int) -> Bool {
    var at = offset
    for _ in 0..<8 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return false }
      if Self.stages[word.key] != 0 { return true }
      at = word.lower
    }
    return false
  }

  private static let stages = WordTable([
    (
      """
      priority early earlybird first second secondary third final initial preferred internal external
      extended reference references referees recommendation registration abstract round cohort intake
      """, 1
    )
  ])

  /// Whether what starts is the reading of applications, not the job.
  private func isReview(before offset: Int) -> Bool {
    var at = offset
    for _ in 0..<4 {
      guard let word = word(before: at), word.gap.isDisjoint(with: .end) else { return false }
      if word.roles.contains(.apply) || Self.reviews[word.key] != 0 { return true }
      at = word.lower
    }
    return false
  }

  private static let reviews = WordTable([("review reviews reviewing screening selection", 1)])

  static func month(_ key: UInt64) -> Int? {
    let number = months[key]
    return number == 0 ? nil : Int(number)
  }

  static func weekday(_ key: UInt64) -> Int? {
    let number = weekdays[key]
    return number == 0 ? nil : Int(number)
  }

  private static let months = WordTable([
    ("january jan januar janvier", 1), ("february feb februar février", 2),
    ("march mar märz mars", 3), ("april apr avril", 4), ("may mai", 5), ("june jun juni juin", 6),
    ("july jul juli juillet", 7), ("august aug août", 8), ("september sep sept septembre", 9),
    ("october oct oktober octobre", 10), ("november nov novembre", 11),
    ("december dec dezember décembre", 12),
  ])
  private static let weekdays = WordTable([
    ("monday mon montag lundi", 1), ("tuesday tue tues dienstag mardi", 2),
    ("wednesday wed mittwoch mercredi", 3), ("thursday thu thur thurs donnerstag jeudi", 4),
    ("friday fri freitag vendredi", 5), ("saturday sat samstag samedi", 6),
    ("sunday sun sonntag dimanche", 7),
  ])
  private static let ordinals = WordTable([("st nd rd th er", 1)])
  private static let of = Word.key("of".utf8)
  private static let the = Word.key("the".utf8)
}
