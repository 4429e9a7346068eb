internal import AdModel
public import Patterns

/// Flags a statement that says what another one has said, in nearly the same words.
///
/// Two statements are alike where they share most of their pairs of neighbouring words (Jaccard,
/// figures left out). Where the figures of the two differ, they contradict each other. Items that
/// follow one another, and patterns that an ad fills in three times, are lists and no repetition.
///
/// ```yaml
/// check:
///   alike: words         # nearly the same words, and the same figures
///   # figures            # nearly the same words, and other figures
///   words: 11            # the fewest words of a statement that is looked at, 7 or more
/// ```
public struct Alike: Check {
  public static let name = "alike"
  public static let options = ["words"]

  enum Difference: String, CaseIterable {
    case words, figures
  }
  let difference: Difference
  let least: Int

  public init(_ options: Options) throws(OptionsError) {
    difference = try options.choice("alike", of: Difference.self)
    least = try options.integer("words", default: 11)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let statements = evidence.statements
    let prose = evidence.ad.prose
    let pairs = evidence.alikes.filter { pair in
      min(statements.all[pair.first].count, statements.all[pair.later].count) >= least
        && !statements.isQuoted(statements.all[pair.later], in: prose)
        && statements.differ(pair) == (difference == .figures ? .figures : .words)
    }
    if pairs.isEmpty { return [] }
    // What is repeated word for word is a finding of its own.
    let runs = difference == .words ? Repeated.runs(in: statements, of: prose, 8) : []
    let new = pairs.filter { pair in
      !runs.contains { $0.range.overlaps(statements.all[pair.later]) }
    }
    return new.map { pair in
      Hit(
        statements.place(of: statements.all[pair.later], in: prose),
        arguments: [
          "other": evidence.text(statements.place(of: statements.all[pair.first], in: prose))
        ])
    }
  }
}

extension Statements {
  /// Two statements that are alike, as numbers in ``all``.
  struct Pair {
    var first: Int
    var later: Int
  }

  /// How the two statements of a pair differ.
  enum Difference {
    case none, words, figures, both
  }

  /// Of 100 pairs of words in either of two statements, how many must be in both.
  private static let enough = 62

  /// The fewest words of a statement that is compared.
  private static let least = 7

  /// Each statement that is like an earlier one.
  var alikes: [Pair] {
    var table = KeyTable(count: words.count)
    var shared = [Int](repeating: 0, count: all.count)
    var sizes = shared
    var uses = shared
    var pairs: [Pair] = []
    var touched: [Int] = []
    for (later, range) in all.enumerated() where range.count >= Self.least {
      var last: UInt64 = 0
      for word in words[range] where !word.isNumber {
        if last != 0 {
          let first = table.first(last &* 31 &+ word.key, at: later)
          sizes[later] += 1
          if first != later {
            if shared[first] == 0 { touched.append(first) }
            shared[first] += 1
          }
        }
        last = word.key
      }
      let best = touched.max { (shared[$0], $1) < (shared[$1], $0) }
      if let best {
        let both = shared[best]
        let either = sizes[best] + sizes[later] - both
        if both * 100 >= either * Self.enough {
          uses[best] += 1
          if best + 1 < later { pairs.append(Pair(first: best, later: later)) }
        }
      }
      for first in touched { shared[first] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return pairs.filter { uses[$0.first] == 1 && uses[$0.later] == 0 }
  }

  /// How the two statements of `pair` differ: in words, in figures, in both or not at all.
  func differ(_ pair: Pair) -> Difference {
    let (first, later) = (all[pair.first], all[pair.later])
    let figures = (self.figures(in: first), self.figures(in: later))
    if figures.0 == figures.1 {
      return words[first].map(\.key) == words[later].map(\.key) ? .none : .words
    }
    return figures.0.count == figures.1.count ? .figures : .both
  }

  /// The figures of a statement. “After 90 days” is a step of a scale, whose next step contradicts
  /// nothing.
  private func figures(in range: Range<Int>) -> [UInt64] {
    range.filter { index in
      words[index].isNumber
        && !words[max(range.lowerBound, index - 2)..<index].contains { $0.key == Self.after }
    }.map { words[$0].key }
  }

  private static let after = WordKey.of("after".utf8)
}
