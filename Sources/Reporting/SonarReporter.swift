public import AdModel

/// Writes generic issue data for SonarQube, as it is since version 10.3: the rules, then the
/// issues.
///
/// Lines count from 1, columns from 0 in UTF-16 units. SonarQube refuses a whole report for one
/// empty range, so an issue with nothing to point at names its line alone.
public struct SonarReporter: Reporter {
  public static let name = "sonar"

  private let options: ReportOptions
  private var json = JSONWriter()

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    json.append(to: &out) { json in
      json.begin(.object, .lines)
      json.member("rules", .array, .lines) { json in
        for rule in run.rules { json.object { Self.describe(rule, in: &$0) } }
        json.object { Self.describeProblems(in: &$0) }
      }
      json.key("issues")
      json.begin(.array, .lines)
    }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    let path = options.path(file.source.name)
    json.append(to: &out) { json in
      for finding in verdict.findings {
        json.object { json in
          json.member("ruleId", finding.rule)
          json.member("effortMinutes", 5)
          json.member("primaryLocation", .object) { json in
            json.member("message", finding.message)
            json.member("filePath", path)
            Self.range(Placing(finding.place, in: file, .utf16), in: &json)
          }
        }
      }
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    // An issue needs a file of the project; what concerns none of them has no place here.
    guard !problem.file.isEmpty else { return }
    let path = options.path(problem.file)
    json.append(to: &out) { json in
      json.object { json in
        json.member("ruleId", Self.problem)
        json.member("primaryLocation", .object) { json in
          json.member("message", problem.message)
          json.member("filePath", path)
          if let file, let place = problem.place {
            Self.range(Placing(place, in: file, .utf16), in: &json)
          }
        }
      }
    }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    json.append(to: &out) { json in
      json.end()
      json.end()
    }
  }

  /// The rule of all problems with the input.
  private static let problem = "input"

  private static func describe(_ rule: Rule, in json: inout JSONWriter) {
    json.member("id", rule.id)
    json.member("name", rule.title)
    json.member("description", "\(rule.why) Instead: \(rule.instead)")
    json.member("engineId", Project.name)
    json.member("cleanCodeAttribute", attribute(of: rule.pillar))
    impact(rule.level, in: &json)
  }

  private static func describeProblems(in json: inout JSONWriter) {
    json.member("id", problem)
    json.member("name", "Unreadable input")
    json.member("description", "A file, or a record in it, was not read as it was meant.")
    json.member("engineId", Project.name)
    json.member("cleanCodeAttribute", "FORMATTED")
    impact(.warning, in: &json)
  }

  private static func impact(_ level: Level, in json: inout JSONWriter) {
    json.member("impacts", .array) { json in
      json.object {
        $0.member("softwareQuality", "MAINTAINABILITY")
        $0.member("severity", level == .error ? "HIGH" : level == .warning ? "MEDIUM" : "LOW")
      }
    }
  }

  /// The attribute of clean code that a pillar of the score comes closest to.
  private static func attribute(of pillar: Pillar) -> String {
    switch pillar {
    case .facts: "COMPLETE"
    case .integrity: "TRUSTWORTHY"
    case .inclusion: "RESPECTFUL"
    case .clarity: "CLEAR"
    case .structure: "FORMATTED"
    }
  }

  private static func range(_ place: Placing, in json: inout JSONWriter) {
    json.member("textRange", .object) {
      $0.member("startLine", place.start.line)
      guard !place.isEmpty else { return }
      $0.member("endLine", place.end.line)
      $0.member("startColumn", place.start.column - 1)
      $0.member("endColumn", place.end.column - 1)
    }
  }
}
