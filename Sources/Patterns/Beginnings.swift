/// The ways in which a match of a pattern can begin.
struct Beginnings: Hashable, Sendable {
  /// What a match begins with, as ``PrefixSymbol``s.
  var prefixes: [[UInt8]]
  /// Whether every match begins where no word goes on.
  var isAtWordStart: Bool

  /// The beginnings of `pattern`; `nil` where they are unknown or too many.
  init?(of pattern: String) {
    let node = SyntaxReader.node(of: pattern)
    var walk = Walk()
    walk.enter(node)
    let prefixes = walk.partials.map(\.bytes)
    guard !walk.hasFailed, !prefixes.isEmpty, prefixes.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    self.prefixes = Self.shortest(of: prefixes)
    isAtWordStart = walk.isAtWordStart
  }

  /// `prefixes` sorted, without those that begin with another.
  private static func shortest(of prefixes: [[UInt8]]) -> [[UInt8]] {
    var kept: [[UInt8]] = []
    for prefix in prefixes.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let last = kept.last, prefix.starts(with: last) { continue }
      kept.append(prefix)
    }
    return kept
  }

  /// The most prefixes that a pattern may have.
  ///
  /// Each is a leaf of a tree, met only where the text goes there, so many are cheap.
  static let limit = 600

  /// The bytes after which a prefix says enough.
  static let enough = 24
}

extension Node {
  /// Whether every match begins with a capital of ASCII, where case matters.
  var beginsWithCapital: Bool {
    switch self {
    case .literal(let scalar): scalar.value &- 0x41 < 26
    case .oneOf(let members): members.allSatisfy { $0.value &- 0x41 < 26 }
    case .sequence(let nodes):
      nodes.first { if case .assertion = $0 { false } else { !$0.isAhead } }?.beginsWithCapital
        ?? false
    case .anyOf(let branches): branches.allSatisfy(\.beginsWithCapital)
    case .repeated(let node, let least, _): least > 0 && node.beginsWithCapital
    case .blanks, .assertion, .ahead, .oneOfMany, .opaque: false
    }
  }
}

extension Node {
  /// Whether it is one character out of several.
  fileprivate var isOneCharacter: Bool {
    switch self {
    case .oneOf, .oneOfMany: true
    default: false
    }
  }

  /// Whether it looks ahead.
  private var isAhead: Bool { if case .ahead = self { true } else { false } }

  /// Whether it is one character out of few, none of them a blank.
  fileprivate var isNarrow: Bool {
    switch self {
    case .literal(let scalar): scalar.isASCII && scalar != " " && scalar != "\t"
    case .oneOf(let members):
      members.allSatisfy { 0x30...0x39 ~= $0.value }
        || members.count <= 2 && members.allSatisfy { Node.literal($0).isNarrow }
    default: false
    }
  }
}

/// Walks a syntax tree from its beginning and collects what the first characters can be.
private struct Walk {
  struct Partial: Hashable {
    var bytes: [UInt8] = []
    /// Whether more can be appended: everything so far is known.
    var isOpen = true

