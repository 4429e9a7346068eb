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
///   only: [young candidates?]        # only where one of these touches the words
///   only-sentence: [candidate]       # only where one stands in the same sentence
///   only-ad: [apply]                 # only where one stands anywhere in the ad
///   once: true                       # the first one of an ad is enough
///   at-least: 3                      # only where an ad has so many
///   differ: figures                  # only the one that says another figure than the first, or
///                                    # other hours, contract, experience, degree, language, leave
///   unlike: company                  # only words that the field of this part does not have
///   often: true                      # the words are in many ads; only the speed hangs on this
///   seldom: true                     # few ads ask; only the speed hangs on this
/// ```
/// A group named `hit` narrows the words to point at.
public struct Phrases: Check {
  public static let name = "phrases"
  public static let names = ["phrases", "patterns"]
  public static let options =
    Baked.contextKeys + sieves + [
      "cased", "once", Baked.oftenKey, Baked.seldomKey,
    ]
  /// The options by which a hit may not count, besides what stands around it.
  static let sieves = ["at-least", "differ", "unlike"]

  public let wanted: [Wanted]
  private let unless: [Context]
  private let unlessSentence: [Context]
  private let unlessAd: [Context]
  private let onlySentence: [Context]
  private let onlyAd: [Context]
  private let only: [Context]
  private let isOnce: Bool
  private let atLeast: Int
  private let differ: Differing.Reading?
  private let unlike: Part?

  public init(_ options: Options) throws(OptionsError) {
    let isCased = try options.flag("cased")
    var number = options.numbers?.wanted.lowerBound
    let isBaked = number != nil
    func next() -> Int? {
      defer { number = number.map { $0 + 1 } }
      return number
    }
    var wanted: [Wanted] = []
    for phrase in try options.texts("phrases") {
      for branch in isBaked ? [phrase] : Phrase.alternatives(of: phrase) {
        wanted.append(Wanted(branch, isPhrase: true, isCased: isCased, number: next()))
      }
    }
    for pattern in try options.texts("patterns") {
      wanted.append(Wanted(pattern, isCased: isCased, number: next()))
    }
    self.wanted = wanted
    func contexts(_ key: String) throws(OptionsError) -> [Context] {
      try options.texts(key).map { Context(Pattern($0, isPhrase: true, number: next())) }
    }
    // In the order of `Baked.contextKeys`, by which the build numbers them.
    unless = try contexts("unless")
    unlessSentence = try contexts("unless-sentence")
    unlessAd = try contexts("unless-ad")
    onlySentence = try contexts("only-sentence")
    onlyAd = try contexts("only-ad")
    only = try contexts("only")
    isOnce = try options.flag("once")
    differ =
      options.has("differ") ? try options.choice("differ", of: Differing.Reading.self) : nil
    unlike = options.has("unlike") ? try options.choice("unlike", of: Part.self) : nil
    atLeast = try options.integer("at-least", default: differ == nil ? 1 : 2)
    // Only the build needs them.
    _ = try options.flag(Baked.oftenKey)
    _ = try options.flag(Baked.seldomKey)
  }

  public var contexts: [Context] {
    unless + unlessSentence + unlessAd + onlySentence + onlyAd + only
  }

  /// Every pattern of the check, so that they can be proved before an ad is read.
  public var all: [Pattern] {
    wanted.map { Pattern($0.source, isPhrase: $0.isPhrase, isCased: $0.isCased) }
      + contexts.map(\.pattern)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard found.count >= atLeast, holdsForAd(evidence, &matcher) else { return [] }
    // Nearly always the ad says none of the words that would matter around a hit.
    if !onlySentence.isEmpty, !matcher.mayHoldAny(of: onlySentence) { return [] }
    if !only.isEmpty, !matcher.mayHoldAny(of: only) { return [] }
    let isAsked =
      !onlySentence.isEmpty || !only.isEmpty || matcher.mayHoldAny(of: unless)
      || matcher.mayHoldAny(of: unlessSentence)
    var hits: [Hit] = []
    for hit in found {
      let place = ByteRange<Prose>(Int(hit.lower), Int(hit.upper))
      // One phrase, one finding, though several alternatives may name it.
      if let last = hits.last, place.lower < last.place.upper { continue }
      if place.isEmpty || isAsked && !holds(at: place, in: evidence, &matcher) { continue }
      if let unlike, !evidence.isUnlike(place, unlike) { continue }
      hits.append(Hit(place))
      if isOnce, hits.count >= atLeast { break }
    }
    guard hits.count >= atLeast else { return [] }
    if let differ {
      return Differing.hit(among: hits.map(\.place), as: differ, in: evidence).map { [$0] } ?? []
    }
    return isOnce ? Array(hits.prefix(1)) : hits
  }

  private func holdsForAd(_ evidence: Evidence, _ matcher: inout Matcher) -> Bool {
    if any(of: unlessAd, in: evidence, &matcher) { return false }
    return onlyAd.isEmpty || any(of: onlyAd, in: evidence, &matcher)
  }

  private func any(of contexts: [Context], in evidence: Evidence, _ matcher: inout Matcher) -> Bool
  {
    guard matcher.mayHoldAny(of: contexts) else { return false }
    for field in evidence.ad.fields where !field.place.isEmpty {
      let text = unsafe UTF8Span(unchecked: evidence.ad.prose.span.extracting(field.place.utf8))
      for context in contexts
      where matcher.holds(context, in: text, offset: field.place.lower) {
        return true
      }
    }
    return false
  }

  private func holds(
    at place: ByteRange<Prose>, in evidence: Evidence, _ matcher: inout Matcher
  ) -> Bool {
    guard let field = evidence.ad.field(at: place.lower)?.place else { return true }
    let offset = field.lower
    let sentence = Sentence.around(place, in: evidence.ad.prose, field: field)
    let text = unsafe UTF8Span(
      unchecked: evidence.ad.prose.span.extracting(offset..<sentence.upper))
    let start = sentence.lower - offset
    let words = place.lower - offset..<place.upper - offset
    for context in unless
    where matcher.holds(context, in: text, offset: offset, from: start, overlapping: words) {
      return false
    }
    for context in unlessSentence
    where matcher.holds(context, in: text, offset: offset, from: start) {
      return false
    }
    let isTouched =
      only.isEmpty
      || only.contains { context in
        matcher.holds(context, in: text, offset: offset, from: start, overlapping: words)
      }
    guard isTouched else { return false }
    return onlySentence.isEmpty
      || onlySentence.contains { context in
        matcher.holds(context, in: text, offset: offset, from: start)
      }
  }
}
