import AdModel

/// What speaks for and against an amount of money being pay.
///
/// Every hint counts a few points; an amount with enough of them is a ``PayStatement``. A single
/// word never decides, since “salary”, “budget” and “£50,000” all meet in one sentence.
struct Evidence {
  let money: Money
  let passage: Passage

  /// The words before the amount, nearest first, to the start of the thought.
  var before: [Word] = []
  var after: [Word] = []
  private let last: PayStatement?
  private var isHopeless = false

  /// How many words of either side are read.
  private static let reach = (before: 9, after: 5)

  init(of money: Money, in passage: Passage, after last: PayStatement?) {
    self.money = money
    self.passage = passage
    self.last = last
    guard isWorthReading else { return }
    before.reserveCapacity(Self.reach.before)
    readBefore()
    // A bare number that no label announces is no money, whatever follows.
    isHopeless =
      !money.statesCurrency && !money.isThousands && money.period == nil && passage.part != .salary
      && payLabel == nil
    if !isHopeless { readAfter() }
  }

  /// Whether the number can be money at all, so that most numbers cost nothing more.
  private var isWorthReading: Bool {
    if money.statesCurrency || money.isThousands || passage.part == .salary { return true }
    if money.period != nil { return true }
    return money.isRange || money.first.digits >= 3 || money.first.decimals > 0
      || money.first.digits == 2
  }

  private mutating func readBefore() {
    var at = money.amount.lowerBound
    while before.count < Self.reach.before, let word = passage.word(before: at) {
      if !word.gap.isDisjoint(with: [.sentence, .bullet]) { break }
      // A line break is crossed once, to a heading or label of a few words.
      if word.gap.contains(.line) {
        guard before.isEmpty else { break }
        let start = passage.lineStart(of: word.lower)
        guard word.upper - start <= 40 else { break }
        readHeading(word, from: start)
        break
      }
      before.append(word)
      at = word.lower
    }
  }

  private mutating func readHeading(_ last: Word, from start: Int) {
    before.append(last)
    var at = last.lower
    while at > start, before.count < 5, let word = passage.word(before: at), word.lower >= start {
      before.append(word)
      at = word.lower
    }
  }

  private mutating func readAfter() {
    var at = money.upper
    while after.count < Self.reach.after, let word = passage.word(after: at) {
      if !word.gap.isDisjoint(with: .end) { break }
      after.append(word)
      at = word.upper
    }
  }

  /// The statement, if the evidence is enough for one.
  var statement: PayStatement? {
    guard isWorthReading, !isHopeless, money.maximum > 0 else { return nil }
    if passage.part == .salary { return isFigureOfField ? make(kind, isLabelled: true) : nil }
    let label = payLabel
    if !money.statesCurrency { return bareStatement(label) }
    let kind = kind
    guard kind.isPay else { return make(kind, isLabelled: label != nil) }
    guard score(label) >= 3 else { return nil }
    return make(kind, isLabelled: label != nil)
  }

  // MARK: With a currency

  private func score(_ label: Int?) -> Int {
    var score = 1
    if let label { score += label < 4 ? 3 : 2 }
    if money.period != nil { score += 3 }
    if passage.part == .title { score += 2 }
    let scale = money.currency?.scale ?? 1
    // Where a pound buys thousands, millions are pay.
    if money.isMillions, scale < 150 { score -= 6 }
    let yearly = money.maximum / scale
    if yearly >= 10_000 && yearly <= 500_000 { score += 1 }
    if money.maximum >= 1_000_000 * scale { score -= 2 }
    if money.isRange { score += 1 }
    if let word = after.first {
      if word.gap.contains(.plus) || word.roles.contains(.afterPay) {
        score += 2
      } else if after.dropFirst().first?.roles.isDisjoint(with: [.pay, .ote]) == false {
        score += 2
      } else if Self.settled[word.key] != 0, after.count == 1 || word.gap.contains(.bracket) {
        score += 2
      }
    } else if before.isEmpty {
      // An amount that is a thought by itself: “$68,000+”
      score += 1
    }
    if let word = before.first, word.gap.contains(.colon) {
      // “Hourly: 24–29 USD”, “Minimum: $64,000”
      if passage.period(label: word) != nil || Self.ends[word.key] != 0 && before.count == 1 {
        score += 3
      }
    }
    if isTaking { score -= 5 }
    if before.prefix(2).contains(where: { Self.settled[$0.key] != 0 }), isDirect(1) { score += 2 }
    if standsAlone, yearly >= 1_000 { score += 1 }
    if let near = business { score -= near < 3 ? 5 : 3 }
    if let last, last.part == passage.part, last.kind.isPay,
      last.amount.upper + 24 > money.amount.lowerBound
    {
      score += 2
    }
    return score
  }

