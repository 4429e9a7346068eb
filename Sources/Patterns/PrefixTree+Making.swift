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
    draft.add(Draft.Branch(range: 0..<sorted.count, depth: 0, end: 0))
    return Letters.of(draft.text.count / 4) + draft.text + end
  }

  /// A tree that is being made.
  private struct Draft {
    let sorted: [Entry]
    var text: [UInt8] = []

    /// Entries that share their first symbols.
    struct Branch {
      var range: Range<Int>
      /// How many symbols those share that the node above is for, and how many these.
      var depth: Int
      var end: Int
    }

    /// Adds the node of `branch` and what is below it.
    mutating func add(_ branch: Branch) {
      let branches = branches(of: branch)
      let patterns = branch.range.prefix { sorted[$0].prefix.count == branch.end }
      text += Letters.of(branch.end - branch.depth + PrefixTree.symbolLimit * branches.count)
      text += Letters.of(patterns.count)
      for index in branch.depth..<branch.end {
        text.append(sorted[branch.range.lowerBound].prefix[index])
      }
      for child in branches { text.append(sorted[child.range.lowerBound].prefix[branch.end]) }
      while text.count % 4 != 0 { text.append(PrefixSymbol.other) }
      var place = text.count
      text += branches.flatMap { _ in Letters.of(0) }
      for index in patterns { text += Letters.of(Int(sorted[index].pattern)) }
      for child in branches {
        text.replaceSubrange(place..<place + 4, with: Letters.of(text.count / 4))
        place += 4
        add(child)
      }
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
