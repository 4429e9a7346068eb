import AdModel

/// The kinds of report that hirelint writes.
public enum Reporters {
  /// All of them, sorted by name. A type that is made of another takes longer to make than an ad to
  /// read, so each is told when somebody asks for it.
  private static let all: [(name: String, type: @Sendable () -> any Reporter.Type)] = [
    (CheckstyleReporter.name, { CheckstyleReporter.self }),
    (CompactReporter.name, { CompactReporter.self }),
    (PlainCSV.name, { CSVReporter<PlainCSV>.self }),
    (ExcelCSV.name, { CSVReporter<ExcelCSV>.self }),
    (GitHubReporter.name, { GitHubReporter.self }),
    (GitLabReporter.name, { GitLabReporter.self }),
    (HTMLReporter.name, { HTMLReporter.self }),
    (JSONReporter.name, { JSONReporter.self }),
    (JUnitReporter.name, { JUnitReporter.self }),
    (MarkdownReporter.name, { MarkdownReporter.self }),
    (NDJSONReporter.name, { NDJSONReporter.self }),
    (RDFReporter.name, { RDFReporter.self }),
    (RDFLinesReporter.name, { RDFLinesReporter.self }),
    (FullSARIF.name, { SARIFReporter<FullSARIF>.self }),
    (GitHubSARIF.name, { SARIFReporter<GitHubSARIF>.self }),
    (MinimalSARIF.name, { SARIFReporter<MinimalSARIF>.self }),
    (SonarReporter.name, { SonarReporter.self }),
    (TextReporter.name, { TextReporter.self }),
  ]

  /// The names, sorted.
  public static var names: [String] { all.map(\.name) }

  /// The reporter called `name`.
  public static func named(_ name: String) throws(UnknownReporter) -> any Reporter.Type {
    guard let reporter = all.first(where: { $0.name == name }) else {
      throw UnknownReporter(name: name)
    }
    return reporter.type()
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
    return "\(what); there are \(names.listed("and"))"
  }
}
