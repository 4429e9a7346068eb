import AdModel
import Facts
import Testing

/// What holds for every term, whatever the words.
@Suite struct TermFuzzTests {
  private static let pieces = [
    "3", "12", "37.5", "999999999999", "0.6", ".", "-", "–", "½", "(", ")", "+", "/", "%", ":", ",",
    " ", "\n", "’", "é", "👩‍🔧", "\u{FF}", "one", "twenty", "years", "months", "hours", "a week",
    "FTE",
    "days", "holiday", "bank holidays", "plus", "or", "to", "at least", "up to", "experience",
    "permanent", "contract", "temp", "full time", "part time", "degree", "PhD", "or equivalent",
    "senior", "junior", "manager", "German", "B2", "fluent", "required", "preferred", "no", "£",
  ]

  @Test func `reads any words without a fault, and agrees with itself and both ways`() throws {
    var state: UInt64 = 11
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<2_000 {
      let text = (0...next(14)).map { _ in Self.pieces[next(Self.pieces.count)] }
        .joined(separator: next(2) == 0 ? " " : "")
      let ad = Ad(text, title: String(text.prefix(12)))
      let body = try #require(ad.fields.last { $0.part == .body }).place
      let middle = body.lower + body.count / 2
      for kind in Term.Kind.allCases {
        let terms = [body, ByteRange(body.lower, middle), ByteRange(middle, body.upper)]
          .compactMap { Term(kind, at: $0, in: ad) }
        for term in terms {
          #expect(term.agrees(with: term), "\(kind): \(text)")
          for other in terms {
            #expect(term.agrees(with: other) == other.agrees(with: term), "\(kind): \(text)")
          }
        }
      }
    }
  }
}
