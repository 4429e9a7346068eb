/// The ways in which many patterns can begin, as one radix tree: the text is walked along it once,
/// however many patterns begin alike.
///
/// It reads text as ``PrefixSymbol``s: letters in lower case, any digit as `0`, a run of blanks as
/// one space, whatever is a control as one sign, every other byte as it is. So it lets a little more
/// through than begins a match, never less; PCRE2 decides.
struct PrefixTree: Sendable {
  /// An edge and the node that it leads to.
  private struct Edge {
    /// Its symbols in ``labels``.
    var label: Int32 = 0
    /// The edges that go on from its node, side by side.
    var children: Int32 = 0
    /// The patterns that may begin with what leads here, in ``patterns``.
    var patterns: Int32 = 0
    /// How many there are of each.
    var patternCount: UInt16 = 0
    var labelCount: UInt8 = 0
    var childCount: UInt8 = 0
  }

  /// The first edge has no symbols: its node is the root.
  private var edges: [Edge] = [Edge()]
  /// The first symbol of each edge, so that looking for a child reads few bytes.
  private var leads: [UInt8] = [0]
  private var labels: [UInt8] = []
  /// Numbers of patterns.
  private var patterns: [Int32] = []
  /// In the place of a number: a pattern that nobody wants.
  static let nobody: Int32 = -1
  /// The child of the root for each symbol, or 0.
  private var starts = [Int32](repeating: 0, count: 256)

  /// A way to begin, and the number of a pattern that may.
  typealias Entry = (prefix: [UInt8], pattern: Int32)

  /// A tree of `entries`, whose prefixes are symbols and not empty.
  init(_ entries: [Entry] = []) {
    let sorted = entries.sorted {
      $0.prefix == $1.prefix
        ? $0.pattern < $1.pattern : $0.prefix.lexicographicallyPrecedes($1.prefix)
    }
    // Edge by edge, so that what belongs to the edges stands in their order.
    var spans: [(range: Range<Int>, depth: Int)] = [(0..<sorted.count, 0)]
    var edge = 0
    while edge < edges.count {
      let depth = spans[edge].depth
      var rest = spans[edge].range
      edges[edge].patterns = Int32(patterns.count)
      while let entry = rest.first, sorted[entry].prefix.count == depth {
        patterns.append(sorted[entry].pattern)
        rest.removeFirst()
      }
      edges[edge].patternCount = UInt16(patterns.count - Int(edges[edge].patterns))
      edges[edge].children = Int32(edges.count)
      while let first = rest.first {
        let prefix = sorted[first].prefix
        let last = rest.last { sorted[$0].prefix[depth] == prefix[depth] } ?? first
        // They are sorted, so the first and the last share what all of them share.
        let common = zip(prefix[depth...], sorted[last].prefix[depth...]).prefix { $0 == $1 }.count
        spans.append((first..<last + 1, depth + common))
        edges.append(Edge(label: Int32(labels.count), labelCount: UInt8(common)))
        leads.append(prefix[depth])
        labels += prefix[depth..<depth + common]
        rest.removeFirst(last + 1 - first)
      }
      edges[edge].childCount = UInt8(edges.count - Int(edges[edge].children))
      edge += 1
    }
    findStarts()
  }

  private mutating func findStarts() {
    for child in children(of: 0) { starts[Int(leads[child])] = Int32(child) }
  }

  private func children(of edge: Int) -> Range<Int> {
    let first = Int(edges[edge].children)
    return first..<first + Int(edges[edge].childCount)
  }

  /// All that went into the tree.
  var entries: [Entry] {
    var all: [Entry] = []
    var open: [(edge: Int, prefix: [UInt8])] = [(0, [])]
    while let (edge, before) = open.popLast() {
      let label = Int(edges[edge].label)
      let prefix = before + labels[label..<label + Int(edges[edge].labelCount)]
      all += patterns(of: edge).map { (prefix, patterns[$0]) }
      open += children(of: edge).map { ($0, prefix) }
    }
    return all
  }

  /// This tree, with other numbers for its patterns.
  func renumbered(_ number: (Int32) -> Int32) -> PrefixTree {
    var tree = self
    for index in tree.patterns.indices { tree.patterns[index] = number(patterns[index]) }
    return tree
  }
}

// MARK: Walking

extension PrefixTree {
  /// A place in the tree: so many symbols along an edge.
  struct Position {
    var edge: Int32
    var offset: Int32

    static var root: Position { Position(edge: 0, offset: 0) }
  }

  /// Whether anything begins with `symbol`.
  @inline(__always) func begins(with symbol: UInt8) -> Bool { starts[Int(symbol)] != 0 }

