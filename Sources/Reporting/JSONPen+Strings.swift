/// Strings stay what they are for whoever parses them, but their spelling is careful, since reports
/// are printed to terminals and to the logs of build servers: controls, line separators and marks
/// that turn the direction of text are escaped, and so is the second `#` of `##[`, with which a
/// build server's commands begin.
extension JSONPen {
  /// The most bytes that a string of `count` bytes takes, quotes included: `\u0000` for each. The
  /// last of them are written as a whole word.
  @inline(__always) static func stringLimit(_ count: Int) -> Int { 6 * count + 10 }

  /// Writes `text`, in quotes. What is no UTF-8 in it reads as U+FFFD.
  mutating func writeString(_ text: Span<UInt8>) {
    let begin = unsafe at
    write(UInt8(ascii: "\""))
    let isUTF8 = unsafe text.withUnsafeBytes { bytes in
      var index = 0
      while true {
        unsafe copyPlain(bytes, &index)
        if index == bytes.count { return true }
        guard unsafe writeCareful(bytes, &index) else { return false }
      }
    }
    guard isUTF8 else {
      // Each byte that is no UTF-8 becomes three, so that the limit holds for them as well.
      unsafe at = begin
      let repaired = unsafe text.withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
      return writeString(repaired.utf8Span.span)
    }
    write(UInt8(ascii: "\""))
  }

  /// Copies `bytes` from `index` on, up to the first that needs care.
  @inline(__always) private mutating func copyPlain(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int
  ) {
    // A word is written before it is known to be plain: there is room for it, see stringLimit.
    while index < bytes.count {
      let rest = bytes.count - index
      let word =
        rest >= 8
        ? unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        : unsafe Self.lastWord(of: bytes, from: index)
      unsafe UnsafeMutableRawPointer(at).storeBytes(of: word.littleEndian, as: UInt64.self)
      let special = Self.special(in: word)
      let count = min(rest, special == 0 ? 8 : special.trailingZeroBitCount / 8)
      unsafe at += count
      index += count
      if special != 0 { return }
    }
  }

  /// The bytes from `index` on, seven at most, and blanks behind them; the first one is the lowest.
  @inline(__always) private static func lastWord(
    of bytes: UnsafeRawBufferPointer, from index: Int
  ) -> UInt64 {
    var word: UInt64 = 0x2020_2020_2020_2020
    for at in (index..<bytes.count).reversed() { word = word << 8 | UInt64(unsafe bytes[at]) }
    return word
  }

  /// The high bits of the bytes of `word` that need care; only the lowest one is sure to be right.
  ///
  /// A byte below 0x80 that is zero, or below what is taken from it, sets its high bit; see “Bit
  /// Twiddling Hacks” (Anderson, Stanford). Bytes from 0x80 on need care in any case.
  @inline(__always) private static func special(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quoteOrHash = ((word | ones) ^ (ones &* 0x23)) &- ones
    let backslash = (word ^ (ones &* 0x5C)) &- ones
    let control = word &- ones &* 0x20
    let delete = word &+ ones
    return (word | quoteOrHash | backslash | control | delete) & (ones &* 0x80)
  }

  /// Writes the character at `index`, which is not plain; says whether it is UTF-8.
  private mutating func writeCareful(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int
  ) -> Bool {
    let byte = unsafe bytes[index]
    switch byte {
    case 0x22, 0x5C:
      write(UInt8(ascii: "\\"))
      write(byte)
    case 0x23 where unsafe index == 0 || bytes[index - 1] != 0x23: write(byte)
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    case ..<0x80: writeEscape(UInt16(byte))
    default:
      guard let (scalar, length) = unsafe Self.scalar(at: index, in: bytes) else { return false }
      if scalar.isTreacherous {
        for unit in UTF16.encode(scalar)! { writeEscape(unit) }
      } else {
        for at in index..<index + length { unsafe write(bytes[at]) }
      }
      index += length - 1
    }
    index += 1
    return true
  }

  private mutating func writeEscape(_ unit: UInt16) {
    write("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift)) & 15
      write(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// The character beyond ASCII that begins at `index`, if it is one, and the number of its bytes.
  private static func scalar(
    at index: Int, in bytes: UnsafeRawBufferPointer
  ) -> (Unicode.Scalar, Int)? {
    let lead = UInt32(unsafe bytes[index])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, index + length <= bytes.count else { return nil }
    var value = lead & (0x7F >> UInt32(length))
    for at in index + 1..<index + length {
      let byte = UInt32(unsafe bytes[at])
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | byte & 0x3F
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
