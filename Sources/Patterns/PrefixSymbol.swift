/// The symbols that a ``PrefixTree`` reads text as, all of them printable ASCII: letters in lower
/// case, any digit as `0`, a run of blanks as one space, the end of a line as `Z`, every other
/// control as one sign, a byte beyond ASCII as a capital, every other byte as it is.
///
/// Of the capitals, A to P are for bytes within a character and Q to X for those that begin one, so
/// that a typographer's sign is not taken for an accented letter. As both cases of such a letter
/// mostly differ by 32 in their last byte, they read alike.
///
/// So a tree lets a little more through than begins a match, never less; PCRE2 decides.
enum PrefixSymbol {
  @inline(__always) static var blank: UInt8 { 0x20 }
  /// The one sign that shares its bit of a ``SymbolSet`` with a symbol of words or blanks: with these.
  static let exclamationMark: UInt8 = 0x21
  /// For a control, and for `~`.
  static let other: UInt8 = 0x7E
  /// For the end of a line.
  static let lineFeed: UInt8 = 0x5A

  /// The symbol for `byte`, one that is no blank.
  @inline(__always) static func of(_ byte: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    if byte &- 0x30 < 10 { return 0x30 }
    if byte > 0x20, byte < 0x7F { return byte }
    return rare(byte)
  }

  /// The symbol for a control or a byte beyond ASCII, those apart that begin many a character of ads.
  @inline(never) private static func rare(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x0A: lineFeed
    case ..<0x80: other
    case ..<0xC0: 0x41 + byte & 0x0F
    // Signs, letters of Latin-1, other Latin letters, Greek, and letters of the East.
    case ..<0xC3: 0x51
    case 0xC3: 0x52
    case ..<0xC6: 0x53
    case ..<0xD0: 0x54
    case ..<0xE0: 0x55
    // Dashes, quotes and bullets, other signs, and emoji.
    case 0xE2: 0x56
    case ..<0xF0: 0x57
    default: 0x58
    }
  }

  /// Whether `symbol` stands for one character only, but for its case.
  static func isExact(_ symbol: UInt8) -> Bool {
    symbol != other && symbol != 0x30 && !(symbol &- 0x41 < 26)
  }

  /// Whether `symbol` is part of a word of ASCII.
  @inline(__always) static func isWord(_ symbol: UInt8) -> Bool {
    symbol &- 0x61 < 26 || symbol == 0x30 || symbol == 0x5F
  }

  /// Whether no character begins with `symbol`.
  @inline(__always) static func isInCharacter(_ symbol: UInt8) -> Bool { symbol &- 0x41 < 16 }

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
