extension LineIndex {
  /// The number of bytes between two marks: eight words.
  static let stride = 64

  /// How many characters stand before a byte.
  struct Mark: Sendable {
    var scalars: UInt32 = 0
    /// Those that UTF-16 writes with two units.
    var astral: UInt32 = 0

    @inline(__always) mutating func add(_ byte: UInt8) {
      scalars += byte & 0xC0 == 0x80 ? 0 : 1
      astral += byte >= 0xF0 ? 1 : 0
    }

    /// Adds eight bytes.
    @inline(__always) mutating func add(_ word: UInt64) {
      let highs = word & 0x8080_8080_8080_8080
      scalars += 8
      if highs == 0 { return }
      // A byte that goes on with a character is 10xxxxxx, the first of four is 1111xxxx.
      let continuations = highs & ~(word << 1)
      let fours = highs & word << 1 & word << 2 & word << 3
      scalars -= Self.count(continuations)
      astral += Self.count(fours)
    }

    /// The number of bytes of `word` whose high bit is set; no other bit is.
    @inline(__always) private static func count(_ word: UInt64) -> UInt32 {
      UInt32(truncatingIfNeeded: ((word >> 7) &* 0x0101_0101_0101_0101) >> 56)
    }
  }

  func mark(at offset: Int) -> Mark {
    let index = offset / Self.stride
    var mark = marks[index]
    let bytes = text.span
    var at = index * Self.stride
    while at + 8 <= offset {
      mark.add(bytes.word(at: at))
      at += 8
    }
    while at < offset {
      mark.add(bytes[at])
      at += 1
    }
    return mark
  }

  static func starts(in text: [UInt8], from first: Int) -> [Int] {
    var starts = [first]
    let bytes = text.span
    var at = first
    while at < bytes.count {
      if at + 8 <= bytes.count, !bytes.word(at: at).hasLineEnd {
        at += 8
        continue
      }
      let byte = bytes[at]
      at += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { continue }
      starts.append(at)
    }
    return starts
  }

  static func marks(in text: [UInt8]) -> [Mark] {
    var mark = Mark()
    var marks = [mark]
    marks.reserveCapacity(text.count / stride + 1)
    let bytes = text.span
    var at = 0
    while at + stride <= bytes.count {
      for word in 0..<stride / 8 { mark.add(bytes.word(at: at + 8 * word)) }
      marks.append(mark)
      at += stride
    }
    return marks
  }
}

extension Span<UInt8> {
  /// The eight bytes from `at` on, the first one lowest.
  @inline(__always) fileprivate func word(at: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
  }
}

extension UInt64 {
  /// Whether a byte of it is CR or LF.
  @inline(__always) fileprivate var hasLineEnd: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (feeds, returns) = (self ^ ones &* 0x0A, self ^ ones &* 0x0D)
    let zeros = (feeds &- ones) & ~feeds | (returns &- ones) & ~returns
    return zeros & (ones &* 0x80) != 0
  }
}
