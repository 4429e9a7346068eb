public import AdModel

/// Writes the Code Quality report of GitLab: one JSON array, an object for each finding.
///
/// Paths are told from the root of the repository. GitLab shows only the first of the findings with
/// equal fingerprints, so a second one, as of two ads with one id, gets a number.
public struct GitLabReporter: Reporter {
  public static let name = "gitlab"

  private let options: ReportOptions
  private var json = JSONWriter()
  private var seen: [String: Int] = [:]

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    json.append(to: &out) { $0.begin(.array, .lines) }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    let path = options.path(file.source.name)
    for finding in verdict.findings {
      write(
        finding.message, finding.rule, Self.severity(of: finding.level), path,
        Placing(finding.place, in: file, .scalars), fingerprint: finding.fingerprint, to: &out)
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    let path = problem.file.isEmpty ? "." : options.path(problem.file)
    write(
      problem.message, problem.rule, "major", path, Placing(of: problem, in: file, .scalars),
      fingerprint: "\(problem.rule):\(path)", to: &out)
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    json.append(to: &out) { $0.end() }
  }

  private mutating func write(
    _ message: String, _ check: String, _ severity: String, _ path: String, _ place: Placing,
    fingerprint: String, to out: inout [UInt8]
  ) {
    let count = seen[fingerprint, default: 0] + 1
    seen[fingerprint] = count
    let unique = count == 1 ? fingerprint : "\(fingerprint):\(count)"
    json.append(to: &out) { json in
      json.object { json in
        json.member("description", message)
        json.member("check_name", check)
        json.member("fingerprint", unique)
        json.member("severity", severity)
        json.member("location", .object) { json in
          json.member("path", path)
          json.member("lines", .object) {
            $0.member("begin", place.start.line)
            $0.member("end", place.end.line)
          }
        }
      }
    }
  }

  private static func severity(of level: Level) -> String {
    switch level {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
