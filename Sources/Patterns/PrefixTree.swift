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
  /// The child of the root for each symbol, or 0.
  private var starts = [Int32](repeating: 0, count: 128)

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
    for child in children(of: 0) { starts[Int(lead(of: child))] = Int32(child) }
  }
}

// MARK: Edges

extension PrefixTree {
  @inline(__always) private func range(_ edge: Int, _ column: Int) -> Range<Int> {
    let place = edges + edge * Self.edgeLetters + column
    let lower = letters.number(at: place)
    return unsafe Range(
      uncheckedBounds: (lower, max(lower, letters.number(at: place + Self.edgeLetters))))
  }

  @inline(__always) private func label(of edge: Int) -> Range<Int> { range(edge, 0) }
  @inline(__always) private func children(of edge: Int) -> Range<Int> { range(edge, 4) }
  @inline(__always) private func patterns(of edge: Int) -> Range<Int> { range(edge, 8) }
  @inline(__always) private func lead(of edge: Int) -> UInt8 { letters[leads + edge] }

  /// All that went into the tree.
  var entries: [Entry] {
    var all: [Entry] = []
    var open: [(edge: Int, prefix: [UInt8])] = [(0, [])]
    while let (edge, before) = open.popLast() {
      let prefix = before + label(of: edge).map { letters[labels + $0] }
      all += patterns(of: edge).map { (prefix, pattern($0)) }
      open += children(of: edge).map { ($0, prefix) }
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

  /// Whether anything begins with `symbol`.
  @inline(__always) func begins(with symbol: UInt8) -> Bool { starts[Int(symbol)] != 0 }

  /// Goes on from `position` by one symbol; `false` where no pattern goes on so.
  @inline(__always) func step(_ position: inout Position, _ symbol: UInt8) -> Bool {
    if position.edge == 0 {
      position = Position(edge: starts[Int(symbol)], offset: 1)
      return position.edge != 0
    }
    let edge = Int(position.edge)
    let label = label(of: edge)
    if Int(position.offset) < label.count {
      guard letters[labels + label.lowerBound + Int(position.offset)] == symbol else {
        return false
      }
      position.offset += 1
      return true
    }
    let children = children(of: edge)
    let places = unsafe Range(
      uncheckedBounds: (leads + children.lowerBound, leads + children.upperBound))
    guard let child = letters.first(symbol, in: places) else { return false }
    position = Position(edge: Int32(child - leads), offset: 1)
    return true
  }

  /// Where in ``pattern(_:)`` the patterns stand that may begin with what led to `position`.
  @inline(__always) func found(at position: Position) -> Range<Int> {
    let edge = Int(position.edge)
    guard Int(position.offset) == label(of: edge).count else { return 0..<0 }
    return patterns(of: edge)
  }

  @inline(__always) func pattern(_ index: Int) -> Int32 {
    Int32(letters.number(at: patterns + 4 * index))
  }

  /// The symbols that may follow at `position`.
  func next(at position: Position) -> SymbolSet {
    var symbols = SymbolSet()
    let edge = Int(position.edge)
    let label = label(of: edge)
    if Int(position.offset) < label.count {
      symbols.insert(letters[labels + label.lowerBound + Int(position.offset)])
    } else {
      for child in children(of: edge) { symbols.insert(lead(of: child)) }
    }
    return symbols
  }
}

/// Symbols, two to a bit: it may hold more than was put in, never less.
struct SymbolSet: Sendable {
  private var bits: UInt64 = 0

  static var all: SymbolSet {
    var all = SymbolSet()
    all.bits = .max
    return all
  }

  var isEmpty: Bool { bits == 0 }

  @inline(__always) mutating func insert(_ symbol: UInt8) { bits |= 1 << UInt64(symbol & 63) }

  @inline(__always) func contains(_ symbol: UInt8) -> Bool {
    bits >> UInt64(symbol & 63) & 1 == 1
  }
}
