/// What in a text may begin a match: whole words, beginnings of words, letters inside of words, and
/// single bytes.
struct Triggers: Sendable {
  /// A pattern that may begin at a word or byte, and the bytes that must follow it.
  struct Trigger: Sendable {
    var pattern: Int32
    /// Where the bytes that must follow stand in ``following``; they count from the end of the
    /// word, or from behind the byte.
    var start: Int32
    var count: Int32
  }

  /// Triggers at whole words and at beginnings of words, by ``WordHash``.
  let words: HashIndex
  let stems: HashIndex
  /// Triggers at a whole word and the first three letters of the next, by ``PairHash``: hundreds
  /// of phrases begin with “a” or “to”, and very few go on as the text does.
  let pairs: HashIndex
  /// The whole words that ``pairs`` begin with; the ranges mean nothing.
  let firsts: HashIndex
  /// Triggers inside of words, for patterns that may begin there.
  let infixes: [Infix]
  /// Triggers at single bytes that are no letter or digit; 256 ranges.
  let bytes: [Range<Int32>]
  /// Triggers at a blank, by the byte behind the run of blanks, in lower case; 256 ranges.
  let blanks: [Range<Int32>]
  let all: [Trigger]
  let following: [UInt8]

  /// Letters and digits that may stand anywhere in a word.
  struct Infix: Sendable {
    var letters: [UInt8]
    /// Whether the word ends with them, since something other than a word must follow.
    var endsWord: Bool
    var trigger: Trigger
    /// The number of the trigger among ``Triggers/all``.
    var number: Int32 = 0
  }

  /// In ``following``: any number of blanks, none too.
  static let anyBlanks: UInt8 = 0

  /// Collects the beginnings of patterns.
  struct Builder {
    /// Triggers with the hash that calls them, in the order of the patterns.
    private typealias Table = [(hash: UInt64, trigger: Trigger)]
    private var words: Table = []
    private var stems: Table = []
    private var pairs: Table = []
    private var firsts: Set<UInt64> = []
    private var infixes: [Infix] = []
    private var bytes: [UInt8: [Trigger]] = [:]
    private var blanks: [UInt8: [Trigger]] = [:]
    private var following: [UInt8] = []

    /// Adds a pattern.
    mutating func add(_ beginnings: Beginnings, of pattern: Int32) {
      for prefix in beginnings.prefixes {
        if prefix[0] == 0x20 {
          addBlank(prefix, of: pattern)
        } else if !WordByte.isWord(prefix[0]) {
          bytes[prefix[0], default: []].append(trigger(pattern, following: prefix.dropFirst()))
        } else if beginnings.isAtWordStart {
          addWord(prefix, of: pattern)
        } else {
          addInfix(prefix, of: pattern)
        }
      }
    }

    /// A match may begin at any blank of a run.
    private mutating func addBlank(_ prefix: [UInt8], of pattern: Int32) {
      let rest = [Triggers.anyBlanks] + prefix.drop { $0 == 0x20 }
      let trigger = trigger(pattern, following: rest[...])
      for next in rest.count > 1 ? [rest[1]] : Array(0...255) {
        blanks[next, default: []].append(trigger)
      }
    }

    private mutating func addWord(_ prefix: [UInt8], of pattern: Int32) {
      let word = prefix.prefix { WordByte.isWord($0) }
      var hash = WordHash()
      for byte in word { hash.add(WordByte.folded(byte)) }
      let rest = prefix.dropFirst(word.count)
      if rest.isEmpty {
        stems.append((hash.value, trigger(pattern, following: rest)))
      } else if let key = PairHash.key(hash.value, rest) {
        pairs.append((key, trigger(pattern, following: rest)))
        firsts.insert(hash.value)
      } else {
        words.append((hash.value, trigger(pattern, following: rest)))
      }
    }

    private mutating func addInfix(_ prefix: [UInt8], of pattern: Int32) {
      let letters = prefix.prefix { WordByte.isWord($0) }
      let rest = prefix.dropFirst(letters.count)
      infixes.append(
        Infix(
          letters: letters.map(WordByte.folded), endsWord: !rest.isEmpty,
          trigger: trigger(pattern, following: rest)))
    }

    private mutating func trigger(_ pattern: Int32, following rest: ArraySlice<UInt8>) -> Trigger {
      let start = following.count
      following += rest
      return Trigger(pattern: pattern, start: Int32(start), count: Int32(rest.count))
    }

