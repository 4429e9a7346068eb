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
  /// The file that is written, and the one whose place it takes.
  private var move: (from: String, to: String)?

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
    let target = isThere ? Self.resolved(path) : path
    // Only a file can be replaced, and only if its folder lets us; what the system gives names to,
    // such as /dev/stdout, is not ours to replace.
    let isPlain = !isThere || found.st_mode & S_IFMT == S_IFREG && !target.hasPrefix("/dev/")
    let mayWrite = unsafe !isThere || access(path, W_OK) == 0
    if isPlain, mayWrite, !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") {
      let draft = "\(target).\(getpid()).part"
      unsafe unlink(draft)
      let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 {
        if isThere { fchmod(file, found.st_mode & 0o777) }
        descriptor = file
        move = (draft, target)
        return
      }
    }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Self.failure(name) }
  }

  /// Opens the file at `path` to write on to its end: open(2).
  init(appendingTo path: String) throws(Failure) {
    name = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Self.failure(name) }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    try Output.write(bytes, to: descriptor, name: name)
  }

  /// Puts it in its place: close(2), rename(2).
  func finish() throws(Failure) {
    guard let (draft, target) = move else { return }
    // Some systems tell only now that there was no room.
    guard close(descriptor) == 0, unsafe rename(draft, target) == 0 else {
      throw Self.failure(name)
    }
  }

  /// Removes what was written of it.
  func discard() {
    if let (draft, _) = move { unsafe _ = unlink(draft) }
  }

  /// The path that links lead to: realpath(3).
  private static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  private static func failure(_ name: String) -> Failure {
    Failure(message: "cannot write \(name): \(Output.reason)", status: ExitStatus.output)
  }
}
