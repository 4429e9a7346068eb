internal import AdModel
public import Patterns
internal import RuleText

/// Flags words and phrases, unless what stands around them says that they are meant otherwise.
///
/// ```yaml
/// check:
///   phrases: [young (and|&) dynamic, youthful team]   # words, bounded, case folded
///   patterns: ['\*{4,}']             # or plain PCRE2
///   cased: true                      # case matters
///   unless: [young people]           # not where one of these touches the words
///   unless-sentence: [our clients]   # nor where one stands in the same sentence
///   unless-ad: [youth work]          # nor where one stands anywhere in the ad
///   only-sentence: [candidate]       # only where one stands in the same sentence
///   only-ad: [apply]                 # only where one stands anywhere in the ad
///   once: true                       # the first one of an ad is enough
///   at-least: 3                      # only where an ad has so many
///   differ: figures                  # only the one that says another figure than the first, or
///                                    # other hours, contract, experience, degree, language, leave
///   unlike: company                  # only words that the field of this part does not have
/// ```
/// A group named `hit` narrows the words to point at.
public struct Phrases: Check {
  public static let name = "phrases"
  public static let names = ["phrases", "patterns"]
  public static let options = Baked.contextKeys + ["cased", "once", "at-least", "differ", "unlike"]

  public let wanted: [Wanted]
  public let contextNumbers: Range<Int>
  private let terms: Deferred<Terms>

  public init(_ options: Options) throws(OptionsError) {
    let isCased = try options.flag("cased")
    let first =
      options.has(Baked.numberKey) ? try options.integer(Baked.numberKey, default: 0) : nil
    var phrases = try options.texts("phrases")
    if first == nil { phrases = phrases.flatMap(Phrase.alternatives) }
    let patterns = try options.texts("patterns")
    var wanted: [Wanted] = []
    wanted.reserveCapacity(phrases.count + patterns.count)
    for phrase in phrases {
      let number = first.map { $0 + wanted.count }
      wanted.append(Wanted(phrase, isPhrase: true, isCased: isCased, number: number))
    }
    for pattern in patterns {
      wanted.append(Wanted(pattern, isCased: isCased, number: first.map { $0 + wanted.count }))
    }
    self.wanted = wanted
    if let first {
      let next = first + wanted.count
      contextNumbers = next..<Baked.contextKeys.reduce(next) { $0 + options.count($1) }
      terms = Deferred { Terms(proved: options, from: next) }
    } else {
      contextNumbers = 0..<0
      terms = Deferred(made: try Terms(options))
    }
  }

  public var contexts: [Context] { terms.value.contexts }

  /// Every pattern of the check, so that they can be proved before an ad is read.
  public var all: [Pattern] {
    wanted.map { Pattern($0.source, isPhrase: $0.isPhrase, isCased: $0.isCased) }
      + contexts.map(\.pattern)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    if found.isEmpty { return [] }
    let terms = terms.value
    guard found.count >= terms.atLeast, terms.hold(in: evidence, &matcher) else { return [] }
    // Nearly always the ad says none of the words that would matter around a hit.
    if !terms.onlySentence.isEmpty, !matcher.mayHoldAny(of: terms.onlySentence) { return [] }
    let isAsked =
      !terms.onlySentence.isEmpty || matcher.mayHoldAny(of: terms.unless)
      || matcher.mayHoldAny(of: terms.unlessSentence)
    var hits: [Hit] = []
    for hit in found {
      let place = ByteRange<Prose>(Int(hit.lower), Int(hit.upper))
      // One phrase, one finding, though several alternatives may name it.
      if let last = hits.last, place.lower < last.place.upper { continue }
      if place.isEmpty || isAsked && !terms.hold(at: place, in: evidence, &matcher) { continue }
      if let unlike = terms.unlike, !evidence.isUnlike(place, unlike) { continue }
      hits.append(Hit(place))
      if terms.isOnce, hits.count >= terms.atLeast { break }
    }
    guard hits.count >= terms.atLeast else { return [] }
    if let differ = terms.differ {
      return Differing.hit(among: hits.map(\.place), as: differ, in: evidence).map { [$0] } ?? []
    }
    return terms.isOnce ? Array(hits.prefix(1)) : hits
  }
}
