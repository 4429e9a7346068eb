import AdModel
import Foundation
import Reporting
import Testing

/// Every format counts in its own way; all of them lead back to the same bytes.
@Suite struct PlaceTests {
  /// How a format counts, and what finds its places in a report: the start line, the start column,
  /// the end line and the end column, as far as the format has them.
  struct Convention: Sendable, CustomTestStringConvertible {
    var format: String
    var unit: LineIndex.Unit
    var pattern: String
    /// The number of the first column.
    var base = 1
    /// Whether a byte order mark is part of the first line.
    var countsMark = false

    var testDescription: String { format }
  }

  private static let csv =
    #"\r\n(?:error|warning|note),[^,]*,[^,]*,ads[^,]*,(\d+),(\d+),(\d+),(\d+)"#
  private static let reviewdog =
    #""location":\{"path":"[^"]*","range":\{"start":\{"line":(\d+),"column":(\d+)\},"#
    + #""end":\{"line":(\d+),"column":(\d+)"#
  private static let sarif =
    #""region":\{"startLine":(\d+),"startColumn":(\d+),"endLine":(\d+),"endColumn":(\d+)"#

  static let conventions = [
    Convention(
      format: "text", unit: .utf16,
      pattern: #"\n  (?:error|warning|note) +ads[^\n]*?:(\d+):(\d+)  [a-z]+/"#),
    Convention(
      format: "compact", unit: .utf16,
      pattern: #":(\d+):(\d+): (?:error|warning|note): [^\n]* \[(?!input)[a-z]*/"#),
    Convention(format: "csv", unit: .utf16, pattern: csv),
    Convention(format: "csv-excel", unit: .utf16, pattern: csv),
    Convention(
      format: "checkstyle", unit: .scalars,
      pattern: #"line="(\d+)" column="(\d+)" [^>]*source="hirelint.(?!input)"#),
    Convention(
      format: "gitlab", unit: .scalars, pattern: #""check_name":"(?!input)[^\n]*?"begin":(\d+)"#),
    Convention(
      format: "junit", unit: .scalars, pattern: #">At ads[^\n]*?:(\d+):(\d+), "#),
    Convention(
      format: "markdown", unit: .utf16, pattern: #"\n- \S+ \*\*\w+\*\* (\d+):(\d+) "#),
    Convention(format: "html", unit: .utf16, pattern: #">line (\d+), column (\d+)<"#),
    Convention(format: "rdjson", unit: .utf8, pattern: reviewdog, countsMark: true),
    Convention(format: "rdjsonl", unit: .utf8, pattern: reviewdog, countsMark: true),
    Convention(format: "sarif", unit: .utf16, pattern: sarif),
    Convention(format: "sarif-github", unit: .utf16, pattern: sarif),
    Convention(format: "sarif-minimal", unit: .utf16, pattern: sarif),
    Convention(
      format: "sonar", unit: .utf16,
      pattern: #""textRange":\{"startLine":(\d+)(?:,"endLine":(\d+),"startColumn":(\d+),"#
        + #""endColumn":(\d+))?"#, base: 0),
  ]

  @Test(arguments: conventions, 1...3 as ClosedRange<UInt64>)
  func `places lead back to the bytes`(convention: Convention, seed: UInt64) throws {
    let story = Story.random(seed: seed)
    let report = try story.report(convention.format, ReportOptions(limit: .max / 8))
    let told = report.matches(of: try Regex(convention.pattern)).map { match in
      match.output.dropFirst().map { $0.substring.flatMap { Int($0) } }
    }
    let places = story.chapters.flatMap { chapter in
      chapter.verdicts.flatMap(\.findings)
        .filter { convention.format != "junit" || $0.level != .note }
        .map { (chapter.file, $0.place) }
    }
    #expect(told.count == places.count)
    let rulers = story.chapters.map { Ruler($0.file.source.text, convention) }
    for (numbers, (file, place)) in zip(told, places) {
      func number(_ index: Int) -> Int? { index < numbers.count ? numbers[index] : nil }
      let isSonar = convention.format == "sonar"
      let line = try #require(number(0))
      let (column, endLine) = (number(isSonar ? 2 : 1), number(isSonar ? 1 : 2))
      let endColumn = number(3)
      let ruler = rulers[file.index]
      let lower = max(place.lower, ruler.textStart)
      let upper = max(place.upper, lower)
      #expect(line == ruler.line(of: lower))
      if let column { #expect(ruler.byte(line: line, column: column) == lower) }
      if let endLine, let endColumn {
        #expect(ruler.byte(line: endLine, column: endColumn) == upper)
      }
      if isSonar { #expect((column == nil) == (lower == upper)) }
    }
  }

  @Test func `annotations of GitHub count like SARIF`() throws {
    let report = try Story.many.report("github")
    let pattern =
      /file=(?<file>[^,]*),line=(?<line>\d+),endLine=(?<endLine>\d+),col=(?<column>\d+)(,endColumn=(?<endColumn>\d+))?,title=[a-hj-z]/
    let matches = report.matches(of: pattern)
    #expect(matches.count > 12)
    let known = Set(
      Story.many.chapters.flatMap { chapter in
        chapter.verdicts.flatMap(\.findings).map { finding in
          let place = finding.place
          let start = chapter.file.lines.position(at: place.lower)
          let end = chapter.file.lines.position(at: place.upper)
          return [start.line, start.column, end.line, end.column]
        }
      })
    for match in matches {
      let numbers = [match.line, match.column, match.endLine, match.endColumn ?? "0"]
      #expect(known.contains(numbers.map { Int($0)! }))
    }
  }
}

/// Lines and columns counted character by character, which is slow and plain.
private struct Ruler {
  private let text: [UInt8]
  private let convention: PlaceTests.Convention
  /// The bytes at which lines begin.
  private let starts: [Int]

  init(_ text: [UInt8], _ convention: PlaceTests.Convention) {
    self.text = text
    self.convention = convention
    starts =
      [0]
      + text.indices.filter { at in
        text[at] == 0x0A || text[at] == 0x0D && (at + 1 == text.count || text[at + 1] != 0x0A)
      }.map { $0 + 1 }
  }

  /// Where the text begins, behind a byte order mark.
  var textStart: Int { text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The line of byte `offset`, from 1.
  func line(of offset: Int) -> Int { starts.count { $0 <= offset } }

  /// The byte at `column` of `line`.
  func byte(line: Int, column: Int) -> Int? {
    var at = line == 1 && !convention.countsMark ? textStart : starts[line - 1]
    var left = column - convention.base
    while left > 0, at < text.count {
      let length = text[at] < 0x80 ? 1 : text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4
      left -= convention.unit == .utf8 ? length : convention.unit == .utf16 && length == 4 ? 2 : 1
      at += length
    }
    return left == 0 ? at : nil
  }
}
