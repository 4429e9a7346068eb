/// What in a text may begin a match: whole words, beginnings of words, and single bytes.
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
  /// Triggers at single bytes that are no letter or digit; 256 ranges.
  let bytes: [Range<Int32>]
  let all: [Trigger]
  let following: [UInt8]

  /// Collects the beginnings of patterns.
  struct Builder {
    private var words: [UInt64: [Trigger]] = [:]
    private var stems: [UInt64: [Trigger]] = [:]
    private var bytes: [UInt8: [Trigger]] = [:]
    private var following: [UInt8] = []

    /// Adds a pattern, or says that its matches can begin where no trigger is.
    mutating func add(_ beginnings: Beginnings, of pattern: Int32) -> Bool {
      let canTrigger = beginnings.prefixes.allSatisfy { prefix in
        WordByte.isWord(prefix[0]) ? beginnings.isAtWordStart : prefix[0] != 0x20
      }
      guard canTrigger else { return false }
      for prefix in beginnings.prefixes {
        if WordByte.isWord(prefix[0]) {
          addWord(prefix, of: pattern)
        } else {
          bytes[prefix[0], default: []].append(trigger(pattern, following: prefix.dropFirst()))
        }
      }
      return true
    }

    private mutating func addWord(_ prefix: [UInt8], of pattern: Int32) {
      let word = prefix.prefix { WordByte.isWord($0) }
      var hash = WordHash()
      for byte in word { hash.add(WordByte.folded(byte)) }
      let rest = prefix.dropFirst(word.count)
      if rest.isEmpty {
        stems[hash.value, default: []].append(trigger(pattern, following: rest))
      } else {
        words[hash.value, default: []].append(trigger(pattern, following: rest))
      }
    }

    private mutating func trigger(_ pattern: Int32, following rest: ArraySlice<UInt8>) -> Trigger {
      let start = following.count
      following += rest
      return Trigger(pattern: pattern, start: Int32(start), count: Int32(rest.count))
    }

    func triggers() -> Triggers {
      var all: [Trigger] = []
      func index(_ table: [UInt64: [Trigger]]) -> HashIndex {
        HashIndex(
          table.sorted { $0.key < $1.key }.map { key, list in
            all += list
            return (key, Int32(all.count - list.count)..<Int32(all.count))
          })
      }
      let words = index(words)
      let stems = index(stems)
      let bytes = (0...255).map { byte -> Range<Int32> in
        let list = self.bytes[UInt8(byte)] ?? []
        all += list
        return Int32(all.count - list.count)..<Int32(all.count)
      }
      return Triggers(words: words, stems: stems, bytes: bytes, all: all, following: following)
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

/// Bytes that make up words, as `\w` of PCRE2 sees ASCII.
enum WordByte {
  /// Each byte in lower case if it is part of a word, else 0.
  static let table: [UInt8] = (0...255).map { value in
    let byte = UInt8(value)
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x5F: return byte
    case 0x41...0x5A: return byte | 0x20
    default: return 0
    }
  }

  static func isWord(_ byte: UInt8) -> Bool { table[Int(byte)] != 0 }
  static func folded(_ byte: UInt8) -> UInt8 { table[Int(byte)] }
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
