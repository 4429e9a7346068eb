/// Words of ads made safe for XML 1.0 and HTML, and for the logs that these may be printed to.
enum MarkupText {
  /// `text` in one line, as content or as the value of an attribute. What XML cannot hold, and what
  /// would turn or hide text, is spelled out.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in SafeText.spelledOut(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // “##[” gives orders to build servers.
      case "#" where previous == "#": result += "&#35;"
      // The two are no characters, and no XML (2.2).
      case "\u{FFFE}", "\u{FFFF}":
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// The tag `name` with `attributes`, whose values are escaped here.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String>, isEmpty: Bool = false
  ) -> String {
    let attributes = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    return "<\(name)\(attributes)\(isEmpty ? "/" : "")>"
  }
}
