internal import AdModel
internal import Checks
internal import Patterns

/// Patterns that are looked for together, and the seats that want them.
struct OwnedPatterns: Sendable {
  let set: PatternSet
  /// For each pattern, the number of the seat that wants it.
  let owners: [Int32]

  /// Patterns that are being gathered.
  struct Draft {
    fileprivate var entries: [PatternSet.Entry] = []
    fileprivate var owners: [Int32] = []

    /// Adds what the seat `owner` wants looked for in `parts`.
    mutating func add(_ wanted: [Wanted], _ parts: [Part], owner: Int) {
      let kinds = parts.reduce(0) { $0 | $1.bit }
      for one in wanted {
        entries.append(
          PatternSet.Entry(
            one.source, isPhrase: one.isPhrase, isCased: one.isCased, kinds: kinds,
            number: one.number))
        owners.append(Int32(owner))
      }
    }
  }

  init(_ draft: Draft, index: PatternIndex) {
    set = PatternSet(draft.entries, index: index)
    owners = draft.owners
  }

  /// For each pattern, whether its seat is one that `isWanted` says.
  func wanted(where isWanted: (Int) -> Bool) -> [Bool] { owners.map { isWanted(Int($0)) } }

  /// The seat that wants the pattern `source` of PCRE2.
  func owner(ofPattern source: String) -> Int? {
    set.patterns.firstIndex { $0.regularExpression == source }.map { Int(owners[$0]) }
  }
}
