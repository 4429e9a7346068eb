import AdModel
import CZlib

/// Files packed with gzip (RFC 1952), through zlib.
///
/// All that is said of such a file, places and sizes, counts in the bytes that it unpacks to.
enum Gzip {
  /// How many times its size a file may unpack to, from ``ratioFloor`` on. Ads come to some tens at
  /// most; what goes beyond was made to fill a memory.
  static let ratioLimit = 200

  /// The number of unpacked bytes up to which any ratio is fine: 16 MiB.
  static let ratioFloor = 16_777_216

  /// Whether `bytes` begin as such a file does.
  static func isPacked(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What the file `name` unpacks to, all its members one after another; a problem where that is
  /// more than `limit` bytes.
  static func unpacked(
    _ bytes: [UInt8], _ name: String, limit: Int
  ) throws(Problem) -> [UInt8] {
    let stream = GzipStream(MemoryStream(bytes), name: name)
    var unpacked: [UInt8] = []
    while try stream.read(1 << 18, into: &unpacked) {
      if unpacked.count > limit { throw .tooLarge(name, limit: limit) }
    }
    return unpacked
  }
}

/// What a stream of packed bytes unpacks to.
@safe final class GzipStream: ByteStream {
  private let packed: any ByteStream
  private let name: String
  /// Packed bytes that zlib has not seen, from ``next`` on.
  private var waiting: [UInt8] = []
  private var next = 0
  /// The numbers of bytes that zlib has read and written.
  private var read = 0
  private var written = 0
  private var isEnded = false
  /// zlib looks for its state where it was made, so it stays where it is.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Packed bytes that are read at once.
  private static let chunk = 1 << 16

  init(_ packed: any ByteStream, waiting: [UInt8] = [], name: String) {
    self.packed = packed
    self.waiting = waiting
    self.name = name
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Windows of the largest size, gzip only: inflateInit2(3).
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let status = unsafe inflateInit2_(stream, 16 + MAX_WBITS, ZLIB_VERSION, size)
    precondition(status == Z_OK, "there is no memory for zlib")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  var size: Int? { nil }

  var isPaused: Bool { next == waiting.count && packed.isPaused }

  /// Appends the next piece: inflate(3).
  func read(_ count: Int, into bytes: inout [UInt8]) throws(Problem) -> Bool {
    while !isEnded {
      let isMore = try fill()
      var status = Z_OK
      var (taken, given) = (0, 0)
      bytes.append(addingCapacity: count) { output in
        unsafe output.withUnsafeMutableBufferPointer { room, filled in
          (status, taken, given) = unsafe inflate(
            into: UnsafeMutableBufferPointer(start: room.baseAddress, count: count))
          filled = given
        }
      }
      next += taken
      read += taken
      written += given
      if written > Gzip.ratioFloor, written / Gzip.ratioLimit > max(packed.size ?? 0, read) {
        throw .bomb(name)
      }
      switch status {
      case Z_STREAM_END: isEnded = try !hasNextMember()
      case Z_OK: break
      case Z_BUF_ERROR: if !isMore { throw .cutGzip(name) }
      default: throw .damagedGzip(name, byte: read)
      }
      if given > 0 { return true }
    }
    return false
  }

  /// Reads on if zlib has seen everything; false where there is nothing more.
  private func fill() throws(Problem) -> Bool {
    if next < waiting.count { return true }
    waiting.removeAll(keepingCapacity: true)
    next = 0
    return try packed.read(Self.chunk, into: &waiting)
  }

  /// Fills `room`, and gives what zlib says, and the numbers of bytes read and written.
  private func inflate(
    into room: UnsafeMutableBufferPointer<UInt8>
  ) -> (status: Int32, read: Int, written: Int) {
    unsafe waiting.withUnsafeBufferPointer { all in
      // zlib only reads what comes in, and counts it in 32 bits.
      let rest = unsafe UnsafeBufferPointer(rebasing: all[next...].prefix(Int(Int32.max)))
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(rest.count)
      unsafe stream.pointee.next_out = room.baseAddress
      unsafe stream.pointee.avail_out = UInt32(room.count)
      let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      return unsafe (
        status, rest.count - Int(stream.pointee.avail_in),
        room.count - Int(stream.pointee.avail_out)
      )
    }
  }

  /// Goes on to the next member, if there is one; zeros that fill up the last block are none.
  private func hasNextMember() throws(Problem) -> Bool {
    while true {
      while next < waiting.count, waiting[next] == 0 {
        next += 1
        read += 1
      }
      if next < waiting.count { break }
      guard try fill() else { return false }
    }
    // The two bytes that a member begins with may come in two pieces.
    if next + 1 == waiting.count { _ = try packed.read(Self.chunk, into: &waiting) }
    guard Gzip.isPacked(waiting[next...]), unsafe inflateReset(stream) == Z_OK else {
      throw .damagedGzip(name, byte: read)
    }
    return true
  }
}

extension Problem {
  /// A packed file whose end is missing.
  fileprivate static func cutGzip(_ name: String) -> Problem {
    Problem(
      id: "cut-gzip", file: name,
      message: "This gzip file ends before its content does; fetch or pack it again.")
  }

  /// A packed file that is damaged near `byte`.
  fileprivate static func damagedGzip(_ name: String, byte: Int) -> Problem {
    Problem(
      id: "damaged-gzip", file: name,
      message: "This gzip file is damaged near its byte \(byte); fetch or pack it again.")
  }

  /// A packed file that unpacks to far more than ads do.
  fileprivate static func bomb(_ name: String) -> Problem {
    Problem(
      id: "gzip-bomb", file: name,
      message: "This gzip file unpacks to more than \(Gzip.ratioLimit) times its size, so it was"
        + " not read on; if it is what it should be, unpack it first.")
  }
}
