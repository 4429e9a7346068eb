extension TermWords {
  /// A number or a range of them: “3”, “3–5”, “between 3 and 5”, “3+”, “at least three”, “up to 2”.
  struct Amount: Hashable {
    var least: Double
    /// `nil` where it is open above.
    var most: Double?
    /// Its tokens.
    var range: Range<Int>
  }

  /// All amounts, in their order.
  var amounts: [Amount] {
    var amounts: [Amount] = []
    var at = 0
    while at < tokens.count {
      if let amount = amount(at: at) {
        amounts.append(amount)
        at = amount.range.upperBound
      } else {
        at += 1
      }
    }
    return amounts
  }

  private func amount(at start: Int) -> Amount? {
    guard case .number(let first) = tokens[start] else { return nil }
    var amount = Amount(least: first, most: first, range: start..<start + 1)
    var at = start + 1
    if isOpen(at) { at += 1 }
    if joins(at), at + 1 < tokens.count, case .number(let second) = tokens[at + 1], second > first {
      amount.most = second
      amount.range = start..<at + 2
    }
    at = amount.range.upperBound
    if isOpen(at) {
      amount.most = nil
      amount.range = start..<at + 1
    } else if word(at) == "or", ["more", "above", "over", "greater"].contains(word(at + 1)) {
      amount.most = nil
      amount.range = start..<at + 2
    }
    guard amount.most == amount.least else { return amount }
    let before = (1...3).map { word(start - $0) ?? "" }
    if Self.least.contains(before[0]) || before[0] == "of" && Self.least.contains(before[1])
      || before[0] == "than" && before[1] == "more"
    {
      amount.most = nil
    } else if before[0] == "to" && before[1] == "up" || before[0] == "than" && before[1] == "less"
      || before[0] == "under" || before[0] == "maximum"
    {
      amount.least = 0
    }
    return amount
  }

  /// “3+”, “3 plus”
  private func isOpen(_ at: Int) -> Bool { isSign(at, "+") || word(at) == "plus" }

  private static let least: Set<String> = [
    "least", "minimum", "min", "over", "above", "exceeding", "from",
  ]

  /// Whether the token parts the ends of a range.
  private func joins(_ at: Int) -> Bool {
    if isSign(at, "-") || isSign(at, "/") { return true }
    switch word(at) {
    case "to", "or": return true
    case "and": return word(at - 2) == "between"
    default: return false
    }
  }

  func word(_ at: Int) -> String? {
    guard tokens.indices.contains(at), case .word(let word) = tokens[at] else { return nil }
    return word
  }

  func isSign(_ at: Int, _ sign: Character) -> Bool {
    tokens.indices.contains(at) && tokens[at] == .sign(sign)
  }

  /// The first word at or behind token `at` that is none of `fillers`; hyphens and brackets are
  /// stepped over.
  func word(from at: Int, skipping fillers: Set<String>) -> (word: String, at: Int)? {
    for index in at..<max(at, tokens.count) {
      switch tokens[index] {
      case .word(let word) where !fillers.contains(word): return (word, index)
      case .word, .sign("-"), .sign("("), .sign(")"): continue
      case .number, .sign: return nil
      }
    }
    return nil
  }

  /// Where the words of `phrase` stand in a row in ``plain``, signs between them or not.
  func places(of phrase: String) -> [Range<Int>] {
    let starts = plain.indices.filter { says(phrase, at: $0) }
    if starts.isEmpty { return [] }
    let count = 1 + phrase.utf8.count { $0 == 0x20 }
    return starts.map { $0..<$0 + count }
  }

  func holds(_ phrase: String) -> Bool { plain.indices.contains { says(phrase, at: $0) } }

  func holds(anyOf phrases: [String]) -> Bool { phrases.contains(where: holds) }
}
