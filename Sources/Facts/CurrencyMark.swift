/// A currency as written at one place.
struct CurrencyMark {
  enum Sign {
    case exact(Currency)
    /// `$`, which many countries write.
    case dollar
    /// `kr`, which three countries write.
    case krone
  }
  let sign: Sign
  let lower: Int
  let upper: Int

  /// The currency, given that of the ad's country.
  func currency(at home: Currency?) -> Currency {
    switch sign {
    case .exact(let currency): return currency
    case .dollar:
      switch home {
      case .cad, .aud, .nzd, .sgd, .hkd: return home!
      default: return .usd
      }
    case .krone:
      switch home {
      case .nok, .dkk: return home!
      default: return .sek
      }
    }
  }
}

extension Passage {
  /// The currency that stands right before `offset`, blanks allowed: a sign, a code, or both.
  func currency(before offset: Int) -> CurrencyMark? {
    guard let mark = nearestCurrency(before: offset) else { return nil }
    // “USD $12.00”, “GBP £ 2,850”
    if self[mark.upper - 1].isLetter { return mark }
    let end = skippingBlanks(before: mark.lower)
    guard let word = letters(before: end), word.count == 3, let sign = Self.code(word),
      !self[end - 4].isWordly
    else { return mark }
    return CurrencyMark(sign: sign, lower: end - 3, upper: mark.upper)
  }

  /// The sign of the rand, a capital R, right before `offset`; other things are written so as well.
  func rand(before offset: Int) -> CurrencyMark? {
    guard self[offset - 1] == 0x52, !self[offset - 2].isWordly, self[offset - 2] != 0x2D else {
      return nil
    }
    return CurrencyMark(sign: .exact(.zar), lower: offset - 1, upper: offset)
  }

  private func nearestCurrency(before offset: Int) -> CurrencyMark? {
    let end = skippingBlanks(before: offset)
    if self[end - 1] == 0x24 {
      if let word = letters(before: end - 1), let sign = Self.dollars(word) {
        return CurrencyMark(sign: sign, lower: end - 1 - word.count, upper: end)
      }
      return CurrencyMark(sign: .dollar, lower: end - 1, upper: end)
    }
    if self[end - 2] == 0xC2, self[end - 1] == 0xA3 {
      return CurrencyMark(sign: .exact(.gbp), lower: end - 2, upper: end)
    }
    if self[end - 2] == 0xC2, self[end - 1] == 0xA5 {
      return CurrencyMark(sign: .exact(.jpy), lower: end - 2, upper: end)
    }
    if self[end - 3] == 0xE2, self[end - 2] == 0x82, let currency = Self.sign(self[end - 1]) {
      return CurrencyMark(sign: .exact(currency), lower: end - 3, upper: end)
    }
    // “pound;30,000” is what is left of an entity.
    if self[end - 1] == 0x3B, reads("pound;", at: end - 6) || reads("euro;", at: end - 5) {
      let isPound = reads("pound;", at: end - 6)
      return CurrencyMark(
        sign: .exact(isPound ? .gbp : .eur), lower: end - (isPound ? 6 : 5), upper: end)
    }
    if self[end - 1] == 0x2E, reads("rs.", at: end - 3), !self[end - 4].isLetter {
      return CurrencyMark(sign: .exact(.inr), lower: end - 3, upper: end)
    }
    guard let word = letters(before: end), let sign = Self.code(word) else { return nil }
    return CurrencyMark(sign: sign, lower: end - word.count, upper: end)
  }

