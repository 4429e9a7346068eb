import AdModel

/// A currency, by its ISO 4217 code.
public enum Currency: String, Sendable, CaseIterable {
  case gbp = "GBP"
  case usd = "USD"
  case eur = "EUR"
  case cad = "CAD"
  case aud = "AUD"
  case nzd = "NZD"
  case chf = "CHF"
  case sek = "SEK"
  case nok = "NOK"
  case dkk = "DKK"
  case pln = "PLN"
  case czk = "CZK"
  case huf = "HUF"
  case ron = "RON"
  case inr = "INR"
  case jpy = "JPY"
  case krw = "KRW"
  case cny = "CNY"
  case sgd = "SGD"
  case hkd = "HKD"
  case zar = "ZAR"
  case aed = "AED"
  case brl = "BRL"
  case mxn = "MXN"
  case ils = "ILS"
  case php = "PHP"
  case myr = "MYR"
  case thb = "THB"
  case pkr = "PKR"
  case egp = "EGP"
  case ngn = "NGN"
  case kes = "KES"
  case ghs = "GHS"
  case ugx = "UGX"
  case tzs = "TZS"
  case mad = "MAD"
  case sar = "SAR"
  case qar = "QAR"
  case omr = "OMR"
  case kwd = "KWD"
  case bhd = "BHD"
  case jod = "JOD"
  case lkr = "LKR"
  case bdt = "BDT"
  case npr = "NPR"
  case mur = "MUR"
  case idr = "IDR"
  case vnd = "VND"
  case twd = "TWD"
  case `try` = "TRY"
  case isk = "ISK"
  case bgn = "BGN"
  case uah = "UAH"
  case cop = "COP"
  case jmd = "JMD"
  case ttd = "TTD"
  case bbd = "BBD"
  case bmd = "BMD"
  case kyd = "KYD"

  /// How many units pay about what one pound, dollar or euro pays: the scale of plausible pay.
  ///
  /// Rough, since it only parts slips from salaries: usual pay decides, not exchange rates.
  public var scale: Double {
    switch self {
    case .omr, .kwd, .bhd, .jod: 0.5
    case .gbp, .usd, .eur, .cad, .aud, .nzd, .chf, .sgd, .bmd, .kyd: 1
    case .bgn, .bbd: 2
    case .pln, .ron, .aed, .brl, .ils, .myr, .sar, .qar, .ghs, .ttd: 4
    case .cny, .hkd, .dkk, .mad: 7
    case .sek, .nok: 10
    case .zar, .mxn, .thb, .egp: 10
    case .czk, .php, .inr, .bdt, .npr, .mur, .twd, .try, .uah: 20
    case .kes: 30
    case .pkr, .lkr, .jmd: 60
    case .jpy: 100
    case .ngn, .isk: 150
    case .huf: 250
    case .ugx, .tzs: 500
    case .krw, .cop: 1_000
    case .idr: 3_000
    case .vnd: 5_000
    }
  }

  /// The currency of the country with an ISO 3166 `code` of two letters, in capitals.
  public init?(country code: String) {
    switch code {
    case "GB", "UK", "IM", "JE", "GG": self = .gbp
    case "US", "PR": self = .usd
    case "IE", "DE", "FR", "ES", "IT", "NL", "BE", "AT", "FI", "PT", "GR", "LU", "EE", "LV", "LT",
      "SK", "SI", "MT", "CY", "HR", "BG", "MC", "AD", "SM":
      self = .eur
    case "CA": self = .cad
    case "AU": self = .aud
    case "NZ": self = .nzd
    case "CH", "LI": self = .chf
    case "SE": self = .sek
    case "NO": self = .nok
    case "DK": self = .dkk
    case "PL": self = .pln
    case "CZ": self = .czk
    case "HU": self = .huf
    case "RO": self = .ron
    case "IN": self = .inr
    case "JP": self = .jpy
    case "KR": self = .krw
    case "CN": self = .cny
    case "SG": self = .sgd
    case "HK": self = .hkd
    case "ZA": self = .zar
    case "AE": self = .aed
    case "BR": self = .brl
    case "MX": self = .mxn
    case "IL": self = .ils
    case "PH": self = .php
    case "MY": self = .myr
    case "TH": self = .thb
    case "PK": self = .pkr
    case "EG": self = .egp
    case "NG": self = .ngn
    case "KE": self = .kes
    case "GH": self = .ghs
    case "UG": self = .ugx
    case "TZ": self = .tzs
    case "MA": self = .mad
    case "SA": self = .sar
    case "QA": self = .qar
    case "OM": self = .omr
    case "KW": self = .kwd
    case "BH": self = .bhd
    case "JO": self = .jod
    case "LK": self = .lkr
    case "BD": self = .bdt
    case "NP": self = .npr
    case "MU": self = .mur
    case "ID": self = .idr
    case "VN": self = .vnd
    case "TW": self = .twd
    case "TR": self = .try
    case "IS": self = .isk
    case "UA": self = .uah
    case "CO": self = .cop
    case "JM": self = .jmd
    case "TT": self = .ttd
    case "BB": self = .bbd
    case "BM": self = .bmd
    case "KY": self = .kyd
    default: return nil
    }
  }
}

