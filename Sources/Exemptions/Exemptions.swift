public import AdModel
public import Facts
internal import Paths

/// Says of the findings of a run which do not fail it, and what is wrong with what exempts them.
///
/// A comment in the ad counts first, then a waiver, then the baseline. It is shown the files and
/// their verdicts in their order.
public struct Exemptions {
  /// What a run is to be told of.
  public struct Sources: Sendable {
    public var waivers: [Waiver]
    /// The file of waivers, as problems name it, and its absolute folder.
    public var waiverFile: String
    public var waiverFolder: String
    public var baseline: Baseline?
    public var baselineFile: String
    public var baselineFolder: String
    /// Whether comments in ads count.
    public var readsComments: Bool

    public init(
      waivers: [Waiver] = [], waiverFile: String = "", waiverFolder: String = "/",
      baseline: Baseline? = nil, baselineFile: String = "", baselineFolder: String = "/",
      readsComments: Bool = true
    ) {
      self.waivers = waivers
      self.waiverFile = waiverFile
      self.waiverFolder = waiverFolder
      self.baseline = baseline
      self.baselineFile = baselineFile
      self.baselineFolder = baselineFolder
      self.readsComments = readsComments
    }
  }

  private let sources: Sources
  private let today: CalendarDate
  /// The working folder, an absolute path.
  private let folder: String
  /// Words what there is instead of a rule or theme, or `nil` where there is one.
  private let unknown: @Sendable (String) -> String?
  /// What the baseline and the run have to do with each other.
  public private(set) var ledger: BaselineLedger
  /// The files that were checked, as the baseline tells them.
  public private(set) var checked: Set<String> = []
  /// How many findings each waiver covers, those of expired and later ones counted.
  private var waived: [Int]
  /// Whether waivers and suppressions may be called unused: the run looks at whole files.
  private let judgesUse: Bool

  // Of the file that is being told of:
  private var name = ""
  private var suppressions: [Suppression] = []
  private var isUsed: [Bool] = []
  private var pathOfWaivers: String?
  private var pathOfBaseline = ""

  public init(
    _ sources: Sources, today: CalendarDate, folder: String, judgesUse: Bool = true,
    unknown: @escaping @Sendable (String) -> String?
  ) {
    self.sources = sources
    self.today = today
    self.folder = folder
    self.judgesUse = judgesUse
    self.unknown = unknown
    ledger = BaselineLedger(sources.baseline)
    waived = Array(repeating: 0, count: sources.waivers.count)
  }

  // MARK: A file

  /// Gets ready for the ads of `file`, and says what is wrong with its comments, if it
  /// `mayHaveComments`.
  public mutating func begin(_ file: SourceFile, mayHaveComments: Bool) -> [Problem] {
    name = file.name
    let path = FilePath.absolute(name, from: folder)
    pathOfWaivers = FilePath.relative(path, to: sources.waiverFolder)
    pathOfBaseline = FilePath.relative(path, to: sources.baselineFolder) ?? name
    checked.insert(pathOfBaseline)
    suppressions = []
    guard mayHaveComments, sources.readsComments else {
      isUsed = []
      return []
    }
    let found = Suppressions.of(file, unknown: unknown)
    suppressions = found.all
    isUsed = suppressions.map { _ in false }
    return found.problems + suppressions.filter { $0.isExpired(on: today) }.map(expired)
  }

  /// Judges nobody by the file at hand, of which something could not be read.
  public mutating func distrust() { checked.remove(pathOfBaseline) }

  /// Exempts those of the findings that something exempts.
  public mutating func settle(_ verdict: inout Verdict) {
    let isIdle = suppressions.isEmpty && sources.waivers.isEmpty && !isTaking
    if isIdle { return }
    for index in verdict.findings.rows.indices {
      let rule = verdict.findings.rules[verdict.findings.rows[index].rule]
      let finding = verdict.findings[index]
      verdict.findings.rows[index].isInBaseline =
        isTaking && ledger.holds(finding, in: verdict.ad, name: name, file: pathOfBaseline)
      guard let exemption = exemption(of: finding, rule, in: verdict.ad) else { continue }
      verdict.findings.exempt(index, for: exemption)
    }
  }

  /// Whether findings are compared with a baseline, or gathered for one.
  public var isTaking = false

  private mutating func exemption(
    of finding: Finding, _ rule: Rule, in ad: AdSummary
  ) -> Exemption? {
    var found: Exemption?
    for (index, suppression) in suppressions.enumerated()
    where suppression.covers(rule: rule, at: finding.place, words: finding.words) {
      isUsed[index] = true
      if found == nil, !suppression.isExpired(on: today) {
        found = Exemption(
          .suppressed, reason: suppression.reason, until: suppression.until,
          place: suppression.place)
      }
    }
    for (index, waiver) in sources.waivers.enumerated()
    where waiver.covers(finding, of: rule, in: ad, path: pathOfWaivers) {
      waived[index] += 1
      if found == nil, !waiver.isExpired(on: today), !waiver.isPending(on: today) {
        found = Exemption(
          .waived, reason: waiver.reason, waiver: waiver.id, owner: waiver.owner,
          until: waiver.expires)
      }
    }
    if found != nil || !isTaking { return found }
    let isOld = ledger.take(finding, of: rule, in: ad, name: name, file: pathOfBaseline)
    return isOld ? Exemption(.baseline, reason: "It was there when the baseline was taken.") : nil
  }

