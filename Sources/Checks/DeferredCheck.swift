internal import AdModel
public import Deferral
public import Patterns
internal import RuleText

/// A check that is made when an ad first needs it.
///
/// What it wants looked for must be known before. Where the build has numbered the patterns, that is
/// told by their numbers: most of them, and their checks, are made for no ad of a run.
public struct DeferredCheck: Sendable {
  /// The check itself.
  public let made: Deferred<any Check>
  private let numbers: Baked.Numbers?
  private let traits: Traits

  private struct Traits: OptionSet {
    let rawValue: UInt8

    /// Upper and lower case differ in its patterns.
    static let isCased = Traits(rawValue: 1)
    /// The first match of its patterns decides, wherever it is.
    static let isOnce = Traits(rawValue: 2)
  }

  /// A check that is there already.
  public init(_ check: any Check) {
    made = Deferred(made: check)
    (numbers, traits) = (nil, [])
  }

  /// The check that `options` of a bundled rule ask for, in which tests have found no fault; `nil`
  /// where the build has numbered no patterns of it.
  public init?(proved options: Options) {
    guard let numbers = options.numbers else { return nil }
    self.numbers = numbers
    var traits: Traits = []
    if options.node["cased"]?.text == "true" { traits.insert(.isCased) }
    let mayDrop = !numbers.contexts.isEmpty || Phrases.sieves.contains(where: options.has)
    if options.node["once"]?.text == "true", !mayDrop { traits.insert(.isOnce) }
    self.traits = traits
    made = Deferred {
      do throws(OptionsError) {
        return try Checks.make(options, isBaked: true)
      } catch {
        fatalError("a bundled rule is wrong: \(error.message)")
      }
    }
  }

  public var check: any Check { made.value }

  /// The patterns that it wants looked for in texts of `kinds`; `asks` tells whether it matters where
  /// they match, or only that they do.
  public func groups(for kinds: UInt32, asks: Question) -> [PatternSet.Group] {
    if let numbers {
      var group = PatternSet.Group(
        count: numbers.wanted.count, isCased: traits.contains(.isCased), kinds: kinds,
        number: numbers.wanted.lowerBound
      ) { [made] in
        let wanted = made.value.wanted[$0]
        return Pattern(
          wanted.source, isPhrase: wanted.isPhrase, isCased: wanted.isCased, number: wanted.number)
      }
      group.isOnce = traits.contains(.isOnce) && asks == .whether
      return [group]
    }
    return check.wanted.map {
      PatternSet.Group(
        $0.source, isPhrase: $0.isPhrase, isCased: $0.isCased, kinds: kinds, number: $0.number)
    }
  }

  /// What is asked about matches.
  public enum Question: Sendable { case whether, `where` }

  /// The numbers, in the index of the build, of the patterns that it asks about around what was found.
  public var contextNumbers: Range<Int> { numbers?.contexts ?? 0..<0 }
}
