import AdModel

/// Splits a feed in XML into its ads.
///
/// Only the tags are looked at, and each ad is parsed by itself: a broken one is lost alone, and what
/// the document type of a feed declares is never read, be it entities or other files.
struct FeedSplitter: Splitter {
  /// The name of the elements that are ads; `nil` where nothing looks like one.
  private let element: [UInt8]?
  private let names: FieldNames
  /// The name of the first element.
  private var root: [UInt8]?
  /// Whether the last tag was the end of the first element.
  private var isWhole = false
  private var state = State.start

  private enum State { case start, inside, ended }

  /// What splits a feed that begins with `sample`.
  init(_ sample: [UInt8], names: FieldNames) {
    element = Feed(sample, names: names)?.element
    self.names = names
  }

  mutating func step(in text: [UInt8], _ stretch: Stretch) -> Step {
    guard let element else { return lose(stretch) }
    var stretch = stretch
    if state == .start {
      state = .inside
      stretch = stretch.from(text.skippingMark(stretch.range).lowerBound)
    }
    guard state == .inside, let tag = tag(in: text, stretch) else {
      return end(of: stretch)
    }
    note(tag, in: text)
    let isAd = text[tag.name].elementsEqual(element)
    switch tag.kind {
    case .start where isAd: return ad(element, from: tag, in: text, stretch)
    case .empty where isAd: return .record(tag.place, next: tag.place.upperBound)
    default: return .gap(next: tag.place.upperBound)
    }
  }

  /// The next tag, unless it may go on behind the stretch.
  private func tag(in text: [UInt8], _ stretch: Stretch) -> XMLTag? {
    guard let tag = XMLTag.next(in: text, stretch.range) else { return nil }
    let upper = tag.place.upperBound
    return stretch.isLast || upper < stretch.upper || text[upper - 1] == 0x3E ? tag : nil
  }

  /// Keeps in mind what tells whether the feed is whole.
  private mutating func note(_ tag: XMLTag, in text: [UInt8]) {
    if root == nil { root = Array(text[tag.name]) }
    isWhole = tag.kind == .end && root.map { text[tag.name].elementsEqual($0) } == true
  }

  /// The ad that `start` begins.
  private mutating func ad(
    _ element: [UInt8], from start: XMLTag, in text: [UInt8], _ stretch: Stretch
  ) -> Step {
    let lower = start.place.lowerBound
    var at = start.place.upperBound
    /// An element of the same name inside the ad, unless it holds other elements.
    var inner: XMLTag?
    while let tag = tag(in: text, stretch.from(at)) {
      at = tag.place.upperBound
      let isAd = text[tag.name].elementsEqual(element)
      if let known = inner {
        inner = nil
        if tag.kind == .end, isAd { continue }
        // The ad in front of this one has no end.
        return .record(lower..<known.place.lowerBound, next: known.place.lowerBound)
      }
      guard isAd else { continue }
      switch tag.kind {
      case .start: inner = tag
      case .empty: break
      case .end:
        note(tag, in: text)
        return .record(lower..<at, next: at)
      }
    }
    guard stretch.isLast else { return .more }
    state = .ended
    return .record(lower..<stretch.upper, next: stretch.upper)
  }

  /// The end of the feed: what is missing of one that ends too early is the last of its ads.
  private mutating func end(of stretch: Stretch) -> Step {
    guard stretch.isLast else { return .more }
    if state == .ended || isWhole { return .end }
    state = .ended
    return .record(stretch.range, next: stretch.upper)
  }

  /// All of a text that is no feed.
  private mutating func lose(_ stretch: Stretch) -> Step {
    if state == .ended {
      if !stretch.range.isEmpty { return .gap(next: stretch.upper) }
      return stretch.isLast ? .end : .more
    }
    state = .ended
    return .broken(stretch.range, next: stretch.upper) {
      Problem(noAdsInFeed: ByteRange(stretch.range), in: $0)
    }
  }

  mutating func giveUp(in text: [UInt8], _ stretch: Stretch) -> Step {
    guard let tag = tag(in: text, stretch), tag.kind == .start,
      element.map({ text[tag.name].elementsEqual($0) }) == true
    else {
      // A comment, or the like, of that size.
      return .gap(next: stretch.upper)
    }
    return .broken(
      stretch.range, next: stretch.upper, Problem.tooLong(at: tag.place.lowerBound, stretch))
  }

  func ad(from record: ByteRange<Source>, in file: SourceFile) throws(Problem) -> Ad {
    try XMLReader.ad(from: record, in: file, names: names)
  }
}
