import AdModel

/// The objects that our own JSON consists of, as `Reports/schema/report-1.0.schema.json` has them.
///
/// Members may be added; none is ever taken away or given another meaning within version 1.
struct ReportObjects: Sendable {
  static let schemaVersion = "1.0"

  private let options: ReportOptions
  /// What each rule has to say of all its findings: the members in front of the message, and the
  /// suggestion.
  private var rules: [(opening: [UInt8], suggestion: [UInt8])] = []
  /// The members about the ad that is being told of.
  private var ad: [UInt8] = []
  /// The members about the field of the finding that came last.
  private var field: (number: Int?, members: [UInt8]) = (nil, [])
  /// The path, the ads and the problems of the file that is being told of.
  private var path = ""
  private var ads = 0
  private var problems = 0

  init(_ options: ReportOptions) { self.options = options }

  /// Gets ready for the findings of `run`.
  mutating func begin(_ run: Run) {
    rules = run.rules.map { rule in
      let opening = JSONWriter.members { json in
        json.member("rule", rule.id)
        json.member("level", rule.level.rawValue)
        json.member("precision", rule.precision.rawValue)
      }
      return (opening, JSONWriter.members { $0.member("suggestion", rule.instead) })
    }
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
    if let time = run.time { json.member("startedAt", time) }
    json.member("category", options.category)
    json.member("arguments", options.withoutRoot(run.arguments))
    if let checkout = run.checkout {
      json.member("checkout", .object) {
        $0.member("uri", checkout.uri)
        $0.member("revision", checkout.revision)
        $0.member("branch", checkout.branch)
      }
    }
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
    problems += file == nil ? 0 : 1
    json.member("id", problem.id)
    json.member("file", path(problem.file))
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
        json.value(verdict.findings.rows.count { $0.level == level })
      }
    }
    json.member("score", .object) { score(verdict.score, in: &$0) }
  }

  private func score(_ score: Score, in json: inout JSONWriter) {
    json.member("points", score.points)
    json.member("band", score.band)
    json.member("cap", score.cap)
    json.member("pillars", .array) { json in
      for pillar in score.pillars { json.element(pillar) }
    }
    json.member("ledger", .array) { json in
      for entry in score.ledger { json.element(entry) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func element(_ pillar: PillarScore) {
    write(atMost: 64 + 2 * JSONPen.numberLimit) { pen in
      pen.write(#"{"pillar":""#)
      pen.write(pillar.pillar.name)
      pen.write(#"","points":"#)
      pen.write(pillar.points)
      pen.write(#","possible":"#)
      pen.write(pillar.possible)
      pen.write(UInt8(ascii: "}"))
    }
  }

  fileprivate mutating func element(_ entry: Score.Entry) {
    let reason = entry.reason.utf8Span.span
    write(atMost: 80 + JSONPen.stringLimit(reason.count) + 2 * JSONPen.numberLimit) { pen in
      pen.write(#"{"pillar":""#)
      pen.write(entry.pillar.name)
      pen.write(#"","reason":"#)
      pen.writeString(reason)
      pen.write(#","points":"#)
      pen.write(entry.points)
      pen.write(#","possible":"#)
      pen.write(entry.possible)
      pen.write(UInt8(ascii: "}"))
    }
  }
}

extension Pillar {
  /// Its raw value, as it stands in the program: at most 9 bytes.
  fileprivate var name: StaticString {
    switch self {
    case .facts: "facts"
    case .integrity: "integrity"
    case .inclusion: "inclusion"
    case .clarity: "clarity"
    case .structure: "structure"
    }
  }
}

// MARK: A finding

extension ReportObjects {
  /// Gets ready for the findings of `ad`.
  mutating func begin(_ ad: AdSummary) {
    self.ad = JSONWriter.members { json in
      json.member("adId", ad.id)
      json.member("adIndex", ad.index)
      json.member("file", path)
    }
    field = (nil, [])
  }

  /// The members of `finding`; `line` keeps the line of the last one in mind.
  mutating func finding(
    _ finding: Findings.Row, of findings: Findings, in ad: AdSummary, of file: ReportedFile,
    _ line: inout LineIndex.Cursor, json: inout JSONWriter
  ) {
    json.members(rules[finding.rule].opening)
    json.member("message", findings.remarks, finding.message.utf8)
    json.members(self.ad)
    if field.members.isEmpty || field.number != finding.field {
      let known = finding.field.map { findings.fields[$0] }
      let members = JSONWriter.members { json in
        json.member("field", known?.name ?? "")
        json.member("pointer", known?.pointer ?? "")
      }
      field = (finding.field, members)
    }
    json.members(field.members)
    range(finding.place, of: file, &line, in: &json)
    json.member("quote", file.source.text, file.clamped(finding.place).utf8)
    json.member("decoded", findings.prose, finding.words.utf8)
    json.member(
      "context", file.source.text, file.context(of: finding.place, within: ad.record).utf8)
    json.member("anchor", finding.anchor.rawValue)
    if let suggestion = finding.suggestion {
      json.member("suggestion", findings.remarks, suggestion.utf8)
    } else {
      json.members(rules[finding.rule].suggestion)
    }
    json.member("fixes", .array) { json in
      if let fix = finding.fix {
        json.object { self.fix(fix, findings.remarks, in: file, json: &$0) }
      }
    }
    json.member("fingerprint", finding.fingerprint)
  }

  private func fix(
    _ fix: Findings.Edit, _ remarks: [UInt8], in file: ReportedFile, json: inout JSONWriter
  ) {
    json.member("applicability", fix.applicability.rawValue)
    json.member("edits", .array) { json in
      json.object {
        let bytes = file.source.original(of: fix.place)
        $0.member("byteOffset", bytes.lowerBound)
        $0.member("byteLength", bytes.count)
        $0.member("text", remarks, fix.replacement.utf8)
      }
    }
  }

  /// The member `range`: where `place` begins and ends.
  private func range(
    _ place: ByteRange<Source>, of file: ReportedFile, _ line: inout LineIndex.Cursor,
    in json: inout JSONWriter
  ) {
    let place = file.clamped(place)
    let bytes = file.source.original(of: place)
    let start = file.lines.columns(at: place.lower, &line)
    let end = place.isEmpty ? start : file.lines.columns(at: place.upper, &line)
    json.write(atMost: 96 + 8 * JSONPen.numberLimit) { pen in
      pen.write(#""range":{"start":"#)
      pen.write(start, byte: bytes.lowerBound)
      pen.write(#","end":"#)
      pen.write(end, byte: bytes.upperBound)
      pen.write(UInt8(ascii: "}"))
    }
  }
}

extension JSONPen {
  /// Writes a place in a file: 38 bytes and four numbers.
  fileprivate mutating func write(
    _ place: (line: Int, columns: LineIndex.Columns), byte: Int
  ) {
    write(#"{"line":"#)
    write(place.line)
    write(#","column":"#)
    write(place.columns.scalars)
    write(#","utf16":"#)
    write(place.columns.utf16)
    write(#","byte":"#)
    write(byte)
    write(UInt8(ascii: "}"))
  }
}

extension JSONWriter {
  /// A member that is a fingerprint, such as `"f368d73a01448c060aef5ebd424b9ef4:1"`.
  fileprivate mutating func member(_ name: StaticString, _ value: Fingerprint) {
    write(atMost: name.utf8CodeUnitCount + 38 + JSONPen.numberLimit) { pen in
      pen.writeKey(name)
      pen.write(UInt8(ascii: "\""))
      pen.writeHex(value.high)
      pen.writeHex(value.low)
      pen.write(UInt8(ascii: ":"))
      pen.write(value.ordinal)
      pen.write(UInt8(ascii: "\""))
    }
  }
}
