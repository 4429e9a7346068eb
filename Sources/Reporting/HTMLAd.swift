import AdModel

/// One ad on a page.
struct HTMLAd {
  private let verdict: Verdict
  private let file: ReportedFile
  private let path: String
  private let rules: [String: Rule]

  init(_ verdict: Verdict, in file: ReportedFile, path: String, rules: [String: Rule]) {
    self.verdict = verdict
    self.file = file
    self.path = path
    self.rules = rules
  }

  /// The row of an ad without findings.
  var row: String {
    let cells = [title, verdict.ad.company, place, "\(verdict.score.points)"]
    return "<tr>\(cells.map { "<td>\(MarkupText.escaped($0))</td>" }.joined())</tr>\n"
  }

  /// The ad with its findings.
  var article: String {
    let score = verdict.score
    let company = verdict.ad.company.isEmpty ? "" : " — \(MarkupText.escaped(verdict.ad.company))"
    let reasons = ScoreText(score).reasons(all: false).map(MarkupText.escaped)
    var told: Set<String> = []
    let findings = verdict.findings.map { finding in
      item(finding, isFirst: told.insert(finding.rule).inserted)
    }
    return """
      <article class="ad">
      <header>
      <h3 dir="auto">\(MarkupText.escaped(title))\(company)</h3>
      <p><code>\(MarkupText.escaped("\(verdict.ad.id) · \(place)"))</code></p>
      <p><meter min="0" max="100" low="50" high="75" optimum="100" value="\(score.points)"></meter> \
      <strong>\(score.points) of 100</strong> · \(MarkupText.escaped(score.band))</p>
      \(reasons.map { "<p class=\"faint\">\($0)</p>" }.joined(separator: "\n"))
      </header>
      <ol>
      \(findings.joined())</ol>
      </article>

      """
  }

  private var title: String { verdict.ad.title.isEmpty ? "(no title)" : verdict.ad.title }

  private var place: String {
    "\(path):\(Placing(verdict.ad.record, in: file, .utf16).start.line)"
  }

  private func item(_ finding: Finding, isFirst: Bool) -> String {
    let rule = rules[finding.rule]
    let level = finding.level.rawValue
    let at = Placing(finding.place, in: file, .utf16).start
    let message = Message(of: finding, by: rule).text(withLaw: false, said: MarkupText.escaped) {
      "<bdi>\(MarkupText.escaped($0))</bdi>"
    }
    var lines = [
      MarkupText.tag(
        "li", ["class": "finding \(level)", "data-level": level, "tabindex": "-1"]),
      "<p><strong class=\"level\">\(level.prefix(1).uppercased())\(level.dropFirst())</strong> "
        + "\(HTMLPage.link(to: finding.rule)) "
        + "<span class=\"faint\">line \(at.line), column \(at.column)</span></p>",
      quote(finding), "<p class=\"message\">\(message)</p>",
    ]
    if isFirst, let rule {
      lines.append("<p><strong>Why</strong>: \(MarkupText.escaped(rule.why))</p>")
    }
    if !finding.suggestion.isEmpty {
      let suggestion = MarkupText.escaped(finding.suggestion)
      lines.append("<p><strong>Instead</strong>: <bdi>\(suggestion)</bdi></p>")
    }
    if !finding.laws.isEmpty {
      let laws = finding.laws.map { law in
        "<li>\(HTMLPage.link(Citation(title: law.text, url: law.url)))</li>"
      }
      lines.append("<p><strong>Law</strong> (no legal advice):</p>\n<ul>\(laws.joined())</ul>")
    }
    if isFirst, let cites = rule?.cites, !cites.isEmpty {
      let links = cites.map(HTMLPage.link).joined(separator: "; ")
      lines.append("<p class=\"faint\">Sources: \(links)</p>")
    }
    return lines.joined(separator: "\n") + "\n</li>\n"
  }

  /// The words of `finding` in their line.
  private func quote(_ finding: Finding) -> String {
    if finding.isNowhere {
      return "<p class=\"faint\">(nowhere in the ad)</p>"
    }
    let excerpt = Excerpt(of: finding.place, in: file, within: verdict.ad.record, width: 120)
    let parts = [excerpt.before, excerpt.words, excerpt.after].map(MarkupText.escaped)
    return "<blockquote dir=\"auto\">\(parts[0])<mark>\(parts[1])</mark>\(parts[2])</blockquote>"
  }
}
