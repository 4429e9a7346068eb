/// One amount of money or one range, before anybody asks what it is for.
struct Money {
  var minimum: Double
  var maximum: Double
  var isRange: Bool
  /// Whether a plus sign follows: “30k+”.
  var isOpen: Bool
  var currency: Currency?
  var statesCurrency: Bool
  var period: PayPeriod?
  var isThousands: Bool
  var isMillions: Bool
  /// The first figure of it.
  var first: Figure
  var amount: Range<Int>
  /// Where the period ends, or the amount where none follows.
  var upper: Int
}

extension Passage {
  /// The money whose first figure starts at `offset`; also for a bare number, which may be none.
  func money(at offset: Int, home: Currency?) -> Money? {
    // A number in a word is no amount, unless a currency is what it is glued to.
    let sign = letterSign(before: offset) ?? currency(before: offset)
    let before = self[offset - 1]
    if before.isWordly, sign?.upper != offset { return nil }
    if sign == nil, before == 0x2F || before == 0x2D && self[offset - 2].isWordly { return nil }
    guard let first = figure(at: offset) else { return nil }
    if self[first.upper] == 0x25 || self[first.upper].isBlank && self[first.upper + 1] == 0x25 {
      return nil
    }
    // “401k” is a pension in any spelling.
    if first.value == 401_000 || first.value == 401, first.decimals == 0, sign == nil { return nil }
    if sign == nil, let cents = cents(of: first, home: home) { return cents }
    var mark = sign ?? currency(after: pastMillion(first))
    var upper = sign == nil ? mark?.upper ?? first.upper : pastCode(first.upper)
    if self[upper] == 0x2B { upper += 1 }

    var money = Money(
      minimum: first.value, maximum: first.value, isRange: false, isOpen: first.isOpen,
      statesCurrency: false, isThousands: first.isThousands, isMillions: first.isMillions,
      first: first, amount: (sign?.lower ?? offset)..<upper, upper: upper)
    var period = period(after: upper)
    if period == nil, let open = openEnd(after: upper), let after = self.period(after: open) {
      money.isOpen = true
      period = after
    }
    if let last = secondAmount(after: period?.upper ?? upper, first: first, mark: mark)
      ?? (period == nil ? nil : secondAmount(after: upper, first: first, mark: mark)),
      isOnePeriod(period?.period, self.period(after: last.upper)?.period)
    {
      money.isRange = true
      money.isOpen = last.figure.isOpen
      (money.minimum, money.maximum) = Self.completed(first, last.figure)
      money.isThousands = first.isThousands || last.figure.isThousands
      money.isMillions = first.isMillions || last.figure.isMillions
      mark = mark ?? last.mark
      money.amount = money.amount.lowerBound..<last.upper
      period = self.period(after: last.upper) ?? period
      upper = last.upper
    }
    money.statesCurrency = mark != nil
    money.currency = mark?.currency(at: home) ?? home
    // “$60,000 CAD” says which dollar it is.
    if case .dollar? = mark?.sign, let code = currency(after: upper) ?? currency(before: upper),
      case .exact(let exact) = code.sign
    {
      money.currency = exact
    }
    money.period = period?.period
    // “R24” may be a part number, “R24 an hour” is pay.
    if case .loose(let currency)? = mark?.sign, currency != home, money.period == nil,
      !first.isGrouped, !first.isThousands
    {
      return nil
    }
    money.upper = max(upper, period?.upper ?? upper)
    return money
  }

  /// Where the word “million” behind `figure` ends, or the figure where there is none: “20 million VND”.
  private func pastMillion(_ figure: Figure) -> Int {
    figure.isMillions && reads("million", at: figure.upper) ? figure.upper + 7 : figure.upper
  }

  /// Whether two amounts can be for the same time: not “£15 an hour and £2 a mile”.
  private func isOnePeriod(_ one: PayPeriod?, _ other: PayPeriod?) -> Bool {
    one == nil || other == nil || one == other
  }

