import AdModel

/// Words of rules as Markdown shows them.
enum Markdown {
  /// `text` with a backslash before all that Markdown would not show as it is.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|&!@~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// `title`, linked where there is an address.
  static func link(_ citation: Citation) -> String {
    let title = escaped(citation.title)
    return citation.url.map { "[\(title)](\($0))" } ?? title
  }
}

extension Example {
  /// The text on one line, the flagged words between `open` and `close`, everything as `escape`
  /// makes it.
  func marked(_ open: String, _ close: String, _ escape: (String) -> String) -> String {
    let bytes = Array(text.utf8)
    func piece(_ range: Range<Int>) -> String {
      escape(String(decoding: bytes[range], as: UTF8.self).onOneLine)
    }
    var result = ""
    var at = 0
    for mark in marks where mark.lowerBound >= at && mark.upperBound <= bytes.count {
      result += piece(at..<mark.lowerBound) + open + piece(mark) + close
      at = mark.upperBound
    }
    return result + piece(at..<bytes.count)
  }
}

extension String {
  /// The text with a space for each line end.
  var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
