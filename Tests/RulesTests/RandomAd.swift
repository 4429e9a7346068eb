import AdModel
import RuleBook
import TestSupport

/// Ads made of the examples of all rules, shuffled: they look real, and every rule has its say.
struct RandomAd {
  private static let samples: [Sample] = Catalogue.entries.flatMap { entry in
    entry.examples.compactMap { try? Sample($0.0, parts: entry.rule.parts) }
  }.filter { $0.form == .words || $0.form == .text }

  private static let bodies = samples.compactMap { $0.words(of: .body) }
  private static let titles = samples.compactMap { $0.words(of: .title) }.filter {
    !$0.bytes.contains(0x0A)
  }
  private static let others = samples.flatMap(\.pieces).filter {
    $0.part != .body && $0.part != .title
  }

  /// The ad of `seed` as one of the `Wrapping`s writes it.
  static func file(seed: UInt64) -> (bytes: [UInt8], format: String) {
    var random = SplitMix(seed: seed)
    let wrapping = Wrapping.allCases.randomElement(using: &random) ?? .text
    var pieces: [Sample.Piece] = []
    if let title = titles.randomElement(using: &random) {
      pieces.append(Sample.Piece(part: .title, words: title))
    }
    if wrapping.format != "html", Bool.random(using: &random) {
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        guard let piece = others.randomElement(using: &random) else { continue }
        if !pieces.contains(where: { $0.part == piece.part }) { pieces.append(piece) }
      }
    }
    var body = Marked("")
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      body += bodies.randomElement(using: &random) ?? Marked("")
      body += [" ", " ", ". ", "\n", "\n\n", "\n- ", "  "].randomElement(using: &random) ?? " "
    }
    pieces.append(Sample.Piece(part: .body, words: body))
    let sample = Sample(example: Example(text: "x"), form: .text, pieces: pieces)
    return (wrapping.wrap(sample)?.bytes ?? body.bytes, wrapping.format)
  }
}
