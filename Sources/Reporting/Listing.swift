extension [String] {
  /// They as a sentence lists them, with `word` before the last: “Idaho, Utah or Texas”.
  func listed(_ word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) \(word) \(last)"
  }
}
