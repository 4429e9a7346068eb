/// Finds where patterns may begin, in one pass over a text: the half of a scan that asks no PCRE2.
///
/// Each different word is studied once, and what it sets off is remembered under its hash, so a word
/// that was seen before costs one look at a table.
struct CandidateFinder: ~Copyable {
  /// A place at which a pattern may begin.
  struct Candidate {
    var pattern: Int32
    /// In bytes of the text.
    var start: Int32
  }

  private let triggers: Triggers
  private let mask: Int
  private var studied: [Studied]
  private var calls: [Call] = []

  /// A trigger that a word sets off.
  private struct Call {
    var trigger: Int32
    /// Where in the word a match may begin, and from where on the bytes that follow count.
    var start: Int16
    var end: Int16
  }

  /// What is known of a word: the calls that it makes.
  private struct Studied {
    var hash: UInt64 = 0
    var lower: Int32 = 0
    /// The number of its calls, negative where it begins some of ``Triggers/pairs`` as well.
    var mark: Int32 = 0

    var count: Int { Int(mark < 0 ? ~mark : mark) }
    var beginsPairs: Bool { mark < 0 }
  }

  /// A finder that remembers `size` words, a power of two; 2^16 of them take 1 MiB and hold nearly
  /// every word of a corpus (9 MB of ads have 30,000 different ones).
  init(_ triggers: Triggers, size: Int) {
    self.triggers = triggers
    mask = size - 1
    studied = [Studied](repeating: Studied(), count: size)
  }

  /// Appends to `candidates` where patterns may begin in `bytes`, in the order of their places.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case.
  mutating func find(in bytes: Span<UInt8>, into candidates: inout [Candidate]) -> Bool {
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
        visit(start..<at, hash: hash.value, in: bytes, into: &candidates)
        continue
      }
      let range = triggers.bytes[Int(byte)]
      if !range.isEmpty { call(range, from: at, behind: at + 1, in: bytes, into: &candidates) }
      if byte == 0x20 || byte == 0x09 || byte == 0xC2 {
        visitBlank(at, in: bytes, into: &candidates)
      }
      if byte >= 0x80, Self.isKelvinOrLongS(bytes, at) { return false }
      at += 1
    }
    return true
  }

  /// U+212A and U+017F are `k` and `s` to a caseless match in UTF mode, but not to our hashes.
  private static func isKelvinOrLongS(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0xC5 { return at + 1 < bytes.count && bytes[at + 1] == 0xBF }
    return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x84
      && bytes[at + 2] == 0xAA
  }

  @inline(__always) private mutating func visit(
    _ word: Range<Int>, hash: UInt64, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    let slot = HashIndex.home(of: hash) & mask
    var known = studied[slot]
    if known.hash != hash {
      known = study(word, hash: hash, in: bytes)
      studied[slot] = known
    }
    if known.mark == 0 { return }
    for index in Int(known.lower)..<Int(known.lower) + known.count {
      let call = calls[index]
      let trigger = triggers.all[Int(call.trigger)]
      if follows(trigger, in: bytes, at: word.lowerBound + Int(call.end)) {
        candidates.append(
          Candidate(
            pattern: trigger.pattern, start: Int32(word.lowerBound) + Int32(call.start)))
      }
    }
    if known.beginsPairs, let range = pairs(hash, behind: word.upperBound, in: bytes) {
      call(range, from: word.lowerBound, behind: word.upperBound, in: bytes, into: &candidates)
    }
  }

  /// The patterns that may begin at the blank at `at`, if it is one.
  private func visitBlank(
    _ at: Int, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    let next = Self.skipBlanks(at, in: bytes)
    guard next > at, next < bytes.count else { return }
    let range = triggers.blanks[Int(asciiLowercase(bytes[next]))]
    if !range.isEmpty { call(range, from: at, behind: at, in: bytes, into: &candidates) }
  }

  @inline(__always) private func call(
    _ range: Range<Int32>, from start: Int, behind end: Int, in bytes: Span<UInt8>,
    into candidates: inout [Candidate]
  ) {
    for index in range {
      let trigger = triggers.all[Int(index)]
      if follows(trigger, in: bytes, at: end) {
        candidates.append(Candidate(pattern: trigger.pattern, start: Int32(start)))
      }
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
    return triggers.pairs[PairHash.key(hash, first, second, third)]
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

  /// Whether the bytes that `trigger` asks for stand at `at`: letters in either case, any blanks
  /// for a space.
  @inline(__always) private func follows(
    _ trigger: Triggers.Trigger, in bytes: Span<UInt8>, at: Int
  ) -> Bool {
    var at = at
    for index in Int(trigger.start)..<Int(trigger.start + trigger.count) {
      let wanted = triggers.following[index]
      if wanted == 0x20 || wanted == Triggers.anyBlanks {
        let begin = at
        at = Self.skipBlanks(at, in: bytes)
        if at == begin, wanted == 0x20 { return false }
      } else {
        guard at < bytes.count, asciiLowercase(bytes[at]) == wanted else { return false }
        at += 1
      }
    }
    return true
  }
}

// MARK: Words that are new

extension CandidateFinder {
  /// The most calls that are remembered, so that hostile text cannot take all memory.
  private static var callLimit: Int { 1 << 20 }

  /// Collects the calls of a word that is new to this finder.
  private mutating func study(
    _ word: Range<Int>, hash: UInt64, in bytes: Span<UInt8>
  ) -> Studied {
    if calls.count > Self.callLimit {
      calls.removeAll(keepingCapacity: true)
      for index in studied.indices { studied[index] = Studied() }
    }
    let lower = calls.count
    // No prefix is longer than this.
    let reach = min(word.count, 64)
    if word.count <= reach, let range = triggers.words[hash] {
      calls += range.map { Call(trigger: $0, start: 0, end: Int16(reach)) }
    }
    var beginning = WordHash()
    for count in 1...reach {
      beginning.add(WordByte.folded(bytes[word.lowerBound + count - 1]))
      if let range = triggers.stems[beginning.value] {
        calls += range.map { Call(trigger: $0, start: 0, end: Int16(count)) }
      }
    }
    for infix in triggers.infixes { call(infix, in: word, of: bytes) }
    if calls.count - lower > 1 {
      // Matches of one pattern come in the order of their places, as in a plain search.
      calls[lower...].sort { ($0.start, $0.trigger) < ($1.start, $1.trigger) }
    }
    let count = Int32(calls.count - lower)
    return Studied(
      hash: hash, lower: Int32(lower), mark: triggers.firsts[hash] == nil ? count : ~count)
  }

  /// Notes where the letters of `infix` stand in `word`.
  private mutating func call(
    _ infix: Triggers.Infix, in word: Range<Int>, of bytes: Span<UInt8>
  ) {
    let count = infix.letters.count
    guard count <= word.count, word.count < Int(Int16.max) else { return }
    let first = infix.endsWord ? word.count - count : 0
    for start in first...(word.count - count) {
      var length = 0
      while length < count,
        WordByte.folded(bytes[word.lowerBound + start + length]) == infix.letters[length]
      { length += 1 }
      if length == count {
        calls.append(Call(trigger: infix.number, start: Int16(start), end: Int16(start + count)))
      }
    }
  }
}
