/// All that a phrase can match, where that is a few rows of signs: then a match is known without
/// asking PCRE2.
///
/// A match is one of the rows with no word going on at either end, and where several fit, the
/// longest. Phrases with other preferences have no spellings, nor do those with groups that mean
/// more than to hold together.
struct Spellings {
  /// The rows, as ``PrefixSymbol``s.
  private(set) var all: [[UInt8]] = []

  private static let most = 64
  /// The most symbols of a row.
  private static let longest = 60

  /// The spellings of `pattern`, if it is one of a ``Phrase`` and has some.
  init?(of pattern: String) {
    let (head, tail) = Phrase.frame
    guard pattern.hasPrefix(head), pattern.hasSuffix(tail) else { return nil }
    let inner = String(pattern.dropFirst(head.count).dropLast(tail.count))
    // Groups with other meanings, and counts that prefer less or keep what they have.
    let isPlain =
      !inner.replacing("(?:", with: "(").contains("(?") && !inner.contains("??")
      && !inner.contains("?+") && !inner.replacing(#"\x{"#, with: "").contains("{")
    guard isPlain, let rows = Self.rows(of: SyntaxReader.node(of: inner)) else { return nil }
    for row in rows where !all.contains(row) { all.append(row) }
    guard all.allSatisfy(Self.isFirm), prefersLongest else { return nil }
  }

  /// Whether `row` says how many blanks are part of a match: all between words that there are.
  private static func isFirm(_ row: [UInt8]) -> Bool {
    let blank = PrefixSymbol.blank
    return !row.isEmpty && row.first != blank && row.last != blank
      && !zip(row, row.dropFirst()).contains { $0 == blank && $1 == blank }
  }

  /// Whether no row that comes earlier can match where a longer one that comes later does.
  private var prefersLongest: Bool {
    for (index, row) in all.enumerated() {
      for later in all[(index + 1)...] where later.count > row.count && later.starts(with: row) {
        if !PrefixSymbol.isWord(later[row.count]) { return false }
      }
    }
    return true
  }

  /// The rows of `node`, those that PCRE2 tries first in front; `nil` where it has others.
  private static func rows(of node: Node) -> [[UInt8]]? {
    switch node {
    case .literal(let scalar): return symbols(of: scalar).map { [$0] }
    case .oneOf(let members):
      guard members.count <= most else { return nil }
      let rows = members.compactMap(symbols)
      return rows.count == members.count ? rows : nil
    case .repeated(.blanks, 1, nil): return [[PrefixSymbol.blank]]
    case .repeated(let node, 0, 1): return rows(of: node).map { $0 + [[]] }
    case .sequence(let nodes):
      return nodes.reduce([[]] as [[UInt8]]?) { before, node in
        guard let before, let more = rows(of: node), before.count * more.count <= most else {
          return nil
        }
        let all = before.flatMap { row in more.map { row + $0 } }
        return all.allSatisfy { $0.count <= longest } ? all : nil
      }
    case .anyOf(let branches):
      var all: [[UInt8]] = []
      for branch in branches {
        guard let more = rows(of: branch), all.count + more.count <= most else { return nil }
        all += more
      }
      return all
    case .repeated, .blanks, .assertion, .ahead, .oneOfMany, .opaque: return nil
    }
  }

  /// The symbols of one character that has no other case than ASCII has; `nil` for one that has, and
  /// for blanks.
  private static func symbols(of scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.isASCII {
      let symbol = PrefixSymbol.of(UInt8(scalar.value))
      return PrefixSymbol.isExact(symbol) && scalar.value > 0x20 ? [symbol] : nil
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.changesWhenCaseMapped || scalar.value == 0xA0 {
      return nil
    }
    return String(Character(scalar)).utf8.map(PrefixSymbol.of)
  }
}
