import Paths
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes bytes to the terminal and to files.
enum Output {
  /// Writes all of `bytes` to the open file `descriptor`.
  ///
  /// Whoever has closed the other end of a pipe, as head(1) does, wants no more: that is told by the
  /// exit code alone.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String
  ) throws(Failure) {
    var at = 0
    while at < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Self.rawWrite(descriptor, buffer.baseAddress! + at, buffer.count - at)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw Failure(message: "", status: ExitStatus.pipe) }
        throw Failure(message: "cannot write \(name): \(reason)", status: ExitStatus.output)
      }
      at += count
    }
  }

  private static func rawWrite(_ file: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(file, start, count)
    #else
      unsafe Darwin.write(file, start, count)
    #endif
  }

  /// One message to the log.
  static func complain(_ message: String) {
    let text = SafeText.lines("hirelint: \(message)") + "\n"
    try? write(Array(text.utf8), to: STDERR_FILENO, name: "the log")
  }

  /// The system's words for the last error.
  static var reason: String { unsafe String(cString: strerror(errno)) }

  /// Whether `descriptor` is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of the terminal at `descriptor` in columns, else what `COLUMNS` says, else 0.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 { return Int(size.ws_col) }
    return max(0, environment("COLUMNS").flatMap { Int($0) } ?? 0)
  }

  /// The folder that relative paths begin at, or empty where it cannot be told.
  static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// Whether there is something at `path`.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// `path` from the working folder, if it is beneath it.
  static func shortened(_ path: String) -> String {
    path.hasPrefix("/") ? FilePath.relative(path, to: workingFolder) ?? path : path
  }

  /// The value of an environment variable.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}

extension Hirelint {
  /// Leaves the process.
  static func exit(withStatus status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }
}