  /// Goes on from `position` by one symbol; `false` where no pattern goes on so.
  @inline(__always) func step(_ position: inout Position, _ symbol: UInt8) -> Bool {
    if position.edge == 0 {
      position = Position(edge: starts[Int(symbol)], offset: 1)
      return position.edge != 0
    }
    let edge = edges[Int(position.edge)]
    if position.offset < Int32(edge.labelCount) {
      guard labels[Int(edge.label + position.offset)] == symbol else { return false }
      position.offset += 1
      return true
    }
    var child = edge.children
    let end = child + Int32(edge.childCount)
    while child < end {
      if leads[Int(child)] == symbol {
        position = Position(edge: child, offset: 1)
        return true
      }
      child += 1
    }
    return false
  }

  /// Whether more can follow at `position`.
  @inline(__always) func isOpen(_ position: Position) -> Bool {
    let edge = edges[Int(position.edge)]
    return position.offset < Int32(edge.labelCount) || edge.childCount > 0
  }

  /// Where in ``pattern(_:)`` the patterns stand that may begin with what led to `position`.
  @inline(__always) func found(at position: Position) -> Range<Int> {
    let edge = edges[Int(position.edge)]
    guard edge.patternCount > 0, position.offset == Int32(edge.labelCount) else { return 0..<0 }
    return Int(edge.patterns)..<Int(edge.patterns) + Int(edge.patternCount)
  }

  private func patterns(of edge: Int) -> Range<Int> {
    Int(edges[edge].patterns)..<Int(edges[edge].patterns) + Int(edges[edge].patternCount)
  }

  @inline(__always) func pattern(_ index: Int) -> Int32 { patterns[index] }
}

/// The symbols that a ``PrefixTree`` reads text as.
enum PrefixSymbol {
  static let blank: UInt8 = 0x20
  /// For a control, and for `~`.
  static let other: UInt8 = 0x7E

  /// The symbol for `byte`, one that is no blank.
  @inline(__always) static func of(_ byte: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    if byte &- 0x30 < 10 { return 0x30 }
    return byte > 0x20 && byte != 0x7F ? byte : other
  }

  /// Reads the symbol at `at` and goes behind it; a run of blanks is one.
  @inline(__always) static func next(in bytes: Span<UInt8>, _ at: inout Int) -> UInt8 {
    let byte = bytes[at]
    if byte > 0x20, byte != 0xC2 {
      at += 1
      return of(byte)
    }
    let end = endOfBlanks(at, in: bytes)
    if end > at {
      at = end
      return blank
    }
    at += 1
    return of(byte)
  }

  /// The first byte at or after `at` that is no blank of a phrase.
  @inline(__always) private static func endOfBlanks(_ at: Int, in bytes: Span<UInt8>) -> Int {
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
}

// MARK: Written down

extension PrefixTree {
  /// Appends the tree; what belongs to the edges stands in their order.
  func write(to numbers: inout NumberText) {
    numbers.append(edges.count, letters: 4)
    for edge in edges {
      numbers.append(Int(edge.labelCount), letters: 1)
      numbers.append(Int(edge.childCount), letters: 2)
      numbers.append(Int(edge.patternCount), letters: 2)
    }
    // What is no ASCII stands behind the others, so that those need no reading.
    let others = labels.indices.filter { labels[$0] >= 0x80 }
    numbers.append(labels.map { $0 < 0x80 ? $0 : PrefixSymbol.other })
    numbers.append(others.count, letters: 3)
    for at in others {
      numbers.append(at, letters: 4)
      numbers.append(Int(labels[at]), letters: 2)
    }
    for pattern in patterns { numbers.append(Int(pattern), letters: 3) }
  }

  /// Reads what ``write(to:)`` wrote.
  init(reading numbers: inout NumberText.Reader, in text: Span<UInt8>) {
    let count = numbers.next(letters: 4, in: text)
    edges = []
    edges.reserveCapacity(count)
    // The first child is the edge behind the root.
    var next = Edge(children: 1)
    for _ in 0..<count {
      next.labelCount = UInt8(numbers.next(letters: 1, in: text))
      next.childCount = UInt8(numbers.next(letters: 2, in: text))
      next.patternCount = UInt16(numbers.next(letters: 2, in: text))
      edges.append(next)
      next.label += Int32(next.labelCount)
      next.children += Int32(next.childCount)
      next.patterns += Int32(next.patternCount)
    }
    labels = numbers.letters(Int(next.label), in: text)
    for _ in 0..<numbers.next(letters: 3, in: text) {
      let at = numbers.next(letters: 4, in: text)
      labels[at] = UInt8(numbers.next(letters: 2, in: text))
    }
    patterns = (0..<next.patterns).map { _ in Int32(numbers.next(letters: 3, in: text)) }
    leads = edges.map { $0.labelCount > 0 ? labels[Int($0.label)] : 0 }
    findStarts()
  }
}
