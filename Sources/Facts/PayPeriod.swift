/// The stretch of work that an amount of pay is for.
public enum PayPeriod: String, Sendable, CaseIterable {
  case hour, day, week, month, year
  /// A session, shift, lesson, visit, credit or other piece of work.
  case piece

  /// How many of it make a year of full-time work, to compare amounts roughly.
  var perYear: Double {
    switch self {
    case .hour: 1_950
    case .day: 230
    case .week: 52
    case .month: 12
    case .year, .piece: 1
    }
  }

  /// The period that a word stands for after “per”, “a” or a slash.
  init?(unit key: UInt64) { self.init(Self.units[key]) }

  /// The period that a word means alone: annually, pa, hourly.
  init?(alone key: UInt64) { self.init(Self.adverbs[key]) }

  private init?(_ number: UInt64) {
    guard number > 0, number <= 6 else { return nil }
    self = Self.allCases[Int(number) - 1]
  }

  private static let units = WordTable([
    (
      """
      h hr hrs hour hours heure stunde std timme tim uur hora ora val valandą hod hodinu godz godzinę
      stundā stundu
      """, 1
    ),
    ("d day days diem jour tag dag daily día", 2),
    ("w wk week weeks semaine woche vecka settimana semana", 3),
    (
      """
      m mo mth month months mois monat mån månad maand mes monthly mese mies miesiąc mesiac mėn mėnesį
      mēn mēnesi mēnesī
      """, 4
    ),
    (
      """
      y yr yrs year years annum annual an année jahr år jaar año a pa annually anno rok metus gadu gadā
      """, 5
    ),
    (
      """
      session sessions shift visit lesson night nights class credit student assignment article word
      project semester course call sleep delivery drop piece head item weekend appointment seminar
      engagement event procedure game term season mile miles km
      """, 6
    ),
  ])

  private static let adverbs = WordTable([
    ("ph hourly timlön stundenlohn uurloon", 1), ("pd daily everyday", 2), ("pw weekly", 3),
    (
      """
      pcm pm monthly mensuel mensuels monatlich månadslön monatsgehalt maandsalaris mensili mensuales
      miesięcznie mesačne mēnesī
      """, 4
    ),
    (
      """
      pa annually yearly annual annum annuel annuels jährlich lpa årslön jahresgehalt annui annuo
      anuales rocznie ročne
      """, 5
    ),
  ])

  static let per = WordTable([
    ("per a an each every par pro im je the one i al por za na už de à", 1)
  ])
}

extension Passage {
  /// The period named right after `offset`, with the byte that ends it.
  ///
  /// “gross”, “basic” and a currency may stand between: “€2,100 gross per month”.
  func period(after offset: Int) -> (period: PayPeriod, upper: Int)? {
    var at = offset
    for step in 0..<4 {
      if let found = periodHere(at: at) { return isOfExtra(found.upper, from: at) ? nil : found }
      guard step < 3, let word = word(after: at), word.gap.isDisjoint(with: [.line, .sentence]),
        word.roles.contains(.beforePeriod)
      else { return nil }
      at = word.upper
    }
    return nil
  }

  /// Whether the period that ends at `upper` is that of something else behind a comma at `offset`:
  /// “£48,000 base, annual bonus”.
  private func isOfExtra(_ upper: Int, from offset: Int) -> Bool {
    guard self[skippingBlanks(from: offset)] == 0x2C, let next = word(after: upper),
      next.gap == [.blank]
    else { return false }
    return !next.roles.isDisjoint(with: [.bonus, .allowance])
  }

  /// The noun that an article without its vowel is tied to: “l’heure”, “all’ora”.
  private func noun(behind article: Word) -> Word? {
    guard Self.elided[article.key] != 0, let noun = word(after: article.upper), noun.gap.isEmpty,
      noun.lower > article.upper
    else { return nil }
    return noun
  }

  private static let elided = WordTable([("l all", 1)])

  private func periodHere(at offset: Int) -> (period: PayPeriod, upper: Int)? {
    var at = skippingBlanks(from: offset)
    while self[at] == 0x2B || self[at] == 0x28 || self[at] == 0x2C || self[at] == 0x29 {
      at = skippingBlanks(from: at + 1)
    }
    if let width = dash(at: at) { at = skippingBlanks(from: at + width) }
    if self[at] == 0x2F || self[at] == 0x5C {
      guard var word = word(after: at + 1), word.lower <= at + 2 else { return nil }
      if word.key == Self.perKey, let unit = self.word(after: word.upper), unit.gap == [.blank] {
        word = unit
      }
      guard let period = PayPeriod(unit: word.key) else { return nil }
      return (period, word.upper)
    }
    // p.a., p/h, p.h., p. a.
    if self[at].lowercase == 0x70, self[at + 1] == 0x2E || self[at + 1] == 0x2F {
      let unit = self[at + 2].isBlank ? at + 3 : at + 2
      if !self[unit + 1].isLetter, let period = PayPeriod(unit: Word.key([self[unit].lowercase])) {
        if self[unit].lowercase == 0x6D, isTime(before: at) { return nil }
        return (period, self[unit + 1] == 0x2E ? unit + 2 : unit + 1)
      }
      if self[at + 1] == 0x2F, let word = word(after: at + 2), word.lower == at + 2,
        let period = PayPeriod(unit: word.key)
      {
        return (period, word.upper)
      }
    }
    guard let first = word(after: at), first.lower == at, !first.isNumber else { return nil }
    if let noun = noun(behind: first) {
      return PayPeriod(unit: noun.key).map { ($0, noun.upper) }
    }
    if PayPeriod.per[first.key] != 0 {
      guard var second = word(after: first.upper),
        second.gap.isSubset(of: [.blank, .wide, .dash, .line]) || second.gap == [.slash]
      else { return nil }
      second = noun(behind: second) ?? second
      if let period = PayPeriod(unit: second.key), second.upper - second.lower > 1 {
        return (period, second.upper)
      }
      // “per teaching hour”, “per credit hour”, “per 8 hour shift”.
      if let third = word(after: second.upper), third.gap.isSubset(of: [.blank, .wide, .dash]),
        first.upper - first.lower == 3, let period = PayPeriod(unit: third.key)
      {
        return (period, third.upper)
      }
      return nil
    }
    if first.lower == offset, first.upper - first.lower > 1, self[offset - 1].isDigit,
      let period = PayPeriod(unit: first.key)
    {
      return (period, first.upper)
    }
    if first.key == Self.hr { return (.hour, first.upper) }
    if let period = PayPeriod(alone: first.key) {
      if reads("pm", at: at), first.upper - first.lower == 2, isTime(before: at) { return nil }
      return (period, first.upper)
    }
    return nil
  }

  /// Whether the figure before `offset`, where “pm” or “p.m.” stands, is an hour: “5 pm” is a time, “500 pm”
  /// a rent or a wage.
  private func isTime(before offset: Int) -> Bool {
    !self[skippingBlanks(before: offset) - 3].isDigit
  }

  private static let hr = Word.key("hr".utf8)
  private static let perKey = Word.key("per".utf8)

  /// The period named before a figure: “hourly rate of”, “annual salary:”.
  func period(label word: Word) -> PayPeriod? {
    switch PayPeriod(alone: word.key) {
    case .some(let period) where word.upper - word.lower > 2: period
    default: nil
    }
  }
}
