/// The ways in which many patterns can begin, as one radix tree: the text is walked along it once,
/// however many patterns begin alike. It reads text as ``PrefixSymbol``s, and stands in ``Letters``.
///
/// A node stands in one piece, so that a step mostly stays in memory that is at hand: how many
/// symbols lead to it from its parent, how many children it has and how many patterns; these
/// symbols, and the first symbols towards the children; then numbers, where the children stand, and
/// the patterns. What is below a node stands right behind it, unless it is below another one as well.
struct PrefixTree: Sendable {
  let letters: Letters
  /// Where the tree begins; numbers of it are counted from here.
  private let start: Int
  /// The number of numbers that it takes.
  let count: Int

  /// A way to begin, and what may begin so: the number of a pattern, or more (``PatternIndex``).
  typealias Entry = (prefix: [UInt8], pattern: Int32)

  /// The tree that begins at `place` of `letters`; `place` is then behind it.
  init(in letters: Letters, at place: inout Int) {
    self.letters = letters
    count = letters.number(at: place)
    start = place + 4
    place = start + 4 * count + Self.end.count
  }

  /// What stands behind a tree, so that eight letters can be read at once.
  static let end = Letters.of(0) + Letters.of(0)

  /// What the first number of a node says of it: 12 bits for its symbols, 12 for its children. The
  /// second is the number of its patterns.
  static let symbolLimit = 1 << 12
}

// MARK: Nodes

extension PrefixTree {
  /// Where what belongs to a node stands: places of letters, and numbers.
  struct Node {
    var labels: (lower: Int, upper: Int)
    var leads: (lower: Int, upper: Int)
    /// The number that tells where the first child stands.
    var children: Int
    var patterns: (lower: Int, upper: Int)

    @inline(__always) var found: Range<Int> {
      unsafe Range(uncheckedBounds: (patterns.lower, max(patterns.lower, patterns.upper)))
    }
  }

  /// The node that begins at the number `place`.
  @inline(__always) func node(at place: Int) -> Node {
    let first = start &+ 4 &* place
    let (counts, patternCount) = letters.pair(at: first)
    let labels = first &+ 8
    let leads = labels &+ counts & (Self.symbolLimit &- 1)
    let childCount = counts >> 12
    let children = place &+ 2 &+ (leads &+ childCount &- labels &+ 3) >> 2
    return Node(
      labels: (labels, leads), leads: (leads, leads &+ childCount), children: children,
      patterns: (children &+ childCount, children &+ childCount &+ patternCount))
  }

  /// The number at `index`: a pattern of a node, or where a child stands.
  @inline(__always) private func number(_ index: Int) -> Int {
    letters.number(at: start &+ 4 &* index)
  }

  /// Where the child of `node` stands to which the symbol at `lead` leads.
  @inline(__always) private func child(of node: Node, at lead: Int) -> Int {
    number(node.children &+ lead &- node.leads.lower)
  }

  /// All that went into the tree.
  var entries: [Entry] {
    var all: [Entry] = []
    var open: [(place: Int, prefix: [UInt8])] = [(0, [])]
    while let (place, before) = open.popLast() {
      let node = self.node(at: place)
      let prefix = before + (node.labels.lower..<node.labels.upper).map { letters[$0] }
      all += node.found.map { (prefix, pattern($0)) }
      open += (node.leads.lower..<node.leads.upper).map { (child(of: node, at: $0), prefix) }
    }
    return all
  }
}

// MARK: Walking

extension PrefixTree {
  /// A place in the tree: so many symbols towards the node that stands somewhere.
  struct Position: Hashable {
    var node: Int32
    var offset: Int32

    static var root: Position { Position(node: 0, offset: 0) }
  }

  /// Goes on from `position` by one symbol; `false` where no pattern goes on so.
  func step(_ position: inout Position, _ symbol: UInt8) -> Bool {
    let node = node(at: Int(position.node))
    let label = node.labels.lower + Int(position.offset)
    if label < node.labels.upper {
      position.offset += 1
      return letters[label] == symbol
    }
    guard let lead = letters.first(symbol, in: node.leads) else { return false }
    position = Position(node: Int32(child(of: node, at: lead)), offset: 1)
    return true
  }

  /// The patterns that may begin with what led to `position`, for ``pattern(_:)``.
  func found(at position: Position) -> Range<Int> {
    let node = node(at: Int(position.node))
    return node.labels.lower + Int(position.offset) == node.labels.upper ? node.found : 0..<0
  }

  /// The symbol that led to `position`, which is not the root.
  func symbol(before position: Position) -> UInt8 {
    letters[node(at: Int(position.node)).labels.lower + Int(position.offset) - 1]
  }

  @inline(__always) func pattern(_ index: Int) -> Int32 {
    Int32(truncatingIfNeeded: number(index))
  }

  /// Adds the symbols that may follow at `position`.
  func addNext(at position: Position, to symbols: inout SymbolSet) {
    let node = node(at: Int(position.node))
    let label = node.labels.lower + Int(position.offset)
    let places = label < node.labels.upper ? (label, label + 1) : node.leads
    for place in places.0..<places.1 { symbols.insert(letters[place]) }
  }
}
