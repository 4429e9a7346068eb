public import AdModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, of one in an archive, or of standard input, as they come from the system.
public final class DiskStream: ByteStream {
  public let size: Int?
  /// The most bytes that are asked for at once.
  private let most: Int
  private let path: String
  private let file: Int32
  /// The file in an archive that is read, and its bytes once they are asked for.
  private let member: ZipMember?
  private var unpacked: MemoryStream?

  /// Opens the file at `path`, or standard input for `-`: open(2).
  public init(path: String) throws(Problem) {
    self.path = path
    member = try ZipMember(path: path)
    if let member {
      file = -1
      size = member.size
      most = 0
      return
    }
    file = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path, Disk.Failure(code: errno)) }
    var found = stat()
    let isFile = unsafe fstat(file, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(found.st_size) : nil
    // A small file takes a small room. Some that say that they are empty are not, as those of /proc.
    most = size.map { min(max($0 + 1, 1 << 12), 1 << 20) } ?? 1 << 20
  }

  deinit { if file > STDIN_FILENO { close(file) } }

  public var isPaused: Bool { size == nil && !isReady(within: 0) }

  /// Whether there is something to read, or the end, in so many milliseconds: poll(2).
  public func isReady(within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&wanted, 1, milliseconds) > 0
  }

  /// Appends what there is: read(2).
  public func read(_ count: Int, into bytes: inout [UInt8]) throws(Problem) -> Bool {
    if let member {
      if unpacked == nil {
        unpacked = MemoryStream(try member.bytes(limit: SourceFile.sizeLimit))
      }
      return try unpacked?.read(count, into: &bytes) ?? false
    }
    var got = 0
    var code: Int32 = 0
    repeat {
      let room = min(count, most)
      bytes.append(addingCapacity: room) { output in
        unsafe output.withUnsafeMutableBufferPointer { buffer, count in
          got = unsafe Self.rawRead(file, buffer.baseAddress!, room)
          code = errno
          count = max(0, got)
        }
      }
    } while got < 0 && code == EINTR
    if got < 0 { throw .unreadable(path, Disk.Failure(code: code)) }
    return got > 0
  }

  private static func rawRead(
    _ file: Int32, _ start: UnsafeMutableRawPointer, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(file, start, count)
    #elseif canImport(Musl)
      unsafe Musl.read(file, start, count)
    #else
      unsafe Darwin.read(file, start, count)
    #endif
  }
}
