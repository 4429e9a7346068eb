#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written beside the one whose place it takes when it is whole.
struct DraftFile {
  let descriptor: Int32
  /// Where it stands, and where it will.
  private let draft: String
  private let target: String

  /// Opens one for `path`, through symbolic links, with the permissions and the owner of the file that
  /// stands there, if one does; `nil` where the system refuses, and errno(3) tells why.
  init?(for path: String) {
    var found = stat()
    let isThere = unsafe stat(path, &found) == 0
    target = isThere ? Self.resolved(path) : path
    draft = "\(target).hirelint-\(getpid())"
    // What an earlier process of this number may have left.
    unsafe unlink(draft)
    descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    guard isThere else { return }
    fchmod(descriptor, found.st_mode & 0o7777)
    // Only the administrator may give files away; others own what they may replace.
    _ = fchown(descriptor, found.st_uid, found.st_gid)
  }

  /// Puts it in its place and says whether that went well: close(2), rename(2).
  func finish() -> Bool {
    // Some systems tell only now that there was no room.
    unsafe close(descriptor) == 0 && rename(draft, target) == 0
  }

  /// Removes what was written of it.
  func discard() { unsafe _ = unlink(draft) }

  /// The path that links lead to: realpath(3).
  static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
