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
    if let null = readUTF16(bytes, isBigEndian: isBigEndian, isLast: true) {
      throw .notText(name, byte: null, 0)
    }
    if text.skippingMark(0..<text.count).isEmpty { throw .emptyFile(name) }
  }

  /// Reads UTF-16 as far as it makes whole characters, or to the end if it `isLast`, and gives where
  /// the first null stands, which no text has.
  @discardableResult
  mutating func readUTF16(_ bytes: [UInt8], isBigEndian: Bool, isLast: Bool) -> Int? {
    func unit(_ at: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    text.reserveCapacity(bytes.count / 2)
    var null: Int?
    var at = 0
    while at + 1 < bytes.count {
      let start = at
      var value = unit(at)
      at += 2
      if 0xD800..<0xDC00 ~= value {
        if at + 1 >= bytes.count, !isLast { return null }
        if at + 1 < bytes.count, 0xDC00..<0xE000 ~= unit(at) {
          value = 0x10000 + (value - 0xD800) << 10 + (unit(at) - 0xDC00)
          at += 2
        }
      }
      if value == 0, null == nil { null = start }
      append(Unicode.Scalar(value) ?? "\u{FFFD}", for: start..<at)
    }
    if at < bytes.count, isLast { append("\u{FFFD}", for: at..<bytes.count) }
    return null
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
    let survey = Survey(bytes, 0..<bytes.count)
    // Hardly any text has control characters, and no binary file is without.
    if survey.isBinary {
      throw .notText(name, byte: survey.firstControl, bytes[survey.firstControl])
    }
    text.reserveCapacity(bytes.count + bytes.count / 16)
    if !survey.isUTF8, let unused = bytes.firstIndex(where: Windows1252.isUnused) {
      throw Problem(
        id: "unknown-encoding", file: name,
        message: "This file is neither UTF-8 (byte \(survey.firstBroken) is not) nor"
          + " Windows-1252 (byte \(unused) is not); save it as UTF-8.")
    }
    read(bytes, 0..<bytes.count, isUTF8: survey.isUTF8)
    return survey.isUTF8 ? .utf8 : .windows1252
  }

  /// Reads `range` of the bytes of a file, judged by itself, and gives what is wrong with it: bytes
  /// that are not UTF-8, and how they were read.
  mutating func readStretch(_ bytes: [UInt8], _ range: Range<Int>) -> Damage? {
    if bytes.span.extracting(range).isUTF8 {
      text.append(contentsOf: bytes[range])
      map.append(verbatim: ByteRange(range))
      return nil
    }
    let survey = Survey(bytes, range)
    let isUTF8 = survey.isUTF8 || bytes[range].contains(where: Windows1252.isUnused)
    // What stands in front of the first byte that is read otherwise is as it was.
    let changed =
      isUTF8 ? survey.firstBroken : bytes[range].firstIndex { $0 >= 0x80 } ?? range.lowerBound
    let place = text.count + changed - range.lowerBound
    read(bytes, range, isUTF8: isUTF8)
    return Damage(place: place, count: survey.broken, isUTF8: isUTF8)
  }

  /// What `range` of a text says that may not be UTF-8, judged by itself.
  static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var transcoder = Transcoder("")
    _ = transcoder.readStretch(bytes, range)
    return String(decoding: transcoder.text, as: UTF8.self)
  }

  /// Bytes of a record that are not UTF-8.
  struct Damage {
    /// Where the first of them stands in the text.
    var place: Int
    var count: Int
    /// Whether each was read as U+FFFD, else as Windows-1252.
    var isUTF8: Bool
  }

  private mutating func read(_ bytes: [UInt8], _ range: Range<Int>, isUTF8: Bool) {
    let end = range.upperBound
    let span = bytes.span.extracting(0..<end)
    var at = range.lowerBound
    while at < end {
      let start = at
      while at < end, bytes[at] < 0x80 { at += 1 }
      if isUTF8 {
        while at < end, let width = span.sequenceWidth(at: at) { at += width }
      }
      text.append(contentsOf: bytes[start..<at])
      map.append(verbatim: ByteRange(start, at))
      guard at < end, isUTF8 ? span.sequenceWidth(at: at) == nil : bytes[at] >= 0x80 else {
        continue
      }
      let scalar = isUTF8 ? nil : Unicode.Scalar(Windows1252.scalar(bytes[at]))
      append(scalar ?? "\u{FFFD}", for: at..<at + 1)
      at += 1
    }
  }
}

/// What kinds of byte a text has.
struct Survey {
  private var controls = 0
  private(set) var firstControl = 0
  /// Characters of two bytes or more, as UTF-8 has them.
  private var sequences = 0
  /// Bytes that UTF-8 cannot have there.
  private(set) var broken = 0
  private(set) var firstBroken = 0
  private let count: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    count = range.count
    let span = bytes.span.extracting(0..<range.upperBound)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte < 0x20 && !byte.isBlank || byte == 0x7F {
          if controls == 0 { firstControl = at }
          controls += 1
        }
        at += 1
      } else if let width = span.sequenceWidth(at: at) {
        sequences += 1
        at += width
      } else {
        if broken == 0 { firstBroken = at }
        broken += 1
        at += 1
      }
    }
  }

  /// Whether most of what is not ASCII is UTF-8.
  var isUTF8: Bool { sequences > broken }

  /// Whether more than one byte of 100 is a control character.
  var isBinary: Bool { controls * 100 > count }
}
