public import AdModel

/// Writes annotations for the log of GitHub Actions, which shows them beside the lines of a pull
/// request.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest, so the worst
/// are written, and a last notice says how many are missing. The step summary tells the rest
/// (``MarkdownReporter``).
public struct GitHubReporter: Reporter {
  public static let name = "github"

  /// The annotations of `level` that GitHub shows, less the notice that counts the others.
  private static func limit(of level: Level) -> Int { level == .note ? 9 : 10 }

  private let options: ReportOptions
  private var rules: [String: Rule] = [:]
  /// What is to be shown of each level, the surest first.
  private var shown: [[(rank: Int, annotation: Annotation)]] = Level.allCases.map { _ in [] }
  private var left = 0

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    rules = Dictionary(run.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    let path = options.path(file.source.name)
    for finding in verdict.findings {
      let rule = rules[finding.rule]
      let annotation = Annotation(
        level: finding.level, path: path, place: Placing(finding.place, in: file, .utf16),
        title: [finding.rule, rule?.title].compactMap(\.self).joined(separator: ": "),
        message: [finding.message, finding.suggestion].filter { !$0.isEmpty }
          .joined(separator: " "))
      offer(annotation, rank: rule.flatMap { Precision.allCases.firstIndex(of: $0.precision) } ?? 0)
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    let annotation = Annotation(
      level: .warning, path: options.path(problem.file),
      place: Placing(of: problem, in: file, .utf16), title: problem.rule,
      message: problem.message)
    offer(annotation, rank: Precision.allCases.count)
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    for level in shown.reversed() {
      for (_, annotation) in level { out += "\(annotation.command)\n".utf8 }
    }
    let text = SummaryText(summary)
    if left > 0 {
      let more = left == 1 ? "1 more finding is" : "\(left) more findings are"
      out += "::notice title=hirelint::\(more) in the summary of this step.\n".utf8
    }
    out += "\(SafeText.line(text.headline))\n".utf8
    if !text.exit.isEmpty { out += "\(SafeText.line(text.exit))\n".utf8 }
  }

  /// Keeps `annotation` if it is among the surest of its level so far.
  private mutating func offer(_ annotation: Annotation, rank: Int) {
    let level = annotation.level.number
    let place = shown[level].firstIndex { $0.rank < rank } ?? shown[level].count
    shown[level].insert((rank, annotation), at: place)
    if shown[level].count > Self.limit(of: annotation.level) {
      shown[level].removeLast()
      left += 1
    }
  }
}

/// One annotation of GitHub Actions.
private struct Annotation {
  var level: Level
  var path: String
  var place: Placing
  var title: String
  var message: String

  /// The workflow command; see `command.ts` of actions/toolkit for what is escaped.
  var command: String {
    var properties: [String] = []
    if !path.isEmpty {
      properties = ["file=\(Self.property(path))", "line=\(place.start.line)"]
      properties += ["endLine=\(place.end.line)", "col=\(place.start.column)"]
      // A column ends an annotation within one line only.
      if place.end.line == place.start.line { properties.append("endColumn=\(place.end.column)") }
    }
    properties.append("title=\(Self.property(title))")
    let name =
      switch level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    return "::\(name) \(properties.joined(separator: ","))::\(Self.data(message))"
  }

  private static func data(_ text: String) -> String {
    SafeText.escaped(text).replacing("%", with: "%25")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
