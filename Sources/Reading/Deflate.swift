import CZlib

/// Deflate (RFC 1951) without a frame around it, as ZIP archives have it, through zlib.
enum Deflate {
  /// What `packed` unpacks to, or `nil` if that is not `size` bytes.
  ///
  /// No byte beyond `size` is ever written, whatever the data say.
  static func unpacked(_ packed: [UInt8], size: Int) -> [UInt8]? {
    guard packed.count <= Int(UInt32.max), size < Int(UInt32.max) else { return nil }
    var stream = unsafe z_stream()
    // Raw data have no window size of their own: inflateInit2(3).
    let length = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, length) == Z_OK else {
      return nil
    }
    defer { unsafe _ = inflateEnd(&stream) }
    var status = Z_OK
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(size, 1)) { room, count in
      unsafe packed.withUnsafeBufferPointer { input in
        // zlib only reads what comes in.
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(max(size, 1))
        status = unsafe inflate(&stream, Z_FINISH)
      }
      count = max(size, 1) - (unsafe Int(stream.avail_out))
    }
    return status == Z_STREAM_END && bytes.count == size ? bytes : nil
  }

  /// The checksum of `bytes` that ZIP and gzip keep: crc32(3).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var sum: UInt = 0
      var at = 0
      while at < buffer.count {
        let piece = unsafe UnsafeBufferPointer(rebasing: buffer[at...].prefix(1 << 30))
        sum = unsafe crc32(sum, piece.baseAddress, UInt32(piece.count))
        at += piece.count
      }
      return UInt32(truncatingIfNeeded: sum)
    }
  }
}
