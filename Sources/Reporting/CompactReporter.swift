public import AdModel

/// Writes a line for each finding, as compilers do: `ads/a.md:7:16: error: The pay is masked:
/// 'k'. [pay/redacted-salary]`.
///
/// Editors and problem matchers read it. Columns count UTF-16 units, as they do.
public struct CompactReporter: Reporter {
  public static let name = "compact"

  private let options: ReportOptions

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {}

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    for finding in verdict.findings {
      write(
        file.source.name, Placing(finding.place, in: file, .utf16), finding.level.rawValue,
        finding.message, finding.rule, to: &out)
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    write(
      problem.file, Placing(of: problem, in: file, .utf16), "warning", problem.message,
      problem.rule, to: &out)
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {}

  private func write(
    _ file: String, _ place: Placing, _ level: String, _ message: String, _ rule: String,
    to out: inout [UInt8]
  ) {
    let path = file.isEmpty ? "hirelint" : options.path(file)
    let line = SafeText.spelledOut(
      "\(path):\(place.start.line):\(place.start.column): \(level): \(message) [\(rule)]")
    out += "\(SafeText.line(line))\n".utf8
  }
}
