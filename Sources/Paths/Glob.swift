/// A pattern of paths: `*` and `?` within a name, `**` for any folders, `[a-z]`, `{md,html}`.
public struct Glob: Sendable {
  /// Its alternatives, each split into the names between slashes.
  private let alternatives: [[[UInt8]]]

  /// The most alternatives that braces may make.
  static let alternativeLimit = 1000

  /// The pattern that `pattern` writes; every text writes one.
  public init(_ pattern: String) {
    alternatives = Self.expanded(Array(pattern.utf8)).map {
      $0.split(separator: 0x2F).map(Array.init)
    }
  }

  /// Whether `path` is more than a plain path.
  public static func isPattern(_ path: String) -> Bool {
    path.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B || $0 == 0x7B }
  }

  /// The bracket or brace in `pattern` that is never closed, and so would stand for itself.
  public static func unclosed(in pattern: String) -> Character? {
    var rest = Array(pattern.utf8)[...]
    var braces = 0
    while let byte = rest.popFirst() {
      switch byte {
      case 0x5C: _ = rest.popFirst()
      case 0x7B: braces += 1
      case 0x7D: braces = max(0, braces - 1)
      case 0x5B:
        guard let end = end(ofSet: rest) else { return "[" }
        rest = rest[(end + 1)...]
      default: break
      }
    }
    return braces > 0 ? "{" : nil
  }

  /// Where the set ends that `rest` begins with, behind its bracket.
  private static func end(ofSet rest: ArraySlice<UInt8>) -> Int? {
    rest.dropFirst(rest.first == 0x5D ? 1 : 0).dropFirst().firstIndex(of: 0x5D)
  }

  /// The folder that all matches are in: the names in front of the first pattern.
  public static func root(of pattern: String) -> String {
    var names = pattern.split(separator: "/", omittingEmptySubsequences: false).prefix {
      !isPattern(String($0))
    }
    if names.count == pattern.split(separator: "/", omittingEmptySubsequences: false).count {
      names = names.dropLast()
    }
    let root = names.joined(separator: "/")
    return root.isEmpty ? (pattern.hasPrefix("/") ? "/" : ".") : root
  }

  /// Whether the whole of `path` is as the pattern says.
  public func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: 0x2F).map(Array.init)
    return alternatives.contains { Self.matches($0[...], names[...]) }
  }

  /// Whether a folder at `path` may hold matches.
  public func mayMatch(inside path: String) -> Bool {
    let names = path.utf8.split(separator: 0x2F).map(Array.init)
    return alternatives.contains { pattern in
      for (index, name) in names.enumerated() {
        guard index < pattern.count else { return false }
        if pattern[index] == Self.anyFolders { return true }
        guard Self.matches(name: name[...], pattern[index][...]) else { return false }
      }
      return names.count < pattern.count
    }
  }

  private static let anyFolders = Array("**".utf8)

  /// Matches names greedily, going back only to the last `**`, so that time stays bounded.
  private static func matches(_ pattern: ArraySlice<[UInt8]>, _ names: ArraySlice<[UInt8]>) -> Bool
  {
    backtrack(pattern, names, star: { $0 == anyFolders }) { matches(name: $1[...], $0[...]) }
  }

  private static func matches(name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    backtrack(tokens(pattern)[...], name, star: { $0 == .star }) { token, byte in
      switch token {
      case .star: false
      case .any: true
      case .byte(let wanted): wanted == byte
      case .set(let ranges, let isNegated): ranges.contains { $0 ~= byte } != isNegated
      }
    }
  }

  /// The one algorithm behind both: after a mismatch, the last star takes one more.
  private static func backtrack<P, T>(
    _ pattern: ArraySlice<P>, _ items: ArraySlice<T>, star: (P) -> Bool, _ fits: (P, T) -> Bool
  ) -> Bool {
    var (p, i) = (pattern.startIndex, items.startIndex)
    var last: (p: Int, i: Int)?
    while i < items.endIndex {
      if p < pattern.endIndex, star(pattern[p]) {
        last = (p, i)
        p += 1
      } else if p < pattern.endIndex, fits(pattern[p], items[i]) {
        p += 1
        i += 1
      } else if let from = last {
        last = (from.p, from.i + 1)
        (p, i) = (from.p + 1, from.i + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy(star)
  }

  private enum Token: Equatable {
    case star, any
    case byte(UInt8)
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }

  private static func tokens(_ pattern: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var rest = pattern
    while let first = rest.popFirst() {
      switch first {
      case 0x2A: tokens.append(.star)
      case 0x3F: tokens.append(.any)
      case 0x5C: tokens.append(.byte(rest.popFirst() ?? 0x5C))
      case 0x5B:
        guard let end = end(ofSet: rest) else {
          tokens.append(.byte(first))
          continue
        }
        tokens.append(set(rest[rest.startIndex..<end]))
        rest = rest[(end + 1)...]
      default: tokens.append(.byte(first))
      }
    }
    return tokens
  }

  private static func set(_ body: ArraySlice<UInt8>) -> Token {
    var rest = body
    let isNegated = rest.first == 0x21 || rest.first == 0x5E
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<UInt8>] = []
    while let low = rest.popFirst() {
      if rest.count >= 2, rest.first == 0x2D, let high = rest.dropFirst().first {
        rest.removeFirst(2)
        if low <= high { ranges.append(low...high) }
      } else {
        ranges.append(low...low)
      }
    }
    return .set(ranges, isNegated: isNegated)
  }

  /// The pattern without braces, once for each alternative.
  private static func expanded(_ pattern: [UInt8]) -> [[UInt8]] {
    var done: [[UInt8]] = []
    var open = [pattern]
    while let next = open.popLast() {
      guard open.count + done.count < alternativeLimit, let group = firstGroup(next) else {
        done.append(next)
        continue
      }
      for part in group.parts.reversed() {
        open.append(Array(next[..<group.range.lowerBound]) + part + next[group.range.upperBound...])
      }
    }
    return done
  }

  /// The first `{…,…}`, and what stands between its commas.
  private static func firstGroup(_ pattern: [UInt8]) -> (range: Range<Int>, parts: [[UInt8]])? {
    guard let start = pattern.firstIndex(of: 0x7B) else { return nil }
    var depth = 0
    var parts: [[UInt8]] = [[]]
    for index in start..<pattern.count {
      let byte = pattern[index]
      if byte == 0x7B { depth += 1 }
      if byte == 0x7D { depth -= 1 }
      if depth == 0 { return (start..<index + 1, parts) }
      if byte == 0x2C, depth == 1 {
        parts.append([])
      } else if index > start {
        parts[parts.count - 1].append(byte)
      }
    }
    return nil
  }
}
