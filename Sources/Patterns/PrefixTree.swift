/// The ways in which many patterns can begin, as one radix tree: the text is walked along it once,
/// however many patterns begin alike. It reads text as ``PrefixSymbol``s, and stands in ``Letters``.
///
/// An edge is three numbers: where its symbols, its children and its patterns begin. They end where
/// those of the next edge begin, and behind the last edge stands one that is only an end.
struct PrefixTree: Sendable {
  let letters: Letters
  /// Where in the letters the edges stand, the first symbol of each, all symbols, and the patterns.
  private let edges: Int
  private let leads: Int
  private let labels: Int
  private let patterns: Int
  /// The number of edges; the first has no symbols: its node is the root.
  let count: Int

  /// A way to begin, and what may begin so: the number of a pattern, or more (``PatternIndex``).
  typealias Entry = (prefix: [UInt8], pattern: Int32)

  static let edgeLetters = 12

  /// The tree that begins at `place` of `letters`; `place` is then behind it.
  init(in letters: Letters, at place: inout Int) {
    self.letters = letters
    count = letters.number(at: place)
    edges = place + 4
    leads = edges + (count + 1) * Self.edgeLetters
    labels = leads + count
    let last = edges + count * Self.edgeLetters
    patterns = labels + letters.number(at: last)
    place = patterns + 4 * letters.number(at: last + 8) + 8
  }
}

// MARK: Edges

extension PrefixTree {
  /// Where what belongs to an edge stands in the letters: its symbols, and the first symbols of its
  /// children; and which of the patterns are its.
  struct Edge {
    var labels: (lower: Int, upper: Int)
    var children: (lower: Int, upper: Int)
    var patterns: (lower: Int, upper: Int)

    @inline(__always) var found: Range<Int> {
      unsafe Range(uncheckedBounds: (patterns.lower, max(patterns.lower, patterns.upper)))
    }
  }

  @inline(__always) func edge(_ number: Int) -> Edge {
    let place = edges &+ number &* Self.edgeLetters
    let (label, child) = letters.pair(at: place)
    let (pattern, labelEnd) = letters.pair(at: place &+ 8)
    let (childEnd, patternEnd) = letters.pair(at: place &+ 16)
    return Edge(
      labels: (labels &+ label, labels &+ labelEnd),
      children: (leads &+ child, leads &+ childEnd), patterns: (pattern, patternEnd))
  }

  /// All that went into the tree.
  var entries: [Entry] {
    var all: [Entry] = []
    var open: [(edge: Int, prefix: [UInt8])] = [(0, [])]
    while let (edge, before) = open.popLast() {
      let edge = self.edge(edge)
      let prefix = before + (edge.labels.lower..<edge.labels.upper).map { letters[$0] }
      all += edge.found.map { (prefix, pattern($0)) }
      open += (edge.children.lower..<edge.children.upper).map { ($0 - leads, prefix) }
    }
    return all
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

  /// Goes on from `position` by one symbol; `false` where no pattern goes on so.
  func step(_ position: inout Position, _ symbol: UInt8) -> Bool {
    let edge = edge(Int(position.edge))
    let label = edge.labels.lower + Int(position.offset)
    if label < edge.labels.upper {
      position.offset += 1
      return letters[label] == symbol
    }
    guard let child = letters.first(symbol, in: edge.children) else { return false }
    position = Position(edge: Int32(child - leads), offset: 1)
    return true
  }

  /// Follows `bytes` from `place` on, where the tree is at `position`, and hands over the patterns
  /// that may begin with what led to each place, and the place.
  @inline(__always) func walk(
    _ bytes: Span<UInt8>, from place: Int, at position: Position,
    _ find: (_ patterns: Range<Int>, _ place: Int) -> Void
  ) {
    var edge = edge(Int(position.edge))
    var label = edge.labels.lower &+ Int(position.offset)
    var at = place
    while true {
      while label < edge.labels.upper {
        guard at < bytes.count, PrefixSymbol.next(in: bytes, &at) == letters[label] else { return }
        label &+= 1
      }
      if at > place, edge.patterns.lower < edge.patterns.upper { find(edge.found, at) }
      guard at < bytes.count, edge.children.lower < edge.children.upper,
        let child = letters.first(PrefixSymbol.next(in: bytes, &at), in: edge.children)
      else { return }
      edge = self.edge(child &- leads)
      label = edge.labels.lower &+ 1
    }
  }

  /// The patterns that may begin with what led to `position`, for ``pattern(_:)``.
  func found(at position: Position) -> Range<Int> {
    let edge = edge(Int(position.edge))
    return edge.labels.lower + Int(position.offset) == edge.labels.upper ? edge.found : 0..<0
  }

  @inline(__always) func pattern(_ index: Int) -> Int32 {
    Int32(truncatingIfNeeded: letters.number(at: patterns &+ 4 &* index))
  }

  /// The symbols that may follow at `position`; without those of words, if a word has ended there.
  func next(at position: Position, isAfterWord: Bool = false) -> SymbolSet {
    var symbols = SymbolSet()
    let edge = edge(Int(position.edge))
    let label = edge.labels.lower + Int(position.offset)
    let places = label < edge.labels.upper ? (label, label + 1) : edge.children
    for place in places.0..<places.1 where !isAfterWord || !PrefixSymbol.isWord(letters[place]) {
      symbols.insert(letters[place])
    }
    return symbols
  }
}

/// Symbols, two to a bit: it may hold more than was put in, never less.
struct SymbolSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  static var all: SymbolSet {
    var all = SymbolSet()
    all.bits = .max
    return all
  }

  var isEmpty: Bool { bits == 0 }

  @inline(__always) mutating func insert(_ symbol: UInt8) { bits |= 1 << UInt64(symbol & 63) }

  mutating func formUnion(_ other: SymbolSet) { bits |= other.bits }

  @inline(__always) func contains(_ symbol: UInt8) -> Bool {
    bits >> UInt64(symbol & 63) & 1 == 1
  }
}
