import AdModel

/// How the bytes of a value spell what it says.
enum Spelling {
  /// As they stand.
  case plain
  /// With the escapes of a JSON string.
  case json
  /// With each double quote doubled, as inside the quotes of a cell.
  case doubledQuotes
  /// As a parser has read them already.
  indirect case pieces(SpelledText)

  /// Appends what the bytes at `range` of `text` say.
  func decode<Read, Origin>(
    _ text: [UInt8], _ range: Range<Int>, into bytes: inout [UInt8],
    _ map: inout SourceMap<Read, Origin>
  ) {
    switch self {
    case .plain:
      bytes.append(contentsOf: text[range])
      map.append(verbatim: ByteRange(range))
    case .json: JSONString.decode(text, range, into: &bytes, &map)
    case .doubledQuotes: Self.decodeQuotes(text, range, into: &bytes, &map)
    case .pieces(let read): read.append(to: &bytes, &map)
    }
  }

  private static func decodeQuotes<Read, Origin>(
    _ text: [UInt8], _ range: Range<Int>, into bytes: inout [UInt8],
    _ map: inout SourceMap<Read, Origin>
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let quote = text.first(0x22, in: at..<range.upperBound)
      bytes.append(contentsOf: text[at..<quote])
      map.append(verbatim: ByteRange(at, quote))
      guard quote < range.upperBound else { return }
      at = min(quote + 2, range.upperBound)
      bytes.append(0x22)
      map.append(rewritten: ByteRange(quote, at), as: 1)
    }
  }
}

/// A text that comes in pieces, each from a place of its own, such as an element of XML with
/// entities and CDATA sections.
struct SpelledText {
  /// What it says, UTF-8.
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  private struct Piece {
    /// Where it ends in the bytes.
    var upper: Int
    /// Where it stands in the file.
    var place: Range<Int>
    var isVerbatim: Bool
  }

  /// Goes on with `words`, which stand at `place` of the file, or are spelled otherwise there.
  mutating func append(_ words: some Collection<UInt8>, at place: Range<Int>, isVerbatim: Bool) {
    guard !words.isEmpty else { return }
    bytes.append(contentsOf: words)
    if let last = pieces.last, last.isVerbatim, isVerbatim,
      last.place.upperBound == place.lowerBound
    {
      pieces[pieces.count - 1].place = last.place.lowerBound..<place.upperBound
      pieces[pieces.count - 1].upper = bytes.count
    } else {
      pieces.append(Piece(upper: bytes.count, place: place, isVerbatim: isVerbatim))
    }
  }

  /// Whether it is what stands at its place, without more ado.
  var isPlain: Bool { pieces.isEmpty || pieces.count == 1 && pieces[0].isVerbatim }

  /// All of it in the file, or `nil` if there is nothing.
  var place: Range<Int>? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    return first.place.lowerBound..<last.place.upperBound
  }

  /// It without the blanks at both ends.
  var trimmed: SpelledText {
    let kept = bytes.trimmed(0..<bytes.count)
    var text = SpelledText()
    text.bytes.reserveCapacity(kept.count)
    var lower = 0
    for piece in pieces {
      let range =
        max(lower, kept.lowerBound)..<max(min(piece.upper, kept.upperBound), lower, kept.lowerBound)
      if !range.isEmpty {
        let start = piece.place.lowerBound + range.lowerBound - lower
        text.append(
          bytes[range], at: piece.isVerbatim ? start..<start + range.count : piece.place,
          isVerbatim: piece.isVerbatim)
      }
      lower = piece.upper
    }
    return text
  }

  /// Appends all of it to what is read.
  func append<Read, Origin>(to read: inout [UInt8], _ map: inout SourceMap<Read, Origin>) {
    read.append(contentsOf: bytes)
    var lower = 0
    for piece in pieces {
      if piece.isVerbatim {
        map.append(verbatim: ByteRange(piece.place))
      } else {
        map.append(rewritten: ByteRange(piece.place), as: piece.upper - lower)
      }
      lower = piece.upper
    }
  }
}
