public import AdModel

/// Writes one page for people: what is wrong with each ad, in its words, with why and what to write
/// instead, then what is clean, what was checked and by which rules.
///
/// The page loads nothing and runs nothing but its own script (``HTMLPage``), works without it, and
/// prints well. It holds ``limit`` bytes of ads, more than a browser shows with ease, and counts
/// what does not fit.
public struct HTMLReporter: Reporter {
  public static let name = "html"
  public static let namesDigests = true

  /// The most bytes of ads on a page.
  static let limit = 32 << 20

  private let options: ReportOptions
  private var run = Run(version: "", rules: [])
  private var rules: [String: Rule] = [:]
  // The summary comes first on the page and last in the run, so the rest is kept.
  private var ads: [UInt8] = []
  private var clean: [UInt8] = []
  private var problems: [UInt8] = []
  private var files: [UInt8] = []
  /// The ads and the problems that did not fit.
  private var left = 0
  /// The ads of the file that is being told of.
  private var adsInFile = 0

  public init(_ options: ReportOptions) { self.options = options }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    self.run = run
    rules = Dictionary(run.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) { adsInFile = 0 }

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    adsInFile += 1
    let ad = HTMLAd(verdict, in: file, path: options.path(file.source.name), rules: rules)
    if verdict.findings.isEmpty {
      if let text = fitting(ad.row) { clean += text }
    } else {
      if let text = fitting(ad.article) { ads += text }
    }
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    let place = Placing(of: problem, in: file, .utf16)
    let path = problem.file.isEmpty ? "the rules" : options.path(problem.file)
    let position = MarkupText.escaped("\(path):\(place.start.line)")
    let text = "<li><code>\(position)</code> \(MarkupText.escaped(problem.message))</li>\n"
    if let text = fitting(text) { problems += text }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {
    let cells = [
      options.path(file.source.name), "\(adsInFile)", "\(file.source.byteCount)", file.sha256,
    ]
    let row = "<tr>\(cells.map { "<td>\(MarkupText.escaped($0))</td>" }.joined())</tr>\n"
    if let text = fitting(row) { files += text }
  }

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    let text = SummaryText(summary)
    out += HTMLPage.head(title: "Job ads: \(text.headline)").utf8
    out += "<header>\n<h1>Job ads</h1>\n<p>\(MarkupText.escaped(text.headline))</p>\n".utf8
    if !text.exit.isEmpty { out += "<p>\(MarkupText.escaped(text.exit))</p>\n".utf8 }
    out += HTMLPage.tiles(summary).utf8
    if left > 0 {
      out += "<p><strong>\(left) ads or files do not fit on this page.</strong> ".utf8
      out += "A report as JSON or CSV holds them all.</p>\n".utf8
    }
    out += "</header>\n<main>\n\(HTMLPage.filter)".utf8
    if !problems.isEmpty {
      out += "<section>\n<h2>What could not be read</h2>\n<ul>\n".utf8 + problems
      out += "</ul>\n</section>\n".utf8
    }
    if !ads.isEmpty { out += "<section>\n<h2>Findings</h2>\n".utf8 + ads + "</section>\n".utf8 }
    out += section("Clean ads", ["Ad", "Employer", "Place", "Score"], clean).utf8
    out += section("Files", ["File", "Ads", "Bytes", "SHA-256"], files).utf8
    out += section("Rules with findings", ["Rule", "Level", "Findings", "Why"], rows(summary)).utf8
    out += "</main>\n\(footer)</body>\n</html>\n".utf8
  }
}

extension HTMLReporter {
  /// The bytes of `text` where there is room for it.
  private mutating func fitting(_ text: String) -> [UInt8]? {
    let count = ads.count + clean.count + problems.count + files.count + text.utf8.count
    if left == 0, count <= Self.limit { return Array(text.utf8) }
    left += 1
    return nil
  }

  /// A table under a heading, or nothing where it has no row.
  private func section(_ title: String, _ columns: [String], _ rows: [UInt8]) -> String {
    guard !rows.isEmpty else { return "" }
    let head = columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return """
      <section>
      <h2>\(title)</h2>
      <div class="wide"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(String(decoding: rows, as: UTF8.self))</tbody>
      </table></div>
      </section>

      """
  }

  /// The rules that found something, those with the most findings first.
  private func rows(_ summary: Summary) -> [UInt8] {
    let most = summary.byRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return most.flatMap { id, count in
      let rule = rules[id]
      let cells = [
        HTMLPage.link(to: id), MarkupText.escaped(rule?.level.rawValue ?? ""), "\(count)",
        MarkupText.escaped(rule?.why ?? ""),
      ]
      return Array("<tr>\(cells.map { "<td>\($0)</td>" }.joined())</tr>\n".utf8)
    }
  }

  private var footer: String {
    let command = (["hirelint"] + options.withoutRoot(run.arguments)).joined(separator: " ")
    var lines = [
      "<p>Written by <a href=\"\(Project.page)\">hirelint</a> \(MarkupText.escaped(run.version)), "
        + "\(run.rules.count) rules: <code>\(MarkupText.escaped(command))</code></p>"
    ]
    if !run.rulesDigest.isEmpty {
      lines.append("<p>Rules: <code>\(MarkupText.escaped(run.rulesDigest))</code></p>")
    }
    lines.append("<p>hirelint finds words and facts. It is not legal advice.</p>")
    return "<footer>\n\(lines.joined(separator: "\n"))\n</footer>\n"
  }
}
