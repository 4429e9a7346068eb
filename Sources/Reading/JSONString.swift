import AdModel

/// The characters of a JSON string, with the way back to how they are spelled.
enum JSONString {
  /// Appends what the string at `range` of `text` says.
  ///
  /// Half of a surrogate pair, which is no character, is read as U+FFFD.
  static func decode<Read, Origin>(
    _ text: [UInt8], _ range: Range<Int>, into bytes: inout [UInt8],
    _ map: inout SourceMap<Read, Origin>
  ) {
    bytes.reserveCapacity(bytes.count + range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let stop = text.first(0x5C, in: at..<range.upperBound)
      if stop > at {
        bytes.append(contentsOf: text[at..<stop])
        map.append(verbatim: ByteRange(at, stop))
      }
      guard stop + 1 < range.upperBound else { return }
      let before = bytes.count
      at = decodeEscape(text, stop..<range.upperBound, into: &bytes)
      map.append(rewritten: ByteRange(stop, at), as: bytes.count - before)
    }
  }

  /// Appends the character of the escape that `range` begins with, and says where it ends.
  private static func decodeEscape(
    _ text: [UInt8], _ range: Range<Int>, into bytes: inout [UInt8]
  ) -> Int {
    let at = range.lowerBound + 1
    switch text[at] {
    case 0x62: bytes.append(0x08)
    case 0x66: bytes.append(0x0C)
    case 0x6E: bytes.append(0x0A)
    case 0x72: bytes.append(0x0D)
    case 0x74: bytes.append(0x09)
    case 0x75:
      let (scalar, end) = scalar(text, range)
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      return end
    default: bytes.append(text[at])
    }
    return at + 1
  }

  /// The character of `\u….`, or of two of them that are one.
  private static func scalar(_ text: [UInt8], _ range: Range<Int>) -> (Unicode.Scalar, Int) {
    let end = range.lowerBound + 6
    guard let first = unit(text, range) else { return ("\u{FFFD}", min(end, range.upperBound)) }
    if let scalar = Unicode.Scalar(first) { return (scalar, end) }
    if first < 0xDC00, let second = unit(text, end..<range.upperBound),
      0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      return (scalar, end + 6)
    }
    return ("\u{FFFD}", end)
  }

  /// The number of the `\uXXXX` that `range` begins with.
  private static func unit(_ text: [UInt8], _ range: Range<Int>) -> UInt32? {
    let at = range.lowerBound
    guard range.count >= 6, text[at] == 0x5C, text[at + 1] == 0x75 else { return nil }
    var value: UInt32 = 0
    for index in at + 2..<at + 6 {
      guard let digit = text[index].digit(isHex: true) else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
