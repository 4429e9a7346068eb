import AdModel

/// What a date is for, by the words around it: the last day to apply, an interview, the start.
extension Passage {
  /// What a date from `offset` to `end` is for.
  func role(before offset: Int, to end: Int) -> DateMention.Role {
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
        if roles.contains(.interview) || isTrial(word) { return .interview }
        if roles.contains(.start) { return isReview(before: word.lower) ? .other : .start }
        if roles.contains(.posted) { return isEnd ? .closing : .posted }
        if isClosed(word) { return .closing }
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

  /// Whether `word` ends the name of a trial, which is an interview with an apron on: “trial shifts on”.
  private func isTrial(_ word: Word) -> Bool {
    guard Self.shifts[word.key] != 0, let first = self.word(before: word.lower) else {
      return false
    }
    return first.key == Self.trial && first.gap.isDisjoint(with: .end)
  }

  /// Whether `word` says of an ad that it is over: “the posting closed on”, but not “the mill closed on”.
  private func isClosed(_ word: Word) -> Bool {
    word.key == Self.closed && isAny(of: Self.ads, before: word.lower, words: 2)
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
    ("until till through jusqu bis tot hasta", 1),
    ("by before latest avant spätestens vóór uiterlijk antes", 2),
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
  private static let shifts = WordTable([("shift shifts day days", 1)])
  private static let trial = Word.key("trial".utf8)
  private static let closed = Word.key("closed".utf8)
  private static let ads = WordTable([
    ("vacancy ad advert advertisement posting listing application applications recruitment", 1)
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
  func isStage(before offset: Int) -> Bool {
    isAny(of: Self.stages, before: offset, words: 8)
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
}
