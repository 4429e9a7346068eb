extension Span<UInt8> {
  /// Whether it is UTF-8.
  ///
  /// Ads are mostly ASCII, of which it looks at 32 bytes in one step.
  public var isUTF8: Bool {
    var at = 0
    while true {
      while at + 32 <= count, isASCII(from: at) { at += 32 }
      guard at < count else { return true }
      guard let width = sequenceWidth(at: at) else { return false }
      at += width
    }
  }

  /// The bytes of the well-formed UTF-8 character at `offset`, `nil` if there is none (Unicode 16,
  /// table 3-7).
  public func sequenceWidth(at offset: Int) -> Int? {
    let byte = self[offset]
    let width =
      byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
    guard width > 0, offset + width <= count else { return nil }
    if width == 1 { return 1 }
    let second = self[offset + 1]
    let least: UInt8 = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
    let most: UInt8 = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
    guard least <= second, second <= most else { return nil }
    for index in offset + 2..<Swift.max(offset + 2, offset + width) where self[index] & 0xC0 != 0x80
    {
      return nil
    }
    return width
  }

  /// Whether the 32 bytes from `at` on are ASCII.
  @inline(__always) private func isASCII(from at: Int) -> Bool {
    precondition(at + 32 <= count)
    var all: UInt64 = 0
    for word in 0..<4 {
      all |= unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at + 8 * word, as: UInt64.self)
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}
