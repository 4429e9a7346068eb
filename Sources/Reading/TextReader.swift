public import AdModel

/// Reads plain text: label lines such as `Title: …` give fields, and the rest is the body.
public struct TextReader: Reader {
  public static let name = "text"
  public static let fileExtensions = ["text"]

  private let names: FieldNames

  public init(_ options: ReadingOptions) { names = FieldNames(options.names) }

  public func records(in file: SourceFile) -> [ByteRange<Source>] {
    [ByteRange(0, file.text.count)]
  }

  public func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    let passage = Self.read(file.text, file.text.skippingMark(record.utf8), names: names)
    return AdDraft.ad(of: passage, markup: .text, record: record, in: file)
  }

  /// What `range` of `text` says.
  ///
  /// A first line equal to `title` is the title; without one, a first line that looks like it is, and
  /// label lines may follow it.
  static func read(
    _ text: [UInt8], _ range: Range<Int>, names: FieldNames, title: [UInt8]? = nil
  ) -> Passage {
    var passage = Passage(startingAt: range.lowerBound)
    passage.prose.reserveCapacity(range.count + 16)
    var rest = readLabels(text, range, names, into: &passage)
    if passage.fields.isEmpty, let line = titleLine(text, rest, names, known: title) {
      passage.append(field: .title, "first line", line, of: text)
      rest = line.upperBound..<rest.upperBound
      if title == nil {
        if let line = lineOverLabels(text, rest, names) {
          appendBody("second line", line, of: text, to: &passage)
          rest = line.upperBound..<rest.upperBound
        }
        rest = readLabels(text, rest, names, into: &passage)
      }
    }
    appendBody("text", text.trimmed(rest), of: text, to: &passage)
    return passage
  }

  /// Adds the lines `range` of `text` as a part of the body.
  private static func appendBody(
    _ name: String, _ range: Range<Int>, of text: [UInt8], to passage: inout Passage
  ) {
    passage.separate()
    let lower = passage.prose.count
    readLines(text, range, into: &passage)
    passage.fields.append(
      PassageField(
        part: .body, name: name, place: ByteRange(lower, passage.prose.count),
        value: ByteRange(range)))
  }
}

// MARK: - Fields

extension TextReader {
  /// Reads the label lines that `range` begins with, and gives what is behind them.
  private static func readLabels(
    _ text: [UInt8], _ range: Range<Int>, _ names: FieldNames, into passage: inout Passage
  ) -> Range<Int> {
    var at = range.lowerBound
    let lines = LineEnds(in: text, range)
    // “Office - Manager” is a title, and “Job title - Manager” a label that others like it follow.
    var takesHyphens = false
    while at < range.upperBound {
      let end = lines.first(from: at)
      if !text.trimmed(at..<end).isEmpty {
        guard let label = Label(in: text, at..<end, names: names),
          !label.isHyphened || takesHyphens || label.part == .title
        else { break }
        takesHyphens = label.isHyphened
        if label.part == .body {
          let isPlain = FieldNames.key(text[label.name]).hasSuffix("description")
          return (isPlain ? label.value.lowerBound : at)..<range.upperBound
        }
        let name = String(decoding: text[label.name], as: UTF8.self)
        passage.append(field: label.part, name, label.value, of: text)
      }
      at = min(range.upperBound, end + 1)
    }
    return at..<range.upperBound
  }

  /// The first line of `range`, if it is a short one without a sentence, such as the employer, and a
  /// label line follows.
  private static func lineOverLabels(
    _ text: [UInt8], _ range: Range<Int>, _ names: FieldNames
  ) -> Range<Int>? {
    let all = text.trimmed(range)
    let line = firstLine(text, all)
    guard line.count <= 80, let last = text[line].last, !sentenceEnds.contains(last),
      Bullet.length(in: text, line) == nil, Label(in: text, line, names: names) == nil
    else { return nil }
    let next = firstLine(text, text.trimmed(line.upperBound..<all.upperBound))
    guard let label = Label(in: text, next, names: names), label.part != .body, !label.isHyphened
    else { return nil }
    return line
  }

  private static let sentenceEnds = Array(".,;:!?".utf8)

  /// The first line of `range`, which is trimmed.
  private static func firstLine(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    text.trimmed(range.lowerBound..<text.first(0x0A, or: 0x0D, in: range))
  }

  /// The first line, if it is what the ad is called.
  private static func titleLine(
    _ text: [UInt8], _ range: Range<Int>, _ names: FieldNames, known: [UInt8]?
  ) -> Range<Int>? {
    let all = text.trimmed(range)
    let line = firstLine(text, all)
    if let known { return Array(text[line]).folded() == known.folded() ? line : nil }
    guard line.upperBound < all.upperBound, (3...80).contains(line.count),
      Bullet.length(in: text, line) == nil
    else { return nil }
    let words = text[line].split(whereSeparator: \.isBlank).count
    let rest = line.upperBound..<all.upperBound
    let lineEnds = text[rest].prefix(while: \.isBlank)
    let isApart = lineEnds.count(where: { $0 == 0x0A }) > 1
    let last = text[line.upperBound - 1]
    // “*** Drivers!!! ***”
    guard let first = text[line].first(where: { !isDecoration($0) }) else { return nil }
    let isCapital = first &- 0x41 < 26 || first.isDigit || first >= 0x80
    guard isCapital ? words <= 12 : first.isLetter && isApart && words <= 5,
      !Array(".,;:".utf8).contains(last)
    else { return nil }
    let next = line.upperBound + lineEnds.count
    let nextLine = next..<text.first(0x0A, or: 0x0D, in: next..<all.upperBound)
    if isApart || Label(in: text, nextLine, names: names)?.isHyphened == false { return line }
    let isOverHead =
      isHead(text, nextLine, of: all)
      || lineOverLabels(text, line.upperBound..<all.upperBound, names) != nil
    if last == UInt8(ascii: "!") { return isOverHead ? line : nil }
    return nextLine.count > max(60, 2 * line.count) || isOverHead ? line : nil
  }

