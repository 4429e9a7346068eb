/// A currency as written at one place.
struct CurrencyMark {
  enum Sign {
    case exact(Currency)
    /// A letter or short that stands for other things as well: `R`, `RM`, `COP`.
    case loose(Currency)
    /// `$`, which many countries write.
    case dollar
    /// `kr`, which four countries write.
    case krone
    /// `Rs`, which five countries write.
    case rupee
    /// `¥`, which is yen or yuan.
    case yen
  }
  let sign: Sign
  let lower: Int
  let upper: Int

  /// The currency, given that of the ad's country.
  func currency(at home: Currency?) -> Currency {
    switch sign {
    case .exact(let currency), .loose(let currency): return currency
    case .dollar:
      switch home {
      case .cad, .aud, .nzd, .sgd, .hkd, .twd, .jmd, .ttd, .bbd, .bmd, .kyd: return home!
      default: return .usd
      }
    case .krone:
      switch home {
      case .nok, .dkk, .isk: return home!
      default: return .sek
      }
    case .rupee:
      switch home {
      case .pkr, .lkr, .npr, .mur: return home!
      default: return .inr
      }
    case .yen: return home == .cny ? .cny : .jpy
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
    letterSign(before: offset).flatMap { self[$0.lower] == UInt8(ascii: "R") ? $0 : nil }
  }

  /// The sign of the rand, naira or peso, a capital R, N or P, right before `offset`; other things
  /// are written so as well.
  func letterSign(before offset: Int) -> CurrencyMark? {
    let currency: Currency
    switch self[offset - 1] {
    case UInt8(ascii: "R"): currency = .zar
    case UInt8(ascii: "N"): currency = .ngn
    case UInt8(ascii: "P"): currency = .php
    default: return nil
    }
    guard !self[offset - 2].isWordly, self[offset - 2] != 0x2D else { return nil }
    return CurrencyMark(sign: .loose(currency), lower: offset - 1, upper: offset)
  }

  private func nearestCurrency(before offset: Int) -> CurrencyMark? {
    let end = skippingBlanks(before: offset)
    if self[end - 1] == 0x24 {
      if let word = letters(before: end - 1), let sign = Self.dollars(word) {
        return CurrencyMark(sign: sign, lower: end - 1 - word.count, upper: end)
      }
      return CurrencyMark(sign: .dollar, lower: end - 1, upper: end)
    }
    if self[end - 2] == 0xC2 {
      switch self[end - 1] {
      case 0xA3:
        // “E£18,000” is Egyptian.
        let isEgypt = self[end - 3] == UInt8(ascii: "E") && !self[end - 4].isWordly
        return CurrencyMark(
          sign: .exact(isEgypt ? .egp : .gbp), lower: end - (isEgypt ? 3 : 2), upper: end)
      case 0xA5: return CurrencyMark(sign: .yen, lower: end - 2, upper: end)
      // “GH¢”, written with the cent for want of the cedi
      case 0xA2 where reads("gh", at: end - 4):
        return CurrencyMark(sign: .exact(.ghs), lower: end - 4, upper: end)
      default: break
      }
    }
    if let currency = Self.sign(self[end - 3], self[end - 2], self[end - 1]) {
      let isCedi = currency == .ghs && reads("gh", at: end - 5)
      return CurrencyMark(sign: .exact(currency), lower: end - (isCedi ? 5 : 3), upper: end)
    }
    // “pound;30,000” is what is left of an entity.
    if self[end - 1] == 0x3B, reads("pound;", at: end - 6) || reads("euro;", at: end - 5) {
      let isPound = reads("pound;", at: end - 6)
      return CurrencyMark(
        sign: .exact(isPound ? .gbp : .eur), lower: end - (isPound ? 6 : 5), upper: end)
    }
    // “Rs. 45,000”, “Ksh. 80,000”
    if self[end - 1] == 0x2E {
      guard let word = letters(before: end - 1),
        Self.dotted[Word.key(word.lazy.map(\.lowercase))] != 0,
        let sign = Self.code(word)
      else { return nil }
      return CurrencyMark(sign: sign, lower: end - 1 - word.count, upper: end)
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
    if let currency = Self.sign(self[start], self[start + 1], self[start + 2]),
      !self[start + 3].isDigit
    {
      return CurrencyMark(sign: .exact(currency), lower: start, upper: start + 3)
    }
    if reads("zł", at: start) || reads("kč", at: start), !self[start + 3].isWordly {
      let currency: Currency = reads("zł", at: start) ? .pln : .czk
      return CurrencyMark(sign: .exact(currency), lower: start, upper: start + 3)
    }
    if isForint(at: start, after: offset) {
      return CurrencyMark(sign: .exact(.huf), lower: start, upper: start + 2)
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

  /// Whether “Ft” at `start` is money and not feet: behind hundreds of thousands, as in “600 000 Ft”.
  private func isForint(at start: Int, after offset: Int) -> Bool {
    guard self[start] == UInt8(ascii: "F"), self[start + 1] == UInt8(ascii: "t"),
      !self[start + 2].isWordly
    else { return false }
    var (at, digits) = (offset, 0)
    while digits < 6 {
      if self[at - 1].isDigit {
        digits += 1
      } else if !self[at - 2].isDigit || self[at - 1].isWordly {
        return false
      }
      at -= 1
    }
    return true
  }

  /// The ASCII letters that end at `end`, at most seven.
  private func letters(before end: Int) -> ArraySlice<UInt8>? {
    var start = end
    while self[start - 1].isLetter, end - start < 8 { start -= 1 }
    return start < end && end - start < 8 ? bytes[start..<end] : nil
  }

  /// The currency of a sign of three bytes: `€`, `₦`, `฿`.
  private static func sign(_ first: UInt8, _ second: UInt8, _ last: UInt8) -> Currency? {
    switch (first, second, last) {
    case (0xE2, 0x82, 0xAC): .eur
    case (0xE2, 0x82, 0xB9): .inr
    case (0xE2, 0x82, 0xA9): .krw
    case (0xE2, 0x82, 0xAA): .ils
    case (0xE2, 0x82, 0xB1): .php
    case (0xE2, 0x82, 0xA6): .ngn
    case (0xE2, 0x82, 0xB5): .ghs
    case (0xE2, 0x82, 0xAB): .vnd
    case (0xE2, 0x82, 0xBA): .try
    case (0xE2, 0x82, 0xB4): .uah
    case (0xE0, 0xB8, 0xBF): .thb
    case (0xE0, 0xA7, 0xB3): .bdt
    default: nil
    }
  }

  /// The currency of the letters before a dollar sign: `US$`, `NT$`, but also `R$`.
  private static func dollars(_ letters: ArraySlice<UInt8>) -> CurrencyMark.Sign? {
    let number = prefixes[Word.key(letters.lazy.map(\.lowercase))]
    return number == 0 ? nil : .exact(Currency.allCases[Int(number) - 1])
  }

  private static let prefixes = WordTable([
    ("us", number(of: .usd)), ("a au", number(of: .aud)), ("c ca", number(of: .cad)),
    ("nz", number(of: .nzd)), ("s sg", number(of: .sgd)), ("hk", number(of: .hkd)),
    ("r", number(of: .brl)), ("nt", number(of: .twd)), ("j ja", number(of: .jmd)),
    ("tt", number(of: .ttd)), ("mx", number(of: .mxn)),
  ])

  /// The place of `currency` among all, from 1.
  private static func number(of currency: Currency) -> UInt64 {
    UInt64(Currency.allCases.firstIndex(of: currency)!) + 1
  }

  /// The currency of an ISO code in capitals, or of a word such as “euros” or “kr”.
  private static func code(_ letters: ArraySlice<UInt8>) -> CurrencyMark.Sign? {
    let value = codes[Word.key(letters.lazy.map(\.lowercase))]
    switch value {
    case 0: return nil
    case krone: return .krone
    case dollars: return .dollar
    case rupees: return .rupee
    default: break
    }
    // A code is written in capitals; “cad” is also a drawing program, and “try” and “rm” are more.
    let currency = Currency.allCases[Int(value & 0xFF) - 1]
    if value & inCapitals != 0 {
      return letters.allSatisfy(\.isUppercase) ? .loose(currency) : nil
    }
    if value & isCode != 0, letters.first!.isLowercase { return nil }
    return .exact(currency)
  }

  private static let isCode: UInt64 = 0x100
  private static let inCapitals: UInt64 = 0x200
  private static let krone: UInt64 = 0x1000
  private static let dollars: UInt64 = 0x1001
  private static let rupees: UInt64 = 0x1002

  private static let codes: WordTable = {
    var entries: [(String, UInt64)] = []
    func add(_ words: String, _ currency: Currency, _ written: UInt64 = 0) {
      entries.append((words, written | number(of: currency)))
    }
    for currency in Currency.allCases {
      switch currency {
      case .gbp, .usd, .eur: add(currency.rawValue.lowercased(), currency)
      case .try, .mad, .cop: add(currency.rawValue.lowercased(), currency, inCapitals)
      default: add(currency.rawValue.lowercased(), currency, isCode)
      }
    }
    add("sterling stg", .gbp)
    add("euro euros", .eur)
    add("zł zl", .pln)
    add("yen", .jpy)
    add("fr sfr", .chf)
    add("ksh kshs", .kes)
    add("naira", .ngn)
    add("cedis", .ghs)
    add("ugsh ushs", .ugx)
    add("tsh tshs", .tzs)
    add("tk taka", .bdt)
    add("dhs dirhams", .aed)
    add("rp rupiah", .idr)
    add("ringgit", .myr)
    add("baht", .thb)
    add("lei", .ron)
    add("rmb yuan", .cny)
    add("forint", .huf)
    add("ntd", .twd, isCode)
    add("rm", .myr, inCapitals)
    add("sr", .sar, inCapitals)
    add("tl", .try, inCapitals)
    add("nis", .ils, inCapitals)
    entries.append(("kr kronor kroner", krone))
    entries.append(("dollars", dollars))
    entries.append(("rs rupees", rupees))
    return WordTable(entries)
  }()

  /// Shorts that a dot may follow.
  private static let dotted = WordTable([("rs ksh kshs tk rp dhs tsh", 1)])
}
