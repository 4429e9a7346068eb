import AdModel

extension Evidence {
  /// The statement of this money, with the words around it that belong to it.
  func make(_ kind: PayStatement.Kind, isLabelled: Bool) -> PayStatement {
    var lower = money.amount.lowerBound
    var bounds: PayStatement.Bounds = money.isRange ? .range : .exact
    var isApproximate = false
    var kind = kind
    let period = money.period ?? labelPeriod
    if money.period == nil, period == .piece, kind == .salary { kind = .fee }
    // “full-time equivalent £24,790, actual pay £17,950”
    // … or “at three days, pro rata: $47,400”, “a job share pays half, so £14,532”
    var isProRata =
      before.prefix(3).contains { $0.key == Self.actual }
      || before.first.map { $0.roles.contains(.proRata) && $0.gap.contains(.colon) } ?? false
      || before.prefix(3).contains { Self.half[$0.key] != 0 }
    for (index, word) in before.enumerated() {
      let roles = word.roles
      if word.isNumber { break }
      if index < 3, !money.isRange {
        if Self.most[word.key] != 0 || isMost(index) {
          if bounds == .exact { bounds = .upTo }
        } else if Self.least[word.key] != 0 || isNoLess(index),
          index < 2 || before[0].roles.contains(.filler)
        {
          if bounds == .exact { bounds = .from }
        }
      }
      if index < 2, Self.around[word.key] != 0 { isApproximate = true }
      if !word.gap.isDisjoint(with: [.comma, .line, .bracket, .mask]) { break }
      let isLabel =
        !roles.isDisjoint(with: [.pay, .payish]) || Self.most[word.key] != 0
        || Self.least[word.key] != 0 || Self.around[word.key] != 0 || word.key == Self.up
        || period != nil && passage.period(label: word) == period
      if isLabel { lower = word.lower }
      guard index < 6, isLabel || roles.contains(.filler) else { break }
    }
    if bounds == .exact, money.isOpen || opensUpwards { bounds = .from }
    for word in after.prefix(4) where word.roles.contains(.proRata) { isProRata = true }
    return PayStatement(
      kind: kind, bounds: bounds, minimum: money.minimum, maximum: money.maximum,
      currency: money.currency, statesCurrency: money.statesCurrency, period: period,
      isApproximate: isApproximate, isProRata: isProRata, isLabelled: isLabelled,
      isNamed: isNamed, part: passage.part, place: ByteRange(lower, money.upper),
      amount: ByteRange(money.amount))
  }

  /// The period that the words before the amount name (“hourly rate:”), or “for each lesson” after.
  private var labelPeriod: PayPeriod? {
    for (index, word) in before.enumerated() {
      // “Monthly pay for those over 24: 21,704”: an age is stepped over, an amount is not.
      if word.isNumber {
        guard word.upper - word.lower <= 2, passage.currency(before: word.lower) == nil else {
          break
        }
        continue
      }
      if let period = passage.period(label: word) { return period }
      if index > 0, word.key == Self.day, Self.rates[before[index - 1].key] != 0 { return .day }
    }
    if let period = paidPeriod { return period }
    guard let word = after.first, Self.perPiece[word.key] != 0, word.gap == [.blank],
      money.maximum < 3_000 * (money.currency?.scale ?? 1)
    else { return nil }
    return .piece
  }

  /// The period that somebody is paid for: “one eight-hour day pays $368”, “trial days are paid at £150”.
  private var paidPeriod: PayPeriod? {
    guard let first = before.first else { return nil }
    let isPaid =
      first.key == Self.pays || first.key == Self.at && before.dropFirst().first?.key == Self.paid
    guard isPaid else { return nil }
    for word in before.dropFirst().prefix(5) {
      if Self.tests[word.key] != 0 { return .piece }
      // “a” is short for a year only behind a slash.
      if word.upper - word.lower > 2, let period = PayPeriod(unit: word.key) { return period }
    }
    return nil
  }

  private static let pays = Word.key("pays".utf8)
  private static let at = Word.key("at".utf8)
  private static let paid = Word.key("paid".utf8)
  private static let tests = WordTable([("test tests trial assessment minutes interview", 1)])

  /// Whether the words that end at `index` are “up to”, “as much as”, “tops out” or “not to exceed”.
  private func isMost(_ index: Int) -> Bool {
    let (word, next) = (before[index].key, before.dropFirst(index + 1).first?.key ?? 0)
    if word == Self.to { return next == Self.up }
    if word == Self.as { return Self.much[next] != 0 }
    if word == Self.out { return Self.tops[next] != 0 }
    return Self.exceed[word] != 0
      && before.dropFirst(index + 1).prefix(2).contains { Self.no[$0.key] != 0 }
  }

  /// Whether the words that end at `index` are “no less than”.
  private func isNoLess(_ index: Int) -> Bool {
    before.count > index + 2 && before[index].key == Self.than
      && Self.less[before[index + 1].key] != 0 && Self.no[before[index + 2].key] != 0
  }

  /// Whether “+”, “plus”, “and up”, “or more”, “to start” or “upwards” follows, and nothing that is
  /// added.
  private var opensUpwards: Bool {
    // “$28/hr+”
    if passage[money.upper] == UInt8(ascii: "+"), !passage[money.upper + 1].isWordly { return true }
    guard let first = after.first, first.gap.isSubset(of: [.blank]) else { return false }
    if first.key == Self.plus, after.count == 1 { return true }
    if Self.upwards[first.key] != 0 { return true }
    // “$22 an hour minimum”, but not “minimum 2 years of experience”.
    if Self.floors[first.key] != 0, after.count == 1 || after[1].gap != [.blank] { return true }
    if passage.openEnd(after: money.upper) != nil { return true }
    // “$25/hr to start”, but not “to start at once”.
    return first.key == Self.to && after.count > 1 && after[1].gap == [.blank]
      && Self.start[after[1].key] != 0 && (after.count == 2 || after[2].gap != [.blank])
  }

  private static let `as` = Word.key("as".utf8)
  private static let much = WordTable([("much high", 1)])
  private static let out = Word.key("out".utf8)
  private static let tops = WordTable([("top tops topping max maxes maxing", 1)])
  private static let exceed = WordTable([("exceed exceeds exceeding", 1)])
  private static let start = WordTable([("start begin", 1)])

  private static let half = WordTable([("half", 1)])
  private static let actual = Word.key("actual".utf8)
  private static let plus = Word.key("plus".utf8)
  private static let upwards = WordTable([("upwards upward", 1)])
  private static let floors = WordTable([("minimum min", 1)])
  private static let than = Word.key("than".utf8)
  private static let less = WordTable([("less fewer", 1)])
  private static let no = WordTable([("no not never", 1)])
  private static let perPiece = WordTable([("for per", 1)])
  private static let most = WordTable([("upto maximum max up capped jusqu iki līdz hasta", 1)])
  private static let least = WordTable([
    (
      """
      from starting starts start begin begins beginning minimum min least over above excess upwards ab dès
      od nuo desde vanaf
      """, 1
    )
  ])
  private static let around = WordTable([
    ("circa c ca approx approximately around about roughly", 1)
  ])
  private static let rates = WordTable([("rate rates pay", 1)])
  private static let to = Word.key("to".utf8)
  private static let up = Word.key("up".utf8)
  private static let day = Word.key("day".utf8)
}
