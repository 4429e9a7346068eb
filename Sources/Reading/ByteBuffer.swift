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

  /// Reads until `size` tells how many of the first bytes are enough, or `limit` bytes are there, and
  /// gives how many it is.
  mutating func fill(upTo limit: Int, until size: ([UInt8]) -> Int?) -> Int {
    var next = 0
    while true {
      if count >= next {
        if let size = size(bytes(upTo: limit)) { return size }
        // What is long is not looked through again for every few bytes.
        next = count < 1 << 16 ? 0 : count + count / 8
      }
      if count >= limit || isEnded { return min(count, limit) }
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
