import AdModel

/// What a feed of ads in XML calls them: Indeed, LinkedIn, Adzuna and their like, RSS, HR-XML.
struct Feed {
  /// The name of the elements that are ads.
  let element: [UInt8]
  /// How many bytes of the feed tell it, whatever comes behind them; `nil` where an element that comes
  /// later may look more like an ad.
  let sampleSize: Int?

  /// The feed that `text` is, or `nil` if no element looks like an ad.
  ///
  /// It is the first element inside the root that goes by a name such as `job` and holds others;
  /// else the one that has a title more than once; else the root.
  init?(_ text: [UInt8], names: FieldNames) {
    let all = text.skippingMark(0..<text.count)
    let sample = all.lowerBound..<min(all.upperBound, FileWindows.sampleLimit)
    var open: [Range<Int>] = []
    var titled: [[UInt8]: (name: Range<Int>, count: Int)] = [:]
    var root: Range<Int>?
    var at = sample.lowerBound
    while let tag = XMLTag.next(in: text, at..<sample.upperBound) {
      at = tag.place.upperBound
      if tag.kind == .end {
        if !open.isEmpty { open.removeLast() }
        continue
      }
      if let parent = open.last {
        let isTitle = names.meaning(ofElement: text, tag.name) == .part(.title)
        if open.count == 1 {
          if isTitle || Self.isAd(text, parent) { root = parent }
        } else if Self.isAd(text, parent) {
          element = Array(text[parent])
          sampleSize = tag.name.lowerBound + 1
          return
        } else if isTitle, !Self.isList(text, parent) {
          titled[Array(text[parent]), default: (parent, 0)].count += 1
        }
      }
      if tag.kind == .start { open.append(tag.name) }
    }
    sampleSize = nil
    let best = titled.values.max { ($0.count, $1.name.lowerBound) < ($1.count, $0.name.lowerBound) }
    if let best, best.count > 1 || root == nil {
      element = Array(text[best.name])
    } else if let root {
      element = Array(text[root])
    } else {
      return nil
    }
  }

  /// Whether `text` is a feed, whatever its file is called: it looks like XML, not like a page.
  static func isCertain(_ text: [UInt8], names: FieldNames) -> Bool {
    let all = text.trimmed(text.skippingMark(0..<text.count))
    guard text[all].first == 0x3C, let tag = XMLTag.next(in: text, all) else { return false }
    if MarkupSigns.isShaping(text[tag.name]) { return false }
    return text.starts(with: Array("<?xml".utf8), at: all.lowerBound)
      || Feed(text, names: names) != nil
  }
}

// MARK: - Names

extension Feed {
  private static func isAd(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    ads.contains(FieldNames.key(text[text.localName(name)]))
  }

  private static func isList(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    lists.contains(FieldNames.key(text[text.localName(name)]))
  }

  /// Names of elements that are ads.
  private static let ads: Set<String> = [
    "job", "jobad", "jobposting", "joboffer", "jobopening", "jobpositionposting", "joblisting",
    "vacancy", "position", "positionopening", "posting", "listing", "advert", "offer", "opening",
    "requisition", "item", "entry",
  ]

  /// Names of elements that have a title and are no ads.
  private static let lists: Set<String> = ["channel", "feed", "image"]
}

extension [UInt8] {
  /// The name of an element without the prefix of its namespace.
  func localName(_ name: Range<Int>) -> Range<Int> {
    let colon = first(0x3A, in: name)
    return colon + 1 < name.upperBound ? colon + 1..<name.upperBound : name
  }
}
