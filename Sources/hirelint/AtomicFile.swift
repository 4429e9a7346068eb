import Paths

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts new bytes in the place of a file, all of them or none.
enum AtomicFile {
  /// Writes `bytes` to `path`, through symbolic links, with the permissions of the file that it
  /// replaces, if there is one: into a new file beside it, which then takes its name (rename(2)).
  ///
  /// Where `before` is given, the file must still hold those bytes, or nothing is written.
  static func write(_ bytes: [UInt8], to path: String, over before: [UInt8]? = nil) throws {
    let target = resolved(path)
    var found = stat()
    let exists = unsafe stat(target, &found) == 0
    if exists, found.st_mode & S_IFMT != S_IFREG {
      throw Failure(message: "cannot write \(path): it is no file", status: ExitStatus.output)
    }
    let other = "\(target).hirelint-\(getpid())"
    let file = unsafe open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw Failure(message: "cannot write \(path): \(Output.reason)", status: ExitStatus.output)
    }
    do {
      defer { close(file) }
      try Output.write(bytes, to: file, name: path)
      if exists {
        fchmod(file, found.st_mode & 0o7777)
        // Only the administrator may give files away; others own what they may replace.
        _ = fchown(file, found.st_uid, found.st_gid)
      }
      fsync(file)
      if let before, try Inputs.bytes(of: target) != before {
        throw Failure(
          message: "\(path) was changed by somebody else in the meantime; it stays as it is",
          status: ExitStatus.output)
      }
      guard unsafe rename(other, target) == 0 else {
        throw Failure(message: "cannot write \(path): \(Output.reason)", status: ExitStatus.output)
      }
    } catch {
      unsafe _ = unlink(other)
      throw error
    }
  }

  /// Where `path` leads through symbolic links: realpath(3).
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
