internal import AdModel
public import Patterns
internal import RuleText

/// A check that is made when an ad first needs it.
///
/// What it wants looked for must be known before. Where the build has numbered the patterns, that is
/// told by their numbers: most of them, and their checks, are made for no ad of a run.
public struct DeferredCheck: Sendable {
  private let made: Deferred<any Check>
  private let numbers: Numbers?

  /// The numbers that the build has given, in one row.
  private struct Numbers {
    /// Those of the patterns that the check wants looked for.
    var wanted: Range<Int>
    /// Those of the patterns that it asks about around what was found.
    var contexts: Range<Int>
    var isCased: Bool
  }

  /// A check that is there already.
  public init(_ check: any Check) {
    made = Deferred(made: check)
    numbers = nil
  }

  /// The check that `options` of a bundled rule ask for, in which tests have found no fault; `nil`
  /// where the build has numbered no patterns of it.
  public init?(proved options: Options) {
    guard let first = options.node[Baked.numberKey]?.text.flatMap({ Int($0) }) else { return nil }
    let next = Baked.wantedKeys.reduce(first) { $0 + options.count($1) }
    numbers = Numbers(
      wanted: first..<next,
      contexts: next..<Baked.contextKeys.reduce(next) { $0 + options.count($1) },
      isCased: options.node["cased"]?.text == "true")
    made = Deferred {
      do throws(OptionsError) {
        return try Checks.make(options, isBaked: true)
      } catch {
        fatalError("a bundled rule is wrong: \(error.message)")
      }
    }
  }

  public var check: any Check { made.value }

  /// The patterns that it wants looked for in texts of `kinds`.
  public func groups(for kinds: UInt32) -> [PatternSet.Group] {
    if let numbers {
      return [
        PatternSet.Group(
          count: numbers.wanted.count, isCased: numbers.isCased, kinds: kinds,
          number: numbers.wanted.lowerBound
        ) { [made] in
          let wanted = made.value.wanted[$0]
          return Pattern(wanted.source, isPhrase: wanted.isPhrase, isCased: wanted.isCased)
        }
      ]
    }
    return check.wanted.map {
      PatternSet.Group(
        $0.source, isPhrase: $0.isPhrase, isCased: $0.isCased, kinds: kinds, number: $0.number)
    }
  }

  /// The numbers, in the index of the build, of the patterns that it asks about around what was found.
  public var contextNumbers: Range<Int> { numbers?.contexts ?? 0..<0 }
}
