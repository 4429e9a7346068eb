import Reporting

/// The page that GitHub Actions shows for a step, which tells what the annotations leave out.
enum StepSummary {
  /// What writes it where annotations are among `reports` and GitHub has named a file for it.
  static func sink(beside reports: [String], _ options: ReportOptions) throws -> Sink? {
    let isWanted = reports.contains { $0.prefix { $0 != "=" } == GitHubReporter.name }
    let path = Output.environment("GITHUB_STEP_SUMMARY") ?? ""
    guard isWanted, !path.isEmpty else { return nil }
    let options = ReportOptions(
      root: options.root, folder: options.folder, limit: ReportOptions.stepSummaryLimit)
    return Sink(MarkdownReporter(options), to: try OutputFile(appendingTo: path))
  }
}
