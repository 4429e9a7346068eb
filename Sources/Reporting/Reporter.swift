public import AdModel
public import Law

/// Writes what the linter says, as it says it.
///
/// A report is written in one pass: the run begins; then each file begins, its verdicts and problems
/// are added in the order of their places, and it ends; then the run ends with its summary. Problems
/// without a file may be added between files. Each step appends UTF-8 bytes to `out`, so that a
/// report of a million ads needs no more memory than its own index.
///
/// A long file comes in windows: what is added stands in the window that is handed over with it, and
/// the file that ends has its size and its digest, but no text.
public protocol Reporter: Sendable {
  /// What `--format` and `--report` call it.
  static var name: String { get }

  /// Whether it says of findings that do not count that they do not. Others are not shown them.
  static var tellsExemptions: Bool { get }

  /// Whether it names the digests of the files and of the rules, which take time to make.
  static var namesDigests: Bool { get }
  /// Whether it names the version of the repository that the ads are kept in.
  static var namesCheckout: Bool { get }

  init(_ options: ReportOptions)

  mutating func begin(_ run: Run, to out: inout [UInt8])
  mutating func begin(_ file: ReportedFile, to out: inout [UInt8])
  /// What is added from here on stands in `window` of the file that has begun.
  mutating func move(to window: ReportedFile)
  mutating func add(_ verdict: Verdict, in file: ReportedFile, to out: inout [UInt8])
  mutating func add(_ problem: Problem, in file: ReportedFile?, to out: inout [UInt8])
  mutating func end(_ file: ReportedFile, to out: inout [UInt8])
  mutating func end(_ summary: Summary, to out: inout [UInt8])

  /// How many bytes that are no blanks it wants to see behind the records of a window.
  static var reach: Int { get }
}

extension Reporter {
  public mutating func move(to window: ReportedFile) {}

  public static var reach: Int { 0 }
}

extension Reporter {
  public static var namesDigests: Bool { false }
  public static var namesCheckout: Bool { false }
}

extension Reporter {
  public static var tellsExemptions: Bool { false }
}

/// How a report is to look.
public struct ReportOptions: Sendable {
  /// Whether escape sequences of terminals may be written.
  public var color: Bool
  /// The width of the terminal in columns; 0 where there is none.
  public var width: Int
  /// Whether ads without a finding are told of one by one.
  public var showsCleanAds: Bool
  /// Whether every line of the ledger of a score is shown to people, not only the dearest.
  public var showsLedger: Bool
  /// Whether a report that can shows what an ad does not break, too.
  public var showsPasses: Bool
  /// The folder that paths are told from, such as the root of the repository: an absolute path
  /// without a slash at its end, or empty for paths as they were given.
  public var root: String
  /// The way from the root to the folder that relative paths are told from, such as `site`, where
  /// files above that folder are checked; empty where both are one.
  public var folder: String
  /// What tells this run from others of the same repository, such as `feeds`; GitHub replaces the
  /// findings of a category by those of its next upload.
  public var category: String
  /// The most bytes that a report for a place with little room may have.
  public var limit: Int

  public init(
    color: Bool = false, width: Int = 0, showsCleanAds: Bool = false, showsLedger: Bool = false,
    showsPasses: Bool = false, root: String = "", folder: String = "",
    category: String = "hirelint", limit: Int = ReportOptions.commentLimit
  ) {
    self.color = color
    self.width = width
    self.showsCleanAds = showsCleanAds
    self.showsLedger = showsLedger
    self.showsPasses = showsPasses
    self.root = root
    self.folder = folder
    self.category = category
    self.limit = limit
  }

  /// What fits into a comment on GitHub, which may have 65,536 characters.
  public static let commentLimit = 65_000
  /// What fits into the summary of a step of GitHub Actions, which may have 1 MiB and is dropped as
  /// a whole where it has more.
  public static let stepSummaryLimit = 900 << 10
}

extension ReportOptions {
  /// `arguments` without the path of ``root``, which is this machine's business.
  func withoutRoot(_ arguments: [String]) -> [String] {
    guard !root.isEmpty else { return arguments }
    return arguments.map { argument in
      // As in --report=sarif=/ads/a.sarif.
      argument.split(separator: "=", omittingEmptySubsequences: false).map { part in
        part == root ? "." : part.hasPrefix(root + "/") ? part.dropFirst(root.count + 1) : part
      }.joined(separator: "=")
    }
  }
}

/// What a report tells of the run before the first ad.
public struct Run: Sendable {
  /// The version of hirelint, such as `0.1.0`.
  public var version: String
  /// The rules that run, sorted by id.
  public var rules: [Rule]
  /// The laws that findings may go by.
  public var law: LawBook
  /// A digest of the rules: `sha256:` and hexadecimal digits.
  public var rulesDigest: String
  /// The arguments of the command line.
  public var arguments: [String]
  /// Which version of which repository was checked, where the ads are kept in one.
  public var checkout: Checkout?
  /// Whether comments, waivers or a baseline may exempt findings.
  public var hasExemptions: Bool
  /// Whether findings are compared with a baseline.
  public var hasBaseline = false

  public init(
    version: String, rules: [Rule], law: LawBook = LawBook(), rulesDigest: String = "",
    arguments: [String] = [], checkout: Checkout? = nil, hasExemptions: Bool = false
  ) {
    self.version = version
    self.rules = rules
    self.law = law
    self.rulesDigest = rulesDigest
    self.arguments = arguments
    self.checkout = checkout
    self.hasExemptions = hasExemptions
  }
}

/// What a report tells of the run after the last ad.
public struct Summary: Sendable {
  public var files: Int
  public var ads: Int
  public var cleanAds: Int
  public var errors: Int
  public var warnings: Int
  public var notes: Int
  /// Findings by rule.
  public var byRule: [String: Int]
  public var problems: Int
  /// Findings that do not count, by what exempts them.
  public var exempt: [Exemption.Kind: Int] = [:]
  public var exitCode: Int
  /// One sentence on the exit code.
  public var exitReason: String

  public init(
    files: Int = 0, ads: Int = 0, cleanAds: Int = 0, errors: Int = 0, warnings: Int = 0,
    notes: Int = 0, byRule: [String: Int] = [:], problems: Int = 0, exitCode: Int = 0,
    exitReason: String = ""
  ) {
    self.files = files
    self.ads = ads
    self.cleanAds = cleanAds
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
    self.byRule = byRule
    self.problems = problems
    self.exitCode = exitCode
    self.exitReason = exitReason
  }
}
