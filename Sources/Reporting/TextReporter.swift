public import AdModel

/// Writes for people: ad by ad, each finding with its words in their line, what is wrong with
/// them, why, and what to write instead.
///
/// Everything that comes from outside is made safe to print first (``SafeText``), and words of ads
/// stand behind `│ ` in lines of their own.
public struct TextReporter: Reporter {
  public static let name = "text"

  private let options: ReportOptions
  private let paint: Paint
  private var rules: [String: Rule] = [:]
  /// The files with problems, in the order in which they came, and how many each has.
  private var troubled: [(file: String, count: Int)] = []
  /// The path of the file that is being told of.
  private var path = ""
  /// What is being written.
  private var lines: [UInt8] = []

  public init(_ options: ReportOptions) {
    self.options = options
    paint = Paint(isOn: options.color)
  }

  public mutating func begin(_ run: Run, to out: inout [UInt8]) {
    rules = Dictionary(run.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  public mutating func begin(_ file: ReportedFile, to out: inout [UInt8]) {
    path = path(file.source.name)
  }

  public mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8]) {
    guard options.showsCleanAds || !verdict.findings.isEmpty else { return }
    swap(&lines, &out)
    headline(verdict.ad, in: file)
    var told: Set<String> = []
    for finding in verdict.findings {
      add(finding, of: verdict.ad, in: file, isFirst: told.insert(finding.rule).inserted)
    }
    let score = ScoreText(verdict.score)
    line("  \(score.headline)", .strong)
    for text in score.reasons(all: options.showsLedger) { line("    \(text)") }
    line("")
    swap(&lines, &out)
  }

  public mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8]) {
    swap(&lines, &out)
    let name = path(problem.file)
    let place =
      file.flatMap { file in problem.place.map { position(of: $0, in: file) } }
      ?? problem.line.map { "\(name):\($0)" } ?? name
    let kind = problem.concern == .input ? "problem" : "notice "
    line("\(kind)  \(place)  \(SafeText.escaped(problem.id))", .problem)
    for text in wrapped(problem.message, indent: 4) { line("    \(text)") }
    line("")
    swap(&lines, &out)
    guard problem.concern == .input else { return }
    if let index = troubled.lastIndex(where: { $0.file == name }) {
      troubled[index].count += 1
    } else {
      troubled.append((name, 1))
    }
  }

  public mutating func end(_ file: ReportedFile, to out: inout [UInt8]) {}

  public mutating func end(_ summary: Summary, to out: inout [UInt8]) {
    swap(&lines, &out)
    let text = SummaryText(summary)
    line(text.headline, .strong)
    if !text.exempt.isEmpty { line(text.exempt) }
    if !text.frequent.isEmpty { line(text.frequent) }
    if !troubled.isEmpty {
      line(text.problems, .problem)
      for (file, count) in troubled { line("  \(file.isEmpty ? "the rules" : file) (\(count))") }
    }
    if !text.exit.isEmpty { line(text.exit) }
    swap(&lines, &out)
  }
}

// MARK: An ad

extension TextReporter {
  private mutating func headline(_ ad: AdSummary, in file: ReportedFile) {
    let title = SafeText.escaped(ad.title.isEmpty ? "(no title)" : ad.title)
    let company = ad.company.isEmpty ? "" : " — \(SafeText.escaped(ad.company))"
    line(title + company, .strong)
    let record = file.clamped(ad.record)
    line("\(SafeText.escaped(ad.id)) · \(path):\(file.lines.line(at: record.lower))")
    line("")
  }

  private mutating func add(
    _ finding: Finding, of ad: AdSummary, in file: ReportedFile, isFirst: Bool
  ) {
    let place = position(of: finding.place, in: file)
    let level = finding.level.rawValue
    let name = level + String(repeating: " ", count: 7 - level.utf8.count)
    let rule = SafeText.escaped(finding.rule)
    line([("  ", .plain), (name, .level(finding.level)), ("  \(place)  \(rule)", .plain)])
    quote(finding, of: ad, in: file)
    for text in wrapped(finding.message, indent: 4) { line("    \(text)") }
    if let exemption = finding.exemption { advice("Not counted", Self.words(of: exemption)) }
    let known = rules[finding.rule]
    if isFirst { advice("Why", known?.why ?? "") }
    advice("Instead", finding.suggestion.isEmpty ? known?.instead ?? "" : finding.suggestion)
    line("")
  }

  /// Who says that a finding does not count, and why.
  private static func words(of exemption: Exemption) -> String {
    let waiver = exemption.waiver.isEmpty ? "" : " by \(exemption.waiver) of \(exemption.owner)"
    let until = exemption.until.isEmpty ? "" : " until \(exemption.until)"
    let reason = exemption.reason.isEmpty ? "" : ": \(exemption.reason)"
    return exemption.kind.rawValue + waiver + until + reason
  }

  /// Shows the words in their line; of something that stands nowhere there is nothing to show.
  private mutating func quote(_ finding: Finding, of ad: AdSummary, in file: ReportedFile) {
    if finding.isNowhere {
      line("    │ (nowhere in the ad)", .faint)
      return
    }
    let width = (options.width > 0 ? options.width : 100) - 6
    let excerpt = Excerpt(
      of: finding.place, in: file, within: ad.record, width: max(20, width))
    line([
      ("    │ \(excerpt.before)", .plain), (excerpt.words, .words), (excerpt.after, .plain),
    ])
    if !options.color || excerpt.words.isEmpty {
      line("    │ \(excerpt.underline)")
    }
  }

  private mutating func advice(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    for (index, text) in wrapped("\(name): \(text)", indent: 4).enumerated() {
      line("    \(index == 0 ? "" : "  ")\(text)", .faint)
    }
  }

  /// `place` as `file:line:column`, the column in UTF-16 units, as VS Code counts; lines of a document
  /// are its paragraphs, or those of its text, with the page.
  private func position(of place: ByteRange<Source>, in file: ReportedFile) -> String {
    let lower = file.clamped(place).lower
    let position = file.lines.position(at: lower)
    let page = file.source.document?.page(at: lower).map { " (page \($0))" } ?? ""
    return "\(path):\(position.line):\(position.column)\(page)"
  }

  private func path(_ name: String) -> String {
    SafeText.escaped(ReportPath(name, root: options.root, folder: options.folder).path)
  }
}

// MARK: Lines

extension TextReporter {
  private func wrapped(_ text: String, indent: Int) -> [String] {
    SafeText.escaped(text).wrapped(to: options.width > 0 ? max(20, options.width - indent) : 0)
  }

  private mutating func line(_ text: String, _ style: Paint.Style = .plain) {
    line([(text, style)])
  }

  /// Writes a line of pieces. Without colours it is looked at as a whole once more, since a
  /// command could be spelled across two pieces.
  private mutating func line(_ pieces: [(text: String, style: Paint.Style)]) {
    if options.color {
      for piece in pieces { lines += paint.styled(SafeText.line(piece.text), piece.style).utf8 }
    } else {
      lines += SafeText.line(pieces.map(\.text).joined()).utf8
    }
    lines.append(UInt8(ascii: "\n"))
  }
}