  /// What the file suppresses in vain; of rules that `runs` denies nobody can tell.
  public func end(runs: (String) -> Bool) -> [Problem] {
    guard judgesUse else { return [] }
    return suppressions.indices.compactMap { index in
      let suppression = suppressions[index]
      guard !isUsed[index], !suppression.isExpired(on: today),
        suppression.targets.allSatisfy({ unknown($0.rule) == nil && runs($0.rule) })
      else { return nil }
      return problem(
        "unused-suppression", name, suppression.place,
        "This suppresses nothing: there is no finding of \(suppression.rules) that it is about."
          + " Delete it.")
    }
  }

  private func expired(_ suppression: Suppression) -> Problem {
    let isDate = CalendarDate(iso: suppression.until) != nil
    return problem(
      isDate ? "expired-suppression" : "wrong-date", name, suppression.place,
      isDate
        ? "This suppression ended on \(suppression.until), so findings of \(suppression.rules) count"
          + " again. Mend them, or renew it with a reason."
        : "“\(suppression.until)” is no date such as 2027-01-31, so this suppression of"
          + " \(suppression.rules) counts as expired.")
  }

  // MARK: The run

  /// What is to be said of waivers and of the baseline at the end of the run; `runs` says whether a
  /// rule or theme ran.
  public func finish(runs: (String) -> Bool) -> [Problem] {
    zip(sources.waivers, waived).compactMap { waiver, count in
      word(of: waiver, used: count, runs: runs)
    } + baselineProblems
  }

  /// The days before its end from which on a waiver is announced.
  public static let noticeDays = 30

  private func word(of waiver: Waiver, used: Int, runs: (String) -> Bool) -> Problem? {
    let name = "The waiver “\(waiver.id)” of \(waiver.owner)"
    let findings = used == 1 ? "1 finding" : "\(used) findings"
    let count = used == 1 ? "counts" : "count"
    func tell(_ id: String, _ message: String) -> Problem {
      problem(id, sources.waiverFile, nil, line: waiver.line, message)
    }
    guard let end = waiver.end else {
      return tell(
        "wrong-date",
        "\(name) ends on “\(waiver.expires)”, which is no date such as 2027-01-31, so it counts as"
          + " expired, and \(findings) \(count) again.")
    }
    if end < today {
      return tell(
        "expired-waiver",
        "\(name) expired on \(end), so \(findings) \(count) again. Decide anew, or delete it.")
    }
    if waiver.isPending(on: today) {
      return tell(
        "pending-waiver", "\(name) begins on \(waiver.created); \(findings) \(count) until then.")
    }
    if used == 0, judgesUse, waiver.rules.contains(where: runs) {
      return tell(
        "unused-waiver", "\(name) covers no finding of this run. Delete it if that stays.")
    }
    let days = end.dayNumber - today.dayNumber
    guard days <= Self.noticeDays else { return nil }
    return tell(
      "expiring-waiver",
      "\(name) ends on \(end), in \(days) day\(days == 1 ? "" : "s"); \(findings) will count from then on."
    )
  }

  private var baselineProblems: [Problem] {
    guard let baseline = sources.baseline else { return [] }
    var problems: [Problem] = []
    let refused = Set(baseline.entries.map(\.rule)).intersection(ledger.refused.map(\.rule))
      .sorted()
    if !refused.isEmpty {
      problems.append(
        problem(
          "refused-baseline", sources.baselineFile, nil,
          "The baseline names rules that no baseline may excuse, so they count:"
            + " \(refused.joined(separator: ", ")). A waiver can, with an owner and an end."))
    }
    let mended = mended.reduce(0) { $0 + $1.count }
    if mended > 0, judgesUse {
      problems.append(
        problem(
          "stale-baseline", sources.baselineFile, nil,
          "\(mended == 1 ? "1 finding" : "\(mended) findings") of the baseline"
            + " \(mended == 1 ? "is" : "are") mended; “hirelint baseline prune” takes"
            + " \(mended == 1 ? "it" : "them") out."))
    }
    return problems
  }

  /// What is mended of the baseline, in files that were checked.
  public var mended: [Baseline.Entry] { ledger.mended { checked.contains($0) } }

  private func problem(
    _ id: String, _ file: String, _ place: ByteRange<Source>?, line: Int? = nil,
    _ message: String
  ) -> Problem {
    Problem(
      id: id, file: file, place: place, line: line, message: message, losesAds: false,
      concern: .exemption)
  }
}

extension Suppression {
  fileprivate var rules: String { targets.map(\.rule).joined(separator: ", ") }
}
