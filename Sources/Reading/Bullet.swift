/// The marks that people put before the items of a list.
enum Bullet {
  /// The bytes of the bullet and the blanks behind it, if the line `range` of `text` begins with one.
  static func length(in text: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = text[range].first else { return nil }
    var at = range.lowerBound
    if first.isDigit {
      while at < range.upperBound, text[at].isDigit { at += 1 }
      guard at - range.lowerBound <= 2, at < range.upperBound else { return nil }
      guard text[at] == 0x2E || text[at] == 0x29 else { return nil }
      at += 1
    } else if first == 0x2D || first == 0x2A || first == 0x6F {
      at += 1
    } else if first >= 0x80, let mark = marks.first(where: { text[range].starts(with: $0) }) {
      at += mark.count
      return at + blanks(in: text, at..<range.upperBound) - range.lowerBound
    } else {
      return nil
    }
    let blanks = blanks(in: text, at..<range.upperBound)
    return blanks > 0 && at + blanks < range.upperBound ? at + blanks - range.lowerBound : nil
  }

  /// Marks that need no blank behind them: • · ▪ ● ◦ ‣ ○ ■ – — ✓ ✔ ➢.
  private static let marks: [[UInt8]] = [
    "\u{2022}", "\u{B7}", "\u{25AA}", "\u{25CF}", "\u{25E6}", "\u{2023}", "\u{25CB}", "\u{25A0}",
    "\u{2013} ", "\u{2014} ", "\u{2713}", "\u{2714}", "\u{27A2}",
  ].map { Array($0.utf8) }

  private static func blanks(in text: [UInt8], _ range: Range<Int>) -> Int {
    text[range].prefix(while: \.isSpace).count
  }
}
