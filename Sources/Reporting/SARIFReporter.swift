public import AdModel
internal import Law

/// Writes SARIF 2.1.0 for code scanning, editors and auditors.
///
/// Beyond the schema it keeps to the authoring rules of Microsoft's Multitool and to what GitHub
/// and Azure DevOps ask for. It names no path of this machine unless files outside of the root are
/// checked, and two runs over the same ads give the same bytes. Results are written as they come,
/// unless the profile takes only so many; artifacts and logical locations, which SARIF keeps in arrays
/// of their own, are kept as bytes to the end.
public struct SARIFReporter<Profile: SARIFProfile>: PiecewiseReporter {
  public static var name: String { Profile.name }
  public static var namesDigests: Bool { true }
  public static var namesCheckout: Bool { true }
  public static var tellsExemptions: Bool { Profile.shape.isFull }

  private var json = JSONWriter()
  /// The results that are kept for the end, where the profile takes only so many.
  private var worst = WorstResults(limit: Profile.shape.limit ?? 0)
  private var objects: SARIFObjects
  private let options: ReportOptions
  private var run = Run(version: "", rules: [])
  private var artifacts = Spool(elementsAt: 4)
  private var places = LogicalLocations()
  private var notifications = Spool(elementsAt: 6)
  /// The lines of the file that is being told of.
  private var hashes = LineHashes()
  /// The ads of the file that is being told of.
  private var ads = 0
  private var namesAbsolutePaths = false
  private var closing = Closing()

  public init(_ options: ReportOptions) {
    self.options = options
    objects = SARIFObjects(options, Profile.shape)
  }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    self.run = run
    let sorted = run.rules.sorted { $0.id < $1.id }
    let tellsLaw = Profile.shape.isFull && !run.law.isEmpty
    let judged = tellsLaw && options.showsPasses ? Array(run.law.obligations) : []
    objects.begin(sorted, run.law, judged: judged)
    objects.hasExemptions = run.hasExemptions && Profile.shape.isFull
    objects.hasBaseline = run.hasBaseline && Profile.shape.isFull
    json.append(to: &out) { json in
      json.begin(.object, .lines)
      json.member("$schema", SARIFObjects.schema)
      json.member("version", "2.1.0")
      json.key("runs")
      json.begin(.array, .lines)
      json.begin(.object, .lines)
      json.member("tool", .object, .lines) { json in
        json.member("driver", .object, .lines) { json in
          SARIFObjects.driver(run, rules: sorted, judged: judged, withLaw: tellsLaw, in: &json)
        }
      }
      if tellsLaw {
        SARIFObjects.taxonomies(of: run.law, version: run.version, in: &json)
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
        json.member("id", "\(options.category)/")
        json.member("description", .object) { $0.member("text", "A check of job ads.") }
      }
      json.key("results")
      json.begin(.array, .lines)
    }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {
    if objects.begin(file) { artifacts.object { [objects] in objects.archive(in: &$0) } }
    hashes = LineHashes()
    ads = 0
    namesAbsolutePaths = namesAbsolutePaths || objects.path.isAbsolute
  }

  public mutating func move(to window: ReportedFile) { hashes.move(to: window) }

  public static var reach: Int { LineHashes.reach }

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    ads += 1
    swap(&json.bytes, &out)
    for finding in verdict.findings { add(finding, of: verdict, in: file) }
    if Profile.shape.isFull, options.showsPasses {
      for judgement in verdict.judgements {
        add(judgement.finding, judgement.kind, of: verdict, in: file)
      }
    }
    swap(&json.bytes, &out)
  }

  private mutating func add(
    _ finding: Finding, _ judgement: Judgement.Kind? = nil, of verdict: Verdict,
    in file: ReportedFile
  ) {
    let line = file.lines.line(at: file.clamped(finding.place).lower)
    let source = file.source
    let hasParagraphs = source.document.map { !$0.paragraphs.isEmpty } ?? false
    let chain = places.chain(
      to: finding, of: verdict, in: objects.path, file: file.index,
      line: source.isBinary ? "\(hasParagraphs ? "paragraph" : "line") \(line)" : nil)
    // GitHub reads every file as UTF-8, so its hashes of other files say nothing about their lines.
    let isText = !source.isBinary && source.encoding == .utf8
    let hash = isText ? hashes.hash(ofLine: line, in: file) : nil
    let write = { [objects] (json: inout JSONWriter) in
      objects.result(
        finding, judgement, of: verdict.ad, at: chain, lineHash: hash, in: file, json: &json)
    }
    guard Profile.shape.limit != nil else { return json.object(.inline, write) }
    let precision = objects.rules[finding.rule]?.precision ?? .low
    worst.offer(finding.level, precision) { JSONWriter.members { $0.object(.inline, write) } }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    notifications.object { [objects] in objects.notification(problem, in: file, json: &$0) }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {
    artifacts.object { [objects, ads] json in
      objects.artifact(file, ads: ads, in: &json)
    }
  }

  public mutating func prepareEnd(_ summary: Summary) {
    if worst.left > 0 {
      let problem = Problem(
        id: "results-left-out", file: "",
        message: "\(worst.left) more results are not in this log, which holds the worst "
          + "\(worst.count); a log of the profile “sarif” holds all.", losesAds: false)
      notifications.object { [objects] in objects.notification(problem, in: nil, json: &$0) }
    }
    var arrays: [Closing.Piece] = [.array("artifacts", artifacts)]
    if Profile.shape.isFull { arrays.append(.array("logicalLocations", places.spool)) }
    let results = Closing.Piece.text { [worst] json in
      for result in worst.inOrder { json.members(result) }
      json.end()
    }
    closing = Closing(
      [results] + arrays + [
        .text { [self] json in
          json.key("invocations")
          json.begin(.array, .lines)
          json.begin(.object, .lines)
          beginInvocation(summary, in: &json)
        },
        .array("toolExecutionNotifications", notifications),
        .text { [run, options] json in
          json.member("properties", .object) { $0.member("hirelint/rulesDigest", run.rulesDigest) }
          json.end()
          json.end()
          json.member("properties", .object) { json in
            json.member("hirelint/summary", .object) {
              ReportObjects(options).summary(summary, in: &$0)
            }
          }
          json.end()
          json.end()
          json.end()
        },
      ])
  }

  public mutating func writeEnd(to out: inout [UInt8]) -> Bool { closing.write(&json, to: &out) }

  private func beginInvocation(_ summary: Summary, in json: inout JSONWriter) {
    json.member("executionSuccessful", (0...1).contains(summary.exitCode))
    json.member("exitCode", summary.exitCode)
    json.member("exitCodeDescription", summary.exitReason)
    json.member("arguments", options.withoutRoot(run.arguments))
    if namesAbsolutePaths, !options.root.isEmpty {
      json.member("workingDirectory", .object) {
        $0.member("uri", ReportPath(options.root, root: "").uri + "/")
      }
    }
  }
}
