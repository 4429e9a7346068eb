import AdModel

/// For whom a SARIF log is written.
public protocol SARIFProfile: Sendable {
  /// What `--format` and `--report` call it.
  static var name: String { get }
  static var shape: SARIFShape { get }
}

/// All that there is to say, for auditors, editors and programs.
public enum FullSARIF: SARIFProfile {
  public static let name = "sarif"
  public static let shape = SARIFShape(isFull: true, quotesAds: true, limit: nil)
}

/// What GitHub reads: it passes over all else, and shows 5,000 results of a log.
public enum GitHubSARIF: SARIFProfile {
  public static let name = "sarif-github"
  public static let shape = SARIFShape(isFull: false, quotesAds: true, limit: 5_000)
}

/// Rules, messages and places, with no words of ads beyond those of the messages.
public enum MinimalSARIF: SARIFProfile {
  public static let name = "sarif-minimal"
  public static let shape = SARIFShape(isFull: false, quotesAds: false, limit: nil)
}

/// How much a SARIF log tells.
public struct SARIFShape: Hashable, Sendable {
  /// Whether the tree of logical locations and the properties of results are told.
  var isFull: Bool
  /// Whether regions come with their text, and results with their fixes.
  var quotesAds: Bool
  /// The most results; `nil` for all of them.
  var limit: Int?
}

/// The worst results so far: by level, then by the precision of the rule, then those that came
/// first.
struct WorstResults: Sendable {
  private let limit: Int
  /// The results of each rank, the least bad first, with their numbers among all that came.
  private var ranks: [[(number: Int, json: [UInt8])]]
  private var offered = 0
  /// How many are kept.
  private(set) var count = 0

  init(limit: Int) {
    self.limit = limit
    ranks = Array(repeating: [], count: Level.allCases.count * Precision.allCases.count)
  }

  /// How many are not kept.
  var left: Int { offered - count }

  /// Keeps the result that `write` writes if it is among the worst.
  mutating func offer(_ level: Level, _ precision: Precision, _ write: () -> [UInt8]) {
    let rank =
      level.number * Precision.allCases.count
      + (Precision.allCases.firstIndex(of: precision) ?? 0)
    offered += 1
    if count == limit {
      guard let least = ranks.firstIndex(where: { !$0.isEmpty }), least < rank else { return }
      ranks[least].removeLast()
      count -= 1
    }
    ranks[rank].append((offered, write()))
    count += 1
  }

  /// Those that are kept, in the order in which they came.
  var inOrder: [[UInt8]] {
    ranks.joined().sorted { $0.number < $1.number }.map(\.json)
  }
}
