public import AdModel

extension SourceFile {
  /// The path of the archive that holds the file at `path`, such as `ads.zip` of `ads.zip!chef.md`;
  /// `nil` for a file that is in none.
  public static func archive(of path: String) -> String? {
    guard case .member(_, let archive) = Packing(memberNamed: path) else { return nil }
    return archive
  }

  /// The file at `path`, or standard input for `-`.
  public init(path: String, limit: Int = SourceFile.sizeLimit) throws(Problem) {
    let bytes = try Self.bytes(of: path, limit: limit)
    try self.init(name: path == "-" ? "<stdin>" : path, bytes: bytes, limit: limit)
  }

  /// The bytes of the file at `path`, or of standard input for `-`, in whatever encoding; a path such
  /// as `ads.zip!chef.md` is that of a file in an archive.
  public static func bytes(
    of path: String, limit: Int = SourceFile.sizeLimit
  ) throws(Problem) -> [UInt8] {
    let stream = try DiskStream(path: path)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(stream.size ?? 0, limit) + 1)
    while bytes.count <= limit, try stream.read(limit + 1 - bytes.count, into: &bytes) {}
    return bytes
  }
}

extension Problem {
  /// A file in a folder whose name cannot be told.
  static func misnamed(_ path: String) -> Problem {
    Problem(
      id: "unreadable-file", file: path,
      message: "The name of this file is not UTF-8, so it cannot be opened; rename it.")
  }

  /// A link that stands in for a file that there is not.
  static func deadLink(_ path: String) -> Problem {
    Problem(
      id: "missing-file", file: path, message: "This link leads nowhere; mend it, or delete it.")
  }

  /// A path that the system does not let us read.
  static func unreadable(_ path: String, _ failure: Disk.Failure) -> Problem {
    if failure.isMissing {
      if Disk.isLink(path) { return .deadLink(path) }
      return Problem(
        id: "missing-file", file: path,
        message: "There is no such file or folder; check the path, or put a pattern in quotes.")
    }
    return Problem(
      id: "unreadable-file", file: path,
      message: "This cannot be read (\(failure.reason)); check its permissions.")
  }
}
