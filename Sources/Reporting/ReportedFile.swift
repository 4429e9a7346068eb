public import AdModel

/// A file whose ads are reported, or a window of a long one.
///
/// A class, since it holds the text and many verdicts refer to it.
public final class ReportedFile: Sendable {
  public let source: SourceFile
  /// SHA-256 of the bytes of the file, hexadecimal; empty until all of them are read, which is when
  /// the file ends.
  public let sha256: String
  /// Its number among the files, from 0.
  public let index: Int
  /// Lines and columns of the file.
  public let lines: LineIndex

  /// The file, or the window of it that begins at `start`.
  public init(
    _ source: SourceFile, sha256: String, index: Int, from start: LineIndex.Start = .init()
  ) {
    self.source = source
    self.sha256 = sha256
    self.index = index
    lines = LineIndex(source.text, from: start)
  }

  /// Where the next window begins.
  public var end: LineIndex.Start { lines.start(at: source.ownText.upperBound) }
}

extension ReportedFile {
  /// The text at `place`; what is no UTF-8 in it reads as U+FFFD.
  func text(at place: ByteRange<Source>) -> String {
    String(decoding: source.text[clamped(place).utf8], as: UTF8.self)
  }

  /// `place` without a byte order mark and without what lies behind the end of the file.
  func clamped(_ place: ByteRange<Source>) -> ByteRange<Source> {
    let lower = min(max(place.lower, lines.textStart), source.text.count)
    return ByteRange(lower, min(max(place.upper, lower), source.text.count))
  }

  /// `place` with up to `reach` characters on each side, but nothing from outside `record`, whose
  /// neighbours may be other people's ads, and no line end at its rim.
  func context(
    of place: ByteRange<Source>, within record: ByteRange<Source>, reach: Int = 60
  ) -> ByteRange<Source> {
    let text = source.text
    let place = clamped(place)
    let record = clamped(record)
    let floor = min(record.lower, place.lower)
    let ceiling = max(record.upper, place.upper)
    var lower = place.lower
    var upper = place.upper
    // Mostly all of them are ASCII, a byte each.
    if lower - floor >= reach, text.span.isASCII(lower - reach..<lower) {
      lower -= reach
    } else {
      for _ in 0..<reach where lower > floor {
        repeat { lower -= 1 } while lower > floor && text[lower].isContinuation
      }
    }
    if ceiling - upper > reach, text.span.isASCII(upper..<upper + reach + 1) {
      upper += reach
    } else {
      for _ in 0..<reach where upper < ceiling {
        repeat { upper += 1 } while upper < ceiling && text[upper].isContinuation
      }
    }
    while lower < place.lower, text[lower].isLineEnd { lower += 1 }
    while upper > place.upper, text[upper - 1].isLineEnd { upper -= 1 }
    return ByteRange(lower, upper)
  }
}

extension Span<UInt8> {
  /// Whether the bytes of `range` are all ASCII.
  fileprivate func isASCII(_ range: Range<Int>) -> Bool {
    let stretch = extracting(range)
    var at = 0
    var all: UInt64 = 0
    while at + 8 <= stretch.count {
      all |= unsafe stretch.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      at += 8
    }
    while at < stretch.count {
      all |= UInt64(stretch[at])
      at += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}

extension UInt8 {
  /// Whether it goes on with a character that began before it.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// Whether it is CR or LF.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
