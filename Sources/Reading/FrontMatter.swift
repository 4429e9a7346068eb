import AdModel

/// The `---` lines with `name: value` between them that a Markdown file may begin with.
struct FrontMatter {
  /// Its fields.
  var fields: Passage
  /// The byte behind it.
  var end: Int

  /// The front matter at the start of `range`, if there is any.
  init?(in text: [UInt8], _ range: Range<Int>, names: FieldNames) {
    var line = Self.line(text, range.lowerBound, range.upperBound)
    guard text[line.content].elementsEqual("---".utf8) else { return nil }
    fields = Passage(startingAt: range.lowerBound)
    end = range.lowerBound
    while line.next < range.upperBound {
      line = Self.line(text, line.next, range.upperBound)
      if text[line.content].elementsEqual("---".utf8)
        || text[line.content].elementsEqual("...".utf8)
      {
        end = line.next
        if fields.fields.isEmpty { return nil }
        return
      }
      readField(text, line.content, names)
    }
    return nil
  }

  private mutating func readField(_ text: [UInt8], _ line: Range<Int>, _ names: FieldNames) {
    let colon = text.first(0x3A, in: line)
    guard colon < line.upperBound, let first = text[line].first, first.isLetter else { return }
    let name = line.lowerBound..<colon
    var value = text.trimmed(colon + 1..<line.upperBound)
    if value.count >= 2, let quote = text[value].first, quote == 0x22 || quote == 0x27,
      text[value].last == quote
    {
      value = value.lowerBound + 1..<value.upperBound - 1
    }
    var part = Part.other
    if case .part(let known) = names.meaning(of: text.span.extracting(name)) {
      part = known
    }
    fields.append(
      field: part == .body ? .other : part, String(decoding: text[name], as: UTF8.self), value,
      of: text)
  }

  private static func line(
    _ text: [UInt8], _ start: Int, _ end: Int
  ) -> (content: Range<Int>, next: Int) {
    let stop = text.first(0x0A, in: start..<end)
    var upper = stop
    while upper > start, text[upper - 1].isBlank { upper -= 1 }
    return (start..<upper, min(end, stop + 1))
  }
}
