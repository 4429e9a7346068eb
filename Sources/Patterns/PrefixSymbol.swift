/// The symbols that a ``PrefixTree`` reads text as, all of them printable ASCII: letters in lower
/// case, any digit as `0`, a run of blanks as one space, what ends a line as one sign, any other
/// control as one, a byte beyond ASCII as one of sixteen capitals, every other byte as it is.
///
/// So a tree lets a little more through than begins a match, never less; PCRE2 decides.
enum PrefixSymbol {
  static let blank: UInt8 = 0x20
  /// For a control that ends no line, and for `~`.
  static let other: UInt8 = 0x7E
  /// For a line feed and a carriage return.
  static let lineEnd: UInt8 = 0x5A

  /// The symbol for `byte`, one that is no blank.
  @inline(__always) static func of(_ byte: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    if byte &- 0x30 < 10 { return 0x30 }
    if byte >= 0x80 { return 0x41 + byte & 0x0F }
    if byte == 0x0A || byte == 0x0D { return lineEnd }
    return byte > 0x20 && byte != 0x7F ? byte : other
  }

  /// Whether `symbol` stands for one character only, but for its case.
  static func isExact(_ symbol: UInt8) -> Bool {
    symbol != other && symbol != 0x30 && !(symbol &- 0x41 < 26)
  }

  /// Whether `symbol` is part of a word of ASCII.
  static func isWord(_ symbol: UInt8) -> Bool {
    symbol &- 0x61 < 26 || symbol == 0x30 || symbol == 0x5F
  }

  /// Reads the symbol at `at` and goes behind it; a run of blanks is one.
  @inline(__always) static func next(in bytes: Span<UInt8>, _ at: inout Int) -> UInt8 {
    let byte = bytes[at]
    if byte > 0x20, byte != 0xC2 {
      at += 1
      return of(byte)
    }
    let end = endOfBlanks(at, in: bytes)
    if end > at {
      at = end
      return blank
    }
    at += 1
    return of(byte)
  }

  /// The first byte at or after `at` that is no blank of a phrase.
  @inline(__always) private static func endOfBlanks(_ at: Int, in bytes: Span<UInt8>) -> Int {
    var at = at
    while at < bytes.count {
      if bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
      } else if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
        at += 2
      } else {
        break
      }
    }
    return at
  }
}
