extension Character {
  /// The columns that a terminal gives it: 2 for East Asian wide letters and emoji, 0 for marks
  /// that stand alone, else 1.
  ///
  /// Terminals disagree about the rest; this is what most of them do with Unicode Standard Annex 11.
  var displayWidth: Int {
    if utf8.count == 1 { return unicodeScalars[unicodeScalars.startIndex].displayWidth }
    var width = 0
    for scalar in unicodeScalars {
      if scalar == "\u{FE0F}" { return 2 }
      width = max(width, scalar.displayWidth)
    }
    return width
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch value {
    case 0x20..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      2
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: 0
      default: properties.isEmojiPresentation ? 2 : 1
      }
    }
  }
}

extension String {
  /// The columns that a terminal gives it.
  var displayWidth: Int {
    isNarrow ? unicodeScalars.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// As much of its start as fits into `width` columns.
  func fitting(_ width: Int) -> String {
    if isNarrow { return String(unicodeScalars.prefix(width)) }
    var room = width
    return String(
      prefix {
        room -= $0.displayWidth
        return room >= 0
      })
  }

  /// As much of its end as fits into `width` columns.
  func endFitting(_ width: Int) -> String {
    if isNarrow { return String(unicodeScalars.suffix(width)) }
    var room = width
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      room -= self[before].displayWidth
      if room < 0 { break }
      start = before
    }
    return String(self[start...])
  }

  /// Whether each of its scalars is a character of one column: none is U+0300 or above, whose
  /// UTF-8 begins with `CC`.
  private var isNarrow: Bool { utf8.allSatisfy { $0 < 0xCC } }

  /// Its words in lines of at most `width` columns each; one line where `width` is 0.
  func wrapped(to width: Int) -> [String] {
    guard width > 0 else { return [self] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.displayWidth + 1 + String(word).displayWidth > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}
