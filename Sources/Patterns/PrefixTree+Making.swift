extension PrefixTree {
  /// What stands behind a tree, so that eight letters can be read at once.
  private static let end = Letters.of(0) + Letters.of(0)

  /// A tree of `entries`, whose prefixes are symbols and not empty.
  init(_ entries: [Entry] = []) {
    var place = 0
    self.init(in: Letters(Self.letters(of: entries)), at: &place)
  }

  /// The letters of a tree of `entries`.
  static func letters(of entries: [Entry]) -> [UInt8] {
    let sorted = entries.sorted {
      $0.prefix == $1.prefix
        ? $0.pattern < $1.pattern : $0.prefix.lexicographicallyPrecedes($1.prefix)
    }
    var edges: [UInt8] = []
    var leads: [UInt8] = []
    var labels: [UInt8] = []
    var patterns: [UInt8] = []
    // Edge by edge, so that what belongs to the edges stands in their order.
    var spans = [(range: 0..<sorted.count, depth: 0, label: [UInt8]())]
    var edge = 0
    while edge < spans.count {
      let (range, depth, label) = spans[edge]
      var rest = range
      edges += Letters.of(labels.count) + Letters.of(spans.count) + Letters.of(patterns.count / 4)
      leads.append(label.first ?? PrefixSymbol.other)
      labels += label
      while let entry = rest.first, sorted[entry].prefix.count == depth {
        patterns += Letters.of(Int(sorted[entry].pattern))
        rest.removeFirst()
      }
      while let first = rest.first {
        let prefix = sorted[first].prefix
        let last = rest.last { sorted[$0].prefix[depth] == prefix[depth] } ?? first
        // They are sorted, so the first and the last share what all of them share.
        let common = zip(prefix[depth...], sorted[last].prefix[depth...]).prefix { $0 == $1 }.count
        spans.append((first..<last + 1, depth + common, Array(prefix[depth..<depth + common])))
        rest.removeFirst(last + 1 - first)
      }
      edge += 1
    }
    edges += Letters.of(labels.count) + Letters.of(spans.count) + Letters.of(patterns.count / 4)
    return Letters.of(spans.count) + edges + leads + labels + patterns
      + end
  }
}