    /// As the compiler would, but all bytes at once.
    func hash(into hasher: inout Hasher) {
      hasher.combine(isOpen)
      hasher.combine(bytes.count)
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    /// This, and then `more`; closed where it is known well enough.
    func appending(_ more: [UInt8]) -> Partial {
      var longer = self
      // Blanks behind blanks are one run, however the pattern divides it.
      longer.bytes +=
        bytes.last == PrefixSymbol.blank ? more.drop { $0 == PrefixSymbol.blank } : more[...]
      longer.isOpen = longer.bytes.count < Beginnings.enough
      return longer
    }

    /// Its first `count` symbols, closed where it has more.
    func cut(to count: Int) -> Partial {
      bytes.count <= count ? self : Partial(bytes: Array(bytes.prefix(count)), isOpen: false)
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
    case .oneOfMany, .opaque: close()
    case .oneOf(let members):
      // Any letter of many, behind a beginning that is known, would only swell the tree.
      if hasBegun, members.count > 12, !members.allSatisfy({ 0x30...0x39 ~= $0.value }) {
        return close()
      }
      append(members.count <= 40 ? members.flatMap(Self.spellings) : Self.firstBytes(of: members))
    case .blanks: append([Spelling(bytes: [0x20])])
    case .assertion(let endsWord):
      if endsWord, partials.allSatisfy({ $0.bytes.isEmpty }) { isAtWordStart = true }
    case .sequence(let nodes): nodes.forEach { enter($0) }
    case .anyOf(let branches): split(branches.map { [$0] })
    case .repeated(.blanks, let least, _):
      least == 0 ? split([[], [.blanks]]) : enter(.blanks)
    case .repeated(let node, let least, let most) where node.isNarrow && least <= Beginnings.enough:
      // Every count up to some, and that there are more.
      let top = min(most ?? .max, least + 4)
      var ways = (least...top).map { Array(repeating: node, count: $0) }
      if most ?? .max > top { ways.append(Array(repeating: node, count: top + 1) + [.opaque]) }
      split(ways)
    case .repeated(let node, let least, let most):
      if least == 0, most == 1 {
        split([[], [node]])
      } else if least == 0 {
        // Once round says what may follow; twice is enough to know.
        split([[], [node], [node, node, .opaque]])
      } else if least == 1, most == nil, node.isOneCharacter {
        // One of them, or two and more; blanks behind blanks are as good as one.
        enter(node)
        let once = partials
        enter(node)
        partials.subtract(once)
        enter(.opaque)
        become(partials.union(once))
      } else {
        for _ in 0..<min(least, 4) { enter(node) }
        if most != least || least > 4 { close() }
      }
    case .ahead(let node):
      // What it sees is matched again by what follows, which is not worth following twice.
      guard hasBegun else { return }
      enter(node)
      close()
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

  /// Goes on with `more`, or where that would be too much, with so many symbols of each as are few
  /// enough and begin most seldom: of all, or of what comes behind what was known.
  private mutating func become(_ more: Set<Partial>) {
    if more.count <= Beginnings.limit {
      partials = more
      return
    }
    let lengths = Set(partials.lazy.filter(\.isOpen).map(\.bytes.count)).sorted(by: >)
    let all = more.map { ($0, countKnown(of: $0, lengths)) }
    let choices = [
      Self.longest(of: all) { known, count in known + count },
      Self.longest(of: all) { known, count in max(known, count) },
      Self.longest(of: all) { _, count in count },
    ]
    let rarest = choices.compactMap(\.self).min { Self.weight(of: $0) < Self.weight(of: $1) }
    if let rarest {
      partials = rarest
    } else if hasBegun {
      close()
    } else {
      hasFailed = true
    }
  }

  /// Cuts `all` to the lengths that `length` tells for how much of each was known, and for the
  /// highest count for which few enough are left.
  private static func longest(
    of all: [(partial: Partial, known: Int)], _ length: (_ known: Int, _ count: Int) -> Int
  ) -> Set<Partial>? {
    counts: for count in [16, 12, 8, 6, 5, 4, 3, 2, 1] {
      var short: Set<Partial> = []
      for (partial, known) in all {
        short.insert(partial.cut(to: length(known, count)))
        if short.count > Beginnings.limit { continue counts }
      }
      return short
    }
    return nil
  }

  /// How often a text begins like one of `partials`, if every letter is one of sixteen, every digit
  /// one of four, and every second word ends in a blank.
  private static func weight(of partials: Set<Partial>) -> Int {
    partials.reduce(0) { sum, partial in
      let bits = partial.bytes.reduce(0) {
        $0 + ($1 == PrefixSymbol.blank ? 1 : $1 == 0x30 ? 2 : 4)
      }
      return sum + 1 << max(0, 50 - bits)
    }
  }

  /// How many symbols of `longer` were known before, one of `lengths`.
  private func countKnown(of longer: Partial, _ lengths: [Int]) -> Int {
    if !longer.isOpen, partials.contains(longer) { return longer.bytes.count }
    for length in lengths where length <= longer.bytes.count {
      if partials.contains(Partial(bytes: Array(longer.bytes.prefix(length)))) { return length }
    }
    return 0
  }

  private mutating func close() {
    partials = Set(partials.map { Partial(bytes: $0.bytes, isOpen: false) })
  }

  /// The ways in which `scalar` can be written where case is folded.
  ///
  /// A letter beyond Latin may have cases that nobody tells, so only the first byte of each case
  /// counts. A blank counts as a run of blanks.
  private static func spellings(of scalar: Unicode.Scalar) -> [Spelling] {
    if scalar.isASCII {
      let isBlank = scalar.value == 0x20 || scalar.value == 0x09
      return [
        Spelling(bytes: [isBlank ? PrefixSymbol.blank : PrefixSymbol.of(UInt8(scalar.value))])
      ]
    }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.changesWhenCaseMapped else {
      let isBlank = scalar.value == 0xA0
      let bytes = String(Character(scalar)).utf8.map(PrefixSymbol.of)
      return [Spelling(bytes: isBlank ? [PrefixSymbol.blank] : bytes)]
    }
    let cases = [
      String(Character(scalar)), properties.lowercaseMapping, properties.uppercaseMapping,
    ]
    if cases.allSatisfy(isLatin) {
      return Set(cases.map { $0.utf8.map(PrefixSymbol.of) }).map { Spelling(bytes: $0) }
    }
    let first = Set(cases.compactMap(\.utf8.first).map(PrefixSymbol.of))
    return first.map { Spelling(bytes: [$0], isWhole: false) }
  }

  /// Whether `letter` is a letter of Latin-1 or Latin Extended-A that nothing else is a case of: not
  /// `å`, to which a caseless match counts U+212B.
  private static func isLatin(_ letter: String) -> Bool {
    let scalars = letter.unicodeScalars
    guard let only = scalars.first, scalars.count == 1 else { return false }
    return 0xC0...0x17E ~= only.value && only != "å" && only != "Å"
  }

  /// The first bytes of any of `members`.
  private static func firstBytes(of members: [Unicode.Scalar]) -> [Spelling] {
    let all = members.flatMap(spellings).compactMap(\.bytes.first)
    return Set(all).map { Spelling(bytes: [$0], isWhole: false) }
  }
}
