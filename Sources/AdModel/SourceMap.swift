/// Carries places in one text back to the text that it was read from.
///
/// The map is a row of pieces in reading order. A *verbatim* piece has the same bytes on both
/// sides, so any place inside it maps byte for byte. A *rewritten* piece (`&amp;` read as `&`)
/// maps only as a whole. Markup that leaves no text behind has no piece at all.
@frozen public struct SourceMap<Read, Origin>: Hashable, Sendable {
  /// The texts matter to the compiler only; what is done is the same for all.
  @usableFromInline var row: PieceRow

  /// An empty map of a text whose origin begins at `start`: where it points while it has no piece.
  @inlinable public init(startingAt start: Int = 0) { row = PieceRow(start: start) }

  /// The number of bytes read so far.
  @inlinable public var count: Int { row.count }

  /// Notes that the next bytes read are those of `origin`, unchanged.
  @inlinable public mutating func append(verbatim origin: ByteRange<Origin>) {
    row.append(verbatim: origin.utf8)
  }

  /// Notes that the next `count` bytes read stand for `origin`, spelled otherwise.
  @inlinable public mutating func append(rewritten origin: ByteRange<Origin>, as count: Int) {
    row.append(rewritten: origin.utf8, as: count)
  }

  /// Notes that the next bytes read are all those that `other` tells of.
  @inlinable public mutating func append(_ other: SourceMap) { row.append(other.row) }

  /// Notes that the next bytes read are all those that `inner` tells of, whose own origin was read
  /// from `outer`.
  @inlinable public mutating func append<Between>(
    _ inner: SourceMap<Read, Between>, through outer: SourceMap<Between, Origin>
  ) {
    row.append(inner.row, through: outer.row)
  }

  /// The smallest stretch of the origin that covers `range`: where to point.
  ///
  /// An empty range points between two bytes.
  @inlinable public func origin(covering range: ByteRange<Read>) -> ByteRange<Origin> {
    ByteRange(row.origin(covering: range.utf8))
  }

  /// The bytes of the origin equal to `range`: where to edit.
  ///
  /// Is `nil` where the origin spells it otherwise, since an edit there could break markup.
  @inlinable public func origin(spelling range: ByteRange<Read>) -> ByteRange<Origin>? {
    row.origin(spelling: range.utf8).map { ByteRange($0) }
  }

  /// The stretch of the origin that spells `range` and nothing else, whatever the spelling: where to
  /// edit by words that are spelled alike.
  ///
  /// Is `nil` where something without words, such as a tag, stands in between.
  @inlinable public func origin(contiguous range: ByteRange<Read>) -> ByteRange<Origin>? {
    row.origin(contiguous: range.utf8).map { ByteRange($0) }
  }

  /// This map continued back through `outer`, from which its own origin was read.
  @inlinable public func through<Outermost>(
    _ outer: SourceMap<Origin, Outermost>
  ) -> SourceMap<Read, Outermost> {
    let begin = outer.row.origin(covering: row.start..<row.start).lowerBound
    var whole = SourceMap<Read, Outermost>(startingAt: begin)
    whole.append(self, through: outer)
    return whole
  }

  /// Makes room for `count` pieces.
  @inlinable public mutating func reserve(_ count: Int) { row.reserve(count) }
}
