#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file of a report: written beside the one that it will be, and put in its place when it is
/// whole. What is no file, such as a pipe, is written as it is.
struct OutputFile {
  /// What complaints call it.
  let name: String
  private let descriptor: Int32
  /// It as long as it is not in its place; `nil` for what is written as it is.
  private var draft: DraftFile?

  /// Standard output.
  static let standard = OutputFile(name: "standard output", descriptor: STDOUT_FILENO)

  private init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Opens a file that will stand at `path`: open(2).
  init(_ path: String) throws(Failure) {
    name = path
    var found = stat()
    let isThere = unsafe stat(path, &found) == 0
    let target = isThere ? DraftFile.resolved(path) : path
    // Only a file can be replaced, and only if its folder lets us; what the system gives names to,
    // such as /dev/stdout, is not ours to replace.
    let isPlain = !isThere || found.st_mode & S_IFMT == S_IFREG && !target.hasPrefix("/dev/")
    let mayWrite = unsafe !isThere || access(path, W_OK) == 0
    if isPlain, mayWrite, !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/"),
      let draft = DraftFile(for: path)
    {
      descriptor = draft.descriptor
      self.draft = draft
      return
    }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .unwritable(name) }
  }

  /// Opens the file at `path` to write on to its end: open(2).
  init(appendingTo path: String) throws(Failure) {
    name = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .unwritable(name) }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    try Output.write(bytes, to: descriptor, name: name)
  }

  /// Puts it in its place.
  func finish() throws(Failure) {
    if let draft, !draft.finish() { throw .unwritable(name) }
  }

  /// Removes what was written of it.
  func discard() { draft?.discard() }
}

extension Failure {
  /// What the system did not let us write, and why: errno(3).
  static func unwritable(_ name: String) -> Failure {
    Failure(message: "cannot write \(name): \(Output.reason)", status: ExitStatus.output)
  }
}
