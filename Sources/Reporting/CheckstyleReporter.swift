public import AdModel

/// Writes the XML of Checkstyle, which Jenkins and many others read.
///
/// Columns count characters (code points), as Checkstyle does.
public struct CheckstyleReporter: Reporter {
  public static let name = "checkstyle"

  private let options: ReportOptions
  /// The file whose element is open.
  private var open: String?

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".utf8
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    for finding in verdict.findings {
      let level = finding.level == .note ? "info" : finding.level.rawValue
      write(
        file.source.name, Placing(finding.place, in: file, .scalars), level, finding.message,
        finding.rule, to: &out)
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    write(
      problem.file, Placing(of: problem, in: file, .scalars), "warning", problem.message,
      problem.rule, to: &out)
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) { close(&out) }

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    close(&out)
    out += "</checkstyle>\n".utf8
  }

  private mutating func write(
    _ file: String, _ place: Placing, _ level: String, _ message: String, _ rule: String,
    to out: inout [UInt8]
  ) {
    if open != file {
      close(&out)
      open = file
      let path = file.isEmpty ? "." : options.path(file)
      out += " \(MarkupText.tag("file", ["name": path]))\n".utf8
    }
    let attributes: KeyValuePairs = [
      "line": "\(place.start.line)", "column": "\(place.start.column)", "severity": level,
      "message": message, "source": "\(Project.name).\(rule)",
    ]
    out += "  \(MarkupText.tag("error", attributes, isEmpty: true))\n".utf8
  }

  private mutating func close(_ out: inout [UInt8]) {
    if open != nil { out += " </file>\n".utf8 }
    open = nil
  }
}
