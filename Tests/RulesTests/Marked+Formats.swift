extension Marked {
  /// With a carriage return before each line feed.
  var withWindowsLines: Marked {
    spelled { scalar, _ in Spelling(before: scalar == "\n" ? "\r" : "", sign: String(scalar)) }
  }

  /// Each sign that Markdown may take for markup behind a backslash.
  var escapedForMarkdown: Marked {
    let lines = lineStarts
    return spelled { scalar, at in
      if scalar == "\n" {
        let isBreak = !lines.contains(at + 1) && at > 0 && bytes[at - 1] != 0x0A
        return Spelling(before: isBreak ? "\\" : "", sign: "\n")
      }
      let isMark = "\\`*_[]<>&#~|!".unicodeScalars.contains(scalar)
      let isAtStart = at == 0 || bytes[at - 1] == 0x0A
      let isBullet = isAtStart && "-+=:".unicodeScalars.contains(scalar)
      let isNumbered = ".)".unicodeScalars.contains(scalar) && isNumber(before: at)
      let isEscaped = isMark || isBullet || isNumbered
      return Spelling(before: isEscaped ? "\\" : "", sign: String(scalar))
    }
  }

  /// Whether only digits stand between the start of the line and `at`.
  private func isNumber(before at: Int) -> Bool {
    let line = bytes[..<at].reversed().prefix { $0 != 0x0A }
    return !line.isEmpty && line.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// The bytes at which paragraphs begin.
  private var lineStarts: Set<Int> {
    Set(bytes.indices.filter { $0 >= 2 && bytes[$0 - 1] == 0x0A && bytes[$0 - 2] == 0x0A })
  }

  /// Paragraphs and line breaks as tags.
  var paragraphsOfHTML: Marked {
    let starts = lineStarts
    var file = Marked("<p>")
    file += escapedForHTML.withBreaks(starts.isEmpty)
    file += "</p>\n"
    return file
  }

  private func withBreaks(_ isOneParagraph: Bool) -> Marked {
    spelled { scalar, at in
      guard scalar == "\n" else { return Spelling(sign: String(scalar)) }
      let isDouble = at > 0 && bytes[at - 1] == 0x0A
      return Spelling(before: isOneParagraph || !isDouble ? "<br>" : "</p><p>", sign: "\n")
    }
  }

  /// Signs as references, by name or number, and one word in bold.
  var escapedForHTML: Marked {
    let bold = boldWord
    return spelled { scalar, at in
      var sign = String(scalar)
      if let name = Self.names[scalar] {
        sign = "&\(name);"
      } else if scalar.value >= 0xA0 {
        sign = at % 2 == 0 ? "&#\(scalar.value);" : "&#x\(String(scalar.value, radix: 16));"
      }
      return Spelling(
        before: at == bold?.lowerBound ? "<b>" : "", sign: sign,
        behind: at + UTF8.width(scalar) == bold?.upperBound ? "</b>" : "")
    }
  }

  private static let names: [Unicode.Scalar: String] = [
    "&": "amp", "<": "lt", ">": "gt", "\"": "quot", "é": "eacute", "£": "pound", "’": "rsquo",
    "€": "euro", "\u{A0}": "nbsp", "–": "ndash", "…": "hellip",
  ]

  /// The word behind the first blank.
  private var boldWord: Range<Int>? {
    guard let blank = bytes.firstIndex(of: 0x20) else { return nil }
    let end = bytes[(blank + 1)...].firstIndex { !($0 | 0x20 &- 0x61 < 26) } ?? bytes.endIndex
    return end > blank + 1 ? blank + 1..<end : nil
  }

  /// Inside an element of XML: by name or number what has to be, and some that need not.
  var escapedForXML: Marked {
    spelled { scalar, at in
      switch scalar {
      case "&": Spelling(sign: "&amp;")
      case "<": Spelling(sign: "&lt;")
      case ">": Spelling(sign: "&gt;")
      case "\u{80}"... where at % 3 == 0: Spelling(sign: "&#\(scalar.value);")
      default: Spelling(sign: String(scalar))
      }
    }
  }

  /// Inside the quotes of a cell: each double quote twice.
  var quoted: Marked {
    spelled { scalar, _ in Spelling(sign: scalar == "\"" ? "\"\"" : String(scalar)) }
  }

  /// Inside the quotes of a JSON string: all beyond ASCII, and now and then a letter, by number.
  var escapedForJSON: Marked {
    spelled { scalar, at in
      switch scalar {
      case "\"": return Spelling(sign: "\\\"")
      case "\\": return Spelling(sign: "\\\\")
      case "\n": return Spelling(sign: "\\n")
      case "\t": return Spelling(sign: "\\t")
      case "/" where at % 2 == 0: return Spelling(sign: "\\/")
      case " "..."~" where at % 7 != 6: return Spelling(sign: String(scalar))
      default:
        let units = String(scalar).utf16.map { unit in
          let digits = String(unit, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return Spelling(sign: units.joined())
      }
    }
  }
}
