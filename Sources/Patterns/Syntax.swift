/// The part of PCRE2's syntax that tells how a match can begin.
///
/// The engine looks for matches only where one can begin, so it needs to know which bytes that may
/// be. What this parser does not know becomes ``Node/opaque``, about which nothing is known; such a
/// pattern is searched for over the whole ad. It reads no pattern wrongly: PCRE2 itself decides.
indirect enum Node: Equatable {
  case literal(Unicode.Scalar)
  /// One character out of these.
  case oneOf([Unicode.Scalar])
  /// One character of these kinds, out of more than are listed.
  case oneOfMany(CharacterKinds)
  /// A blank, out of those that phrases fold; repeated or not, it counts as a run of them.
  case blanks
  /// Matches no characters: an assertion.
  case assertion(WordEdges)
  /// Matches no characters, but what follows begins so.
  case ahead(Node)
  case sequence([Node])
  case anyOf([Node])
  case repeated(Node, atLeast: Int, atMost: Int?)
  case opaque
}

/// What an assertion says of its place.
struct WordEdges: OptionSet {
  let rawValue: Int

  /// A word that follows begins there: none goes on.
  static let start = WordEdges(rawValue: 1)
  /// A word that stands before ends there.
  static let end = WordEdges(rawValue: 2)
}

/// Reads a pattern into a ``Node``.
struct SyntaxReader {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  static func node(of pattern: String) -> Node {
    var reader = SyntaxReader(scalars: Array(pattern.unicodeScalars))
    let node = reader.alternatives()
    return reader.at == reader.scalars.count ? node : .opaque
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private func isNext(_ text: String) -> Bool {
    scalars[at...].starts(with: text.unicodeScalars)
  }

  private mutating func skip(_ text: String) -> Bool {
    guard isNext(text) else { return false }
    at += text.unicodeScalars.count
    return true
  }

  private mutating func alternatives() -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else {
      at = scalars.count + 1
      return .opaque
    }
    var branches = [sequence()]
    while next == "|" {
      at += 1
      branches.append(sequence())
    }
    return branches.count == 1 ? branches[0] : .anyOf(branches)
  }

