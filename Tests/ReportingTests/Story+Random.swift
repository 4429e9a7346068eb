import AdModel
import Reporting

extension Story {
  /// Files of random characters, each hard to count, with findings at random places.
  static func random(seed: UInt64) -> Story {
    var random = SplitMix(seed: seed)
    var story = Story()
    for number in 0..<12 {
      let alphabet = [
        "a", "é", "€", "😀", "\n", "\r\n", "\r", " ", "u\u{308}", "\t", "[", "]", "\\", "{", "}",
        "👩‍🍳", "##[", "\u{2028}", "\u{FEFF}", "\"", "#",
      ]
      let length = Int.random(in: 0..<400, using: &random)
      var text = number % 3 == 0 ? "\u{FEFF}" : ""
      for _ in 0..<length { text += alphabet.randomElement(using: &random)! }
      let write = { (page: inout Page) in page.scatter(using: &random) }
      switch number % 4 {
      case 0:
        story.add(
          "ads/\(number).txt", "\u{FEFF}" + text, in: .utf16LittleEndian,
          by: { scalar in
            UTF16.encode(scalar)!.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
          }, write)
      case 1:
        story.add(
          "ads/\(number).txt", "\u{FEFF}" + text, in: .utf16BigEndian,
          by: { scalar in
            UTF16.encode(scalar)!.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
          }, write)
      default: story.add("ads/\(number).txt", text, write)
      }
    }
    return story
  }
}

extension Page {
  /// Tells of one to four ads that share the file, and of findings anywhere in them.
  fileprivate mutating func scatter(using random: inout SplitMix) {
    let bounds =
      [0, text.count]
      + (0..<Int.random(in: 0..<3, using: &random)).map { _ in place(using: &random) }
    let edges = bounds.sorted()
    for (number, record) in zip(edges, edges.dropFirst()).enumerated() {
      summarize(number, ByteRange(record.0, record.1), using: &random)
    }
  }

  private mutating func summarize(
    _ number: Int, _ record: ByteRange<Source>, using random: inout SplitMix
  ) {
    var findings: [Finding] = []
    for _ in 0..<6 {
      let a = min(max(place(using: &random), record.lower), record.upper)
      let b = min(max(place(using: &random), record.lower), record.upper)
      let at = ByteRange<Source>(min(a, b), max(a, b))
      let words = String(decoding: text[at.utf8], as: UTF8.self)
      findings.append(
        finding(
          "bias/young-team", at: at, words, field: "f\(findings.count % 2)",
          fix: at.lower < 3 ? nil : words + "x", number: number * 10 + findings.count))
    }
    add("ad-\(number)", record: record, findings)
  }

  /// The beginning of some character, or the end.
  private func place(using random: inout SplitMix) -> Int {
    var at = Int.random(in: 0...text.count, using: &random)
    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }
}
