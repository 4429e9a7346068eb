import AdModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes of which any stretch can be asked for.
protocol RandomAccess {
  /// How many there are.
  var count: Int { get }

  /// Those at `range`, or what there is of them.
  func bytes(at range: Range<Int>) throws(Disk.Failure) -> [UInt8]
}

extension [UInt8]: RandomAccess {
  func bytes(at range: Range<Int>) throws(Disk.Failure) -> [UInt8] {
    Array(self[range.clamped(to: 0..<count)])
  }
}

/// A file on disk, open for reading.
final class DiskFile: RandomAccess, Sendable {
  private let descriptor: Int32
  let count: Int
  /// When it was changed, in nanoseconds.
  let changed: Int

  /// Opens the file at `path`: open(2), fstat(2).
  init(path: String) throws(Disk.Failure) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Disk.Failure(code: errno) }
    var found = stat()
    guard unsafe fstat(descriptor, &found) == 0 else {
      let failure = Disk.Failure(code: errno)
      close(descriptor)
      throw failure
    }
    count = Int(found.st_size)
    #if canImport(Darwin)
      let time = found.st_mtimespec
    #else
      let time = found.st_mtim
    #endif
    changed = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  deinit { close(descriptor) }

  /// Whether the other is as large and as old, as an unchanged file at the same path is.
  func isSame(as other: DiskFile) -> Bool { count == other.count && changed == other.changed }

  /// The bytes at `range`: pread(2).
  func bytes(at range: Range<Int>) throws(Disk.Failure) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    var failure: Disk.Failure?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { room, filled in
      while filled < range.count {
        let got = unsafe pread(
          descriptor, room.baseAddress! + filled, range.count - filled,
          off_t(range.lowerBound + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = Disk.Failure(code: errno) }
        if got <= 0 { return }
        filled += got
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
