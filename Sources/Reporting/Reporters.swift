import AdModel

/// The kinds of report that hirelint writes.
public enum Reporters {
  /// All of them, sorted by name.
  public static let all: [any Reporter.Type] = [
    CheckstyleReporter.self, CompactReporter.self, CSVReporter<PlainCSV>.self,
    CSVReporter<ExcelCSV>.self, GitHubReporter.self, GitLabReporter.self, HTMLReporter.self,
    JSONReporter.self, JUnitReporter.self, MarkdownReporter.self, NDJSONReporter.self,
    RDFReporter.self, RDFLinesReporter.self, SARIFReporter<FullSARIF>.self,
    SARIFReporter<GitHubSARIF>.self, SARIFReporter<MinimalSARIF>.self, SonarReporter.self,
    TextReporter.self,
  ]

  /// The names, sorted.
  public static var names: [String] { all.map { $0.name } }

  /// The reporter called `name`.
  public static func named(_ name: String) throws(UnknownReporter) -> any Reporter.Type {
    guard let reporter = all.first(where: { $0.name == name }) else {
      throw UnknownReporter(name: name)
    }
    return reporter
  }
}

/// A report was asked for that there is not.
public struct UnknownReporter: Error, Hashable, CustomStringConvertible {
  /// What was asked for.
  public var name: String

  public init(name: String) { self.name = name }

  public var description: String {
    let what = "“\(SafeText.escaped(name))” is no kind of report"
    let names = Reporters.names
    if let near = Suggestion.nearest(to: name, among: names) {
      return "\(what); did you mean “\(near)”?"
    }
    return "\(what); there are \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
  }
}
