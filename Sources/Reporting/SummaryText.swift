import AdModel

/// The end of a report for people.
struct SummaryText {
  private let summary: Summary

  init(_ summary: Summary) { self.summary = summary }

  /// The run in numbers.
  var headline: String {
    let levels = [
      Self.counted(summary.errors, "error"), Self.counted(summary.warnings, "warning"),
      Self.counted(summary.notes, "note"),
    ]
    let ads = Self.counted(summary.ads, "ad")
    let files = Self.counted(summary.files, "file")
    return "\(ads) in \(files), \(summary.cleanAds) clean: \(levels.joined(separator: ", "))."
  }

  /// The findings that do not count, or empty.
  var exempt: String {
    let nouns: KeyValuePairs<Exemption.Kind, String> = [
      .suppressed: "suppressed in ads", .waived: "waived", .baseline: "in the baseline",
    ]
    let told = nouns.compactMap { kind, noun in summary.exempt[kind].map { "\($0) \(noun)" } }
    return told.isEmpty ? "" : "Not counted: \(told.joined(separator: ", "))."
  }

  /// The five rules with the most findings, or empty.
  var frequent: String {
    let most = summary.byRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
    guard !most.isEmpty else { return "" }
    let rules = most.map { "\(SafeText.escaped($0.key)) \($0.value)" }
    return "Most frequent: \(rules.joined(separator: ", "))."
  }

  /// What the list of files with problems begins with.
  var problems: String { "\(Self.counted(summary.problems, "problem")) with the input, in:" }

  /// What the run returned to its caller and why, or empty.
  var exit: String {
    summary.exitReason.isEmpty
      ? "" : "\(SafeText.escaped(summary.exitReason)) (exit code \(summary.exitCode))"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
