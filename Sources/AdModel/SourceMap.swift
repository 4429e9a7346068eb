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
    if range.isEmpty {
      let between =
        range.lower < first.readUpper ? first.origin(from: range.lower) : first.originUpper
      return ByteRange(between, between)
    }
    let lower = first.origin(from: range.lower)
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
    whole.append(self, through: outer)
    return whole
  }

  /// Notes that the next bytes read are all those that `inner` tells of, whose own origin was read
  /// from `outer`.
  public mutating func append<Between>(
    _ inner: SourceMap<Read, Between>, through outer: SourceMap<Between, Origin>
  ) {
    reserve(pieces.count + inner.pieces.count + outer.pieces.count)
    var index = 0
    for piece in inner.pieces {
      guard piece.isVerbatim, !outer.pieces.isEmpty else {
        let far = outer.origin(covering: ByteRange(piece.origin, piece.originUpper))
        append(rewritten: far, as: piece.readUpper - piece.read)
        continue
      }
      var at = piece.origin
      index = outer.index(at: at, near: index)
      while at < piece.originUpper {
        let under = outer.pieces[index]
        let isLast = index == outer.pieces.count - 1
        let upper = isLast ? piece.originUpper : min(piece.originUpper, under.readUpper)
        let far = ByteRange<Origin>(under.origin(from: at), under.origin(upTo: upper))
        if under.isVerbatim {
          append(verbatim: far)
        } else {
          append(rewritten: far, as: upper - at)
        }
        at = upper
        if !isLast { index += 1 }
      }
      if index > 0, outer.pieces[index].read >= piece.originUpper { index -= 1 }
    }
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

  /// The piece that holds byte `offset`, looked for at `guess` and right after it first.
  private func index(at offset: Int, near guess: Int) -> Int {
    for near in guess..<min(guess + 3, pieces.count)
    where pieces[near].read <= offset && offset < pieces[near].readUpper {
      return near
    }
    return index(at: offset)
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
