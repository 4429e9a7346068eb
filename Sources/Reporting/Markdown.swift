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

  /// `text`, which an ad may have written, in a code span: nothing in it is markup, a link, or a
  /// mention of somebody (CommonMark 0.31, 6.1).
  static func words(_ text: String) -> String {
    let text = SafeText.escaped(text)
    if text.isEmpty { return "" }
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let touches = text.hasPrefix("`") || text.hasSuffix("`")
    let isPadded = text.hasPrefix(" ") && text.hasSuffix(" ") && text.contains { $0 != " " }
    let pad = touches || isPadded ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// `text`, which rules have written for their readers, on one line; addresses in it are told and
  /// not linked.
  static func said(_ text: String) -> String {
    SafeText.escaped(text).split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isAddress = ["@", "://", "www."].contains { word.contains($0) }
      return isAddress ? words(String(word)) : escaped(String(word))
    }.joined(separator: " ")
  }

  /// The message of `finding`, with the words of the ad in code spans.
  static func message(of finding: Finding, by rule: Rule?) -> String {
    Message(of: finding, by: rule).text(said: said, words: words)
  }

  /// What to write instead: in the rule's own words, or with words for this ad in a code span.
  static func suggestion(of finding: Finding, by rule: Rule?) -> String {
    let text = finding.suggestion
    if text == rule?.instead { return said(text) }
    guard text.hasPrefix("Write “"), text.hasSuffix("”."), text.count > 9 else {
      return words(text)
    }
    return "Write \(words(String(text.dropFirst(7).dropLast(2))))."
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
