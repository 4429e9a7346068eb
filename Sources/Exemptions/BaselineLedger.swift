internal import AdModel

/// A baseline while a run is compared with it.
public struct BaselineLedger: Sendable {
  public let baseline: Baseline?
  /// What is left of each entry, by its fingerprint.
  private var left: [String: Int] = [:]
  /// Findings that nothing else exempts, by the fingerprints that the baseline has for them.
  private var seen: [String: Baseline.Entry] = [:]
  /// Those of them that no baseline may excuse, by fingerprint.
  private var banned: [String: Baseline.Entry] = [:]

  public init(_ baseline: Baseline?) {
    self.baseline = baseline
    for entry in baseline?.entries ?? [] { left[entry.fingerprint, default: 0] += entry.count }
  }

  /// Notes `finding`, and says whether the baseline has it.
  mutating func take(
    _ finding: Finding, of rule: Rule, in ad: AdSummary, name: String, file: String
  ) -> Bool {
    let entry = Baseline.entry(for: finding, in: ad, name: name, file: file)
    if rule.baseline == .never {
      Self.count(entry, as: entry.fingerprint, in: &banned)
      return false
    }
    let print = print(of: finding, entry)
    Self.count(entry, as: print, in: &seen)
    guard let count = left[print], count > 0 else { return false }
    left[print] = count - 1
    return true
  }

  private static func count(
    _ entry: Baseline.Entry, as print: String, in entries: inout [String: Baseline.Entry]
  ) {
    if entries[print] != nil { entries[print]?.count += 1 } else { entries[print] = entry }
  }

  /// Whether the baseline has `finding`, and not been asked for it as often as it has it.
  func holds(_ finding: Finding, in ad: AdSummary, name: String, file: String) -> Bool {
    guard baseline != nil else { return false }
    let entry = Baseline.entry(for: finding, in: ad, name: name, file: file)
    return left[print(of: finding, entry), default: 0] > 0
  }

  private func print(of finding: Finding, _ entry: Baseline.Entry) -> String {
    baseline?.isReport == true
      ? String(finding.fingerprint.prefix { $0 != ":" }) : entry.fingerprint
  }

  /// All findings of the run that a baseline may hold.
  public var taken: Baseline { Baseline(Array(seen.values)) }

  /// All findings of the run that no baseline may excuse.
  public var refused: [Baseline.Entry] { Baseline(Array(banned.values)).entries }

  /// How many findings no baseline may excuse, by rule.
  public var refusedCounts: [String: Int] {
    Dictionary(banned.values.map { ($0.rule, $0.count) }, uniquingKeysWith: +)
  }

  /// Entries, with their counts, of which the run has found less; those of files that `isChecked`
  /// denies are not judged.
  public func mended(where isChecked: (String) -> Bool) -> [Baseline.Entry] {
    (baseline?.entries ?? []).compactMap { entry in
      guard let count = left[entry.fingerprint], count > 0, isChecked(entry.file) else {
        return nil
      }
      var mended = entry
      mended.count = min(count, entry.count)
      return mended
    }
  }

  /// The baseline without what is mended.
  public func pruned(where isChecked: (String) -> Bool) -> Baseline {
    let mended = Dictionary(mended(where: isChecked).map { ($0.fingerprint, $0.count) }) { $0 + $1 }
    let entries = (baseline?.entries ?? []).compactMap { entry -> Baseline.Entry? in
      var entry = entry
      entry.count -= mended[entry.fingerprint] ?? 0
      return entry.count > 0 ? entry : nil
    }
    return Baseline(entries, isReport: baseline?.isReport ?? false)
  }

  /// What the run has found that the baseline has not, with how often.
  public var new: [Baseline.Entry] {
    let known = Dictionary(
      (baseline?.entries ?? []).map { ($0.fingerprint, $0.count) }
    ) { $0 + $1 }
    let new = seen.compactMap { print, entry -> Baseline.Entry? in
      var entry = entry
      entry.count -= known[print] ?? 0
      return entry.count > 0 ? entry : nil
    }
    return Baseline(new).entries
  }
}
