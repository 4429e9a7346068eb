internal import AdModel

/// What one pass over the body of an ad finds: its words, and the places of signs that several
/// checks ask about. All in the order of the prose.
struct BodyScan: Sendable {
  private(set) var words: [BodyWord] = []
  /// Round and square brackets.
  private(set) var brackets: [Int32] = []
  /// Colons before a blank.
  private(set) var colons: [Int32] = []
  /// The first blanks of runs of two or more.
  private(set) var blankRuns: [Int32] = []
  /// Line feeds, full stops, question marks and exclamation marks.
  private(set) var stops: [Int32] = []

  /// Reads `fields` of `prose`.
  init(of prose: [UInt8], in fields: [ByteRange<Prose>]) {
    stops.reserveCapacity(64)
    let table = ByteClass.table
    // Between two words of a field stands a byte at least.
    let most = fields.reduce(0) { $0 + ($1.count + 1) / 2 }
    words = unsafe Array(unsafeUninitializedCapacity: most) { words, count in
      for field in fields {
        unsafe read(
          prose.span.extracting(field.utf8), offset: Int32(field.lower), table.span, &words, &count)
      }
    }
  }

  private mutating func read(
    _ bytes: Span<UInt8>, offset: Int32, _ table: Span<ByteClass>,
    _ words: inout UnsafeMutableBufferPointer<BodyWord>, _ count: inout Int
  ) {
    var at = 0
    while at < bytes.count {
      let kind = table.of(bytes[at])
      if !kind.isDisjoint(with: .letter) {
        let word = Self.word(from: at, in: bytes, offset: offset, table)
        unsafe words.initializeElement(at: count, to: word)
        count += 1
        at = Int(word.upper - offset)
      } else if kind == .blank {
        let start = at
        at += 1
        guard at < bytes.count, bytes[at] == 0x20 else { continue }
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        blankRuns.append(offset + Int32(start))
      } else {
        if kind == .sign { note(bytes, at, offset) }
        at += 1
      }
    }
  }

  private mutating func note(_ bytes: Span<UInt8>, _ at: Int, _ offset: Int32) {
    let place = offset + Int32(at)
    switch bytes[at] {
    case UInt8(ascii: ":"):
      if at + 1 < bytes.count, bytes[at + 1] == 0x20 { colons.append(place) }
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
      brackets.append(place)
    default: stops.append(place)
    }
  }

  /// The word that begins at `start`, as ``Words`` would find it.
  @inline(__always) private static func word(
    from start: Int, in bytes: Span<UInt8>, offset: Int32, _ table: Span<ByteClass>
  ) -> BodyWord {
    var kinds: ByteClass = []
    /// The last letter that is not a part of one.
    var last: ByteClass = []
    var at = start
    while at < bytes.count {
      // `at` is below the count.
      let kind = unsafe table.of(bytes[unchecked: at])
      if !kind.isDisjoint(with: .letter) {
        last = kind
      } else if kind == .joint {
        let width = joint(at, in: bytes)
        guard width > 0 else { break }
        kinds.insert(.joint)
        (last, at) = ([], at + width)
        continue
      } else if kind != .inner || last != .wide {
        break
      }
      kinds.formUnion(kind)
      at += 1
    }
    let (key, head) = WordKey.of(bytes, from: start, to: at)
    return BodyWord(
      lower: offset + Int32(start), upper: offset + Int32(at),
      head: UInt32(truncatingIfNeeded: head), letters: BodyWord.Letters(kinds), key: key)
  }

  /// The length of an apostrophe or hyphen at `at`, if a letter follows it; else 0.
  private static func joint(_ at: Int, in bytes: Span<UInt8>) -> Int {
    var next = at + 1
    if bytes[at] == 0xE2 {
      guard at + 3 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 else { return 0 }
      next = at + 3
    }
    return next < bytes.count && Words.isLetter(bytes[next]) ? next - at : 0
  }
}

extension [Int32] {
  /// Those of these places, which are in order, that lie in `place`.
  func inside(_ place: ByteRange<Prose>) -> ArraySlice<Int32> {
    let first = index(of: place.lower)
    var last = first
    while last < count, Int(self[last]) < place.upper { last += 1 }
    return self[first..<last]
  }

  /// The index of the first place at or behind `lower`.
  private func index(of lower: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) >= lower { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
