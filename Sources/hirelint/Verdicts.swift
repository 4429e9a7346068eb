public import ArgumentParser
public import Configuration
import Reporting

/// What the process leaves with, by what was found.
enum Verdicts {
  /// The exit code for `summary`, and why.
  static func status(
    of summary: Summary, failOn: Settings.Gate, maxWarnings: Int?
  ) -> (Int32, String) {
    if let maxWarnings, summary.warnings > maxWarnings {
      return (
        ExitStatus.gate, "There are \(summary.warnings) warnings, more than \(maxWarnings)."
      )
    }
    let count =
      switch failOn {
      case .error: summary.errors
      case .warning: summary.errors + summary.warnings
      case .note: summary.errors + summary.warnings + summary.notes
      case .never: 0
      }
    if failOn == .never { return (ExitStatus.clean, "No finding counts with --fail-on never.") }
    if count > 0 {
      return (ExitStatus.gate, "Findings at or above the level \(failOn.rawValue): \(count).")
    }
    return (ExitStatus.clean, "No finding at or above the level \(failOn.rawValue).")
  }
}

extension Settings.Gate: ExpressibleByArgument {}
