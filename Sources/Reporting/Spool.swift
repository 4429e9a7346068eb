#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elements of an array that a report has further back than where they come up: in memory while
/// they are few, else in a file without a name that is gone with the process.
///
/// It belongs to one report; a copy of it would write to the same file.
struct Spool: Sendable {
  /// What has been written and is not in the file, with the place of the next element.
  private var json: JSONWriter
  private var file: Int32?
  /// The numbers of bytes that the file has, and that have been read of it.
  private var written = 0
  private var read = 0
  /// Whether the file takes no more, so that the rest stays in memory.
  private var isFull = false

  /// The number of bytes that are kept in memory.
  private static let room = 1 << 20

  /// A spool of elements for an array of lines that will stand `depth` containers deep.
  init(elementsAt depth: Int) { json = JSONWriter(elementsAt: depth) }

  /// Whether there is no element.
  var isEmpty: Bool { json.bytes.isEmpty && written == 0 }

  /// Adds an object.
  mutating func object(_ write: (inout JSONWriter) -> Void) {
    json.object { write(&$0) }
    if json.bytes.count >= Self.room, !isFull { spill() }
  }

  /// Appends the next piece of what was written to `out`; false at the end.
  mutating func read(into out: inout [UInt8]) -> Bool {
    if let file, read < written {
      let count = min(Self.room, written - read)
      var got = 0
      out.append(addingCapacity: count) { output in
        unsafe output.withUnsafeMutableBufferPointer { room, filled in
          unsafe got = max(0, pread(file, room.baseAddress, count, off_t(read)))
          filled = got
        }
      }
      precondition(got > 0, "a file that was written can be read")
      read += got
      return true
    }
    if json.bytes.isEmpty { return false }
    out += json.bytes
    json.bytes = []
    return true
  }

  /// Moves what is in memory to the file: mkstemp(3), pwrite(2).
  private mutating func spill() {
    if file == nil { file = Self.namelessFile() }
    guard let file else {
      isFull = true
      return
    }
    var at = 0
    while at < json.bytes.count {
      let count = unsafe json.bytes.withUnsafeBytes { bytes in
        unsafe pwrite(file, bytes.baseAddress! + at, bytes.count - at, off_t(written + at))
      }
      if count <= 0 {
        if errno == EINTR { continue }
        isFull = true
        break
      }
      at += count
    }
    written += at
    json.bytes.removeFirst(at)
  }

  private static func namelessFile() -> Int32? {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/hirelint-XXXXXX".utf8CString)
    let file = unsafe path.withUnsafeMutableBufferPointer { path in
      let file = unsafe mkstemp(path.baseAddress!)
      if file >= 0 { unsafe _ = unlink(path.baseAddress!) }
      return file
    }
    return file >= 0 ? file : nil
  }
}
