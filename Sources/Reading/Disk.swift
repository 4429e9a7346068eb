import AdModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few questions that reading asks the file system, through POSIX calls.
enum Disk {
  /// What stands at a path.
  enum Kind { case file, folder, other }

  /// What stands at `path`, links followed: stat(2).
  static func kind(at path: String) throws(Failure) -> Kind {
    var found = stat()
    guard unsafe stat(path, &found) == 0 else { throw Failure(code: errno) }
    let type = found.st_mode & S_IFMT
    return type == S_IFDIR ? .folder : type == S_IFREG ? .file : .other
  }

  /// Whether anything stands at `path`.
  static func exists(_ path: String) -> Bool { (try? kind(at: path)) != nil }

  /// Whether `path` is a symbolic link: lstat(2).
  static func isLink(_ path: String) -> Bool {
    var found = stat()
    return unsafe lstat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFLNK
  }

  /// The absolute path to what stands at `path`, links followed: realpath(3).
  static func realPath(of path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The names in the folder at `path`, sorted by their bytes: readdir(3). What is not UTF-8
  /// in them is U+FFFD.
  static func names(in path: String) throws(Failure) -> [String] {
    guard let folder = unsafe opendir(path) else { throw Failure(code: errno) }
    defer { unsafe _ = closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Why the system refused.
  struct Failure: Error, Equatable {
    var code: Int32

    /// The system's words for it.
    var reason: String { unsafe String(cString: strerror(code)) }

    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  }
}
