public import AdModel
import Exemptions
public import Facts
public import Linting
public import Reading

/// Checks the ads of documents.
///
/// A class, since a linter may not be copied and lives as long as the server.
public final class Diagnoser {
  /// What is said of a document.
  public struct Diagnosis: Sendable {
    public var findings: [Finding] = []
    public var problems: [Problem] = []
    /// The rules that ran.
    public var rules: [Rule] = []
  }

  public let rules: RuleSet
  private let context: LegalContext
  private let reading: ReadingOptions
  private let today: () -> CalendarDate
  private var linter: Linter

  /// A diagnoser that runs `rules` and judges ads as of the day that `today` tells, and by what
  /// `context` tells of the employer; `reading` says how their fields are called.
  public init(
    _ rules: RuleSet, context: LegalContext = LegalContext(),
    reading: ReadingOptions = ReadingOptions(), today: @escaping () -> CalendarDate
  ) {
    self.rules = rules
    self.context = context
    self.reading = reading
    self.today = today
    linter = Linter(rules, today: today(), context: context)
  }

  /// What is wrong with the ads of a document called `name`; what its comments suppress is left out.
  func diagnosis(of document: Document, named name: String) -> Diagnosis {
    var diagnosis = Diagnosis(rules: rules.rules)
    let source = SourceFile(name: name, text: document.text)
    // An editor may be open overnight.
    if today() != linter.today { linter = Linter(rules, today: today(), context: context) }
    do throws(Problem) {
      let reader = try Readers.reader(
        for: source, forced: format(of: document, named: name), options: reading)
      var exemptions = Exemptions(Exemptions.Sources(), today: today(), folder: "/") { _ in nil }
      let mayHaveComments = reader is MarkdownReader || reader is HTMLReader
      _ = exemptions.begin(source, mayHaveComments: mayHaveComments)
      // Whether an ad repeats another is told within the document only.
      var repeats = Repeats(rules)
      var namesakes = Namesakes()
      for (index, record) in reader.records(in: source).enumerated() {
        do throws(Problem) {
          let ad = try reader.ad(from: record, in: source)
          var verdict = linter.verdict(on: ad, in: name, index: index)
          repeats.settle(&verdict)
          namesakes.settle(&verdict)
          exemptions.settle(&verdict)
          diagnosis.findings += verdict.findings.counting
          diagnosis.problems += ad.problems
        } catch {
          diagnosis.problems.append(error)
        }
      }
    } catch {
      diagnosis.problems.append(error)
    }
    return diagnosis
  }

  /// The format that the editor knows, where the name of the document does not tell it.
  private func format(of document: Document, named name: String) -> String? {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if name.contains("."), Readers.fileExtensions.contains(ending) { return nil }
    return switch document.language {
    case "html": "html"
    case "markdown": "markdown"
    case "json": "json"
    case "jsonl": "ndjson"
    case "csv": "csv"
    case "tsv": "tsv"
    case "xml": "xml"
    default: nil
    }
  }
}