  /// “58 cents per mile”
  private func cents(of figure: Figure, home: Currency?) -> Money? {
    guard let word = word(after: figure.upper), word.gap.isSubset(of: [.blank]),
      Self.centWords[word.key] != 0, let period = period(after: word.upper)
    else { return nil }
    let value = figure.value / 100
    return Money(
      minimum: value, maximum: value, isRange: false, isOpen: figure.isOpen,
      currency: home == .eur ? .eur : .usd, statesCurrency: true, period: period.period,
      isThousands: false, isMillions: false, first: figure, amount: figure.lower..<word.upper,
      upper: period.upper)
  }

  private static let centWords = WordTable([("cents cpm", 1)])

  /// Where “and up” or “or more” ends, if it follows: “$21 and up per hour”.
  func openEnd(after offset: Int) -> Int? {
    guard let joint = word(after: offset), joint.gap.isSubset(of: [.blank]),
      Self.joints[joint.key] != 0, let above = word(after: joint.upper), above.gap == [.blank],
      Self.above[above.key] != 0
    else { return nil }
    return above.upper
  }

  private static let joints = WordTable([("and or", 1)])
  private static let above = WordTable([("up above over upwards upward more higher better", 1)])

  /// Whether the two figures around the slash at `offset` are thousands both: “60K/65K”.
  private func isSlash(at offset: Int, first: Figure, mark: CurrencyMark?) -> Bool {
    guard self[offset] == 0x2F else { return false }
    let start = skippingBlanks(from: offset + 1)
    if first.isThousands, figure(at: start)?.isThousands == true { return true }
    // “$58,200 / $60,100”
    guard first.isGrouped, let mark, let next = figureStart(at: start), let other = next.mark,
      mark.currency(at: nil) == other.currency(at: nil)
    else { return false }
    return figure(at: next.offset)?.isGrouped == true
  }

  /// Where the bracket ends that says which end of a range stands before `offset`: “$64,000 (min)”.
  private func skippingBound(from offset: Int) -> Int {
    guard self[offset] == 0x28, let word = word(after: offset), word.lower == offset + 1,
      Self.bounds[word.key] != 0, self[word.upper] == 0x29
    else { return offset }
    return skippingBlanks(from: word.upper + 1)
  }

  private static let bounds = WordTable([("min minimum low starting", 1)])

  /// The second amount of a range that may go on at `offset`.
  private func secondAmount(
    after offset: Int, first: Figure, mark: CurrencyMark?
  ) -> (figure: Figure, mark: CurrencyMark?, upper: Int)? {
    var at = skippingBlanks(from: offset)
    let blanks = at - offset
    at = skippingBound(from: at)
    var isJoined = false
    // HTML and Markdown cards break a range over lines: “€60,000.00 / - / €85,000.00”.
    if self[at] == 0x0A {
      var next = at + 1
      while self[next] == 0x0A || self[next].isBlank, next < at + 24 { next += 1 }
      guard let width = dash(at: next) else { return nil }
      var after = next + width
      while self[after] == 0x0A || self[after].isBlank, after < next + 24 { after += 1 }
      guard mark != nil, let start = figureStart(at: after), start.mark != nil else { return nil }
      return amount(from: start)
    }
    if let width = dash(at: at) {
      at = skippingBlanks(from: at + width)
      if let more = dash(at: at) { at = skippingBlanks(from: at + more) }
      isJoined = true
    } else if isSlash(at: at, first: first, mark: mark) {
      at = skippingBlanks(from: at + 1)
      isJoined = true
    } else if let word = word(after: at), word.lower == at, Self.joins[word.key] != 0 {
      at = skippingBlanks(from: word.upper)
      // “to around £30k”, “up to £30k”
      if let next = self.word(after: at), next.lower == at, Self.around[next.key] != 0 {
        at = skippingBlanks(from: next.upper)
        if self[at] == 0x2E { at = skippingBlanks(from: at + 1) }
      }
      isJoined = true
    }
    guard let start = figureStart(at: at) else { return nil }
    // Two prices side by side are a range that lost its dash.
    if !isJoined {
      guard blanks >= 2, mark != nil, start.mark != nil else { return nil }
    }
    guard let second = amount(from: start) else { return nil }
    // “£15 an hour – 40 hours”
    if second.mark == nil, mark != nil, let word = word(after: second.upper), word.gap == [.blank],
      Self.stretches[word.key] != 0
    {
      return nil
    }
    // “30,000 - 5 days”, “£20 - 3 hours”: what follows a dash without a sign must be as large.
    if second.mark == nil, mark != nil, !second.figure.isThousands, !second.figure.isGrouped,
      second.figure.value < first.value / 20
    {
      return nil
    }
    // “at step 1 and $103,194 at step 3”
    if mark == nil, second.mark != nil, !second.figure.isThousands, !first.isGrouped,
      first.value < second.figure.value / 20
    {
      return nil
    }
    if second.figure.looksLikeYear, second.mark == nil, mark != nil, !first.looksLikeYear,
      first.isGrouped || second.figure.value > first.value * 3 || second.figure.value < first.value
    {
      return nil
    }
    return second
  }

