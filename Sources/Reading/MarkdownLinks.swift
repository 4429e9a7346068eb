/// The pieces that links of Markdown are made of: labels, targets and titles.
enum MarkdownLinks {
  /// The most bytes of a label, by the specification.
  static let longestLabel = 999
  /// The most bytes of a title: a limit, so that unclosed quotes cost little.
  static let longestTitle = 10_000

  /// A definition such as `[label]: target "title"`.
  struct Definition {
    var label: String
    var target: Range<Int>
    var lineCount: Int
  }

  /// The definition that a paragraph begins with; its target is a place in the file's text.
  static func definition(in source: MarkdownSource) -> Definition? {
    let bytes = source.bytes
    guard let label = label(bytes, 0..<bytes.count) else { return nil }
    var at = label.upperBound + 1
    guard at < bytes.count, bytes[at] == 0x3A, let key = key(bytes[label]) else { return nil }
    at = skipBlanks(bytes, at + 1)
    guard at < bytes.count, let target = target(bytes, at..<bytes.count) else { return nil }
    var end = lineEnd(bytes, target.end)
    let next = skipBlanks(bytes, target.end)
    if next > target.end, next < bytes.count, let title = title(bytes, next..<bytes.count),
      let titleEnd = lineEnd(bytes, title)
    {
      end = titleEnd
    }
    guard let end else { return nil }
    let lines = bytes[..<end].count { $0 == 0x0A } + 1
    return Definition(label: key, target: source.place(target.value), lineCount: lines)
  }

  /// The end of the line, if only blanks are left on it.
  private static func lineEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
    var at = at
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    return at == bytes.count || bytes[at] == 0x0A ? at : nil
  }

  private static func skipBlanks(_ bytes: [UInt8], _ at: Int) -> Int {
    var at = at
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    return at
  }

  /// What stands between the brackets that `range` begins with.
  static func label(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let first = bytes[range].first, first == 0x5B else { return nil }
    let start = range.lowerBound + 1
    let limit = min(range.upperBound, start + longestLabel + 1)
    var at = start
    while at < limit {
      switch bytes[at] {
      case 0x5D: return start..<at
      case 0x5B: return nil
      case 0x5C: at += 2
      default: at += 1
      }
    }
    return nil
  }

  /// A label as references are compared: without case, one blank between words.
  static func key(_ label: ArraySlice<UInt8>) -> String? {
    let folded = Array(label).folded().drop { $0 == 0x20 }
    if folded.isEmpty { return nil }
    return String(decoding: folded, as: UTF8.self).lowercased().uppercased()
  }

  /// The target at the start of `range`, and where it ends with its pointed brackets.
  static func target(_ bytes: [UInt8], _ range: Range<Int>) -> (value: Range<Int>, end: Int)? {
    var at = range.lowerBound
    let upper = range.upperBound
    guard at < upper else { return nil }
    if bytes[at] == 0x3C {
      let start = at + 1
      at = start
      while at < upper {
        switch bytes[at] {
        case 0x3E: return (start..<at, at + 1)
        case 0x3C, 0x0A: return nil
        case 0x5C: at += 2
        default: at += 1
        }
      }
      return nil
    }
    var depth = 0
    while at < upper, bytes[at] > 0x20, bytes[at] != 0x7F {
      if bytes[at] == 0x5C, at + 1 < upper, bytes[at + 1].isPunctuation {
        at += 2
        continue
      }
      if bytes[at] == 0x28 { depth += 1 }
      if bytes[at] == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      if depth > 32 { return nil }
      at += 1
    }
    return depth == 0 && at > range.lowerBound ? (range.lowerBound..<at, at) : nil
  }

  /// The end of the title at the start of `range`.
  static func title(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let open = bytes[range].first else { return nil }
    guard open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
    let close: UInt8 = open == 0x28 ? 0x29 : open
    var at = range.lowerBound + 1
    let limit = min(range.upperBound, at + longestTitle)
    while at < limit {
      if bytes[at] == close { return at + 1 }
      if open == 0x28, bytes[at] == 0x28 { return nil }
      at += bytes[at] == 0x5C ? 2 : 1
    }
    return nil
  }

  /// The target and the end of `(target "title")`, at whose bracket `range` begins.
  static func inline(_ bytes: [UInt8], _ range: Range<Int>) -> (value: Range<Int>, end: Int)? {
    guard let first = bytes[range].first, first == 0x28 else { return nil }
    var at = skipBlanks(bytes, range.lowerBound + 1)
    guard at < range.upperBound else { return nil }
    if bytes[at] == 0x29 { return (at..<at, at + 1) }
    guard let target = target(bytes, at..<range.upperBound) else { return nil }
    at = skipBlanks(bytes, target.end)
    if at > target.end, at < range.upperBound, let title = title(bytes, at..<range.upperBound) {
      at = skipBlanks(bytes, title)
    }
    guard at < range.upperBound, bytes[at] == 0x29 else { return nil }
    return (target.value, at + 1)
  }
}
