public import AdModel

extension SourceFile {
  /// The file at `path`, or standard input for `-`.
  public init(path: String, limit: Int = SourceFile.sizeLimit) throws(Problem) {
    let bytes: [UInt8]
    do throws(Disk.Failure) {
      bytes = try Disk.bytes(of: path, limit: limit)
    } catch {
      throw .unreadable(path, error)
    }
    try self.init(name: path == "-" ? "<stdin>" : path, bytes: bytes, limit: limit)
  }
}

extension Problem {
  /// A path that the system does not let us read.
  static func unreadable(_ path: String, _ failure: Disk.Failure) -> Problem {
    if failure.isMissing {
      return Problem(
        id: "missing-file", file: path,
        message: "There is no such file or folder; check the path, or put a pattern in quotes.")
    }
    return Problem(
      id: "unreadable-file", file: path,
      message: "This cannot be read (\(failure.reason)); check its permissions.")
  }
}
