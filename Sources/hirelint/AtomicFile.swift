#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts new bytes in the place of a file, all of them or none.
enum AtomicFile {
  /// Writes `bytes` to `path`, as a ``DraftFile`` does.
  ///
  /// Where `before` is given, the file must still hold those bytes, or nothing is written.
  static func write(
    _ bytes: [UInt8], to path: String, over before: [UInt8]? = nil
  ) throws(Failure) {
    var found = stat()
    if unsafe stat(path, &found) == 0, found.st_mode & S_IFMT != S_IFREG {
      throw Failure(message: "cannot write \(path): it is no file", status: ExitStatus.output)
    }
    guard let draft = DraftFile(for: path) else { throw .unwritable(path) }
    do throws(Failure) {
      try Output.write(bytes, to: draft.descriptor, name: path)
      fsync(draft.descriptor)
      if let before, try Inputs.bytes(of: path) != before {
        throw Failure(
          message: "\(path) was changed by somebody else in the meantime; it stays as it is",
          status: ExitStatus.output)
      }
      guard draft.finish() else { throw .unwritable(path) }
    } catch {
      draft.discard()
      throw error
    }
  }
}
