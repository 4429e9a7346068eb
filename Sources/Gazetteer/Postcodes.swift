/// A postcode in a text.
struct Postcode {
  enum Form { case full, outward }
  var end: Int
  var form: Form
  /// The bytes of the UK area (`LS`), or none for another country.
  var area: Range<Int>?
  /// The state or country it lies in, if the code alone tells.
  var code: UInt64
}

/// The postal codes of the United Kingdom, Ireland, Canada and the United States.
enum Postcodes {
  /// A British, Irish or Canadian code that begins with the capital at `start`.
  static func letters(_ text: [UInt8], at start: Int, end limit: Int) -> Postcode? {
    var index = start
    while index < limit, index - start < 2, isCapital(text[index]) { index += 1 }
    let digits = index
    guard index < limit, Letters.isDigit(text[index]) else { return nil }
    index += 1
    if index < limit, Letters.isDigit(text[index]) || isCapital(text[index]) { index += 1 }
    if let canada = canadian(text, start, limit) { return canada }
    if let ireland = irish(text, start, limit) { return ireland }
    var after = index
    if after < limit, text[after] == 0x20 { after += 1 }
    if after + 3 <= limit, Letters.isDigit(text[after]), isCapital(text[after + 1]),
      isCapital(text[after + 2]), isEnd(text, after + 3, limit)
    {
      return Postcode(end: after + 3, form: .full, area: start..<digits, code: 0)
    }
    guard isEnd(text, index, limit) else { return nil }
    return Postcode(end: index, form: .outward, area: start..<digits, code: 0)
  }

  /// `K1A 0B6`: letters and digits in turn. The first letter tells the province.
  private static func canadian(_ text: [UInt8], _ start: Int, _ limit: Int) -> Postcode? {
    guard start + 6 <= limit else { return nil }
    var index = start
    for position in 0..<6 {
      if position == 3, text[index] == 0x20 { index += 1 }
      guard index < limit else { return nil }
      let fits = position % 2 == 0 ? isCapital(text[index]) : Letters.isDigit(text[index])
      guard fits else { return nil }
      index += 1
    }
    guard isEnd(text, index, limit), let code = province(text[start]) else { return nil }
    return Postcode(end: index, form: .full, area: nil, code: code)
  }

  /// The province or territory whose codes begin with `letter`.
  static func province(_ letter: UInt8) -> UInt64? {
    switch letter {
    case UInt8(ascii: "A"): Place.pack("CA-NL")
    case UInt8(ascii: "B"): Place.pack("CA-NS")
    case UInt8(ascii: "C"): Place.pack("CA-PE")
    case UInt8(ascii: "E"): Place.pack("CA-NB")
    case UInt8(ascii: "G"), UInt8(ascii: "H"), UInt8(ascii: "J"): Place.pack("CA-QC")
    case UInt8(ascii: "K")...UInt8(ascii: "N"), UInt8(ascii: "P"): Place.pack("CA-ON")
    case UInt8(ascii: "R"): Place.pack("CA-MB")
    case UInt8(ascii: "S"): Place.pack("CA-SK")
    case UInt8(ascii: "T"): Place.pack("CA-AB")
    case UInt8(ascii: "V"): Place.pack("CA-BC")
    case UInt8(ascii: "X"): Place.pack("CA")
    case UInt8(ascii: "Y"): Place.pack("CA-YT")
    default: nil
    }
  }

  /// `D02 X285`: a routing key of a letter and two digits (or `D6W`), then four characters.
  private static func irish(_ text: [UInt8], _ start: Int, _ limit: Int) -> Postcode? {
    guard start + 8 <= limit, isCapital(text[start]), Letters.isDigit(text[start + 1]),
      Letters.isDigit(text[start + 2]) || text[start + 2] == UInt8(ascii: "W"),
      text[start + 3] == 0x20, isCapital(text[start + 4]), isEnd(text, start + 8, limit)
    else { return nil }
    var digits = 0
    for index in start + 5..<start + 8 {
      guard isCapital(text[index]) || Letters.isDigit(text[index]) else { return nil }
      if Letters.isDigit(text[index]) { digits += 1 }
    }
    return digits == 0
      ? nil : Postcode(end: start + 8, form: .full, area: nil, code: Place.pack("IE"))
  }

  /// The number of digits that begin at `start`, and their value; at most nine count.
  static func number(_ text: [UInt8], at start: Int, end limit: Int) -> (count: Int, value: Int) {
    var index = start
    var value = 0
    while index < limit, index - start < 9, Letters.isDigit(text[index]) {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return (index - start, value)
  }

  /// The state of an American ZIP code, by its first three digits
  /// (https://pe.usps.com/text/LabelingLists/L002.htm).
  static func state(zip: Int) -> UInt64? {
    let prefix = zip / 100
    guard prefix >= 5, prefix <= 999 else { return nil }
    return zips.last { $0.from <= prefix }?.code
  }

  private static let zips: [(from: Int, code: UInt64)] = [
    (5, Place.pack("US-NY")), (6, Place.pack("US-PR")), (10, Place.pack("US-MA")),
    (28, Place.pack("US-RI")), (30, Place.pack("US-NH")), (39, Place.pack("US-ME")),
    (50, Place.pack("US-VT")), (55, Place.pack("US-MA")), (56, Place.pack("US-VT")),
    (60, Place.pack("US-CT")), (70, Place.pack("US-NJ")), (100, Place.pack("US-NY")),
    (150, Place.pack("US-PA")), (197, Place.pack("US-DE")), (200, Place.pack("US-DC")),
    (201, Place.pack("US-VA")), (202, Place.pack("US-DC")), (206, Place.pack("US-MD")),
    (220, Place.pack("US-VA")), (247, Place.pack("US-WV")), (270, Place.pack("US-NC")),
    (290, Place.pack("US-SC")), (300, Place.pack("US-GA")), (320, Place.pack("US-FL")),
    (350, Place.pack("US-AL")), (370, Place.pack("US-TN")), (386, Place.pack("US-MS")),
    (398, Place.pack("US-GA")), (400, Place.pack("US-KY")), (430, Place.pack("US-OH")),
    (460, Place.pack("US-IN")), (480, Place.pack("US-MI")), (500, Place.pack("US-IA")),
    (530, Place.pack("US-WI")), (550, Place.pack("US-MN")), (570, Place.pack("US-SD")),
    (580, Place.pack("US-ND")), (590, Place.pack("US-MT")), (600, Place.pack("US-IL")),
    (630, Place.pack("US-MO")), (660, Place.pack("US-KS")), (680, Place.pack("US-NE")),
    (700, Place.pack("US-LA")), (716, Place.pack("US-AR")), (730, Place.pack("US-OK")),
    (750, Place.pack("US-TX")), (800, Place.pack("US-CO")), (820, Place.pack("US-WY")),
    (832, Place.pack("US-ID")), (840, Place.pack("US-UT")), (850, Place.pack("US-AZ")),
    (870, Place.pack("US-NM")), (889, Place.pack("US-NV")), (900, Place.pack("US-CA")),
    (967, Place.pack("US-HI")), (970, Place.pack("US-OR")), (980, Place.pack("US-WA")),
    (995, Place.pack("US-AK")),
  ]

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func isEnd(_ text: [UInt8], _ index: Int, _ limit: Int) -> Bool {
    index >= limit
      || !(Letters.isDigit(text[index]) || text[index] >= 0x80
        || Letters.letter(text, index, limit).width > 0)
  }
}
