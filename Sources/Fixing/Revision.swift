/// A text that is edited again and again, and knows what has become of the first one.
public struct Revision: Sendable {
  /// The text as it was.
  public let old: [UInt8]
  /// The text as it is.
  public private(set) var text: [UInt8]
  private var pieces: [Piece]

  /// A stretch of the text: kept from the old one, or new.
  private enum Piece {
    case old(Range<Int>)
    case new([UInt8])

    var count: Int {
      switch self {
      case .old(let range): range.count
      case .new(let bytes): bytes.count
      }
    }

    func part(_ range: Range<Int>) -> Piece {
      switch self {
      case .old(let whole):
        .old(whole.lowerBound + range.lowerBound..<whole.lowerBound + range.upperBound)
      case .new(let bytes): .new(Array(bytes[range]))
      }
    }
  }

  public init(of old: [UInt8]) {
    self.old = old
    text = old
    pieces = [.old(0..<old.count)]
  }

  /// Makes `edits` of the text as it is, which are in order and do not overlap.
  public mutating func make(_ edits: [Edit]) {
    text = text.edited(by: edits)
    var made: [Piece] = []
    var (at, rest) = (0, pieces[...])
    func take(upTo end: Int, keeps: Bool) {
      while at < end, let first = rest.first {
        let count = min(first.count, end - at)
        if keeps, count > 0 { made.append(first.part(0..<count)) }
        rest = rest.dropFirst()
        if count < first.count { rest = [first.part(count..<first.count)] + rest }
        at += count
      }
    }
    let whole = pieces.reduce(0) { $0 + $1.count }
    for edit in edits {
      take(upTo: edit.place.lowerBound, keeps: true)
      if !edit.replacement.isEmpty { made.append(.new(edit.replacement)) }
      take(upTo: edit.place.upperBound, keeps: false)
    }
    take(upTo: whole, keeps: true)
    pieces = made
  }

  /// The edits that make the text as it is from the old one, in order.
  public var edits: [Edit] {
    var edits: [Edit] = []
    var (at, new): (Int, [UInt8]) = (0, [])
    func close(upTo next: Int) {
      if next > at || !new.isEmpty { edits.append(Edit(place: at..<next, replacement: new)) }
      new = []
    }
    for piece in pieces {
      switch piece {
      case .old(let range):
        close(upTo: range.lowerBound)
        at = range.upperBound
      case .new(let bytes): new += bytes
      }
    }
    close(upTo: old.count)
    return edits
  }
}