  /// Whether the amount begins its sentence, and ends it or is cut off by a comma: “£24,000, 40 hours”.
  private var standsAlone: Bool {
    before.isEmpty && (after.first?.gap.contains(.comma) ?? true)
  }

  /// The distance of the nearest word before the amount that names pay, if no other money is nearer.
  var payLabel: Int? {
    for (index, word) in before.enumerated() {
      let roles = word.roles
      if roles.contains(.pay) { return index }
      if roles.contains(.payish) { return index }
      if roles.contains(.business), !roles.contains(.allowance), !roles.contains(.filler) {
        // “market salary”, “company pays”: business only where it is what the money is of.
        if isDirect(index) { return nil }
      }
    }
    return nil
  }

  /// The distance of the nearest word that makes the money a matter of business.
  ///
  /// “a budget of £50,000” is; “Budget Accountant, £50,000” is a title with its pay.
  private var business: Int? {
    var best: Int?
    for (index, word) in before.prefix(6).enumerated() {
      let roles = word.roles
      if !roles.isDisjoint(with: [.pay, .payish]) { break }
      // “The deal”, as a heading over “£24,000 a year”, says nothing of it.
      if word.gap.contains(.line), money.period != nil { break }
      if roles.contains(.business) {
        if isDirect(index) { best = index }
        break
      }
    }
    for (index, word) in after.prefix(4).enumerated() {
      let roles = word.roles
      if word.isNumber || !word.gap.isDisjoint(with: [.comma, .plus, .bracket, .dash]) { break }
      if !roles.isDisjoint(with: [.pay, .ote]) { break }
      if roles.contains(.business) {
        // “£300 a day contract”: the period settles it.
        let isOfYear = money.period == .year && index == 0 && Self.yearly[word.key] != 0
        if money.period == nil || isOfYear { best = min(best ?? index, index) }
        break
      }
      guard roles.contains(.filler) || roles.contains(.beforePeriod) else { break }
    }
    return best
  }

  private static let ends = WordTable([("minimum maximum min max", 1)])

  /// What “annual” turns into figures of a business: “$8,000 annual value”.
  private static let yearly = WordTable([
    ("revenue revenues turnover budget budgets value sales spend savings profit", 1)
  ])

  /// What says that an amount is the whole pay: “$88,000 (fixed)”, but not “$88,000 fixed costs”.
  private static let settled = WordTable([("fixed flat firm", 1)])

  // MARK: Without a currency

  /// A structured salary counts as it stands, unless it is a date or all zeros.
  private var isFigureOfField: Bool {
    let start = money.first.lower
    if passage[start + 4] == 0x2D, passage[start + 7] == 0x2D, money.first.looksLikeYear {
      return false
    }
    if let word = before.first, Self.grades[word.key] != 0 { return false }
    // “09-Dec” was a range before a spreadsheet read it as a date.
    if let word = after.first, word.gap == [.dash], word.roles.contains(.month) { return false }
    // “30 calendar days”
    let isOfDays = after.first.map { Self.dayKinds[$0.key] != 0 && $0.gap == [.blank] } ?? false
    let counted = isOfDays ? after.dropFirst().first : after.first
    if let word = counted, word.roles.contains(.counted), word.gap == [.blank] { return false }
    return true
  }

