import AdModel
import Law

/// The objects of SARIF that a run fills in as it goes.
struct SARIFObjects: Sendable {
  static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// What paths are told from.
  static let root = "SRCROOT"
  /// The descriptor of all problems; the id of a problem follows after a slash (3.52.4).
  static let problem = "input"

  private let options: ReportOptions
  let shape: SARIFShape
  /// The path of the file that is being told of, and the same as a URI.
  private(set) var path = ReportPath("", root: "")
  private var uri = ""
  /// Its number among the artifacts; that of its archive, if it is a member of one.
  private(set) var artifact = -1
  /// How many artifacts there are.
  private var artifacts = 0
  /// The archive that came last, and its number.
  private var archive: (uri: String, artifact: Int)?
  /// The numbers of the obligations among the taxa.
  private(set) var obligations: [String: Int] = [:]
  /// The number and the message of each rule, by id.
  private(set) var rules: [String: RuleEntry] = [:]

  /// The number of a rule, how sure it is, and its message.
  struct RuleEntry: Sendable {
    var index: Int
    var precision: Precision
    var template: MessageTemplate?
  }

  /// Whether every finding says what exempts it, or that nothing does: all of them say so or none
  /// does (SARIF 2.1.0, section 3.27.23).
  var hasExemptions = false
  /// Whether every finding says how it compares with a baseline: likewise (section 3.27.24).
  var hasBaseline = false

  init(_ options: ReportOptions, _ shape: SARIFShape) {
    self.options = options
    self.shape = shape
  }

  /// Gets ready for findings of `rules`, which are sorted, and of `law`, of which those `judged` have
  /// results of their own.
  mutating func begin(_ rules: [Rule], _ law: LawBook, judged: [Obligation]) {
    for (index, obligation) in law.obligations.enumerated() { obligations[obligation.id] = index }
    for (index, rule) in rules.enumerated() {
      self.rules[rule.id] = RuleEntry(
        index: index, precision: rule.precision, template: MessageTemplate(rule.message))
    }
    for (index, obligation) in judged.enumerated() {
      self.rules[Self.rule(of: obligation)] = RuleEntry(
        index: rules.count + index, precision: .high, template: nil)
    }
  }

  /// Gets ready for the ads of `file`; says whether it is the first member of an archive, which then
  /// is an artifact itself.
  mutating func begin(_ file: ReportedFile) -> Bool {
    path = ReportPath(file.source.name, root: options.root, folder: options.folder)
    guard case .member(_, let container) = file.source.packing else {
      uri = path.uri
      artifact = artifacts
      artifacts += 1
      return false
    }
    uri = ReportPath(container, root: options.root, folder: options.folder).uri
    let isFirst = archive?.uri != uri
    if isFirst {
      archive = (uri, artifacts)
      artifacts += 1
    }
    artifact = archive?.artifact ?? 0
    artifacts += 1
    return isFirst
  }

  /// The members of the artifact that is an archive.
  func archive(in json: inout JSONWriter) {
    json.member("location", .object) { artifactLocation(in: &$0) }
    json.member("mimeType", "application/zip")
    json.member("roles", ["analysisTarget"])
  }

  static func provenance(_ checkout: Checkout, in json: inout JSONWriter) {
    json.member("repositoryUri", checkout.uri)
    json.member("revisionId", checkout.revision)
    if !checkout.branch.isEmpty { json.member("branch", checkout.branch) }
    json.member("mappedTo", .object) { $0.member("uriBaseId", root) }
  }

  /// The members of an artifact: a file with `ads` ads.
  func artifact(_ file: ReportedFile, ads: Int, in json: inout JSONWriter) {
    if case .member(let name, _) = file.source.packing {
      // A path within the archive begins at its root (3.24.2).
      json.member("location", .object) { $0.member("uri", "/" + ReportPath.encoded(name)) }
      json.member("parentIndex", artifact)
    } else {
      json.member("location", .object) { artifactLocation(in: &$0) }
    }
    // Of a file that is packed by itself, only the bytes that it unpacks to are counted.
    if file.source.packing != .compressed { json.member("length", file.source.byteCount) }
    if path.isText, file.source.packing != .compressed {
      json.member("encoding", file.source.encoding.rawValue)
    }
    json.member("mimeType", path.mediaType)
    json.member("roles", ["analysisTarget"])
    if !file.sha256.isEmpty {
      json.member("hashes", .object) { $0.member("sha-256", file.sha256) }
    }
    json.member("properties", .object) { $0.member("hirelint/ads", ads) }
  }

  /// The members of a notification.
  func notification(_ problem: Problem, in file: ReportedFile?, json: inout JSONWriter) {
    json.member("descriptor", .object) {
      $0.member("id", "\(Self.problem)/\(problem.id)")
      $0.member("index", 0)
    }
    json.member("level", problem.losesAds ? "warning" : "note")
    json.member("message", .object) { $0.member("text", MessageTemplate.escaped(problem.message)) }
    if let file {
      json.member("locations", .array) { json in
        json.object { json in
          json.member("physicalLocation", .object) { json in
            location(in: &json)
            if file.source.isBinary {
              json.member("region", .object) { Self.beginning(in: &$0) }
              return
            }
            let place = problem.place ?? ByteRange(0, 0)
            json.member("region", .object) { region(place, of: file, in: &$0) }
          }
        }
      }
    }
    json.member("properties", .object) {
      $0.member(
        "hirelint/file", ReportPath(problem.file, root: options.root, folder: options.folder).path)
      if let line = problem.line { $0.member("hirelint/line", line) }
      $0.member("hirelint/losesAds", problem.losesAds)
    }
  }

  /// The member `artifactLocation`: the file that is being told of.
  func location(in json: inout JSONWriter) {
    json.member("artifactLocation", .object) { artifactLocation(in: &$0) }
  }

  private func artifactLocation(in json: inout JSONWriter) {
    json.member("uri", uri)
    if !path.isAbsolute { json.member("uriBaseId", Self.root) }
    json.member("index", artifact)
  }

  /// The members of a region: lines and columns in UTF-16 units, bytes of the file, the raw text.
  func region(
    _ place: ByteRange<Source>, of file: ReportedFile, withSnippet: Bool = true,
    in json: inout JSONWriter
  ) {
    let place = file.clamped(place)
    let start = file.lines.position(at: place.lower)
    let end = file.lines.position(at: place.upper)
    let bytes = file.source.original(of: place)
    json.member("startLine", start.line)
    json.member("startColumn", start.column)
    json.member("endLine", end.line)
    json.member("endColumn", end.column)
    json.member("byteOffset", bytes.lowerBound)
    json.member("byteLength", bytes.count)
    if withSnippet, shape.quotesAds {
      json.member("snippet", .object) { $0.member("text", file.text(at: place)) }
    }
  }
}
