public import AdModel

/// Writes a register of findings for spreadsheets: CSV as RFC 4180 has it, a row for each finding.
///
/// Lines and columns count from 1, columns in UTF-16 units, as in the text report; bytes from 0.
/// The first cell of a row is a word of ours, and no cell is a formula (``CSVText``).
public struct CSVReporter<Dialect: CSVDialect>: Reporter {
  public static var name: String { Dialect.name }

  private let options: ReportOptions
  private var rules: [String: Rule] = [:]

  public init(_ options: ReportOptions) { self.options = options }

  /// The names of the columns.
  static var columns: [String] {
    [
      "level", "rule", "title_of_rule", "file", "line", "column", "end_line", "end_column",
      "byte_offset", "byte_length", "ad_id", "ad_title", "company", "language", "field", "pointer",
      "words", "message", "suggestion", "laws", "sources", "score", "band", "fingerprint",
    ]
  }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    rules = Dictionary(run.rules.map { ($0.id, $0) }) { first, _ in first }
    out += Dialect.mark
    write(Self.columns, to: &out)
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    let path = options.path(file.source.name)
    let ad = verdict.ad
    for finding in verdict.findings {
      let rule = rules[finding.rule]
      let laws = finding.laws.map { "\($0.citation) \($0.url)" }
      let sources =
        laws
        + (rule?.cites ?? []).map { cite in
          [cite.title, cite.url].compactMap(\.self).joined(separator: " ")
        }
      write(
        [finding.level.rawValue, finding.rule, rule?.title ?? "", path]
          + Self.numbers(of: finding.place, in: file)
          + [
            ad.id, ad.title, ad.company, ad.language, finding.field, finding.pointer,
            finding.isNowhere ? "" : finding.words, finding.message, finding.suggestion,
            finding.laws.map { "\($0.text) \($0.url)" }.joined(separator: " | "),
            sources.joined(separator: " | "),
            "\(verdict.score.points)", verdict.score.band, finding.fingerprint,
          ], to: &out)
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    var row = Array(repeating: "", count: Self.columns.count)
    row[0] = "problem"
    row[1] = problem.rule
    row[3] = problem.file.isEmpty ? "" : options.path(problem.file)
    if let file, let place = problem.place {
      row.replaceSubrange(4..<10, with: Self.numbers(of: place, in: file))
    }
    row[17] = problem.message
    write(row, to: &out)
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {}

  private static func numbers(of place: ByteRange<Source>, in file: ReportedFile) -> [String] {
    let placing = Placing(place, in: file, .utf16)
    let bytes = file.source.original(of: file.clamped(place))
    return [
      placing.start.line, placing.start.column, placing.end.line, placing.end.column,
      bytes.lowerBound, bytes.count,
    ].map { "\($0)" }
  }

  private func write(_ cells: [String], to out: inout [UInt8]) {
    out += (cells.map(CSVText.cell).joined(separator: ",") + "\r\n").utf8
  }
}

/// What tells one kind of CSV from another.
public protocol CSVDialect: Sendable {
  static var name: String { get }
  /// What the file begins with.
  static var mark: [UInt8] { get }
}

/// CSV for programs.
public enum PlainCSV: CSVDialect {
  public static let name = "csv"
  public static let mark: [UInt8] = []
}

/// CSV for Excel, which takes it for UTF-8 only with a byte order mark.
public enum ExcelCSV: CSVDialect {
  public static let name = "csv-excel"
  public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// Words of ads made safe for spreadsheets.
enum CSVText {
  /// `text` as a cell of one line.
  ///
  /// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` (or their wide forms) for a
  /// formula, so an apostrophe goes before it; and so behind each semicolon, where a spreadsheet
  /// of many countries begins a new cell.
  static func cell(_ text: String) -> String {
    let text = guarded(SafeText.escaped(text))
    let isPlain = text.utf8.allSatisfy { !Array(",;\"".utf8).contains($0) }
    return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private static func guarded(_ text: String) -> String {
    var result = ""
    var isStart = true
    for scalar in text.unicodeScalars {
      if isStart, beginsFormula(scalar) { result.append("'") }
      isStart = scalar == ";" || isStart && (scalar == " " || scalar == "\"")
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\u{2212}": true
    default: false
    }
  }
}
