/// Looks for the patterns of a set: owns the scratch memory, so each task has its own.
public struct Scanner: ~Copyable {
  public let set: PatternSet
  public var matcher = Matcher()
  /// Whether the single pass is used; without it, every pattern is searched for by itself. Both
  /// find the same: the plain loop is the oracle that the pass is tested against.
  public let usesTriggers: Bool

  private var studied: [Studied]
  private var lists: [Call] = []
  /// Where the next match of each pattern may begin: matches of one pattern do not overlap.
  private var free: [Int32]
  private var touched: [Int32] = []

  /// A trigger that a word sets off.
  private struct Call {
    var trigger: Int32
    /// Where in the word a match may begin, and from where on the bytes that follow count.
    var start: Int16
    var end: Int16
  }

  /// What is known of a word: the triggers that it sets off.
  private struct Studied {
    var hash: UInt64 = 0
    var lower: Int32 = 0
    /// The number of its calls, negative where it begins some of ``Triggers/pairs`` as well.
    var mark: Int32 = 0

    var count: Int { Int(mark < 0 ? ~mark : mark) }
    var beginsPairs: Bool { mark < 0 }
  }

  /// Words that are remembered: 2^15 of them take 512 KiB, and hold nearly every word of a corpus
  /// (9 MB of ads have 30,000 different ones).
  private static let memory = 1 << 15

  public init(_ set: PatternSet, usesTriggers: Bool = true) {
    self.set = set
    self.usesTriggers = usesTriggers
    studied = usesTriggers ? [Studied](repeating: Studied(), count: Self.memory) : []
    free = [Int32](repeating: 0, count: set.patterns.count)
  }

  /// Appends to `hits` where patterns of `kind` match in `text`, in the order of their places.
  ///
  /// `offset` is added to all places.
  public mutating func scan(
    _ text: UTF8Span, kind: UInt32, offset: Int, into hits: inout [PatternHit]
  ) {
    let first = hits.count
    if !usesTriggers || !pass(text, kind: kind, offset: offset, into: &hits) {
      hits.removeSubrange(first...)
      for pattern in set.patterns.indices {
        search(for: Int32(pattern), in: text, kind: kind, offset: offset, into: &hits)
      }
    } else {
      for pattern in set.searched {
        search(for: pattern, in: text, kind: kind, offset: offset, into: &hits)
      }
    }
    for pattern in touched { free[Int(pattern)] = 0 }
    touched.removeAll(keepingCapacity: true)
    if hits.count - first > 1 { hits[first...].sort() }
  }

  private mutating func search(
    for pattern: Int32, in text: UTF8Span, kind: UInt32, offset: Int,
    into hits: inout [PatternHit]
  ) {
    guard set.kinds[Int(pattern)] & kind != 0 else { return }
    var start = 0
    while start < text.span.count,
      let match = matcher.match(set.patterns[Int(pattern)], in: text, from: start)
    {
      hits.append(hit(pattern, match, offset))
      start = match.whole.upperBound
    }
  }

  private func hit(_ pattern: Int32, _ match: Match, _ offset: Int) -> PatternHit {
    PatternHit(
      pattern: pattern, lower: Int32(offset + match.words.lowerBound),
      upper: Int32(offset + match.words.upperBound))
  }

  /// The single pass. Gives up on a text with a sign that is `k` or `s` in another case.
  private mutating func pass(
    _ text: UTF8Span, kind: UInt32, offset: Int, into hits: inout [PatternHit]
  ) -> Bool {
    let bytes = text.span
    let count = bytes.count
    var at = 0
    while at < count {
      let byte = bytes[at]
      if WordByte.isWord(byte) {
        let start = at
        var hash = WordHash()
        repeat {
          let folded = WordByte.folded(bytes[at])
          if folded == 0 { break }
          hash.add(folded)
          at += 1
        } while at < count
        visit(
          start..<at, hash: hash.value, in: text, kind: kind, offset: offset, into: &hits)
      } else {
        let range = set.triggers.bytes[Int(byte)]
        at += 1
        if !range.isEmpty {
          confirm(
            range, behind: at, from: at - 1, in: text, kind: kind, offset: offset, into: &hits)
        }
        if byte == 0x20 || byte == 0x09 || byte == 0xC2 {
          confirmBlank(at - 1, in: text, kind: kind, offset: offset, into: &hits)
        }
        if byte >= 0x80, Self.isKelvinOrLongS(bytes, at - 1) { return false }
      }
    }
    return true
  }

  /// Confirms the patterns that may begin at the blank at `at`, if it is one.
  private mutating func confirmBlank(
    _ at: Int, in text: UTF8Span, kind: UInt32, offset: Int, into hits: inout [PatternHit]
  ) {
    let bytes = text.span
    let next = Self.skipBlanks(at, in: bytes)
    guard next > at, next < bytes.count else { return }
    let range = set.triggers.blanks[Int(asciiLowercase(bytes[next]))]
    guard !range.isEmpty else { return }
    confirm(range, behind: at, from: at, in: text, kind: kind, offset: offset, into: &hits)
  }

  /// U+212A and U+017F are `k` and `s` to a caseless match in UTF mode, but not to our hashes.
  private static func isKelvinOrLongS(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0xC5 { return at + 1 < bytes.count && bytes[at + 1] == 0xBF }
    return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x84
      && bytes[at + 2] == 0xAA
  }

