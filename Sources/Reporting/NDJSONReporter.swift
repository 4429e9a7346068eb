public import AdModel

/// Writes the objects of ``JSONReporter`` one a line, each with its `type`.
///
/// It keeps nothing, so a feed may be as long as it likes. The summary comes last; a report
/// without one is cut short.
public struct NDJSONReporter: Reporter {
  public static let name = "ndjson"
  public static let tellsExemptions = true
  public static let namesDigests = true

  private var json = JSONWriter()
  private var objects: ReportObjects
  private let typeOfFindings = JSONWriter.members { $0.member("type", "finding") }

  public init(_ options: ReportOptions) { objects = ReportObjects(options) }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    objects.begin(run)
    line("run", to: &out) { json, objects in
      json.member("schemaVersion", ReportObjects.schemaVersion)
      json.member("tool", .object) { objects.tool(run, in: &$0) }
      objects.run(run, in: &json)
    }
    for rule in run.rules {
      line("rule", to: &out) { json, objects in objects.rule(rule, in: &json) }
    }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {
    objects.begin(file)
  }

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    swap(&json.bytes, &out)
    json.begin(.object)
    json.member("type", "ad")
    objects.ad(verdict, in: file, json: &json)
    json.end()
    objects.begin(verdict.ad)
    var line = LineIndex.Cursor()
    for finding in verdict.findings.rows {
      json.begin(.object)
      json.members(typeOfFindings)
      objects.finding(finding, of: verdict.findings, in: verdict.ad, of: file, &line, json: &json)
      json.end()
    }
    swap(&json.bytes, &out)
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    line("notification", to: &out) { json, objects in
      objects.notification(problem, in: file, json: &json)
    }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {
    line("input", to: &out) { json, objects in objects.input(file, in: &json) }
  }

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    line("summary", to: &out) { json, objects in objects.summary(summary, in: &json) }
  }

  private mutating func line(
    _ type: String, to out: inout [UInt8],
    _ write: (inout JSONWriter, inout ReportObjects) -> Void
  ) {
    swap(&json.bytes, &out)
    json.begin(.object)
    json.member("type", type)
    write(&json, &objects)
    json.end()
    swap(&json.bytes, &out)
  }
}
