public import AdModel

/// Writes GitHub's Markdown for a comment on a pull request, an issue, or the summary of a step.
///
/// Words of ads stand in code spans, where nothing is markup, a link or a mention. A comment holds
/// ``ReportOptions/limit`` bytes at most, so ads that do not fit are counted and not told.
public struct MarkdownReporter: Reporter {
  public static let name = "markdown"

  private let options: ReportOptions
  private var rules: [String: Rule] = [:]
  /// The ads, until the summary is known, which comes first.
  private var body: [UInt8] = []
  private var problems: [UInt8] = []
  /// The findings and the problems that did not fit.
  private var left = 0

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    rules = Dictionary(run.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    guard !verdict.findings.isEmpty else { return }
    let ad = verdict.ad
    let title = ad.title.isEmpty ? "(no title)" : Markdown.words(ad.title)
    let company = ad.company.isEmpty ? "" : " — \(Markdown.words(ad.company))"
    let place = Placing(ad.record, in: file, .utf16)
    let path = options.path(file.source.name)
    var lines = [
      "", "### \(title)\(company)", "",
      "\(Markdown.words("\(path):\(place.start.line)")) · score \(verdict.score.points) of 100 · "
        + verdict.score.band, "",
    ]
    for finding in verdict.findings { lines.append(line(finding, in: file)) }
    let text = SafeText.lines(lines.joined(separator: "\n")) + "\n"
    if fits(text, count: verdict.findings.count) { body += text.utf8 }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    let place = Placing(of: problem, in: file, .utf16)
    let path = problem.file.isEmpty ? "the rules" : options.path(problem.file)
    let text =
      "- \(Markdown.words("\(path):\(place.start.line)")): \(Markdown.words(problem.message))\n"
    if fits(text, count: 1) { problems += text.utf8 }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    let text = SummaryText(summary)
    let isBad = summary.errors > 0
    out += "## \(isBad ? "❌" : "✅") Job ads\n\n**\(text.headline)**\n".utf8
    if !text.exit.isEmpty { out += "\n\(Markdown.said(text.exit))\n".utf8 }
    if left > 0 {
      let more = left == 1 ? "1 finding or problem does" : "\(left) findings and problems do"
      out += "\n> \(more) not fit in here; a report as HTML or JSON holds them all.\n".utf8
    }
    if !problems.isEmpty { out += "\n### What could not be read\n\n".utf8 + problems }
    out += body
    if !summary.byRule.isEmpty { out += byRule(summary).utf8 }
  }

  private func line(_ finding: Finding, in file: ReportedFile) -> String {
    let rule = rules[finding.rule]
    let place = Placing(finding.place, in: file, .utf16)
    let link = "[\(Markdown.said(finding.rule))](\(Project.page(ofRule: finding.rule)))"
    var text = "- \(Self.sign(of: finding.level)) **\(finding.level)** \(place.start.line):"
    text += "\(place.start.column) \(link)  \n  \(Markdown.message(of: finding, by: rule))"
    let suggestion = Markdown.suggestion(of: finding, by: rule)
    return suggestion.isEmpty ? text : text + "  \n  *Instead*: \(suggestion)"
  }

  private static func sign(of level: Level) -> String {
    switch level {
    case .error: "🔴"
    case .warning: "🟠"
    case .note: "🔵"
    }
  }

  /// Whether there is room for `text`, which tells of `count` findings; once there was none, there
  /// is none for all that comes later.
  private mutating func fits(_ text: String, count: Int) -> Bool {
    // The table at the end and the summary take their share.
    let room = options.limit * 4 / 5 - body.count - problems.count
    if left == 0, text.utf8.count <= room { return true }
    left += count
    return false
  }

  /// The rules with the most findings, which fit in any case.
  private func byRule(_ summary: Summary) -> String {
    let most = summary.byRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var text = "\n### Rules\n\n| Rule | Findings |\n| --- | ---: |\n"
    for (rule, count) in most.prefix(20) {
      text += "| [\(Markdown.said(rule))](\(Project.page(ofRule: rule))) | \(count) |\n"
    }
    if most.count > 20 { text += "\nand \(most.count - 20) more rules\n" }
    return text
  }
}
