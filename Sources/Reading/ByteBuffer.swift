import AdModel

/// What has been read of a file and not been told of yet.
struct ByteBuffer {
  /// What it is read from, unpacked.
  let stream: any ByteStream
  /// Whether it is packed with gzip.
  let isPacked: Bool
  /// Why nothing more can be read, if that is not the end of the file.
  private(set) var failure: Problem?
  private var bytes: [UInt8] = []
  /// The number of bytes at the start that have been told of.
  private var told = 0
  private var isAtEnd = false

  /// Reads from `stream`, or from what it unpacks to.
  init(unpacking stream: any ByteStream, name: String) throws(Problem) {
    while bytes.count < 2, try stream.read(1 << 16, into: &bytes) {}
    isPacked = Gzip.isPacked(bytes)
    guard isPacked else {
      self.stream = stream
      return
    }
    self.stream = GzipStream(stream, waiting: bytes, name: name)
    bytes = []
  }

  var count: Int { bytes.count - told }

  var isEmpty: Bool { count == 0 }

  /// Whether nothing more comes, be it the end of the file or a failure.
  var isEnded: Bool { isAtEnd || failure != nil }

  /// Whether all of the file has been read.
  var isWhole: Bool { isAtEnd }

  /// The first `size` bytes, or all there are.
  func bytes(upTo size: Int) -> [UInt8] { Array(bytes[told..<told + min(size, count)]) }

  /// Forgets the first `size` bytes.
  mutating func drop(_ size: Int) {
    told += size
    guard told > bytes.count / 2 else { return }
    bytes.removeFirst(told)
    told = 0
  }

  /// Reads until there are `size` bytes, or the end.
  mutating func fill(upTo size: Int) {
    while count < size, !isEnded { read(size - count) }
  }

  /// Reads something, and goes on until there are `size` bytes, the end, or a pause.
  mutating func fillUntilPause(upTo size: Int) {
    while !isEnded {
      read(size - count)
      if count >= size || stream.isPaused { return }
    }
  }

  /// Reads until a line is there, or `limit` bytes are, and gives the number of its bytes.
  mutating func fillLine(limit: Int) -> Int {
    var at = told
    while true {
      let end = bytes.first(0x0A, in: at..<bytes.count)
      if end < bytes.count { return end + 1 - told }
      if count >= limit || isEnded { return count }
      at = bytes.count
      read(limit - count)
    }
  }

  private mutating func read(_ count: Int) {
    do throws(Problem) {
      isAtEnd = try !stream.read(max(count, 1), into: &bytes)
    } catch {
      failure = error
    }
  }
}
