import AdModel
import Facts
import Testing

/// The same numbers every time, from a seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct FactsFuzzTests {
  private static let pieces = [
    "£", "$", "€", "12", "30,000", "25-30k", "****", "**", "#", "###", "@", ".", ".co.uk", " ",
    "  ",
    "\n", "per annum", "/hr", "salary", "OTE", "call", "email", "to", "www.", "http:", "//", "(",
    ")",
    "March", "2026", "03/04/2026", "Mon", "ref", "NN5", "x", "XXX", "k", "K", "•", "–", "\u{A0}",
    "ß",
    "Ａ", "👩‍🔧", "[", "at", "]", "N/A", "(url removed)", "#EMAIL_", "kr", "pound;", "5", "0", "_", "%",
  ]

  private func check(_ ad: Ad) {
    let landmarks = Landmarks(of: ad)
    var places = Mask.all(in: ad, landmarks: landmarks).map(\.place)
    for statement in PayStatement.all(in: ad, landmarks: landmarks) {
      places += [statement.place, statement.amount]
      #expect(statement.place.lower <= statement.amount.lower)
      #expect(statement.place.upper >= statement.amount.upper)
    }
    places += Contact.all(in: ad, landmarks: landmarks).map(\.place)
    let dates = DateMention.all(in: ad, landmarks: landmarks)
    places += dates.map(\.place)
    _ = PayFault.all(in: ad)
    _ = DateFault.all(of: dates, asOf: CalendarDate(year: 2026, month: 1, day: 1)!)
    for place in places {
      #expect(place.lower >= 0 && place.upper <= ad.prose.count && !place.isEmpty)
      #expect(ad.fields.contains { $0.place.lower <= place.lower && place.upper <= $0.place.upper })
    }
  }

  @Test func `never leaves the prose, whatever is written`() {
    var random = SeededGenerator(state: 7)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random)!
      }.joined(separator: Bool.random(using: &random) ? "" : " ")
      check(
        Ad(
          text, title: String(text.prefix(20)), company: "Acme Ltd", salary: String(text.suffix(9)))
      )
    }
  }

  @Test func `never leaves the prose, whatever the bytes`() {
    var random = SeededGenerator(state: 11)
    for _ in 0..<2_000 {
      var ad = Ad("x")
      ad.prose = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      ad.fields[0].place = ByteRange(0, ad.prose.count)
      check(ad)
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `comes to an end on hostile text`() {
    for piece in ["*", "£1 ", "a.", "@", "1,", "****k ", "0 ", "#", "(url ", "March 1 ", "x", "-"] {
      check(quietly: Ad(String(repeating: piece, count: 20_000)))
    }
  }

  private func check(quietly ad: Ad) {
    let landmarks = Landmarks(of: ad)
    _ = Mask.all(in: ad, landmarks: landmarks)
    _ = PayStatement.all(in: ad, landmarks: landmarks)
    _ = Contact.all(in: ad, landmarks: landmarks)
    _ = DateMention.all(in: ad, landmarks: landmarks)
  }
}
