import AdModel
import ArgumentParser
import Configuration
import Facts
import Law
import Linting
import Reading
import Reporting
import RuleBook

/// `hirelint law`: which laws reach ads, and whether these meet them.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law",
    abstract: "Tell which laws on job ads reach each ad, why, and whether it meets them.",
    discussion: """
      Without a path it lists all obligations that hirelint knows, or those of each --jurisdiction, of \
      what that lies in, and of what lies in it. This is information and no legal \
      advice.
      """)

  @Argument(help: "Files, folders, patterns, or - for standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("What to print: text, json, or markdown for the list.", valueName: "format"))
  var format = Format.text

  @Flag(help: "Tell of obligations that do not apply, too.")
  var showAll = false

  @OptionGroup(title: "Input") var source: InputOptions

  @Option(
    help: ArgumentHelp(
      "The day on which ads without a date are judged, such as 2026-11-21; today if not given.",
      valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup(title: "Law") var legal: LegalOptions

  @OptionGroup(title: "Rules") var rules: RuleOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  func validate() throws {
    if format == .markdown, !paths.isEmpty {
      throw ValidationError("--format markdown is for the list of all obligations, not for ads")
    }
  }

  func run() throws {
    if paths.isEmpty {
      let law = try rules.book(withExamples: false).law
      return try list(law.narrowed(to: try legal.context(law, Settings()).jurisdictions))
    }
    let inputs = try Inputs(
      paths: paths, input: source.input, stdinName: source.stdinFilename, needsDigests: false)
    for problem in inputs.problems { complain(of: problem, in: problem.file) }
    let plan = try Plan(for: inputs.paths, stdinName: source.stdinFilename, rules, legal)
    var linter = Linter(plan.rules, today: try asOf ?? rules.home().asOf?.value ?? .today)
    var report = LawReport(law: plan.book.law, showsAll: showAll)
    var out: [UInt8] = []
    var ads = 0
    if format == .json { report.beginJSON(to: &out) }
    for path in inputs.paths {
      let regime = plan.regime(for: path)
      linter.follow(regime.rules, regime.context)
      do {
        var windows = try inputs.open(path, options: regime.reading).windows
        while let window = windows.next() {
          ads += tell(of: window, in: path, &linter, &report, to: &out)
          try write(&out)
        }
      } catch let problem as Problem {
        complain(of: problem, in: path)
      }
    }
    if format == .json { report.endJSON(to: &out) }
    try write(&out)
    if ads == 0 { throw Failure(message: "there was no ad to judge") }
  }

  /// Adds what the laws say of the ads of `window` to `out`, and gives their number.
  private func tell(
    of window: Window, in path: String, _ linter: inout Linter, _ report: inout LawReport,
    to out: inout [UInt8]
  ) -> Int {
    var ads = 0
    for number in window.records.indices {
      let (ad, problems) = window.ad(number)
      for problem in problems { complain(of: problem, in: path) }
      guard let ad else { continue }
      ads += 1
      let opinion = linter.opinion(on: ad, index: window.firstRecord + number)
      switch format {
      case .json: report.writeJSON(of: opinion, file: path, to: &out)
      case .text, .markdown: report.writeText(of: opinion, file: path, to: &out)
      }
    }
    if let problem = window.problem { complain(of: problem, in: path) }
    return ads
  }

  private func complain(of problem: Problem, in path: String) {
    Output.complain("\(path): \(problem.message)")
  }

  private func write(_ out: inout [UInt8]) throws(Failure) {
    try Output.write(out, to: 1, name: "standard output")
    out.removeAll(keepingCapacity: true)
  }

  private func list(_ law: LawBook) throws {
    var out: [UInt8] = []
    switch format {
    case .markdown: LawCatalogue.writeMarkdown(of: law, to: &out)
    case .json: LawCatalogue.writeJSON(of: law, to: &out)
    case .text: LawCatalogue.writeText(of: law, to: &out)
    }
    try Output.write(out, to: 1, name: "standard output")
  }
}

/// Options that say what is known of the employer and the places of the jobs.
struct LegalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How many people the employer employs.", valueName: "number"))
  var employees: Int?

  @Option(
    help: ArgumentHelp(
      """
      What the employer is: \(Employer.Kind.allCases.map(\.rawValue).joined(separator: ", ")). May \
      be repeated.
      """, valueName: "kind"), transform: LegalOptions.kind)
  var employer: [Employer.Kind] = []

  @Option(
    help: ArgumentHelp(
      "Where the jobs are, such as US-CO, whatever the ads say. May be repeated.",
      valueName: "code"))
  var jurisdiction: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where the employer has an office, such as US-NY. May be repeated.", valueName: "code"))
  var office: [String] = []

  func validate() throws {
    if let employees, employees < 1 {
      throw ValidationError("--employees should be 1 or more, not \(employees)")
    }
  }

  /// The kind of employer that is called `name`.
  @Sendable static func kind(_ name: String) throws -> Employer.Kind {
    if let kind = Employer.Kind(rawValue: name) { return kind }
    let known = Employer.Kind.allCases.map(\.rawValue)
    throw ValidationError(
      "there is no kind of employer “\(name)”" + Suggestion.sentence(for: name, among: known))
  }

  /// What the options say, and `settings` where they say nothing; a failure where they name a place
  /// that `law` does not know.
  func context(_ law: LawBook, _ settings: Settings) throws -> LegalContext {
    let known = settings.employer?.value ?? Employer()
    let (jurisdictionOrigin, officeOrigin) = (
      jurisdiction.isEmpty ? settings.jurisdictions?.origin : nil,
      office.isEmpty ? settings.employer?.origin : nil
    )
    let jurisdiction = jurisdiction.isEmpty ? settings.jurisdictions?.value ?? [] : jurisdiction
    let office = office.isEmpty ? known.offices : office
    for (codes, origin) in [(jurisdiction, jurisdictionOrigin), (office, officeOrigin)] {
      for code in codes where !law.jurisdictions.has(code) {
        let known = law.jurisdictions.all.map(\.id)
        throw Failure(
          message: "there is no jurisdiction “\(code)”"
            + Suggestion.sentence(for: code, among: known), at: origin)
      }
    }
    return LegalContext(
      employer: Employer(
        employees: employees ?? known.employees,
        kinds: employer.isEmpty ? known.kinds : Set(employer),
        isNot: known.isNot.subtracting(employer), offices: office),
      jurisdictions: jurisdiction)
  }
}