  /// The currency that stands right after `offset`, blanks allowed.
  func currency(after offset: Int) -> CurrencyMark? {
    let start = skippingBlanks(from: offset)
    if self[start] == 0x24, !self[start + 1].isDigit {
      return CurrencyMark(sign: .dollar, lower: start, upper: start + 1)
    }
    if self[start] == 0xC2, self[start + 1] == 0xA3, !self[start + 2].isDigit {
      return CurrencyMark(sign: .exact(.gbp), lower: start, upper: start + 2)
    }
    if self[start] == 0xE2, self[start + 1] == 0x82, let currency = Self.sign(self[start + 2]),
      !self[start + 3].isDigit
    {
      return CurrencyMark(sign: .exact(currency), lower: start, upper: start + 3)
    }
    if reads("zł", at: start), !self[start + 3].isWordly {
      return CurrencyMark(sign: .exact(.pln), lower: start, upper: start + 3)
    }
    var end = start
    while self[end].isLetter, end - start < 8 { end += 1 }
    // “119k CADskype”: three capitals, then the next sentence.
    if end - start > 3, bytes[start..<start + 3].allSatisfy(\.isUppercase),
      self[start + 3].isLowercase
    {
      end = start + 3
    }
    guard end > start, let sign = Self.code(bytes[start..<end]) else { return nil }
    if start == offset, self[end].isWordly { return nil }
    return CurrencyMark(sign: sign, lower: start, upper: end)
  }

  /// The ASCII letters that end at `end`, at most seven.
  private func letters(before end: Int) -> ArraySlice<UInt8>? {
    var start = end
    while self[start - 1].isLetter, end - start < 8 { start -= 1 }
    return start < end && end - start < 8 ? bytes[start..<end] : nil
  }

  private static func sign(_ last: UInt8) -> Currency? {
    switch last {
    case 0xAC: .eur
    case 0xB9: .inr
    case 0xA9: .krw
    case 0xAA: .ils
    case 0xB1: .php
    default: nil
    }
  }

  private static func dollars(_ letters: ArraySlice<UInt8>) -> CurrencyMark.Sign? {
    switch Word.key(letters.lazy.map(\.lowercase)) {
    case Self.us: .exact(.usd)
    case Self.a, Self.au: .exact(.aud)
    case Self.c, Self.ca: .exact(.cad)
    case Self.nz: .exact(.nzd)
    case Self.s, Self.sg: .exact(.sgd)
    case Self.hk: .exact(.hkd)
    case Self.r: .exact(.brl)
    default: nil
    }
  }

  private static let us = Word.key("us".utf8)
  private static let a = Word.key("a".utf8)
  private static let au = Word.key("au".utf8)
  private static let c = Word.key("c".utf8)
  private static let ca = Word.key("ca".utf8)
  private static let nz = Word.key("nz".utf8)
  private static let s = Word.key("s".utf8)
  private static let sg = Word.key("sg".utf8)
  private static let hk = Word.key("hk".utf8)
  private static let r = Word.key("r".utf8)

  /// The currency of an ISO code in capitals, or of a word such as “euros” or “kr”.
  private static func code(_ letters: ArraySlice<UInt8>) -> CurrencyMark.Sign? {
    let index = codes[Word.key(letters.lazy.map(\.lowercase))]
    guard index != 0 else { return nil }
    if index == 1000 { return .krone }
    if index == 1001 { return .dollar }
    let isCode = letters.count == 3
    // A code is written in capitals; “cad” is also a drawing program, but “eur” and “gbp” are not.
    if isCode, letters.first!.isLowercase, index > 3 { return nil }
    return .exact(Currency.allCases[Int(index) - 1])
  }

  private static let codes: WordTable = {
    var entries = Currency.allCases.enumerated().map {
      ($0.element.rawValue.lowercased(), UInt64($0.offset) + 1)
    }
    entries.append(("sterling stg", 1))
    entries.append(("euro euros", 3))
    entries.append(("rs rupees", UInt64(Currency.allCases.firstIndex(of: .inr)!) + 1))
    entries.append(("zł zl", UInt64(Currency.allCases.firstIndex(of: .pln)!) + 1))
    entries.append(("yen", UInt64(Currency.allCases.firstIndex(of: .jpy)!) + 1))
    entries.append(("fr sfr", UInt64(Currency.allCases.firstIndex(of: .chf)!) + 1))
    entries.append(("kr kronor kroner", 1000))
    entries.append(("dollars", 1001))
    return WordTable(entries)
  }()
}