extension Currency {
  /// The currency that the ad's country or place leads to, if it says one.
  ///
  /// A place may begin with the code of the country (“CA, ON, Toronto”) or end with its name.
  static func ofPlace(in ad: Ad) -> Currency? {
    for field in ad.fields where field.part == .country || field.part == .location {
      let passage = Passage(
        bytes: ad.prose, lower: max(0, field.place.lower),
        upper: min(ad.prose.count, field.place.upper), part: field.part)
      if let currency = ofPlace(in: passage) { return currency }
    }
    return nil
  }

  private static func ofPlace(in passage: Passage) -> Currency? {
    var at = passage.lower
    var isFirst = true
    var found: Currency?
    while let word = passage.word(after: at), word.upper > at {
      let letters = passage.bytes[word.lower..<word.upper]
      if letters.count == 2, letters.allSatisfy(\.isUppercase),
        isFirst && (passage[word.upper] == 0x2C || word.upper == passage.upper)
      {
        if let currency = Currency(country: String(decoding: letters, as: UTF8.self)) {
          return currency
        }
      }
      if let currency = country(named: word.key) { found = currency }
      isFirst = false
      at = word.upper
    }
    return found
  }

  private static func country(named key: UInt64) -> Currency? {
    let index = countries[key]
    return index == 0 ? nil : allCases[Int(index) - 1]
  }

  private static let countries = WordTable(
    [
      (.gbp, "uk england scotland wales britain kingdom london manchester birmingham leeds"),
      (.usd, "usa america"),
      (
        .eur,
        """
        ireland germany deutschland france spain españa italy italia netherlands nederland belgium
        austria österreich finland portugal greece luxembourg estonia latvia lithuania dublin berlin
        paris hamburg münchen munich madrid amsterdam
        """
      ),
      (.cad, "canada toronto vancouver montreal ontario"),
      (.aud, "australia sydney melbourne brisbane"),
      (.nzd, "zealand auckland"),
      (.chf, "switzerland schweiz suisse zürich zurich"),
      (.sek, "sweden sverige stockholm göteborg malmö"),
      (.nok, "norway norge oslo"),
      (.dkk, "denmark danmark copenhagen"),
      (.pln, "poland polska warsaw"),
      (.czk, "czechia prague"),
      (.huf, "hungary budapest"),
      (.inr, "india bangalore bengaluru mumbai delhi"),
      (.jpy, "japan tokyo"),
      (.sgd, "singapore"),
      (.krw, "korea seoul"), (.zar, "johannesburg durban pretoria gauteng kwazulu"),
      (.ngn, "nigeria lagos abuja"), (.kes, "kenya nairobi mombasa"), (.ghs, "ghana accra"),
      (.ugx, "uganda kampala"), (.tzs, "tanzania"), (.egp, "egypt cairo"),
      (.pkr, "pakistan karachi lahore islamabad"), (.lkr, "lanka colombo"),
      (.bdt, "bangladesh dhaka"), (.npr, "nepal kathmandu"), (.php, "philippines manila cebu"),
      (.myr, "malaysia penang"), (.thb, "thailand bangkok"), (.idr, "indonesia jakarta"),
      (.vnd, "vietnam hanoi"), (.twd, "taiwan taipei"), (.aed, "emirates dubai"),
      (.sar, "riyadh jeddah"), (.qar, "qatar doha"), (.omr, "oman muscat"), (.kwd, "kuwait"),
      (.bhd, "bahrain"), (.isk, "iceland reykjavik"), (.uah, "ukraine kyiv"),
    ].map { (pair: (Currency, String)) in
      (pair.1, UInt64(allCases.firstIndex(of: pair.0)!) + 1)
    })
}
