public import AdModel

/// Writes SARIF 2.1.0 for code scanning, editors and auditors.
///
/// Beyond the schema it keeps to the authoring rules of Microsoft's Multitool and to what GitHub
/// and Azure DevOps ask for. It names no path of this machine, and two runs over the same ads give
/// the same bytes as long as ``Run/time`` is left out. Results are written as they come; artifacts
/// and logical locations, which SARIF keeps in arrays of their own, are kept as bytes to the end.
public struct SARIFReporter: Reporter {
  public static let name = "sarif"

  private var json = JSONWriter()
  private var objects: SARIFObjects
  private let options: ReportOptions
  private var run = Run(version: "", rules: [])
  private var artifacts = JSONWriter(elementsAt: 4)
  private var places = LogicalLocations()
  private var notifications = JSONWriter(elementsAt: 6)
  /// The lines of the file that is being told of.
  private var hashes = LineHashes()
  /// The ads of the file that is being told of.
  private var ads = 0
  private var namesAbsolutePaths = false

  public init(_ options: ReportOptions) {
    self.options = options
    objects = SARIFObjects(options)
  }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    self.run = run
    let sorted = run.rules.sorted { $0.id < $1.id }
    objects.begin(sorted)
    json.append(to: &out) { json in
      json.begin(.object, .lines)
      json.member("$schema", SARIFObjects.schema)
      json.member("version", "2.1.0")
      json.key("runs")
      json.begin(.array, .lines)
      json.begin(.object, .lines)
      json.member("tool", .object, .lines) { json in
        json.member("driver", .object, .lines) { json in
          SARIFObjects.driver(run, rules: sorted, in: &json)
        }
      }
      json.member("columnKind", "utf16CodeUnits")
      json.member("newlineSequences", ["\r\n", "\n", "\r"])
      json.member("defaultEncoding", "utf-8")
      json.member("language", "en")
      json.member("originalUriBaseIds", .object) { json in
        json.key(named: SARIFObjects.root)
        json.object { json in
          json.member("description", .object) { $0.member("text", "The root of the repository.") }
        }
      }
      if let checkout = run.checkout {
        json.member("versionControlProvenance", .array) { json in
          json.object { SARIFObjects.provenance(checkout, in: &$0) }
        }
      }
      json.member("automationDetails", .object) { [options] json in
        json.member("id", "\(options.category)/\(run.time ?? "")")
        json.member("description", .object) { $0.member("text", "A check of job ads.") }
      }
      json.key("results")
      json.begin(.array, .lines)
    }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {
    objects.begin(file)
    hashes = LineHashes()
    ads = 0
    namesAbsolutePaths = namesAbsolutePaths || objects.path.isAbsolute
  }

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    ads += 1
    swap(&json.bytes, &out)
    for finding in verdict.findings { add(finding, of: verdict, in: file) }
    swap(&json.bytes, &out)
  }

  private mutating func add(_ finding: Finding, of verdict: Verdict, in file: ReportedFile) {
    let line = file.lines.line(at: file.clamped(finding.place).lower)
    let document = file.source.document
    let chain = places.chain(
      to: finding, of: verdict, in: objects.path, file: objects.artifact,
      line: document.map { $0.paragraphs.isEmpty ? "line \(line)" : "paragraph \(line)" })
    // GitHub reads every file as UTF-8, so its hashes of other files say nothing about their lines.
    let isText = document == nil && file.source.encoding == .utf8
    let hash = isText ? hashes.hash(ofLine: line, in: file) : nil
    json.object { [objects] json in
      objects.result(
        finding, of: verdict.ad, at: chain, lineHash: hash, in: file, json: &json)
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    notifications.object { [objects] in objects.notification(problem, in: file, json: &$0) }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {
    artifacts.object { [objects, ads] json in
      objects.artifact(file, ads: ads, in: &json)
    }
  }

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    json.append(to: &out) { [self] json in
      json.end()
      json.member("artifacts", of: artifacts)
      json.member("logicalLocations", of: places.json)
      json.member("invocations", .array, .lines) { json in
        json.object(.lines) { invocation(summary, in: &$0) }
      }
      json.member("properties", .object) { json in
        json.member("hirelint/summary", .object) {
          ReportObjects(options).summary(summary, in: &$0)
        }
      }
      json.end()
      json.end()
      json.end()
    }
  }

  private func invocation(_ summary: Summary, in json: inout JSONWriter) {
    json.member("executionSuccessful", (0...1).contains(summary.exitCode))
    json.member("exitCode", summary.exitCode)
    json.member("exitCodeDescription", summary.exitReason)
    if let time = run.time { json.member("startTimeUtc", time) }
    json.member("arguments", options.withoutRoot(run.arguments))
    if namesAbsolutePaths, !options.root.isEmpty {
      json.member("workingDirectory", .object) {
        $0.member("uri", ReportPath(options.root, root: "").uri + "/")
      }
    }
    json.member("toolExecutionNotifications", of: notifications)
    json.member("properties", .object) { $0.member("hirelint/rulesDigest", run.rulesDigest) }
  }
}
