import AdModel

/// A number or letters in a text that may be a postcode.
struct LooseCode {
  var place: Range<Int>
  /// The state, province or nation that it would lie in, as the bits of its code.
  var state: UInt64
  /// Whether it is one of a great city, whose quarters bear the names of small towns of the state.
  var isOfCity = false
  /// Whether it stands behind a comma, as in an address.
  var isBehindComma: Bool
}

/// Where an ad names no town or state for sure, a postcode tells the state if other signs bear it out: of an
/// American ZIP code a telephone number of that state, of the first half of a Canadian or British one behind
/// a comma the country.
extension Gazetteer {
  /// Notes a number of five digits that may be a ZIP code: “the yard (68901)”.
  mutating func note(zip text: [UInt8], _ range: Range<Int>, _ value: Int, _ state: UInt64) {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x0A
    let after = range.upperBound < text.count ? text[range.upperBound] : 0x0A
    guard before == 0x28 || before == 0x20 || before == 0x0A,
      after <= 0x20 || [0x29, 0x2C, 0x2E, 0x3B].contains(after), !isNumbered(text, range.lowerBound)
    else { return }
    let next = range.upperBound + 1
    if after == 0x2C || after == 0x2E, next < text.count, Letters.isDigit(text[next]) { return }
    looseCodes.append(
      LooseCode(
        place: range, state: state, isOfCity: Self.cities.contains(value / 100),
        isBehindComma: false))
  }

  /// The first three digits of the ZIP codes of New York, Boston, Philadelphia, Washington, Atlanta, Detroit,
  /// Chicago, Dallas, Houston, San Antonio, Denver, Phoenix, Los Angeles, San Diego, San Francisco, Portland
  /// and Seattle.
  private static let cities: Set<Int> = [
    21, 22, 100, 101, 102, 103, 104, 111, 112, 113, 114, 116, 191, 200, 303, 482, 606, 752, 770,
    772,
    782, 802, 850, 900, 921, 941, 972, 981,
  ]

  /// Notes the first half of a Canadian postcode: “by lock 21, K9J”.
  mutating func note(province text: [UInt8], _ range: Range<Int>) {
    guard range.count == 3, let state = Postcodes.province(text[range.lowerBound]),
      Letters.isDigit(text[range.lowerBound + 1]), text[range.lowerBound + 2] &- 0x41 < 26
    else { return }
    looseCodes.append(
      LooseCode(
        place: range, state: state, isBehindComma: isBehindComma(text, range.lowerBound)))
  }

  /// Notes the first half of a British postcode in the nation `state`: “behind the mill, LS6”.
  mutating func note(outward text: [UInt8], _ range: Range<Int>, _ state: UInt64) {
    guard isBehindComma(text, range.lowerBound) else { return }
    looseCodes.append(LooseCode(place: range, state: state, isBehindComma: true))
  }

  private func isBehindComma(_ text: [UInt8], _ start: Int) -> Bool {
    start > 1 && text[start - 1] == 0x20 && text[start - 2] == 0x2C
  }

  /// Whether the number at `start` numbers something: “ref. 48213”, “job no 48213”.
  private func isNumbered(_ text: [UInt8], _ start: Int) -> Bool {
    var end = start
    while end > 0, [0x20, 0x28, 0x2E, 0x3A, 0x23].contains(text[end - 1]) { end -= 1 }
    if text[end..<start].contains(0x23) { return true }
    var first = end
    while first > 0, Letters.letter(text, first - 1, end).width > 0 { first -= 1 }
    return first < end && Self.numbered.contains(Word(text, at: first, end: end).hash)
  }

  private static let numbered = Word.hashes(
    """
    ref reference id no number nr code job req requisition position posting vacancy grade unit suite box
    license licence registration registered over about some than only to of
    """)

  /// The postcodes among ``looseCodes`` that other signs bear out.
  var likelyCodes: [LooseCode] {
    looseCodes.filter { code in
      if dialled.contains(code.state) { return true }
      let country = Place(kind: .postcode, packed: code.state).countryBits
      return code.isBehindComma && votes.weight(of: country) >= Self.leastVotes
        && !votes.hasCountry(besides: country)
        && dialled.allSatisfy { Place(kind: .state, packed: $0).countryBits == country }
    }
  }

  /// The weight that must speak for the country of a code, as a pound does.
  private static let leastVotes = 4

  /// The state that the postcodes of an ad tell as its workplace, where `mentions` name none for sure.
  func placeOfLooseCodes(besides mentions: [PlaceMention]) -> [PlaceMention] {
    let named = mentions.filter { $0.role == .workplace }
    let codes = likelyCodes
    guard let code = codes.first, codes.allSatisfy({ $0.state == code.state }),
      named.allSatisfy({ !$0.best.hasLevel || $0.stateConfidence < Self.trust })
    else { return [] }
    let countries = Set(named.map(\.best.countryBits))
    let place = Place(kind: .postcode, packed: code.state)
    guard countries.isEmpty || countries == [place.countryBits] else { return [] }
    return [
      PlaceMention(
        place: ByteRange(code.place), whole: ByteRange(code.place), best: place, named: nil,
        confidence: Self.trust, stateConfidence: Self.trust, countryConfidence: 0.95,
        role: .workplace, isStated: true, isAdjective: false, isOfTheJob: true, part: .body,
        isBehindTown: false, continuesList: false, spelling: nil)
    ]
  }

  /// How often such a code is that of the workplace.
  private static let trust = 0.9
}
