import AdModel

/// Writes text of another encoding as UTF-8, and remembers where each character stood.
struct Transcoder {
  private(set) var text: [UInt8] = []
  private(set) var map = SourceMap<Source, Original>()
  private let name: String

  init(_ name: String) { self.name = name }

  /// UTF-16, if a byte order mark says so or every other byte is zero, as in Western text.
  static func wideEncoding(of bytes: [UInt8]) -> Encoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
    let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    let most = sample.count * 2 / 5
    if odd >= most, even * 50 < odd { return .utf16LittleEndian }
    if even >= most, odd * 50 < even { return .utf16BigEndian }
    return nil
  }
}

// MARK: - UTF-16

extension Transcoder {
  /// Reads UTF-16; half of a surrogate pair becomes U+FFFD.
  mutating func readUTF16(_ bytes: [UInt8], isBigEndian: Bool) throws(Problem) {
    func unit(_ at: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    text.reserveCapacity(bytes.count / 2)
    var at = 0
    while at + 1 < bytes.count {
      let start = at
      var value = unit(at)
      at += 2
      if 0xD800..<0xDC00 ~= value, at + 1 < bytes.count, 0xDC00..<0xE000 ~= unit(at) {
        value = 0x10000 + (value - 0xD800) << 10 + (unit(at) - 0xDC00)
        at += 2
      }
      if value == 0 { throw .notText(name, byte: start, 0) }
      append(Unicode.Scalar(value) ?? "\u{FFFD}", for: start..<at)
    }
    if at < bytes.count { append("\u{FFFD}", for: at..<bytes.count) }
    if text.skippingMark(0..<text.count).isEmpty { throw .emptyFile(name) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, for range: Range<Int>) {
    let before = text.count
    text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    map.append(rewritten: ByteRange(range), as: text.count - before)
  }
}

// MARK: - One byte a character

extension Transcoder {
  /// Reads what is not quite UTF-8: with U+FFFD for the broken bytes where most of it is, else as
  /// Windows-1252.
  mutating func readNarrow(_ bytes: [UInt8]) throws(Problem) -> Encoding {
    let survey = Survey(bytes)
    // Hardly any text has control characters, and no binary file is without.
    if survey.controls * 100 > bytes.count {
      throw .notText(name, byte: survey.firstControl, bytes[survey.firstControl])
    }
    text.reserveCapacity(bytes.count + bytes.count / 16)
    let isUTF8 = survey.sequences > survey.broken
    if !isUTF8, let unused = bytes.firstIndex(where: Windows1252.isUnused) {
      throw Problem(
        id: "unknown-encoding", file: name,
        message: "This file is neither UTF-8 (byte \(survey.firstBroken) is not) nor"
          + " Windows-1252 (byte \(unused) is not); save it as UTF-8.")
    }
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] < 0x80 { at += 1 }
      if isUTF8 {
        while at < bytes.count, let width = bytes.span.sequenceWidth(at: at) { at += width }
      }
      text.append(contentsOf: bytes[start..<at])
      map.append(verbatim: ByteRange(start, at))
      guard at < bytes.count, isUTF8 ? bytes.span.sequenceWidth(at: at) == nil : bytes[at] >= 0x80
      else {
        continue
      }
      let scalar = isUTF8 ? nil : Unicode.Scalar(Windows1252.scalar(bytes[at]))
      append(scalar ?? "\u{FFFD}", for: at..<at + 1)
      at += 1
    }
    return isUTF8 ? .utf8 : .windows1252
  }

  /// What kinds of byte a file has.
  private struct Survey {
    var controls = 0
    var firstControl = 0
    /// Characters of two bytes or more, as UTF-8 has them.
    var sequences = 0
    /// Bytes that UTF-8 cannot have there.
    var broken = 0
    var firstBroken = 0

    init(_ bytes: [UInt8]) {
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte < 0x80 {
          if byte < 0x20 && !byte.isBlank || byte == 0x7F {
            if controls == 0 { firstControl = at }
            controls += 1
          }
          at += 1
        } else if let width = bytes.span.sequenceWidth(at: at) {
          sequences += 1
          at += width
        } else {
          if broken == 0 { firstBroken = at }
          broken += 1
          at += 1
        }
      }
    }
  }
}
