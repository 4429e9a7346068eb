public import AdModel

/// Writes the Diagnostic Format of reviewdog, one diagnostic a line; reviewdog makes comments of
/// them, with suggestions to accept.
///
/// Columns count the bytes of UTF-8, and a byte order mark is part of the first line
/// (`reviewdog.proto`).
public struct RDFLinesReporter: Reporter {
  public static let name = "rdjsonl"

  private var diagnostics: RDFDiagnostics
  private var json = JSONWriter()

  public init(_ options: ReportOptions) { diagnostics = RDFDiagnostics(options) }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) { diagnostics.begin(run) }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    json.append(to: &out) { [diagnostics] json in
      for finding in verdict.findings {
        json.object { diagnostics.write(finding, in: file, withSource: true, &$0) }
      }
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    json.append(to: &out) { [diagnostics] json in
      json.object { diagnostics.write(problem, in: file, withSource: true, &$0) }
    }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {}
}

/// Writes the same diagnostics as one JSON document.
public struct RDFReporter: Reporter {
  public static let name = "rdjson"

  private var diagnostics: RDFDiagnostics
  private var json = JSONWriter()

  public init(_ options: ReportOptions) { diagnostics = RDFDiagnostics(options) }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    diagnostics.begin(run)
    json.append(to: &out) { json in
      json.begin(.object, .lines)
      RDFDiagnostics.source(in: &json)
      json.key("diagnostics")
      json.begin(.array, .lines)
    }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    json.append(to: &out) { [diagnostics] json in
      for finding in verdict.findings {
        json.object { diagnostics.write(finding, in: file, withSource: false, &$0) }
      }
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    json.append(to: &out) { [diagnostics] json in
      json.object { diagnostics.write(problem, in: file, withSource: false, &$0) }
    }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    json.append(to: &out) { json in
      json.end()
      json.end()
    }
  }
}

/// The diagnostics of reviewdog.
private struct RDFDiagnostics: Sendable {
  private let options: ReportOptions
  private var rules: [String: Rule] = [:]

  init(_ options: ReportOptions) { self.options = options }

  mutating func begin(_ run: Run) {
    rules = Dictionary(run.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  static func source(in json: inout JSONWriter) {
    json.member("source", .object) {
      $0.member("name", Project.name)
      $0.member("url", Project.page)
    }
  }

  /// The members of the diagnostic for `finding`. Its message is Markdown, since it becomes a
  /// comment.
  func write(
    _ finding: Finding, in file: ReportedFile, withSource: Bool, _ json: inout JSONWriter
  ) {
    json.member("message", Markdown.message(of: finding, by: rules[finding.rule]))
    location(options.path(file.source.name), finding.place, in: file, &json)
    json.member("severity", Self.severity(of: finding.level))
    if withSource { Self.source(in: &json) }
    json.member("code", .object) {
      $0.member("value", finding.rule)
      $0.member("url", Project.page(ofRule: finding.rule))
    }
    guard let fix = finding.fix else { return }
    json.member("suggestions", .array) { json in
      json.object { json in
        range(fix.place, in: file, &json)
        json.member("text", fix.replacement)
      }
    }
  }

  /// The members of the diagnostic for `problem`.
  func write(
    _ problem: Problem, in file: ReportedFile?, withSource: Bool, _ json: inout JSONWriter
  ) {
    json.member("message", Markdown.words(problem.message))
    location(options.path(problem.file), problem.place, in: file, &json)
    json.member("severity", "WARNING")
    if withSource { Self.source(in: &json) }
    json.member("code", .object) { $0.member("value", problem.rule) }
  }

  private func location(
    _ path: String, _ place: ByteRange<Source>?, in file: ReportedFile?,
    _ json: inout JSONWriter
  ) {
    json.member("location", .object) { json in
      json.member("path", path)
      if let file, let place { range(place, in: file, &json) }
    }
  }

  private func range(
    _ place: ByteRange<Source>, in file: ReportedFile, _ json: inout JSONWriter
  ) {
    let placing = Placing(place, in: file, .utf8)
    json.member("range", .object) { json in
      for (name, position) in [("start", placing.start), ("end", placing.end)] {
        json.key(named: name)
        json.object {
          $0.member("line", position.line)
          $0.member("column", position.column + (position.line == 1 ? file.lines.markLength : 0))
        }
      }
    }
  }

  private static func severity(of level: Level) -> String {
    switch level {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