  private static let stretches = WordTable([
    ("hours hrs days weeks months years shifts nights weekends", 1)
  ])

  /// The end of a code that repeats the sign (“£30,000 GBP”), and of the “,-” of round euros.
  private func pastCode(_ offset: Int) -> Int {
    if self[offset] == 0x2C, self[offset + 1] == 0x2D { return offset + 2 }
    let start = skippingBlanks(from: offset)
    let code = bytes[min(start, upper)..<min(start + 3, upper)]
    guard code.count == 3, code.allSatisfy(\.isUppercase), !self[start + 3].isWordly,
      let mark = currency(after: offset), mark.upper == start + 3
    else { return offset }
    return mark.upper
  }

  private func figureStart(at offset: Int) -> (offset: Int, mark: CurrencyMark?)? {
    if self[offset].isDigit { return (offset, nil) }
    // The digits stand at most a code and a blank behind.
    var at = offset
    while at < offset + 8, !self[at].isDigit {
      guard at < upper, bytes[at] != 0x0A else { return nil }
      at += 1
    }
    guard self[at].isDigit, let mark = letterSign(before: at) ?? currency(before: at),
      mark.lower <= offset
    else {
      return nil
    }
    return (at, mark)
  }

  private func amount(
    from start: (offset: Int, mark: CurrencyMark?)
  ) -> (figure: Figure, mark: CurrencyMark?, upper: Int)? {
    guard let figure = figure(at: start.offset) else { return nil }
    if self[figure.upper] == 0x25 { return nil }
    let mark = start.mark ?? currency(after: figure.upper)
    var upper = start.mark == nil ? mark?.upper ?? figure.upper : pastCode(figure.upper)
    if self[upper] == 0x2B { upper += 1 }
    return (figure, mark, upper)
  }

  /// Both ends of a range, where one says for both that they are thousands: “25-30k”, “80-130,000”.
  private static func completed(_ first: Figure, _ last: Figure) -> (Double, Double) {
    var low = first.value
    var high = last.value
    if last.isMillions, !first.isMillions, low < 1_000 {
      low *= 1_000_000
    } else if last.isLakh, !first.isLakh, low < 100 {
      low *= 100_000
    } else if last.isThousands, !first.isThousands, low < 1_000 {
      low *= 1_000
    } else if first.isThousands, !last.isThousands, high < 1_000 {
      high *= 1_000
    } else if !first.isThousands, low > 0, low < 1_000, low == low.rounded(), high >= 10_000,
      low * 1_000 <= high
    {
      low *= 1_000
    }
    return (low, high)
  }

  private static let joins = WordTable([
    ("to tot en and à bis until till upto through a til up et und at iki līdz do hasta", 1)
  ])
  private static let around = WordTable([("around to circa c approximately about of ca", 1)])
}
