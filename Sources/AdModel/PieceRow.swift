/// The pieces of a ``SourceMap``, whatever texts it joins.
///
/// It is no generic type, so that the readers' innermost loops cost the same in every module.
@usableFromInline struct PieceRow: Hashable, Sendable {
  private var pieces: [Piece] = []
  /// Where the origin begins.
  @usableFromInline let start: Int
  /// The number of bytes read so far.
  @usableFromInline private(set) var count = 0

  @usableFromInline init(start: Int) { self.start = start }

  /// One stretch; it ends in the read text where the next one begins.
  private struct Piece: Hashable, Sendable {
    var read: Int
    var origin: Int
    var originUpper: Int
    var isVerbatim: Bool

    func origin(from offset: Int) -> Int { isVerbatim ? origin + offset - read : origin }

    func origin(upTo offset: Int) -> Int { isVerbatim ? origin + offset - read : originUpper }
  }
}

// MARK: - Appending

extension PieceRow {
  @usableFromInline mutating func append(verbatim origin: Range<Int>) {
    guard !origin.isEmpty else { return }
    if let last = pieces.last, last.isVerbatim, last.originUpper == origin.lowerBound {
      pieces[pieces.count - 1].originUpper = origin.upperBound
      count += origin.count
    } else {
      append(origin, as: origin.count, isVerbatim: true)
    }
  }

  @usableFromInline mutating func append(rewritten origin: Range<Int>, as count: Int) {
    guard count > 0 else { return }
    append(origin, as: count, isVerbatim: false)
  }

  @usableFromInline mutating func append(_ other: PieceRow) {
    let shift = count
    for var piece in other.pieces {
      piece.read += shift
      pieces.append(piece)
    }
    count += other.count
  }

  @usableFromInline mutating func append(_ inner: PieceRow, through outer: PieceRow) {
    reserve(pieces.count + inner.pieces.count + outer.pieces.count)
    var index = 0
    for (number, piece) in inner.pieces.enumerated() {
      guard piece.isVerbatim, !outer.pieces.isEmpty else {
        let far = outer.origin(covering: piece.origin..<piece.originUpper)
        append(rewritten: far, as: inner.readUpper(number) - piece.read)
        continue
      }
      var at = piece.origin
      index = outer.index(at: at, near: index)
      while at < piece.originUpper {
        let under = outer.pieces[index]
        let isLast = index == outer.pieces.count - 1
        let upper = isLast ? piece.originUpper : min(piece.originUpper, outer.readUpper(index))
        let far = under.origin(from: at)..<under.origin(upTo: upper)
        if under.isVerbatim {
          append(verbatim: far)
        } else {
          append(rewritten: far, as: upper - at)
        }
        at = upper
        if at < piece.originUpper { index += 1 }
      }
    }
  }

  @usableFromInline mutating func reserve(_ count: Int) {
    // Arrays grow by doubling only if nobody asks for less.
    if pieces.isEmpty { pieces.reserveCapacity(count) }
  }

  private mutating func append(_ origin: Range<Int>, as bytes: Int, isVerbatim: Bool) {
    pieces.append(
      Piece(
        read: count, origin: origin.lowerBound, originUpper: origin.upperBound,
        isVerbatim: isVerbatim))
    count += bytes
  }
}

// MARK: - Asking

extension PieceRow {
  @usableFromInline func origin(covering range: Range<Int>) -> Range<Int> {
    guard !pieces.isEmpty else { return start..<start }
    let index = index(at: range.lowerBound)
    let first = pieces[index]
    if range.isEmpty {
      let isInside = range.lowerBound < readUpper(index)
      let between = isInside ? first.origin(from: range.lowerBound) : first.originUpper
      return between..<between
    }
    let lower = first.origin(from: range.lowerBound)
    let last = pieces[self.index(at: range.upperBound - 1)]
    return lower..<max(lower, last.origin(upTo: range.upperBound))
  }

  @usableFromInline func origin(spelling range: Range<Int>) -> Range<Int>? {
    guard !pieces.isEmpty else { return nil }
    let index = index(at: range.lowerBound)
    guard pieces[index].isVerbatim, range.upperBound <= readUpper(index) else { return nil }
    return origin(covering: range)
  }

  @usableFromInline func origin(contiguous range: Range<Int>) -> Range<Int>? {
    guard !pieces.isEmpty, !range.isEmpty else { return nil }
    let (first, last) = (index(at: range.lowerBound), index(at: range.upperBound - 1))
    for number in first...last {
      let piece = pieces[number]
      if number > first, pieces[number - 1].originUpper != piece.origin { return nil }
      // Of a sign that is spelled by several, only all of them can be replaced.
      if !piece.isVerbatim,
        piece.read < range.lowerBound || readUpper(number) > range.upperBound
          || piece.origin == piece.originUpper
      {
        return nil
      }
    }
    return origin(covering: range)
  }

  /// Where piece `index` ends in the read text.
  private func readUpper(_ index: Int) -> Int {
    index + 1 < pieces.count ? pieces[index + 1].read : count
  }

  /// The piece that holds byte `offset`, looked for at `guess` and right behind it first.
  private func index(at offset: Int, near guess: Int) -> Int {
    for near in guess..<min(guess + 3, pieces.count)
    where pieces[near].read <= offset && offset < readUpper(near) {
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
