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

  /// What the file `name` unpacks to, all its members one after another: at most one byte more than
  /// `limit`.
  static func unpacked(
    _ bytes: [UInt8], _ name: String, limit: Int
  ) throws(Problem) -> [UInt8] {
    var unpacked: [UInt8] = []
    let inflater = Inflater(bytes)
    while true {
      let outcome = inflater.unpack(into: &unpacked)
      if unpacked.count > limit { throw .tooLarge(name, limit: limit) }
      if unpacked.count > ratioFloor, unpacked.count / ratioLimit > bytes.count {
        throw .bomb(name)
      }
      switch outcome {
      case .more: break
      case .end: return unpacked
      case .cut: throw .cutGzip(name)
      case .damaged: throw .damagedGzip(name, byte: inflater.offset)
      }
    }
  }
}

/// Unpacks a file piece by piece.
@safe private final class Inflater {
  /// What came of a piece.
  enum Outcome { case more, end, cut, damaged }

  /// Bytes that are unpacked at once.
  private static let chunk = 1 << 18

  /// How much has been read.
  private(set) var offset = 0
  private let bytes: [UInt8]
  /// zlib looks for its state where it was made, so it stays where it is.
  private let stream: UnsafeMutablePointer<z_stream>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
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

  /// Appends the next piece: inflate(3).
  func unpack(into unpacked: inout [UInt8]) -> Outcome {
    var status = Z_OK
    var read = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
      (status, read, count) = unsafe inflate(into: room)
    }
    offset += read
    unpacked.append(contentsOf: piece)
    switch status {
    case Z_STREAM_END: return nextMember()
    case Z_OK: return .more
    case Z_BUF_ERROR: return .cut
    default: return .damaged
    }
  }

  /// Fills `room`, and gives what zlib says, and the numbers of bytes read and written.
  private func inflate(
    into room: UnsafeMutableBufferPointer<UInt8>
  ) -> (status: Int32, read: Int, written: Int) {
    unsafe bytes.withUnsafeBufferPointer { all in
      // zlib only reads what comes in, and counts it in 32 bits.
      let rest = unsafe UnsafeBufferPointer(rebasing: all[offset...].prefix(Int(Int32.max)))
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
  private func nextMember() -> Outcome {
    while offset < bytes.count, bytes[offset] == 0 { offset += 1 }
    if offset == bytes.count { return .end }
    guard Gzip.isPacked(bytes[offset...]) else { return .damaged }
    return unsafe inflateReset(stream) == Z_OK ? .more : .damaged
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
