#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The ASCII classes that the formats are made of.
extension UInt8 {
  /// Whether HTML folds it with its neighbours: space, tab, line feed, form feed, carriage return.
  var isBlank: Bool {
    self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C)
  }

  /// Whether it ends a line.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  /// Whether it is a space or a tab.
  var isSpace: Bool { self == 0x20 || self == 0x09 }

  /// Whether it is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether it is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether it is ASCII punctuation, as CommonMark lists it.
  var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isLetter && !isDigit }

  /// The small letter of an ASCII capital, and any other byte itself.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension [UInt8] {
  /// The first byte in `range` that is `byte`, or the end of the range.
  ///
  /// It is memchr(3), which the C library has in the fastest form for each processor.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    if range.isEmpty { return range.upperBound }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return range.upperBound }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The first byte in `range` that is `one` or `other`, or the end of the range.
  ///
  /// Eight bytes are looked at in one step, which is what makes long lines cheap.
  func first(_ one: UInt8, or other: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let ones = 0x0101_0101_0101_0101 &* UInt64(one)
    let others = 0x0101_0101_0101_0101 &* UInt64(other)
    return unsafe withUnsafeBytes { bytes in
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
        let hits = (word ^ ones).zeroBytes | (word ^ others).zeroBytes
        if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < range.upperBound, unsafe bytes[at] != one, unsafe bytes[at] != other { at += 1 }
      return at
    }
  }

  /// The first byte in `range` that JSON does not take as it is in a string (a quote, a backslash
  /// or a control character), or the end of the range.
  func firstSpecialInJSON(in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let quotes: UInt64 = 0x2222_2222_2222_2222
    let backslashes: UInt64 = 0x5C5C_5C5C_5C5C_5C5C
    return unsafe withUnsafeBytes { bytes in
      var at = range.lowerBound
      while at + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
        let hits =
          (word ^ quotes).zeroBytes | (word ^ backslashes).zeroBytes
          | (word & 0xE0E0_E0E0_E0E0_E0E0).zeroBytes
        if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < range.upperBound {
        let byte = unsafe bytes[at]
        if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
        at += 1
      }
      return at
    }
  }

  /// The first place in `range` where `needle` stands, ASCII letters of either case alike.
  func first(_ needle: StaticString, in range: Range<Int>) -> Int? {
    let wanted = [UInt8](String(describing: needle).utf8)
    guard let head = wanted.first else { return range.lowerBound }
    var at = range.lowerBound
    while at + wanted.count <= range.upperBound {
      at = first(head, or: head ^ (head.isLetter ? 0x20 : 0), in: at..<range.upperBound)
      guard at + wanted.count <= range.upperBound else { return nil }
      if starts(with: wanted, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether `wanted` (in small letters) stands at `offset`, ASCII letters of either case alike.
  func starts(with wanted: [UInt8], at offset: Int) -> Bool {
    guard offset + wanted.count <= count else { return false }
    for index in wanted.indices where self[offset + index].lowercased != wanted[index] {
      return false
    }
    return true
  }

  /// Whether `range` begins with `wanted` (in small letters), ASCII letters of either case alike.
  func starts(with wanted: [UInt8], in range: Range<Int>) -> Bool {
    range.count >= wanted.count && starts(with: wanted, at: range.lowerBound)
  }

  /// `range` without the blanks at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, self[lower].isBlank { lower += 1 }
    while lower < upper, self[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }

  /// The start of the text proper: behind a byte order mark at the start of `range`.
  func skippingMark(_ range: Range<Int>) -> Range<Int> {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard range.count >= 3, self[range.lowerBound..<range.lowerBound + 3].elementsEqual(mark)
    else { return range }
    return range.lowerBound + 3..<range.upperBound
  }

  /// Its words with one blank between them: what two spellings of a value have in common.
  func folded() -> [UInt8] {
    var words: [UInt8] = []
    for byte in self {
      if !byte.isBlank {
        words.append(byte)
      } else if let last = words.last, last != 0x20 {
        words.append(0x20)
      }
    }
    if words.last == 0x20 { words.removeLast() }
    return words
  }
}

extension UInt64 {
  /// The high bit of each byte that is zero; only the lowest one set is sure to be right.
  fileprivate var zeroBytes: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }
}
