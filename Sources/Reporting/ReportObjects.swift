import AdModel

/// The objects that our own JSON consists of, as `Reports/schema/report-1.0.schema.json` has them.
///
/// Members may be added; none is ever taken away or given another meaning within version 1.
struct ReportObjects: Sendable {
  static let schemaVersion = "1.0"

  private let options: ReportOptions
  private var rules: [Rule] = []
  /// What rules have to say of all their findings, once they have any.
  private var sayings: [Saying?] = []
  /// The members about the ad that is being told of.
  var ad: [UInt8] = []
  /// The members about the field of the finding that came last.
  var field: (number: Int?, members: [UInt8]) = (nil, [])
  /// The path, the ads and the problems of the file that is being told of.
  private(set) var path = ""
  private var ads = 0
  private var problems = 0

  init(_ options: ReportOptions) { self.options = options }

  /// Gets ready for the findings of `run`.
  mutating func begin(_ run: Run) {
    rules = run.rules
    sayings = Array(repeating: nil, count: rules.count)
  }

  /// What a rule has to say of all its findings.
  struct Saying: Sendable {
    /// The members in front of the message, for each level by its number.
    let openings: [[UInt8]]
    /// The member for what to do instead.
    let suggestion: [UInt8]

    fileprivate init(_ rule: Rule) {
      openings = Level.allCases.map { level in
        JSONWriter.members { json in
          json.member("rule", rule.id)
          json.member("level", level.rawValue)
          json.member("precision", rule.precision.rawValue)
        }
      }
      suggestion = JSONWriter.members { $0.member("suggestion", rule.instead) }
    }
  }

  /// What the rule with the number `number` has to say of all its findings.
  mutating func saying(of number: Int) -> Saying {
    if let known = sayings[number] { return known }
    let saying = Saying(rules[number])
    sayings[number] = saying
    return saying
  }

  /// Gets ready for the ads of `file`.
  mutating func begin(_ file: ReportedFile) {
    path = path(file.source.name)
    ads = 0
    problems = 0
  }

  private func path(_ name: String) -> String {
    ReportPath(name, root: options.root, folder: options.folder).path
  }
}

// MARK: The run

extension ReportObjects {
  func tool(_ run: Run, in json: inout JSONWriter) {
    json.member("name", Project.name)
    json.member("version", run.version)
    json.member("informationUri", Project.page)
    json.member("rulesDigest", run.rulesDigest)
  }

  func run(_ run: Run, in json: inout JSONWriter) {
    json.member("category", options.category)
    json.member("arguments", options.withoutRoot(run.arguments))
  }

  func rule(_ rule: Rule, in json: inout JSONWriter) {
    json.member("id", rule.id)
    json.member("title", rule.title)
    json.member("level", rule.level.rawValue)
    json.member("precision", rule.precision.rawValue)
    json.member("pillar", rule.pillar.rawValue)
    json.member("why", rule.why)
    json.member("instead", rule.instead)
    json.member("citations", .array) { json in
      for citation in rule.cites {
        json.object {
          $0.member("title", citation.title)
          if let url = citation.url { $0.member("url", url) }
        }
      }
    }
  }

  func summary(_ summary: Summary, in json: inout JSONWriter) {
    json.member("files", summary.files)
    json.member("ads", summary.ads)
    json.member("adsClean", summary.cleanAds)
    json.member("findings", .object) {
      $0.member("error", summary.errors)
      $0.member("warning", summary.warnings)
      $0.member("note", summary.notes)
    }
    if !summary.exempt.isEmpty {
      json.member("exempt", .object) { json in
        for kind in Exemption.Kind.allCases {
          json.key(named: kind.rawValue)
          json.value(summary.exempt[kind] ?? 0)
        }
      }
    }
    json.member("byRule", .object) { json in
      for (rule, count) in summary.byRule.sorted(by: { $0.key < $1.key }) {
        json.key(named: rule)
        json.value(count)
      }
    }
    json.member("problems", summary.problems)
    json.member("exitCode", summary.exitCode)
    json.member("exitReason", summary.exitReason)
  }
}

// MARK: A file

extension ReportObjects {
  func input(_ file: ReportedFile, in json: inout JSONWriter) {
    json.member("path", path)
    json.member("sha256", file.sha256)
    json.member("bytes", file.source.byteCount)
    json.member("encoding", file.source.encoding.rawValue)
    json.member("ads", ads)
    json.member("problems", problems)
  }

  mutating func notification(
    _ problem: Problem, in file: ReportedFile?, json: inout JSONWriter
  ) {
    problems += file == nil || problem.concern != .input ? 0 : 1
    json.member("id", problem.id)
    json.member("file", path(problem.file))
    if let line = problem.line { json.member("line", line) }
    json.member("message", problem.message)
    json.member("losesAds", problem.losesAds)
    if let file, let place = problem.place {
      var line = LineIndex.Cursor()
      range(place, of: file, &line, in: &json)
    }
  }

  mutating func ad(_ verdict: Verdict, in file: ReportedFile, json: inout JSONWriter) {
    ads += 1
    let ad = verdict.ad
    json.member("id", ad.id)
    json.member("index", ad.index)
    json.member("file", path)
    json.member("title", ad.title)
    json.member("company", ad.company)
    json.member("language", ad.language)
    json.member("record", .object) {
      let bytes = file.source.original(of: ad.record)
      $0.member("startLine", file.lines.line(at: ad.record.lower))
      $0.member("endLine", file.lines.line(at: max(ad.record.lower, ad.record.upper - 1)))
      $0.member("byteOffset", bytes.lowerBound)
      $0.member("byteLength", bytes.count)
    }
    json.member("counts", .object) { json in
      for level in Level.allCases.reversed() {
        json.key(named: level.rawValue)
        json.value(verdict.findings.rows.count { $0.level == level && $0.exemption == nil })
      }
    }
    json.member("score", .object) { score(verdict.score, in: &$0) }
  }
}
