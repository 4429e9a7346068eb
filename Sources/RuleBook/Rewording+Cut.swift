internal import AdModel

extension Rewording {
  /// `words` taken out of `ad` with their line, or with the blank beside them.
  ///
  /// Is `nil` unless they stand by themselves: as a line, in brackets of their own, or behind the end
  /// of a sentence with an end of their own. So no sentence is torn, and no field is left empty.
  init?(cutting words: ByteRange<Prose>, from ad: Ad) {
    guard let field = ad.field(at: words.lower)?.place, words.upper <= field.upper else {
      return nil
    }
    guard let line = Line(of: words, in: ad.prose, field) else { return nil }
    guard let places = line.isAlone ? line.whole(in: ad) : line.part else { return nil }
    if places.read == field { return nil }
    self.init("", for: places.read)
    written = places.written
  }
}

/// A line of a field, with words in it that are to go.
private struct Line {
  let prose: [UInt8]
  let field: ByteRange<Prose>
  let words: ByteRange<Prose>
  /// The line, without its line feed.
  let lower: Int
  let upper: Int

  /// How far on either side of the words it may go, in bytes. What goes further is a whole ad in one
  /// line, and looking through it for each of its leftovers would take for ever.
  private static let reach = 4_096

  /// The line of `words` in `field`; `nil` if it is longer than a line may be.
  init?(of words: ByteRange<Prose>, in prose: [UInt8], _ field: ByteRange<Prose>) {
    (self.prose, self.field, self.words) = (prose, field, words)
    let feed = UInt8(ascii: "\n")
    let least = max(field.lower, words.lower - Self.reach)
    let most = min(field.upper, words.upper + Self.reach)
    let start = prose[least..<words.lower].lastIndex(of: feed).map { $0 + 1 }
    let end = prose[words.upper..<most].firstIndex(of: feed)
    guard start != nil || least == field.lower, end != nil || most == field.upper else {
      return nil
    }
    (lower, upper) = (start ?? field.lower, end ?? field.upper)
  }

  /// Whether nothing else stands in it but blanks, a bullet and a mark.
  var isAlone: Bool {
    prose[lower..<words.lower].allSatisfy { $0.isBlank || "-*".utf8.contains($0) }
      && prose[words.upper..<upper].allSatisfy { $0.isBlank || ".!|".utf8.contains($0) }
  }

  /// The line with its line feed, and with a second one where it stood between empty lines.
  ///
  /// Where there is markup, the words alone are written no more, in a paragraph that stays empty;
  /// `nil` for an item or a heading, which would show that it is.
  func whole(in ad: Ad) -> (read: ByteRange<Prose>, written: ByteRange<Prose>)? {
    var read = ByteRange<Prose>(lower, upper)
    if upper < field.upper {
      let isApart = lower == field.lower || isFeed(before: lower, times: 2)
      read = ByteRange(lower, skipped(upper, most: isApart ? 2 : 1))
    } else {
      var start = lower
      while start > field.lower, prose[start - 1].isBlank || prose[start - 1] == 0x0A { start -= 1 }
      read = ByteRange(start, upper)
    }
    if ad.markup == .text {
      // The last line leaves its line feed to the one before it.
      let place = upper < field.upper ? read : ByteRange(lower, upper)
      return (place, place)
    }
    let isParagraph = ad.blocks.contains {
      $0.kind == .paragraph && $0.place.lower == lower && $0.place.upper == upper
    }
    return isParagraph ? (read, ByteRange(lower, upper)) : nil
  }

  /// The words with what divides them from the rest of the line; `nil` where they are a part of it.
  var part: (read: ByteRange<Prose>, written: ByteRange<Prose>)? {
    var (start, end) = (words.lower, words.upper)
    let before = prose[lower..<start].last { !$0.isBlank }
    let isBracketed = prose[start] == UInt8(ascii: "[") && prose[end - 1] == UInt8(ascii: "]")
    guard isBracketed || before.map({ ".!?|]".utf8.contains($0) }) ?? true else { return nil }
    let after = prose[end..<upper].firstIndex { !$0.isBlank }
    if let after, !isBracketed, ".!".utf8.contains(prose[after]) {
      end = after + 1
    } else {
      let hasEnd = isBracketed || after == nil || ".!?".utf8.contains(prose[end - 1])
      guard hasEnd else { return nil }
    }
    let isLast = !prose[end..<upper].contains { !$0.isBlank }
    if isLast {
      while start > lower, prose[start - 1].isBlank { start -= 1 }
    } else if start == lower || prose[start - 1].isBlank {
      while end < upper, prose[end].isBlank { end += 1 }
    }
    let place = ByteRange<Prose>(start, end)
    return (place, place)
  }

  /// Whether `times` line feeds end at `offset`, with nothing but blanks between them.
  private func isFeed(before offset: Int, times: Int) -> Bool {
    let feeds = prose[field.lower..<offset].reversed().prefix { $0.isBlank || $0 == 0x0A }
    return feeds.count { $0 == 0x0A } >= times
  }

  /// The offset behind `most` line feeds from `offset` on, or behind as many as there are.
  private func skipped(_ offset: Int, most: Int) -> Int {
    var (at, end, feeds) = (offset, offset, 0)
    while at < field.upper, feeds < most, prose[at].isBlank || prose[at] == 0x0A {
      at += 1
      if prose[at - 1] == 0x0A { (end, feeds) = (at, feeds + 1) }
    }
    return end
  }
}

extension UInt8 {
  /// Whether it is a blank within a line.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
