/// Carries places in one text back to the text that it was read from.
///
/// The map is a row of pieces in reading order. A *verbatim* piece has the same bytes on both
/// sides, so any place inside it maps byte for byte. A *rewritten* piece (`&amp;` read as `&`)
/// maps only as a whole. Markup that leaves no text behind has no piece at all.
public struct SourceMap<Read, Origin>: Hashable, Sendable {
  private var pieces: [Piece] = []
  private let start: Int

  /// An empty map of a text whose origin begins at `start`: where it points while it has no piece.
  public init(startingAt start: Int = 0) { self.start = start }

  /// The number of bytes read so far.
  public var count: Int { pieces.last?.readUpper ?? 0 }

  /// Notes that the next bytes read are those of `origin`, unchanged.
  public mutating func append(verbatim origin: ByteRange<Origin>) {
    guard !origin.isEmpty else { return }
    if let last = pieces.last, last.isVerbatim, last.originUpper == origin.lower {
      pieces[pieces.count - 1].readUpper += origin.count
      pieces[pieces.count - 1].originUpper = origin.upper
    } else {
      append(origin, count: origin.count, isVerbatim: true)
    }
  }

  /// Notes that the next `count` bytes read stand for `origin`, spelled otherwise.
  public mutating func append(rewritten origin: ByteRange<Origin>, as count: Int) {
    guard count > 0 else { return }
    append(origin, count: count, isVerbatim: false)
  }

  /// Notes that the next bytes read are all those that `other` tells of.
  public mutating func append(_ other: SourceMap) {
    let shift = count
    for var piece in other.pieces {
      piece.read += shift
      piece.readUpper += shift
      pieces.append(piece)
    }
  }

  /// The smallest stretch of the origin that covers `range`: where to point.
  ///
  /// An empty range points between two bytes.
  public func origin(covering range: ByteRange<Read>) -> ByteRange<Origin> {
    guard !pieces.isEmpty else { return ByteRange(start, start) }
    let first = pieces[index(at: range.lower)]
    let lower = first.origin(from: range.lower)
    if range.isEmpty {
      let at = range.lower >= first.readUpper ? first.originUpper : lower
      return ByteRange(at, at)
    }
    let last = pieces[index(at: range.upper - 1)]
    return ByteRange(lower, max(lower, last.origin(upTo: range.upper)))
  }

  /// The bytes of the origin equal to `range`: where to edit.
  ///
  /// Is `nil` where the origin spells it otherwise, since an edit there could break markup.
  public func origin(spelling range: ByteRange<Read>) -> ByteRange<Origin>? {
    guard !pieces.isEmpty else { return nil }
    let piece = pieces[index(at: range.lower)]
    guard piece.isVerbatim, range.upper <= piece.readUpper else { return nil }
    return origin(covering: range)
  }

  /// This map continued back through `outer`, from which its own origin was read.
  public func through<Outermost>(
    _ outer: SourceMap<Origin, Outermost>
  ) -> SourceMap<Read, Outermost> {
    let begin = outer.origin(covering: ByteRange(start, start)).lower
    var whole = SourceMap<Read, Outermost>(startingAt: begin)
    whole.reserve(pieces.count + outer.pieces.count)
    for piece in pieces {
      guard piece.isVerbatim, !outer.pieces.isEmpty else {
        let far = outer.origin(covering: ByteRange(piece.origin, piece.originUpper))
        whole.append(rewritten: far, as: piece.readUpper - piece.read)
        continue
      }
      var at = piece.origin
      var index = outer.index(at: at)
      while at < piece.originUpper {
        let under = outer.pieces[index]
        let upper = min(piece.originUpper, under.readUpper)
        let far = ByteRange<Outermost>(under.origin(from: at), under.origin(upTo: upper))
        if under.isVerbatim {
          whole.append(verbatim: far)
        } else {
          whole.append(rewritten: far, as: upper - at)
        }
        at = upper
        index += 1
      }
    }
    return whole
  }

  /// Makes room for `count` pieces.
  public mutating func reserve(_ count: Int) { pieces.reserveCapacity(count) }
}

extension SourceMap {
  private struct Piece: Hashable, Sendable {
    var read: Int
    var readUpper: Int
    var origin: Int
    var originUpper: Int
    var isVerbatim: Bool

    func origin(from offset: Int) -> Int { isVerbatim ? origin + offset - read : origin }

    func origin(upTo offset: Int) -> Int { isVerbatim ? origin + offset - read : originUpper }
  }

  private mutating func append(_ origin: ByteRange<Origin>, count: Int, isVerbatim: Bool) {
    let read = self.count
    pieces.append(
      Piece(
        read: read, readUpper: read + count, origin: origin.lower, originUpper: origin.upper,
        isVerbatim: isVerbatim))
  }

  /// The piece that holds byte `offset`, or the last one for an offset at the end.
  private func index(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].read > offset { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }
}
