internal import AdModel
internal import Patterns
internal import RuleText

extension Phrases {
  /// When what was found counts.
  final class Terms: Sendable {
    let unless: [Context]
    let unlessSentence: [Context]
    private let unlessAd: [Context]
    let onlySentence: [Context]
    private let onlyAd: [Context]
    let isOnce: Bool
    let atLeast: Int
    let differ: Differing.Reading?
    let unlike: Part?

    /// Those of `options`; `number` is that of the first context, if the build has numbered them.
    init(_ options: Options, from number: Int? = nil) throws(OptionsError) {
      var number = number
      func contexts(_ key: String) throws(OptionsError) -> [Context] {
        try options.texts(key).map { phrase in
          defer { number = number.map { $0 + 1 } }
          return Context(Pattern(phrase, isPhrase: true), number: number)
        }
      }
      // In the order of `Baked.contextKeys`, by which the build numbers them.
      unless = try contexts("unless")
      unlessSentence = try contexts("unless-sentence")
      unlessAd = try contexts("unless-ad")
      onlySentence = try contexts("only-sentence")
      onlyAd = try contexts("only-ad")
      isOnce = try options.flag("once")
      let differ =
        options.has("differ") ? try options.choice("differ", of: Differing.Reading.self) : nil
      self.differ = differ
      unlike = options.has("unlike") ? try options.choice("unlike", of: Part.self) : nil
      atLeast = try options.integer("at-least", default: differ == nil ? 1 : 2)
    }

    /// Those of `options` of a bundled rule, in which tests have found no fault.
    convenience init(proved options: Options, from number: Int) {
      do {
        try self.init(options, from: number)
      } catch {
        fatalError("a bundled rule is wrong: \(error.message)")
      }
    }

    var contexts: [Context] { unless + unlessSentence + unlessAd + onlySentence + onlyAd }
  }
}

extension Phrases.Terms {
  /// Whether what stands anywhere in the ad lets hits count.
  func hold(in evidence: Evidence, _ matcher: inout Matcher) -> Bool {
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

  /// Whether what stands around `place` lets it count.
  func hold(
    at place: ByteRange<Prose>, in evidence: Evidence, _ matcher: inout Matcher
  ) -> Bool {
    guard let field = evidence.ad.place(ofFieldAt: place.lower) else { return true }
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
    for context in onlySentence
    where matcher.holds(context, in: text, offset: offset, from: start) {
      return true
    }
    return onlySentence.isEmpty
  }
}
