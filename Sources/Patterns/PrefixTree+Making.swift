extension PrefixTree {
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
    var draft = Draft(sorted: sorted)
    let root = draft.number(of: Branch(range: 0..<sorted.count, depth: 0, end: 0))
    let text = draft.text(from: root)
    return Letters.of(text.count / 4) + text + end
  }

  /// Entries that share their first symbols.
  private struct Branch {
    var range: Range<Int>
    /// How many symbols those share that the node above is for, and how many these.
    var depth: Int
    var end: Int
  }

  /// A node and, by their numbers, what is below it.
  private struct Knot: Hashable {
    var labels: ArraySlice<UInt8>
    var leads: [UInt8] = []
    var children: [Int] = []
    var patterns: [Int32]

    /// Most nodes of a tree that is made anew for a run are alike none: few steps must do.
    func hash(into hasher: inout Hasher) {
      var sum: UInt64 = 0
      func add(_ number: Int) {
        sum = (sum ^ UInt64(truncatingIfNeeded: number)) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
      }
      for label in labels { add(Int(label)) }
      for child in children { add(child) }
      for pattern in patterns { add(Int(pattern)) }
      hasher.combine(sum)
    }

    /// Its letters, with 0 for where its children stand, and where they tell of these.
    var text: (letters: [UInt8], children: Int) {
      var text = Letters.of(labels.count + PrefixTree.symbolLimit * children.count)
      text += Letters.of(patterns.count) + labels + leads
      while text.count % 4 != 0 { text.append(PrefixSymbol.other) }
      let place = text.count
      text += children.flatMap { _ in Letters.of(0) }
      text += patterns.flatMap { Letters.of(Int($0)) }
      return (text, place)
    }
  }

  /// A tree that is being made. Where many ways go on alike, which is so where a pattern has choices
  /// one after another, they meet in one node: that leaves a third of the tree.
  private struct Draft {
    let sorted: [Entry]
    private var knots: [Knot] = []
    private var numbers: [Knot: Int] = [:]

    init(sorted: [Entry]) { self.sorted = sorted }

    /// The number of the node of `branch`; what is below it has lower ones.
    mutating func number(of branch: Branch) -> Int {
      let own = branch.range.prefix { sorted[$0].prefix.count == branch.end }
      let labels =
        branch.range.isEmpty
        ? [] : sorted[branch.range.lowerBound].prefix[branch.depth..<branch.end]
      var knot = Knot(labels: labels, patterns: own.map { sorted[$0].pattern })
      for child in branches(of: branch) {
        knot.leads.append(sorted[child.range.lowerBound].prefix[branch.end])
        knot.children.append(number(of: child))
      }
      if let number = numbers[knot] { return number }
      numbers[knot] = knots.count
      knots.append(knot)
      return knots.count - 1
    }

    /// The letters of the node with the number `root` and of all below it, each of them once.
    func text(from root: Int) -> [UInt8] {
      var text: [UInt8] = []
      var places = [Int?](repeating: nil, count: knots.count)
      func add(_ number: Int) {
        places[number] = text.count / 4
        let knot = knots[number].text
        var place = text.count + knot.children
        text += knot.letters
        for child in knots[number].children {
          if places[child] == nil { add(child) }
          text.replaceSubrange(place..<place + 4, with: Letters.of(places[child] ?? 0))
          place += 4
        }
      }
      add(root)
      return text
    }

    /// What goes on from `branch`, a branch for each symbol.
    private func branches(of branch: Branch) -> [Branch] {
      let depth = branch.end
      var branches: [Branch] = []
      var rest = branch.range.drop { sorted[$0].prefix.count == depth }
      while let first = rest.first {
        let prefix = sorted[first].prefix
        let own = rest.prefix { sorted[$0].prefix[depth] == prefix[depth] }
        let last = sorted[own.upperBound - 1].prefix
        // They are sorted, so the first and the last share what all of them share.
        let common = zip(prefix[depth...], last[depth...]).prefix { $0 == $1 }.count
        branches.append(Branch(range: own, depth: depth, end: depth + common))
        rest = rest[own.upperBound...]
      }
      return branches
    }
  }
}
