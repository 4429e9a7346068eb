import AdModel

extension Passage {
  /// The date whose first digits stand at `offset`.
  func date(at offset: Int) -> DateMention? {
    let before = self[offset - 1]
    guard !before.isWordly, before != 0x2F, before != 0x2E || !self[offset - 2].isDigit,
      let first = shortNumber(at: offset)
    else { return nil }
    return if first.digits == 4 {
      isoDate(at: offset, year: first) ?? lastMonth(at: offset, year: first)
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

  /// “Applications close March 2026”, “Start: March 2026”, with the last day of the month
  private func lastMonth(at offset: Int, year: ShortNumber) -> DateMention? {
    guard (1950...2100).contains(year.value), !self[year.upper].isWordly,
      let word = word(before: offset), word.gap.isSubset(of: [.blank, .comma, .wide]),
      let month = DateNames.month(word.key), isCapital(word), isWhole(word), isLast(word),
      let day = (28...31).last(where: {
        CalendarDate(year: year.value, month: month, day: $0) != nil
      })
    else { return nil }
    var date = mention(word.lower, year.upper, day, month, year.value)
    date.isMonth = true
    return date.role == .closing || date.role == .start ? date : nil
  }

  /// Whether the words right before a month make it the last one to apply, or the label of the start does.
  private func isLast(_ month: Word) -> Bool {
    if part == .closing { return true }
    var at = month.lower
    for _ in 0..<6 {
      guard let word = word(before: at), word.gap.isDisjoint(with: [.sentence, .bullet, .line])
      else { return false }
      if word.roles.contains(.closing) || word.roles.contains(.apply) { return true }
      if isStartLabel(word, before: at) { return true }
      guard Self.leads[word.key] != 0 else { return false }
      at = word.lower
    }
    return false
  }

  /// Whether `word` ends a label that names the start, with a colon behind it: “Start date: March 2026”.
  ///
  /// In running text a month tells more often when something else began.
  private func isStartLabel(_ word: Word, before offset: Int) -> Bool {
    guard self[skippingBlanks(from: word.upper)] == 0x3A, offset - word.upper <= 6 else {
      return false
    }
    if word.roles.contains(.start) { return true }
    guard Self.date[word.key] != 0, let first = self.word(before: word.lower) else { return false }
    return first.gap == [.blank] && first.roles.contains(.start)
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
      // “5 may be required”, “10 mar”: a short or common word needs a capital, or a year.
      guard isCapital(month.word) || year != nil || isPlain(month.word) else { return nil }
      return mention(
        offset, year?.upper ?? month.word.upper, day.value, month.month, year?.value)
    }
    // “March 3, 2026”, “Dec. 3, 2026”
    guard let word = word(before: offset), let month = DateNames.month(word.key),
      word.gap.isSubset(of: [.blank, .wide]) || isAbbreviated(word, before: offset),
      isCapital(word), isWhole(word)
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
      let of = word(after: suffix.upper), Self.of[of.key] != 0, of.gap == [.blank],
      let month = word(after: of.upper), month.gap == [.blank], isCapital(month),
      let number = DateNames.month(month.key)
    else { return nil }
    return mention(offset, month.upper, day.value, number, nil)
  }

  private func isCapital(_ word: Word) -> Bool { bytes[word.lower].isUppercase }

  /// Whether the name of a month is one in small letters too, as in French: no short or common word.
  private func isPlain(_ month: Word) -> Bool {
    month.upper - month.lower >= 4 && Self.common[month.key] == 0
  }

  /// Whether only the dot of an abbreviation and a blank stand between `month` and `offset`.
  private func isAbbreviated(_ month: Word, before offset: Int) -> Bool {
    month.upper - month.lower <= 4 && self[month.upper] == 0x2E && offset - month.upper == 2
  }

  /// Whether a word stands alone, not as the start of a longer one cut at a capital.
  private func isWhole(_ word: Word) -> Bool { !self[word.lower - 1].isLetter }

  private func monthWord(after offset: Int) -> (word: Word, month: Int)? {
    guard var word = word(after: offset),
      word.gap.isSubset(of: [.blank, .wide, .dash, .sentence, .comma]), word.lower - offset <= 3
    else { return nil }
    if Self.of[word.key] != 0, let next = self.word(after: word.upper), next.gap == [.blank] {
      word = next
    }
    return DateNames.month(word.key).map { (word, $0) }
  }

  /// The year that follows a day and month: “, 2026”, “'26”.
  private func year(after offset: Int) -> (value: Int, upper: Int)? {
    var at = offset
    if self[at] == 0x2E || self[at] == 0x2C || self[at] == 0x2D { at += 1 }
    if let of = word(after: at), of.gap == [.blank], Self.of[of.key] != 0 { at = of.upper }
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
      weekday = DateNames.weekday(word.key)
      if weekday == nil, word.key == Self.the, let next = self.word(before: word.lower),
        next.gap == [.blank]
      {
        weekday = DateNames.weekday(next.key)
        if weekday != nil { start = next.lower }
      } else if weekday != nil {
        start = word.lower
      }
      // “sun” and “sat” are words too.
      if weekday != nil, !bytes[start].isUppercase, word.upper - start < 5 {
        (weekday, start) = (nil, lower)
      }
    }
    let role = role(before: start, to: upper)
    return DateMention(
      role: role, day: day, month: month, year: year, weekday: weekday,
      isAmbiguous: false, isWeek: reads("w/c", at: start - 4),
      isStage: role == .closing && isStage(before: start), place: ByteRange(start, upper),
      part: part)
  }

  /// What may stand between “deadline” or “apply” and a month.
  private static let leads = WordTable([
    ("in by is on at end of the date until before during late early mid now open accepted are", 1)
  ])
  private static let date = WordTable([("date month", 1)])
  /// Names of months that are words besides, or short.
  private static let common = WordTable([("march mars", 1)])
  private static let ordinals = WordTable([("st nd rd th er", 1)])
  /// Between a day and its month, or a month and its year: “3rd of March”, “3 de marzo de 2026”.
  private static let of = WordTable([("of de", 1)])
  private static let the = Word.key("the".utf8)
}