  @inline(__always) private mutating func visit(
    _ word: Range<Int>, hash: UInt64, in text: UTF8Span, kind: UInt32,
    offset: Int, into hits: inout [PatternHit]
  ) {
    let slot = HashIndex.home(of: hash) & (Self.memory - 1)
    var known = studied[slot]
    if known.hash != hash {
      known = study(word, hash: hash, in: text.span)
      studied[slot] = known
    }
    for index in Int(known.lower)..<Int(known.lower) + known.count {
      let call = lists[index]
      confirm(
        call.trigger..<call.trigger + 1, behind: word.lowerBound + Int(call.end),
        from: word.lowerBound + Int(call.start), in: text, kind: kind, offset: offset, into: &hits)
    }
    if known.beginsPairs, let range = pairs(hash, behind: word.upperBound, in: text.span) {
      confirm(
        range, behind: word.upperBound, from: word.lowerBound, in: text, kind: kind,
        offset: offset, into: &hits)
    }
  }

  /// The triggers of the word with the hash `hash` and the word that begins behind `end`.
  @inline(__always) private func pairs(
    _ hash: UInt64, behind end: Int, in bytes: Span<UInt8>
  ) -> Range<Int32>? {
    let start = Self.skipBlanks(end, in: bytes)
    guard start > end, start < bytes.count else { return nil }
    let first = WordByte.folded(bytes[start])
    guard first != 0 else { return nil }
    let second = start + 1 < bytes.count ? WordByte.folded(bytes[start + 1]) : 0
    let third = second != 0 && start + 2 < bytes.count ? WordByte.folded(bytes[start + 2]) : 0
    return set.triggers.pairs[PairHash.key(hash, first, second, third)]
  }

  /// The first byte at or after `at` that is no blank of a phrase.
  @inline(__always) private static func skipBlanks(_ at: Int, in bytes: Span<UInt8>) -> Int {
    var at = at
    while at < bytes.count {
      if bytes[at] == 0x20 || bytes[at] == 0x09 {
        at += 1
      } else if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// Collects the triggers of a word that is new to this scanner.
  private mutating func study(
    _ word: Range<Int>, hash: UInt64, in bytes: Span<UInt8>
  ) -> Studied {
    if lists.count > 1 << 20 {
      // Hostile text: forget all, so that memory stays bounded.
      lists.removeAll(keepingCapacity: true)
      for index in studied.indices { studied[index] = Studied() }
    }
    let lower = Int32(lists.count)
    // No prefix is longer than this; the rest of a longer “word” is no word.
    let reach = min(word.count, 64)
    if word.count <= reach, let range = set.triggers.words[hash] {
      lists += range.map { Call(trigger: $0, start: 0, end: Int16(reach)) }
    }
    var beginning = WordHash()
    for count in 1...reach {
      beginning.add(WordByte.folded(bytes[word.lowerBound + count - 1]))
      if let range = set.triggers.stems[beginning.value] {
        lists += range.map { Call(trigger: $0, start: 0, end: Int16(count)) }
      }
    }
    for infix in set.triggers.infixes { call(infix, in: word, of: bytes) }
    // Matches of one pattern come in the order of their places, as in a plain search.
    lists[Int(lower)...].sort { ($0.start, $0.trigger) < ($1.start, $1.trigger) }
    let count = Int32(lists.count) - lower
    return Studied(
      hash: hash, lower: lower, mark: set.triggers.firsts[hash] == nil ? count : ~count)
  }

  /// Notes where the letters of `infix` stand in `word`.
  private mutating func call(
    _ infix: Triggers.Infix, in word: Range<Int>, of bytes: Span<UInt8>
  ) {
    let count = infix.letters.count
    guard count <= word.count, word.count < Int(Int16.max) else { return }
    let first = infix.endsWord ? word.count - count : 0
    for start in first...(word.count - count) {
      let matches = infix.letters.indices.allSatisfy {
        WordByte.folded(bytes[word.lowerBound + start + $0]) == infix.letters[$0]
      }
      guard matches else { continue }
      lists.append(
        Call(trigger: infix.number, start: Int16(start), end: Int16(start + count)))
    }
  }

  private mutating func confirm(
    _ range: Range<Int32>, behind end: Int, from start: Int, in text: UTF8Span,
    kind: UInt32, offset: Int, into hits: inout [PatternHit]
  ) {
    for index in range {
      let trigger = set.triggers.all[Int(index)]
      let pattern = Int(trigger.pattern)
      guard set.kinds[pattern] & kind != 0, Int(free[pattern]) <= start,
        follows(trigger, in: text.span, at: end),
        let match = matcher.match(
          set.patterns[pattern], in: text, from: start, isAnchored: true)
      else { continue }
      hits.append(hit(trigger.pattern, match, offset))
      if free[pattern] == 0 { touched.append(trigger.pattern) }
      free[pattern] = Int32(match.whole.upperBound)
    }
  }

  /// Whether the bytes that `trigger` asks for stand at `at`: letters in either case, any blanks
  /// for a space.
  @inline(__always) private func follows(
    _ trigger: Triggers.Trigger, in bytes: Span<UInt8>, at: Int
  ) -> Bool {
    var at = at
    for index in Int(trigger.start)..<Int(trigger.start + trigger.count) {
      let wanted = set.triggers.following[index]
      guard at < bytes.count else { return false }
      let byte = bytes[at]
      if wanted == 0x20 || wanted == Triggers.anyBlanks {
        let begin = at
        at = Self.skipBlanks(at, in: bytes)
        if at == begin, wanted == 0x20 { return false }
      } else {
        guard asciiLowercase(byte) == wanted else { return false }
        at += 1
      }
    }
    return true
  }
}
