#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, run on bytes that may be hostile: with little time and memory, and without a
/// network name, a file name or an environment of ours.
enum Program {
  /// Why there is no output.
  enum Failure: Error, Equatable {
    /// There is no such program.
    case missing
    /// It took too long, too much memory, or gave too much.
    case limits
    /// It left with this code.
    case code(Int32)
    /// The system let us not run it.
    case system(Disk.Failure)
  }

  /// The most seconds of a processor and of a clock that it may take.
  static let processorLimit = 20
  static let clockLimit = 60
  /// The most memory that it may ask for, in KiB: 2 GiB.
  static let memoryLimit = 2_097_152

  /// What the shell `command` writes when it reads `input`; at most `limit` bytes.
  static func output(
    of command: String, reading input: [UInt8], limit: Int
  ) throws(Failure) -> [UInt8] {
    let file = try temporary(input)
    defer { close(file) }
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .system(Disk.Failure(code: errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    // A system that knows no limit of memory goes on without it.
    let limited =
      "ulimit -t \(processorLimit); ulimit -v \(memoryLimit) 2>/dev/null; exec \(command)"
    let child: pid_t
    do throws(Failure) {
      child = try spawn(limited, input: file, output: ends[1])
    } catch {
      close(ends[1])
      throw error
    }
    close(ends[1])
    let output = read(ends[0], limit: limit)
    if output == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let output, status & 0x7F == 0 else { throw .limits }
    let code = status >> 8 & 0xFF
    if code == 127 { throw .missing }
    guard code == 0 else { throw .code(code) }
    return output
  }

  /// A file without a name that holds `bytes`: mkstemp(3), unlink(2).
  private static func temporary(_ bytes: [UInt8]) throws(Failure) -> Int32 {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/hirelint.XXXXXX".utf8CString)
    let file = unsafe mkstemp(&path)
    guard file >= 0 else { throw .system(Disk.Failure(code: errno)) }
    unsafe _ = unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var at = 0
    while at < bytes.count {
      let got = unsafe bytes.withUnsafeBytes {
        unsafe write(file, $0.baseAddress! + at, bytes.count - at)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        let failure = Disk.Failure(code: errno)
        close(file)
        throw .system(failure)
      }
      at += got
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  /// Starts a shell: posix_spawn(3).
  private static func spawn(
    _ command: String, input: Int32, output: Int32
  ) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    var arguments = unsafe Self.strings(["sh", "-c", command])
    var environment = unsafe Self.strings(["PATH=\(path)", "LC_ALL=C"])
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
      for index in unsafe environment.indices { unsafe free(environment[index]) }
    }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, "/bin/sh", &actions, nil, &arguments, &environment)
    guard code == 0 else { throw .system(Disk.Failure(code: code)) }
    return child
  }

  /// Copies of `strings` as C has them, and the null at their end: strdup(3).
  private static func strings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe []
    for string in strings { unsafe copies.append(unsafe strdup(string)) }
    unsafe copies.append(nil)
    return unsafe copies
  }

  /// All that comes out of `pipe`, or `nil` if that is more than `limit` bytes, or takes too long:
  /// poll(2), read(2).
  private static func read(_ pipe: Int32, limit: Int) -> [UInt8]? {
    var output: [UInt8] = []
    let start = ContinuousClock.now
    while output.count <= limit {
      let left = Duration.seconds(clockLimit) - (ContinuousClock.now - start)
      guard left > .zero else { return nil }
      var wait = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&wait, 1, Int32(left.components.seconds + 1) * 1000)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      var got = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { room, count in
        got = unsafe Self.read(pipe, into: room)
        count = max(0, got)
      }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return output }
      output += piece
    }
    return nil
  }

  private static func read(_ pipe: Int32, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.read(pipe, room.baseAddress, room.count)
    #elseif canImport(Musl)
      unsafe Musl.read(pipe, room.baseAddress, room.count)
    #else
      unsafe Glibc.read(pipe, room.baseAddress, room.count)
    #endif
  }
}
