internal import AdModel
public import Patterns

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
/// ```
/// A group named `hit` narrows the words to point at.
public struct Phrases: Check {
  public static let name = "phrases"
  public static let names = ["phrases", "patterns"]
  public static let options = [
    // Written by the build, in the order of the patterns; see ``Beginnings/text``.
    "beginnings", "cased", "unless", "unless-sentence", "unless-ad", "only-sentence", "only-ad",
    "once", "at-least",
  ]

  public let wanted: [Wanted]
  private let unless: [Pattern]
  private let unlessSentence: [Pattern]
  private let unlessAd: [Pattern]
  private let onlySentence: [Pattern]
  private let onlyAd: [Pattern]
  private let isOnce: Bool
  private let atLeast: Int

  public init(_ options: Options) throws(OptionsError) {
    let isCased = try options.flag("cased")
    var wanted: [Wanted] = []
    for phrase in try options.texts("phrases") {
      for branch in Phrase.alternatives(of: phrase) {
        wanted.append(Wanted(branch, isPhrase: true, isCased: isCased))
      }
    }
    for pattern in try options.texts("patterns") {
      wanted.append(Wanted(pattern, isCased: isCased))
    }
    let beginnings = try options.texts("beginnings")
    if beginnings.count == wanted.count {
      for index in wanted.indices { wanted[index].beginnings = Beginnings(text: beginnings[index]) }
    }
    self.wanted = wanted
    unless = try Self.patterns(options, "unless")
    unlessSentence = try Self.patterns(options, "unless-sentence")
    unlessAd = try Self.patterns(options, "unless-ad")
    onlySentence = try Self.patterns(options, "only-sentence")
    onlyAd = try Self.patterns(options, "only-ad")
    isOnce = try options.flag("once")
    atLeast = try options.integer("at-least", default: 1)
  }

  private static func patterns(_ options: Options, _ key: String) throws(OptionsError) -> [Pattern]
  {
    try options.texts(key).map { Pattern($0, isPhrase: true) }
  }

  /// Every pattern of the check, so that they can be proved before an ad is read.
  public var all: [Pattern] {
    wanted.map { Pattern($0.source, isPhrase: $0.isPhrase, isCased: $0.isCased) } + unless
      + unlessSentence + unlessAd
      + onlySentence + onlyAd
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard found.count >= atLeast, holdsForAd(evidence.ad, &matcher) else { return [] }
    var hits: [Hit] = []
    for place in found.map({ ByteRange<Prose>(Int($0.lower), Int($0.upper)) }) {
      // One phrase, one finding, though several alternatives may name it.
      if let last = hits.last, place.lower < last.place.upper { continue }
      if place.isEmpty || !holds(at: place, in: evidence.ad, &matcher) { continue }
      hits.append(Hit(place))
      if isOnce, hits.count >= atLeast { break }
    }
    guard hits.count >= atLeast else { return [] }
    return isOnce ? Array(hits.prefix(1)) : hits
  }

  private func holdsForAd(_ ad: Ad, _ matcher: inout Matcher) -> Bool {
    guard !unlessAd.isEmpty || !onlyAd.isEmpty, let text = try? UTF8Span(validating: ad.prose.span)
    else { return true }
    for pattern in unlessAd where matcher.match(pattern, in: text, from: 0) != nil { return false }
    if onlyAd.isEmpty { return true }
    for pattern in onlyAd where matcher.match(pattern, in: text, from: 0) != nil { return true }
    return false
  }

  private func holds(at place: ByteRange<Prose>, in ad: Ad, _ matcher: inout Matcher) -> Bool {
    guard !unless.isEmpty || !unlessSentence.isEmpty || !onlySentence.isEmpty,
      let field = ad.field(at: place.lower)
    else { return true }
    let sentence = Sentence.around(place, in: ad.prose, field: field.place)
    guard
      let text = try? UTF8Span(
        validating: ad.prose.span.extracting(field.place.lower..<sentence.upper))
    else { return true }
    let start = sentence.lower - field.place.lower
    let words = place.lower - field.place.lower..<place.upper - field.place.lower
    for pattern in unless {
      var from = start
      while let match = matcher.match(pattern, in: text, from: from) {
        if match.whole.overlaps(words) { return false }
        if match.whole.lowerBound >= words.upperBound { break }
        from = match.whole.upperBound
      }
    }
    for pattern in unlessSentence where matcher.match(pattern, in: text, from: start) != nil {
      return false
    }
    if onlySentence.isEmpty { return true }
    for pattern in onlySentence where matcher.match(pattern, in: text, from: start) != nil {
      return true
    }
    return false
  }
}