    func triggers() -> Triggers {
      var all: [Trigger] = []
      func index(_ table: Table) -> HashIndex {
        var ranges: [(UInt64, Range<Int32>)] = []
        let order = table.indices.sorted { (table[$0].hash, $0) < (table[$1].hash, $1) }
        for index in order {
          let entry = table[index]
          let end = Int32(all.count)
          all.append(entry.trigger)
          if let last = ranges.last, last.0 == entry.hash {
            ranges[ranges.count - 1].1 = last.1.lowerBound..<end + 1
          } else {
            ranges.append((entry.hash, end..<end + 1))
          }
        }
        return HashIndex(ranges)
      }
      let words = index(words)
      let stems = index(stems)
      let pairs = index(pairs)
      let firsts = HashIndex(firsts.sorted().map { ($0, 0..<1) })
      func ranges(_ table: [UInt8: [Trigger]]) -> [Range<Int32>] {
        (0...255).map { byte in
          let list = table[UInt8(byte)] ?? []
          all += list
          return Int32(all.count - list.count)..<Int32(all.count)
        }
      }
      let bytes = ranges(self.bytes)
      let blanks = ranges(self.blanks)
      var found = infixes
      for index in found.indices {
        all.append(found[index].trigger)
        found[index].number = Int32(all.count - 1)
      }
      return Triggers(
        words: words, stems: stems, pairs: pairs, firsts: firsts, infixes: found, bytes: bytes,
        blanks: blanks, all: all, following: following)
    }
  }
}

/// The hash of a word, byte by byte in lower case (FNV-1a, 64 bits).
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}

/// The hash of a word and the first three letters of the next; 0 stands for each letter that is
/// missing because the next word is shorter.
enum PairHash {
  @inline(__always) static func key(_ word: UInt64, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt64 {
    let letters = UInt64(a) | UInt64(b) << 8 | UInt64(c) << 16
    return (word ^ letters) &* 0x9FB2_1C65_1E98_DF25
  }

  /// The key of a prefix whose first word has the hash `word`; `nil` where `rest`, what follows
  /// it, does not say that much.
  static func key(_ word: UInt64, _ rest: ArraySlice<UInt8>) -> UInt64? {
    guard rest.first == 0x20 else { return nil }
    var letters: [UInt8] = []
    for byte in rest.dropFirst() where letters.count < 3 {
      letters.append(WordByte.folded(byte))
      if letters.last == 0 { break }
    }
    guard let first = letters.first, first != 0, letters.count == 3 || letters.last == 0 else {
      return nil
    }
    while letters.count < 3 { letters.append(0) }
    return key(word, letters[0], letters[1], letters[2])
  }
}

/// Bytes that make up words, as `\w` of PCRE2 sees ASCII.
enum WordByte {
  /// `byte` in lower case if it is part of a word, else 0.
  ///
  /// Computed and not looked up: a table that every byte asks for costs more than it saves.
  @inline(__always) static func folded(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 || byte == 0x5F ? byte : 0
  }

  @inline(__always) static func isWord(_ byte: UInt8) -> Bool { folded(byte) != 0 }
}

/// Ranges by 64-bit hash: open addressing in one flat array.
struct HashIndex: Sendable {
  struct Slot: Sendable {
    var hash: UInt64
    var lower: Int32
    var upper: Int32
  }
  let slots: [Slot]
  let mask: Int

  /// An index of `ranges`, none of them empty.
  init(_ ranges: [(UInt64, Range<Int32>)]) {
    var size = 16
    while size < ranges.count * 3 { size *= 2 }
    var slots = [Slot](repeating: Slot(hash: 0, lower: 0, upper: 0), count: size)
    for (hash, range) in ranges {
      var at = Self.home(of: hash) & (size - 1)
      while slots[at].upper != 0 { at = (at + 1) & (size - 1) }
      slots[at] = Slot(hash: hash, lower: range.lowerBound, upper: range.upperBound)
    }
    self.slots = slots
    mask = size - 1
  }

  @inline(__always) static func home(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  subscript(_ hash: UInt64) -> Range<Int32>? {
    var at = Self.home(of: hash) & mask
    while slots[at].upper != 0 {
      if slots[at].hash == hash { return slots[at].lower..<slots[at].upper }
      at = (at + 1) & mask
    }
    return nil
  }
}
