#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Asks git, without a shell.
///
/// Settings of a repository that run programs are switched off: a repository may be anybody's.
enum Git {
  private static let safety = [
    "git", "--no-optional-locks", "--no-pager", "-c", "core.fsmonitor=false", "-c",
    "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
  ]

  /// What `git` with `arguments` writes, run in `folder`; `nil` where it fails, or is not there.
  static func output(_ arguments: [String], in folder: String) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    guard let process = start(safety + ["-C", folder] + arguments, writingTo: ends) else {
      close(ends[1])
      return nil
    }
    close(ends[1])
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? bytes : nil
  }

  /// The text that `git` with `arguments` writes, without the line feed at its end.
  static func line(_ arguments: [String], in folder: String) -> String? {
    output(arguments, in: folder).map {
      String(decoding: $0.last == 0x0A ? $0.dropLast() : $0[...], as: UTF8.self)
    }
  }

  /// The texts between the nulls that `git` with `arguments` writes.
  static func list(_ arguments: [String], in folder: String) -> [String]? {
    output(arguments, in: folder).map { bytes in
      bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Starts a process that writes into the pipe `ends` and says nothing of its own.
  private static func start(_ words: [String], writingTo ends: [Int32]) -> pid_t? {
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    unsafe posix_spawn_file_actions_addclose(&actions, ends[1])
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawnp(&process, "git", &actions, nil, &arguments, environ)
    return failure == 0 ? process : nil
  }
}
