/// The ways in which a match of a pattern can begin.
struct Beginnings: Equatable {
  /// Bytes that a match begins with: ASCII letters in lower case, a space for a run of blanks.
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
    self.prefixes = Array(Set(prefixes)).sorted { $0.lexicographicallyPrecedes($1) }
    isAtWordStart = walk.isAtWordStart
  }

  /// The most prefixes that a pattern may have, and the most bytes of each.
  static let limits = (prefixes: 96, bytes: 24)
}

/// Walks a syntax tree from its beginning and collects what the first characters can be.
private struct Walk {
  struct Partial {
    var bytes: [UInt8] = []
    /// Whether more can be appended: everything so far is known.
    var isOpen = true
  }
  var partials = [Partial()]
  var isAtWordStart = false
  var hasFailed = false

  private var isOpen: Bool { !hasFailed && partials.contains { $0.isOpen } }

  mutating func enter(_ node: Node) {
    guard isOpen else { return }
    switch node {
    case .literal(let scalar): append([Self.bytes(of: scalar)])
    case .oneOf(let members):
      guard let members, members.count <= 40 else { return close() }
      append(members.map(Self.bytes))
    case .blanks: append([[0x20]])
    case .assertion(let endsWord):
      if endsWord, partials.allSatisfy({ $0.bytes.isEmpty }) { isAtWordStart = true }
    case .sequence(let nodes): nodes.forEach { enter($0) }
    case .anyOf(let branches): split(branches.map { [$0] })
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
    var all: [Partial] = []
    var isAtWordStart = true
    for way in ways {
      var walk = self
      for node in way { walk.enter(node) }
      hasFailed = hasFailed || walk.hasFailed
      // An optional beginning leaves what follows to say where words start.
      isAtWordStart = isAtWordStart && (walk.isAtWordStart || way.isEmpty)
      all += walk.partials
    }
    let began = partials.contains { !$0.bytes.isEmpty }
    if !began, !self.isAtWordStart { self.isAtWordStart = isAtWordStart && !ways.contains([]) }
    partials = all
    if partials.count > Beginnings.limits.prefixes { hasFailed = true }
  }

  private mutating func close() {
    for index in partials.indices { partials[index].isOpen = false }
  }

  /// Appends each of `choices` to all that is open; `nil` is a character that may be any bytes.
  private mutating func append(_ choices: [[UInt8]?]) {
    var all: [Partial] = []
    for partial in partials {
      guard partial.isOpen else {
        all.append(partial)
        continue
      }
      for choice in choices {
        var longer = partial
        if let choice, partial.bytes.count + choice.count <= Beginnings.limits.bytes {
          longer.bytes += choice
        } else {
          longer.isOpen = false
        }
        all.append(longer)
      }
    }
    if all.count > Beginnings.limits.prefixes {
      // Too many ways: what is known so far is enough, unless nothing is.
      close()
      if partials.contains(where: { $0.bytes.isEmpty }) { hasFailed = true }
      return
    }
    partials = all
  }

  /// The bytes of `scalar` in lower case; `nil` for a letter beyond ASCII, whose case may change
  /// its bytes, and for blanks, which phrases fold.
  private static func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.isASCII {
      if scalar.value == 0x20 || scalar.value == 0x09 { return [0x20] }
      return [asciiLowercase(UInt8(scalar.value))]
    }
    if scalar.properties.isAlphabetic || scalar.properties.changesWhenCaseMapped
      || scalar.properties.isWhitespace
    {
      return nil
    }
    return Array(String(Character(scalar)).utf8)
  }
}

/// `byte` in lower case if it is an ASCII letter.
@inline(__always) func asciiLowercase(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}
