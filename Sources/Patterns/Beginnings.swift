/// The ways in which a match of a pattern can begin.
public struct Beginnings: Hashable, Sendable {
  /// Bytes that a match begins with: ASCII letters in lower case, a space for a run of blanks.
  var prefixes: [[UInt8]]
  /// Whether every match begins where no word goes on.
  var isAtWordStart: Bool

  /// The beginnings of `pattern`; `nil` where they are unknown or too many.
  public init?(of pattern: String) {
    let node = SyntaxReader.node(of: pattern)
    var walk = Walk()
    walk.enter(node)
    let prefixes = walk.partials.map(\.bytes)
    guard !walk.hasFailed, !prefixes.isEmpty, prefixes.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    self.prefixes = Self.condensed(Array(Set(prefixes)))
      .sorted { $0.lexicographicallyPrecedes($1) }
    isAtWordStart = walk.isAtWordStart
  }

  /// `prefixes`, where many that share a first word and say little more become one.
  ///
  /// “to a”, “to b”, … “to z” cost 26 looks at each “to”, and keep hardly any from PCRE2.
  private static func condensed(_ prefixes: [[UInt8]]) -> [[UInt8]] {
    let groups = Dictionary(grouping: prefixes) { prefix in
      Array(prefix.prefix { WordByte.isWord($0) })
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { word, group in
      let vague = group.filter { PairHash.key(0, $0[word.count...]) == nil }
      guard vague.count > 4, let first = vague.first else { return group }
      let common = vague.dropFirst().reduce(first[...]) { common, next in
        common.prefix(zip(common, next).prefix { $0 == $1 }.count)
      }
      // The bare word would stand for every word that begins with it.
      guard common.count > word.count else { return group }
      return group.filter { !$0.starts(with: common) } + [Array(common)]
    }
  }

  /// The most prefixes that a pattern may have.
  ///
  /// Each is one entry of a table, looked up only where its first word stands, so many are cheap.
  static let limit = 400

  /// The bytes after which a prefix is known well enough: a first word and this much of a second.
  static let enough = 3
}

/// Walks a syntax tree from its beginning and collects what the first characters can be.
private struct Walk {
  struct Partial: Hashable {
    var bytes: [UInt8] = []
    /// Whether more can be appended: everything so far is known.
    var isOpen = true

    /// This, and then `more`; closed where it is known well enough.
    func appending(_ more: [UInt8]) -> Partial {
      var longer = self
      // Blanks behind blanks are one run, however the pattern divides it.
      longer.bytes += bytes.last == 0x20 ? more.drop { $0 == 0x20 } : more[...]
      if let gap = longer.bytes.firstIndex(where: { !WordByte.isWord($0) }) {
        longer.isOpen = longer.bytes.count - gap <= Beginnings.enough
      } else {
        longer.isOpen = longer.bytes.count < 20
      }
      return longer
    }
  }
  var partials: Set<Partial> = [Partial()]
  var isAtWordStart = false
  var hasFailed = false
  /// Nodes entered so far: nested repeats of next to nothing would go on for ever.
  private var steps = 0
  private static let stepLimit = 50_000

  private var isOpen: Bool { !hasFailed && partials.contains { $0.isOpen } }
  private var hasBegun: Bool { !partials.contains { $0.bytes.isEmpty } }

  mutating func enter(_ node: Node) {
    guard isOpen else { return }
    steps += 1
    if steps > Self.stepLimit { hasFailed = true }
    switch node {
    case .literal(let scalar): append(Self.spellings(of: scalar))
    case .oneOf(let members):
      guard let members else { return close() }
      append(members.count <= 40 ? members.flatMap(Self.spellings) : Self.firstBytes(of: members))
    case .blanks: append([Spelling(bytes: [0x20])])
    case .assertion(let endsWord):
      if endsWord, partials.allSatisfy({ $0.bytes.isEmpty }) { isAtWordStart = true }
    case .sequence(let nodes): nodes.forEach { enter($0) }
    case .anyOf(let branches): split(branches.map { [$0] })
    case .repeated(.blanks, let least, _):
      least == 0 ? split([[], [.blanks]]) : enter(.blanks)
    case .repeated(let node, let least, let most):
      if least == 0, most == 1 {
        split([[], [node]])
      } else if least == 0 {
        split([[], [node, .opaque]])
      } else {
        for _ in 0..<min(least, 4) { enter(node) }
        if most != least || least > 4 { close() }
      }
    case .opaque: close()
    }
  }