  private mutating func sequence() -> Node {
    var nodes: [Node] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      var node = atom()
      while let (least, most) = quantifier() {
        node = .repeated(node, atLeast: least, atMost: most)
      }
      nodes.append(node)
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantifier() -> (Int, Int?)? {
    let found: (Int, Int?)
    switch next {
    case "*": found = (0, nil)
    case "+": found = (1, nil)
    case "?": found = (0, 1)
    case "{":
      guard let counts = counts() else { return nil }
      found = counts
      if next == "?" || next == "+" { at += 1 }
      return found
    default: return nil
    }
    at += 1
    if next == "?" || next == "+" { at += 1 }
    return found
  }

  /// `{2}`, `{2,}` or `{2,5}`, read to its end; anything else is a literal brace.
  private mutating func counts() -> (Int, Int?)? {
    guard let close = scalars[at...].firstIndex(of: "}") else { return nil }
    let inside = String(String.UnicodeScalarView(scalars[(at + 1)..<close]))
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let least = Int(parts[0]) else { return nil }
    let most = parts.count == 1 ? least : parts[1].isEmpty ? nil : Int(parts[1])
    if parts.count == 2, !parts[1].isEmpty, most == nil { return nil }
    at = close + 1
    return (least, most)
  }

  private mutating func atom() -> Node {
    let scalar = scalars[at]
    switch scalar {
    case "(": return group()
    case "[": return set()
    case "\\": return escape()
    case ".":
      at += 1
      return .oneOfMany(.any)
    case "^":
      at += 1
      return .assertion(.start)
    case "$":
      at += 1
      return .assertion(.end)
    default:
      at += 1
      return .literal(scalar)
    }
  }

  private mutating func group() -> Node {
    if skip("(?=") { return close(.ahead(alternatives())) }
    if skip("(?!") { return close(.assertion(excludesWords() ? .end : [])) }
    if skip("(?<!") { return close(.assertion(excludesWords() ? .start : [])) }
    if skip("(?<=") {
      let node = alternatives()
      return close(.assertion(Self.endsBetweenWords(node) ? .start : []))
    }
    if isNext("(*") || isNext("(?#") || isNext("(?(") || isNext("(?R") || isNext("(?&") {
      return fail()
    }
    if skip("(?:") || skip("(?>") || skip("(?|") { return close(alternatives()) }
    if skip("(?<") || skip("(?P<") {
      guard let end = scalars[at...].firstIndex(of: ">") else { return fail() }
      at = end + 1
      return close(alternatives())
    }
    if skip("(?") {
      // Inline options: case is folded anyhow, and the rest does not change how a match begins.
      while let flag = next, "imsJU-".unicodeScalars.contains(flag) { at += 1 }
      if next == ")" {
        at += 1
        return .assertion([])
      }
      guard skip(":") else { return fail() }
      return close(alternatives())
    }
    at += 1
    return close(alternatives())
  }

  /// Reads what is forbidden beside a match, and says whether it is one character that may be any
  /// part of a word: `\w`, `[^\n]`, `[\s\S]` and sets that hold `\w`.
  private mutating func excludesWords() -> Bool {
    let start = at
    _ = alternatives()
    let text = String(String.UnicodeScalarView(scalars[start..<min(at, scalars.count)]))
    if text == "\\w" || text == "[^\\n]" || text == "[\\s\\S]" { return true }
    return text.hasPrefix("[\\w") && text.firstIndex(of: "]") == text.indices.last
      || text.hasPrefix("[_\\w") && text.firstIndex(of: "]") == text.indices.last
  }

  /// Whether what must stand before a match ends in a character that is no part of a word.
  private static func endsBetweenWords(_ node: Node) -> Bool {
    switch node {
    case .literal(let scalar):
      scalar.isASCII && !WordByte.isWord(UInt8(scalar.value))
    case .oneOf(let members):
      members.allSatisfy { $0.isASCII && !WordByte.isWord(UInt8($0.value)) }
    case .blanks: true
    case .sequence(let nodes): nodes.last.map(endsBetweenWords) ?? false
    case .anyOf(let branches): branches.allSatisfy(endsBetweenWords)
    default: false
    }
  }

  private mutating func close(_ node: Node) -> Node {
    guard next == ")" else { return fail() }
    at += 1
    return node
  }

  private mutating func fail() -> Node {
    at = scalars.count + 1
    return .opaque
  }

  private mutating func escape() -> Node {
    guard at + 1 < scalars.count else { return fail() }
    let letter = scalars[at + 1]
    at += 2
    switch letter {
    case "b": return .assertion([.start, .end])
    case "B", "A", "z", "Z", "G": return .assertion([])
    case "d": return .oneOf((0x30...0x39).map { Unicode.Scalar($0) })
    case "t": return .literal("\t")
    case "n": return .literal("\n")
    case "r": return .literal("\r")
    case "x": return hexadecimal().map(Node.literal) ?? fail()
    case "p", "P":
      if next == "{", let end = scalars[at...].firstIndex(of: "}") { at = end + 1 } else { at += 1 }
      return .oneOfMany(.any)
    case "K", "Q", "E", "g", "k", "c", "o", "0"..."9": return fail()
    case "a"..."z", "A"..."Z": return .oneOfMany(.of(class: letter))
    default: return .literal(letter)
    }
  }

  private mutating func hexadecimal() -> Unicode.Scalar? {
    if next == "{", let end = scalars[at...].firstIndex(of: "}") {
      let digits = String(String.UnicodeScalarView(scalars[(at + 1)..<end]))
      at = end + 1
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
    guard at + 1 < scalars.count else { return nil }
    let digits = String(String.UnicodeScalarView(scalars[at..<(at + 2)]))
    at += 2
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }

  private mutating func set() -> Node {
    at += 1
    var members: [Unicode.Scalar] = []
    /// Of the classes in it.
    var kinds: CharacterKinds = []
    let isNegated = next == "^"
    if isNegated { at += 1 }
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      guard let lower = setMember(&members, &kinds) else {
        if at > scalars.count { return .opaque }
        continue
      }
      if next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" {
        at += 1
        guard let upper = setMember(&members, &kinds), upper >= lower else { return fail() }
        if upper.value - lower.value > 0x2000 { kinds = .any }
        members += (lower.value...min(upper.value, lower.value + 0x2000))
          .compactMap(Unicode.Scalar.init)
      } else {
        members.append(lower)
      }
    }
    guard next == "]" else { return fail() }
    at += 1
    if isNegated { return .oneOfMany(members.contains("\n") ? [.word, .other] : .any) }
    guard kinds.isEmpty else {
      return .oneOfMany(members.reduce(kinds) { $0.union(.of($1)) })
    }
    return members.allSatisfy { $0 == " " || $0 == "\t" || $0.value == 0xA0 }
      ? .blanks : .oneOf(members)
  }

  /// One member of a set; `nil` after a class such as `\d`, which goes into `members` as it is, or
  /// into `kinds` if it is large.
  private mutating func setMember(
    _ members: inout [Unicode.Scalar], _ kinds: inout CharacterKinds
  ) -> Unicode.Scalar? {
    if isNext("[:") {
      _ = fail()
      return nil
    }
    guard next == "\\" else {
      at += 1
      return scalars[at - 1]
    }
    switch escape() {
    case .literal(let scalar): return scalar
    case .oneOf(let some):
      members += some
      return nil
    case .oneOfMany(let some):
      kinds.formUnion(some)
      return nil
    // In a set, \b is a backspace.
    case .assertion: return "\u{8}"
    default:
      _ = fail()
      return nil
    }
  }
}