  private static let dayKinds = WordTable([
    ("calendar working paid business bank public holiday vacation annual", 1)
  ])

  /// A number without a currency is pay only right behind a label, or right before a period, and
  /// only where it looks like money.
  private func bareStatement(_ label: Int?) -> PayStatement? {
    if money.isMillions || money.first.looksLikeYear && money.period == nil { return nil }
    if let word = after.first, word.gap.isSubset(of: [.blank, .wide, .dash]),
      word.roles.contains(.counted), money.period == nil
    {
      return nil
    }
    // “We move money for 4,000 shops”
    if money.period == nil, before.first?.key == Self.for { return nil }
    let roundness = money.isThousands ? money.maximum >= 10_000 : money.first.digits >= 4
    if let label, label <= 4, isDirect(label) {
      let isLine = before[label].gap.contains(.colon) || directColon(label)
      let isPrecise = money.first.decimals == 2 || money.period != nil
      guard roundness || isPrecise || isLine && money.isRange && startsLine(before[label]) else {
        return nil
      }
      if before[label].roles.contains(.filler), !roundness, !isPrecise, !isLine { return nil }
      return make(kind, isLabelled: true)
    }
    if money.isThousands, money.maximum >= 12_000, money.maximum <= 400_000 {
      if passage.part == .title { return make(kind, isLabelled: false) }
      if let word = after.first,
        word.gap.contains(.plus) || !word.roles.isDisjoint(with: [.ote, .pay])
          || word.roles.contains(.afterPay)
      {
        return make(kind, isLabelled: false)
      }
      if business == nil, label != nil || money.isRange && money.period != nil {
        return make(kind, isLabelled: false)
      }
    }
    guard let period = money.period else { return nil }
    let isPlausible =
      switch period {
      case .hour: money.first.decimals == 2 && money.maximum >= 5
      case .year: money.maximum >= 10_000
      default: money.first.digits >= 3 && label != nil
      }
    return isPlausible && business == nil ? make(kind, isLabelled: label != nil) : nil
  }

  /// Whether nothing but “of up to circa” stands between the label and the figure.
  func isDirect(_ label: Int) -> Bool {
    before.prefix(label).allSatisfy { $0.roles.contains(.filler) }
      && before.prefix(label + 1).allSatisfy {
        $0.gap.isDisjoint(with: [.mask, .plus])
          && (!$0.gap.contains(.comma) || $0.gap.contains(.colon))
      }
  }

  /// Whether the word that names pay names this amount: “we pay you £90”, but not “paid leave, £90”.
  var isNamed: Bool {
    guard passage.part != .salary else { return true }
    guard let label = payLabel else { return false }
    // “stop pay” and “call-out pay” are paid each time.
    if label + 1 < before.count, Self.times[before[label + 1].key] != 0 { return false }
    return before.prefix(label).allSatisfy {
      $0.roles.contains(.filler) || Self.between[$0.key] != 0
    }
      && before.prefix(label + 1).allSatisfy {
        !$0.gap.contains(.plus) && (!$0.gap.contains(.comma) || $0.gap.contains(.colon))
      }
  }

  private static let between = WordTable([
    (
      """
      you your our we them us offered set fixed would can could typically usually normally net gross
      offer offers start starts begin begins plus bonus commission salaries rates scale circa standard new
      """, 1
    )
  ])
  private static let times = WordTable([
    ("stop stops detention layover breakdown callout per diem", 1)
  ])

  private func directColon(_ label: Int) -> Bool {
    before.prefix(label + 1).contains { $0.gap.contains(.colon) }
  }

  private func startsLine(_ word: Word) -> Bool {
    passage.lineStart(of: word.lower) == word.lower
  }

  private static let grades = WordTable([
    ("band grade level point spine scale scp tier bands grades nvq agenda", 1)
  ])
}
