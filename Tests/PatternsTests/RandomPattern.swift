import TestSupport

/// Patterns and texts that are made of the same words, so that they meet often.
struct RandomPattern {
  static let words = [
    "team", "teams", "sales", "rate", "k", "skills", "café", "naïve", "IT", "a", "work", "ss",
    "Straße", "5", "30k", "kilo",
  ]
  static let signs = ["£", "€", "*", "'", "’", "-", "–", ".", "#", "/", "&", "(", "!", "^", "|"]
  static let gaps = [" ", "  ", "\u{A0}", "\t", "\n", "\r\n", "-", "", ", ", "_"]

  /// What may stand between two words.
  static let stretches = [
    #"(?: \w+){0,2} "#, #"(?: [\w’-]+,?){0,3} "#, #"[^\n]{0,9}"#, #"[^\n]*"#, #"\W+"#, #"\s*"#,
    ".*",
    #"(?=[^\n]* )\w* "#, #"\S+ "#,
  ]

  private var random: SplitMix

  init(_ random: SplitMix) { self.random = random }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// A pattern of the kind that rules have.
  mutating func pattern() -> String {
    let isPhrase = chance(60)
    var body = sequence(depth: 3)
    if chance(25) { body += "|" + sequence(depth: 2) }
    let bounded = isPhrase ? #"(?<!\w)(?:\#(body))(?!\w)"# : body
    return chance(10) ? "^" + bounded : bounded
  }

  private mutating func sequence(depth: Int) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in atom(depth: depth) }.joined()
  }

  private mutating func atom(depth: Int) -> String {
    let number = Int.random(in: 0..<(depth > 0 ? 18 : 8), using: &random)
    switch number {
    case 0..<4: return pick(Self.words)
    case 4: return #"[ \t\x{A0}]+"#
    case 5: return escaped(pick(Self.signs))
    case 6: return pick([#"\d"#, "[a-f]", "[£€$]", #"\w"#, "[^x]", "['’]", "[-–]", "[KS]", "."])
    case 7: return pick([#"\b"#, "(?i)", #"\B"#, "$", "(?-i:K)", "(?-i:IT)", ""])
    case 8, 9:
      return "(?:"
        + [sequence(depth: depth - 1), sequence(depth: depth - 1)].joined(separator: "|")
        + ")"
    case 10:
      return "(?:" + sequence(depth: depth - 1) + ")" + pick(["?", "{1,2}", "{0,2}", "*", "+"])
    case 11: return pick(["(?=", "(?!", "(?<=", "(?<!"]) + pick(Self.words) + ")"
    case 12: return "(?<hit>" + sequence(depth: depth - 1) + ")"
    case 13: return pick(Self.words) + pick(["?", "+", "{2}", "*?"])
    case 14: return "(?:very )?" + pick(Self.words)
    case 15, 16: return pick(Self.stretches) + pick(Self.words + Self.signs.map(escaped) + [#"\d"#])
    default: return "(" + pick(Self.words) + "|" + pick(Self.words) + "|" + pick(Self.words) + ")"
    }
  }

  private func escaped(_ sign: String) -> String {
    sign.unicodeScalars.allSatisfy(\.isASCII) ? "\\" + sign : sign
  }

  /// A text of the same words, in any case, with signs and blanks of all kinds between them.
  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      var word = pick(Self.words)
      if chance(20) { word = word.uppercased() }
      if chance(8) { word = word.replacing("k", with: "\u{212A}") }
      if chance(8) { word = word.replacing("s", with: "ſ") }
      if chance(10) { word = "very " + word }
      text += word + (chance(70) ? pick([" ", " ", " ", "\u{A0}", "\n"]) : pick(Self.gaps))
      if chance(20) { text += pick(Self.signs) }
      if chance(5) { text += "😀" }
    }
    return text
  }
}
