import AdModel
import Testing

@testable import Reporting

@Suite struct ReportedFileTests {
  @Test func `the context has so many characters on each side, whatever their bytes`() {
    var random = SplitMix(seed: 5)
    let alphabet = ["a", "b", "c", "d ", "é", "€", "😀", "\n"]
    for round in 0..<300 {
      // Some texts are all ASCII.
      let letters = round % 3 == 0 ? alphabet.count : 4
      let characters = (0..<400).map { _ in
        Array(alphabet[Int.random(in: 0..<letters, using: &random)].unicodeScalars)
      }.joined()
      let scalars = Array(characters)
      let file = ReportedFile(
        SourceFile(name: "a", text: Array(String(String.UnicodeScalarView(scalars)).utf8)),
        sha256: "", index: 0)
      func byte(_ index: Int) -> Int { scalars[..<index].reduce(0) { $0 + UTF8.width($1) } }
      let places = (0..<4).map { _ in Int.random(in: 0...scalars.count, using: &random) }.sorted()
      var lower = max(places[0], places[1] - 60)
      var upper = min(places[3], places[2] + 60)
      while lower < places[1], scalars[lower] == "\n" { lower += 1 }
      while upper > places[2], scalars[upper - 1] == "\n" { upper -= 1 }
      let context = file.context(
        of: ByteRange(byte(places[1]), byte(places[2])),
        within: ByteRange(byte(places[0]), byte(places[3])))
      #expect(context == ByteRange(byte(lower), byte(upper)))
    }
  }
}
