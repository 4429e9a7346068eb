import AdModel
import Crypto
import Paths
import Reading

/// Which ads are other ones than at the point where the branch left `--changed-since`.
///
/// Ads are compared, not lines: a feed with one new record has one changed ad, wherever it stands,
/// and a fault that another line of an ad causes is found too.
struct ChangedAds {
  private let root: String
  private let base: String
  /// Files that are other ones now, with what they were called then, from the root.
  private var former: [String: String] = [:]
  private var filesOfBase: Set<String> = []

  /// Compares the repository of `folder` with the last ancestor that it shares with `reference`.
  init(since reference: String, in folder: String) throws {
    func fail(_ reason: String) -> Failure {
      Failure(message: "--changed-since \(reference): \(reason)")
    }
    guard let root = Git.line(["rev-parse", "--show-toplevel"], in: folder) else {
      throw fail("this is no git repository, or git is not installed")
    }
    if Git.line(["rev-parse", "--is-shallow-repository"], in: root) == "true" {
      throw fail(
        "this clone is shallow, so nobody knows where the branch began; fetch the whole history"
          + " (git fetch --unshallow, or fetch-depth: 0 of actions/checkout)")
    }
    let name = ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(reference)^{commit}"]
    guard let commit = Git.line(name, in: root) else {
      throw fail("git knows no such commit; fetch it first, or name another one")
    }
    guard let base = Git.line(["merge-base", commit, "HEAD"], in: root) else {
      throw fail("it has no ancestor in common with HEAD")
    }
    let compare = [
      "diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", base, "--",
    ]
    guard let changes = Git.list(compare, in: root),
      let files = Git.list(["ls-tree", "-r", "-z", "--name-only", base], in: root)
    else { throw fail("git cannot compare it with what is here") }
    (self.root, self.base, filesOfBase) = (root, base, Set(files))
    var at = 0
    while at + 1 < changes.count {
      // R100 and C100 name two paths, all others one.
      let hasTwo = changes[at].hasPrefix("R") || changes[at].hasPrefix("C")
      guard !hasTwo || at + 2 < changes.count else { break }
      former[changes[at + (hasTwo ? 2 : 1)]] = changes[at + 1]
      at += hasTwo ? 3 : 2
    }
  }

  /// The ads of a file that are as they were.
  struct Unchanged {
    private let digests: Set<[UInt8]>
    /// Whether the file is a table, whose rows say something else under other column names.
    var isTable = false
    private var header: [UInt8] = []

    fileprivate init(digests: Set<[UInt8]> = []) { self.digests = digests }

    /// Gets ready for the ads of `window`, the first one of the file.
    mutating func begin(_ window: Window) {
      header = isTable ? ChangedAds.header(of: window.source, before: window.records.first) : []
    }

    /// Whether the ad at `record` of `source` is one of them.
    func contains(_ record: ByteRange<Source>, in source: SourceFile) -> Bool {
      !digests.isEmpty && digests.contains(ChangedAds.digest(of: record, in: source, header))
    }
  }

  /// Whether the file at `path` is as it was.
  func isUnchanged(_ path: String) -> Bool {
    guard let inner = inner(path) else { return false }
    return former[inner] == nil && filesOfBase.contains(inner)
  }

  /// The ads of the file at `path` that are as they were, read as `forced` or as their name says.
  func unchanged(_ path: String, forced: String?, _ options: ReadingOptions) -> Unchanged {
    guard let inner = inner(path), let name = former[inner],
      let bytes = Git.output(["cat-file", "blob", "\(base):\(name)"], in: root),
      let old = try? SourceFile(name: path, bytes: bytes),
      let reader = try? Readers.reader(for: old, forced: forced, options: options)
    else { return Unchanged() }
    let records = reader.records(in: old)
    let isTable = reader is CSVReader || reader is TSVReader
    let header = isTable ? Self.header(of: old, before: records.first) : []
    return Unchanged(digests: Set(records.map { Self.digest(of: $0, in: old, header) }))
  }

  /// The way from the root to the file at `path`, or to the archive that it is in.
  private func inner(_ path: String) -> String? {
    let path = SourceFile.archive(of: path) ?? path
    return FilePath.relative(FilePath.absolute(path, from: Output.workingFolder), to: root)
  }

  /// What stands before the first ad of `table`, which names the columns and what parts them; line ends
  /// around it say nothing.
  private static func header(
    of table: SourceFile, before first: ByteRange<Source>?
  ) -> [UInt8] {
    let lines = table.text.prefix(first?.lower ?? 0).split { $0 == 0x0A || $0 == 0x0D }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// What a record says.
  private static func digest(
    of record: ByteRange<Source>, in source: SourceFile, _ header: [UInt8]
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: header)
    hash.update(data: source.text[record.utf8])
    return Array(hash.finalize())
  }
}