  /// Whether `byte` is a sign that people set before and behind a line to make it stand out.
  private static func isDecoration(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2A || byte == 0x3D || byte == 0x7E || byte == 0x21
  }

  /// Whether the paragraph that goes on with `line` is the head of the ad: up to four short lines
  /// without a sentence, such as the job, the employer and the town, before the rest of `range`.
  private static func isHead(_ text: [UInt8], _ line: Range<Int>, of range: Range<Int>) -> Bool {
    var next = line
    for _ in 0..<3 {
      guard next.count <= 80, let last = text[text.trimmed(next)].last,
        !sentenceEnds.contains(last), Bullet.length(in: text, next) == nil
      else { return false }
      let ends = text[next.upperBound..<range.upperBound].prefix(while: \.isBlank)
      if ends.isEmpty { return false }
      if ends.count(where: { $0 == 0x0A }) > 1 { return true }
      let start = next.upperBound + ends.count
      next = start..<text.first(0x0A, or: 0x0D, in: start..<range.upperBound)
    }
    return false
  }
}

extension Passage {
  /// Adds the one line `range` of `text` as a field.
  mutating func append(field part: Part, _ name: String, _ range: Range<Int>, of text: [UInt8]) {
    separate()
    let lower = prose.count
    append(verbatim: range, of: text)
    let place = ByteRange<Prose>(lower, prose.count)
    fields.append(PassageField(part: part, name: name, place: place, value: ByteRange(range)))
  }
}

// MARK: - Lines

extension TextReader {
  /// Reads the lines of `range` as they stand, and tells paragraphs and items apart.
  private static func readLines(_ text: [UInt8], _ range: Range<Int>, into passage: inout Passage) {
    var at = range.lowerBound
    var previous = 0..<0
    let lines = LineEnds(in: text, range)
    while at < range.upperBound {
      let end = lines.first(from: at)
      let shift = passage.prose.count - at
      passage.append(verbatim: at..<end, of: text)
      let line = text.trimmed(at..<end)
      if !line.isEmpty {
        let bullet = Bullet.length(in: text, line)
        if bullet == nil, goesOn(text, from: previous, to: line), let last = passage.blocks.last {
          let place = ByteRange<Prose>(last.place.lower, line.upperBound + shift)
          passage.blocks[passage.blocks.count - 1] = Block(last.kind, place)
        } else {
          let kind = bullet == nil ? Block.Kind.paragraph : .item
          let place = ByteRange<Prose>(
            line.lowerBound + shift + (bullet ?? 0), line.upperBound + shift)
          passage.blocks.append(Block(kind, place))
        }
      }
      previous = line
      at = appendLineEnd(text, end..<range.upperBound, to: &passage)
    }
  }

  /// Whether `line` goes on with the sentence of the line before it, which was full.
  private static func goesOn(
    _ text: [UInt8], from previous: Range<Int>, to line: Range<Int>
  ) -> Bool {
    guard let last = text[previous].last else { return false }
    let isOpen =
      last.isLetter || last.isDigit || last >= 0x80 || last == 0x2C || last == 0x2D || last == 0x29
      || last == 0x26 || last == 0x2F
    let isSmall = text[line.lowerBound] &- 0x61 < 26
    return isOpen && (isSmall || (60...100).contains(previous.count))
  }

  /// Reads the line end that `range` begins with, a lone carriage return included.
  private static func appendLineEnd(
    _ text: [UInt8], _ range: Range<Int>, to passage: inout Passage
  ) -> Int {
    var at = range.lowerBound
    guard at < range.upperBound else { return at }
    if text[at] == 0x0A {
      passage.append(verbatim: at..<at + 1, of: text)
      return at + 1
    }
    at += 1
    if at < range.upperBound, text[at] == 0x0A {
      passage.append(verbatim: at..<at + 1, of: text)
      return at + 1
    }
    passage.append([0x0A], rewritten: range.lowerBound..<at)
    return at
  }
}

/// Finds the line ends in a range of a text.
private struct LineEnds {
  private let text: [UInt8]
  private let upper: Int
  private let hasReturns: Bool

  init(in text: [UInt8], _ range: Range<Int>) {
    self.text = text
    upper = range.upperBound
    hasReturns = text.first(0x0D, in: range) < range.upperBound
  }

  /// The first from byte `at` on, or the end of the range.
  func first(from at: Int) -> Int {
    hasReturns ? text.first(0x0A, or: 0x0D, in: at..<upper) : text.first(0x0A, in: at..<upper)
  }
}