  /// Goes each of `ways` from where the walk stands.
  private mutating func split(_ ways: [[Node]]) {
    var all: Set<Partial> = []
    var isAtWordStart = true
    for way in ways {
      var walk = self
      walk.steps = steps
      for node in way { walk.enter(node) }
      steps = walk.steps
      hasFailed = hasFailed || walk.hasFailed
      // An optional beginning leaves what follows to say where words start.
      isAtWordStart = isAtWordStart && (walk.isAtWordStart || way.isEmpty)
      all.formUnion(walk.partials)
    }
    if !hasBegun, !ways.contains(where: \.isEmpty) {
      self.isAtWordStart = self.isAtWordStart || isAtWordStart
    }
    become(all)
  }

  /// A way in which a character can be written: its bytes, or the first of them.
  private struct Spelling {
    var bytes: [UInt8]
    var isWhole = true
  }

  /// Appends each of `choices` to all that is open.
  private mutating func append(_ choices: [Spelling]) {
    var all: Set<Partial> = []
    for partial in partials {
      guard partial.isOpen else {
        all.insert(partial)
        continue
      }
      for choice in choices {
        var longer = partial.appending(choice.bytes)
        longer.isOpen = longer.isOpen && choice.isWhole
        all.insert(longer)
      }
    }
    become(all)
  }

  /// Goes on with `more`, or stays with what was known where that would be too much.
  private mutating func become(_ more: Set<Partial>) {
    if more.count <= Beginnings.limit {
      partials = more
    } else if hasBegun {
      close()
    } else {
      hasFailed = true
    }
  }

  private mutating func close() {
    partials = Set(partials.map { Partial(bytes: $0.bytes, isOpen: false) })
  }

  /// The ways in which `scalar` can be written where case is folded.
  ///
  /// A letter beyond ASCII may change its bytes with its case, so only the first byte of each case
  /// counts. A blank counts as a run of blanks.
  private static func spellings(of scalar: Unicode.Scalar) -> [Spelling] {
    if scalar.isASCII {
      let isBlank = scalar.value == 0x20 || scalar.value == 0x09
      return [Spelling(bytes: [isBlank ? 0x20 : asciiLowercase(UInt8(scalar.value))])]
    }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.changesWhenCaseMapped else {
      let isBlank = scalar.value == 0xA0
      return [Spelling(bytes: isBlank ? [0x20] : Array(String(Character(scalar)).utf8))]
    }
    let cases = [
      String(Character(scalar)), properties.lowercaseMapping, properties.uppercaseMapping,
    ]
    return Set(cases.compactMap(\.utf8.first)).map { Spelling(bytes: [$0], isWhole: false) }
  }

  /// The first bytes of any of `members`.
  private static func firstBytes(of members: [Unicode.Scalar]) -> [Spelling] {
    let all = members.flatMap(spellings).compactMap(\.bytes.first)
    return Set(all).map { Spelling(bytes: [$0], isWhole: false) }
  }
}

/// `byte` in lower case if it is an ASCII letter.
@inline(__always) func asciiLowercase(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

// MARK: Written down

/// Working out the beginnings of all bundled patterns takes some 100 ms, so the build does it once
/// and writes them down.
extension Beginnings {
  /// The beginnings as a text: bytes are letters from U+0200 on, so that any tool keeps them.
  public var text: String {
    var text = String.UnicodeScalarView()
    text.append(isAtWordStart ? "w" : "-")
    for prefix in prefixes {
      text.append(" ")
      for byte in prefix { text.append(Unicode.Scalar(0x200 + UInt32(byte)) ?? "?") }
    }
    return String(text)
  }

  /// What ``text`` wrote; `nil` for an empty text.
  public init?(text: String) {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next() else { return nil }
    isAtWordStart = first == UInt8(ascii: "w")
    prefixes = []
    var prefix: [UInt8] = []
    while let byte = bytes.next() {
      if byte == 0x20 {
        if !prefix.isEmpty { prefixes.append(prefix) }
        prefix.removeAll(keepingCapacity: true)
      } else if let low = bytes.next() {
        // U+0200 to U+02FF are two bytes each: 110x xxxx 10xx xxxx.
        prefix.append(UInt8(truncatingIfNeeded: UInt16(byte & 0x1F) << 6 | UInt16(low & 0x3F)))
      }
    }
    if !prefix.isEmpty { prefixes.append(prefix) }
  }
}
