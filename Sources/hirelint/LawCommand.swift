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
      Without a path it lists all obligations that hirelint knows. This is information and no legal \
      advice.
      """)

  @Argument(help: "Files, folders, patterns, or - for standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("What to print: text, json, or markdown for the list.", valueName: "format"))
  var format = Format.text

  @Flag(help: "Tell of obligations that do not apply, too.")
  var showAll = false

  @Option(
    help: ArgumentHelp(
      """
      The format of the input, where its name and content do not tell: \
      \(Readers.names.sorted().joined(separator: ", ")).
      """, valueName: "format"))
  var input: String?

  @Option(
    help: ArgumentHelp(
      "The name that standard input goes by; its ending tells the format.", valueName: "name"))
  var stdinFilename = "stdin"

  @Option(
    help: ArgumentHelp(
      "The day on which ads without a date are judged, such as 2026-11-21; today if not given.",
      valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup(title: "Law") var legal: LegalOptions

  @OptionGroup(title: "Rules") var rules: RuleOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  func run() throws {
    let book = try rules.book(withExamples: false)
    if paths.isEmpty { return try list(book.law) }
    let context = try legal.context(book.law, try rules.home())
    let inputs = try Inputs(
      paths: paths, input: input, stdinName: stdinFilename, needsDigests: false)
    for problem in inputs.problems { Output.complain("\(problem.file): \(problem.message)") }
    var linter = Linter(
      RuleSet(book), today: asOf ?? .today, context: context)
    var report = LawReport(law: book.law, showsAll: showAll)
    var out: [UInt8] = []
    if format == .json { report.beginJSON(to: &out) }
    for path in inputs.paths {
      do throws(Problem) {
        var windows = try inputs.open(path).windows
        while let window = windows.next() {
          for number in window.records.indices {
            let (ad, problems) = window.ad(number)
            guard let ad else {
              for problem in problems { Output.complain("\(path): \(problem.message)") }
              continue
            }
            let opinion = linter.opinion(on: ad, index: window.firstRecord + number)
            if format == .json {
              report.writeJSON(of: opinion, file: path, to: &out)
            } else {
              report.writeText(of: opinion, file: path, to: &out)
            }
          }
          if let problem = window.problem { Output.complain("\(path): \(problem.message)") }
        }
      } catch {
        Output.complain("\(path): \(error.message)")
      }
    }
    if format == .json { report.endJSON(to: &out) }
    try Output.write(out, to: 1, name: "standard output")
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
    let jurisdiction = jurisdiction.isEmpty ? settings.jurisdictions?.value ?? [] : jurisdiction
    let office = office.isEmpty ? known.offices : office
    for code in jurisdiction + office where law.jurisdictions[code] == nil {
      let known = law.jurisdictions.all.map(\.id)
      throw Failure(
        message: "there is no jurisdiction “\(code)”" + Suggestion.sentence(for: code, among: known)
      )
    }
    return LegalContext(
      employer: Employer(
        employees: employees ?? known.employees,
        kinds: employer.isEmpty ? known.kinds : Set(employer),
        isNot: known.isNot.subtracting(employer), offices: office),
      jurisdictions: jurisdiction)
  }
}
