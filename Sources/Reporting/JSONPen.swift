/// Writes pieces of JSON into memory that is known to be large enough.
@safe struct JSONPen {
  private let start: UnsafeMutablePointer<UInt8>
  var at: UnsafeMutablePointer<UInt8>

  /// A pen that writes from `start` on.
  ///
  /// No step of it checks for room: whoever makes one knows how much will be written at most.
  @inline(__always) init(at start: UnsafeMutablePointer<UInt8>) {
    unsafe self.start = start
    unsafe at = start
  }

  /// The number of bytes written.
  @inline(__always) var count: Int { unsafe at - start }

  /// The most bytes that a number takes.
  static let numberLimit = 20
}

// MARK: Bytes and numbers

extension JSONPen {
  @inline(__always) mutating func write(_ byte: UInt8) {
    unsafe at.pointee = byte
    unsafe at += 1
  }

  @inline(__always) mutating func write(_ text: StaticString) {
    unsafe at.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    unsafe at += text.utf8CodeUnitCount
  }

  @inline(__always) mutating func write(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe at.update(from: base, count: bytes.count)
    }
    unsafe at += bytes.count
  }

  /// Writes the name of a member: ASCII without quotes.
  @inline(__always) mutating func writeKey(_ name: StaticString) {
    write(UInt8(ascii: "\""))
    write(name)
    write("\":")
  }

  mutating func write(_ value: Int) {
    if value < 0 { write(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let size = Self.digitCount(of: rest)
    var digit = size
    while rest >= 10 {
      digit -= 1
      unsafe at[digit] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    unsafe at[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)
    unsafe at += size
  }

  /// The number of decimal digits of `value`.
  @inline(__always) private static func digitCount(of value: UInt) -> Int {
    var count = 1
    var rest = value
    while rest >= 10_000 {
      rest /= 10_000
      count += 4
    }
    return count + (rest >= 10 ? 1 : 0) + (rest >= 100 ? 1 : 0) + (rest >= 1000 ? 1 : 0)
  }

  /// Writes the sixteen hexadecimal digits of `value`.
  mutating func writeHex(_ value: UInt64) {
    for half in [UInt32(truncatingIfNeeded: value >> 32), UInt32(truncatingIfNeeded: value)] {
      // The eight digits are spread to a byte each, the first one highest.
      var digits = UInt64(half)
      digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
      digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
      digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
      let letters = ((digits &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
      digits = digits &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
      unsafe UnsafeMutableRawPointer(at).storeBytes(of: digits.bigEndian, as: UInt64.self)
      unsafe at += 8
    }
  }
}
