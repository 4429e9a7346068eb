public import AdModel

/// Writes one JSON document for programs; the shape is `Reports/schema/report-1.0.schema.json`.
///
/// Findings are written as they come, one a line. What belongs into other arrays is kept, as
/// bytes, until the findings are all told.
public struct JSONReporter: PiecewiseReporter {
  public static let name = "json"
  public static let tellsExemptions = true
  public static let namesDigests = true

  private var json = JSONWriter()
  private var objects: ReportObjects
  private var ads = Spool(elementsAt: 2)
  private var inputs = Spool(elementsAt: 2)
  private var notifications = Spool(elementsAt: 2)
  private var closing = Closing()

  public init(_ options: ReportOptions) { objects = ReportObjects(options) }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    objects.begin(run)
    json.append(to: &out) { [objects] json in
      json.begin(.object, .lines)
      json.member("schemaVersion", ReportObjects.schemaVersion)
      json.member("tool", .object) { objects.tool(run, in: &$0) }
      json.member("run", .object) { objects.run(run, in: &$0) }
      json.member("rules", .array, .lines) { json in
        for rule in run.rules { json.object { objects.rule(rule, in: &$0) } }
      }
      json.key("findings")
      json.begin(.array, .lines)
    }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {
    objects.begin(file)
  }

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    ads.object { objects.ad(verdict, in: file, json: &$0) }
    objects.begin(verdict.ad)
    var line = LineIndex.Cursor()
    swap(&json.bytes, &out)
    for finding in verdict.findings.rows {
      json.begin(.object)
      objects.finding(finding, of: verdict.findings, in: verdict.ad, of: file, &line, json: &json)
      json.end()
    }
    swap(&json.bytes, &out)
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    notifications.object { objects.notification(problem, in: file, json: &$0) }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {
    inputs.object { objects.input(file, in: &$0) }
  }

  public mutating func prepareEnd(_ summary: Summary) {
    closing = Closing([
      .text { $0.end() }, .array("ads", ads), .array("inputs", inputs),
      .array("notifications", notifications),
      .text { [objects] json in
        json.member("summary", .object) { objects.summary(summary, in: &$0) }
        json.end()
      },
    ])
  }

  public mutating func writeEnd(to out: inout [UInt8]) -> Bool { closing.write(&json, to: &out) }
}
