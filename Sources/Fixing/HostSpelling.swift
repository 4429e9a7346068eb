/// How words are spelled where they stand in a file.
///
/// Formats nest: an HTML text in a JSON string in a script. So a fix does not know for sure; it
/// tries the spellings, the most careful first, and takes the one that reads as the words.
public enum HostSpelling: Sendable, CaseIterable {
  /// Entities for what HTML and XML take for markup, and then those again, or escapes of JSON, or
  /// doubled quotes.
  case entitiesTwice, entitiesInJSON, entitiesInQuotes
  case entities, json, quotes, markdown
  /// As they are.
  case plain

  /// `words` in this spelling.
  public func spell(_ words: String) -> [UInt8] {
    let text: String =
      switch self {
      case .entitiesTwice: Self.entities(Self.entities(words))
      case .entitiesInJSON: Self.json(Self.entities(words))
      case .entitiesInQuotes: Self.quotes(Self.entities(words))
      case .entities: Self.entities(words)
      case .json: Self.json(words)
      case .quotes: Self.quotes(words)
      case .markdown: Self.markdown(words)
      case .plain: words
      }
    return Array(text.utf8)
  }

  /// The spellings of `words` that differ, the most careful first; in Markdown the least careful,
  /// since people read it as it is.
  public static func spellings(of words: String, inMarkdown: Bool = false) -> [[UInt8]] {
    var all: [[UInt8]] = []
    let order = inMarkdown ? allCases.reversed() : allCases
    for spelling in order.map({ $0.spell(words) }) where !all.contains(spelling) {
      all.append(spelling)
    }
    return all
  }

  private static func entities(_ text: String) -> String {
    replaced(text) { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] }
  }

  private static func json(_ text: String) -> String {
    replaced(text) { ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t"][$0] }
  }

  private static func quotes(_ text: String) -> String {
    replaced(text) { $0 == "\"" ? "\"\"" : nil }
  }

  private static func markdown(_ text: String) -> String {
    replaced(text) { "\\`*_[]<>&".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }

  private static func replaced(
    _ text: String, _ spell: (Unicode.Scalar) -> String?
  ) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += spell($1) ?? String($1) }
  }
}
