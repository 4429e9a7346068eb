import AdModel

extension Problem {
  /// An ad that is not XML.
  init(_ fault: XMLFault, in file: SourceFile) {
    let bare = Self.bareAmpersand(before: fault.offset, in: file.text)
    let offset = bare ?? min(fault.offset, file.text.count)
    let isAtEnd = offset == file.text.count
    let reason = bare == nil ? fault.reason : "a bare “&”, which should be “&amp;”"
    let place = ByteRange<Source>(offset, isAtEnd ? offset : offset + 1)
    self.init(
      id: "broken-xml", file: file.name, place: place,
      message: "This ad is not valid XML: found \(reason) (byte"
        + " \(file.original(of: place).lowerBound)); mend it, or tell the format with --input.")
  }

  /// The “&” that begins no reference though a name may follow it, where a parser stops behind it.
  private static func bareAmpersand(before offset: Int, in text: [UInt8]) -> Int? {
    guard offset < text.count, text[offset] != 0x3B else { return nil }
    let name = text[max(0, offset - 64)..<offset].reversed().prefix(while: \.isInXMLName).count
    let at = offset - name - 1
    return at >= 0 && text[at] == 0x26 ? at : nil
  }

  /// A feed that ends before its root element does.
  init(cutFeed rest: ByteRange<Source>, in file: SourceFile) {
    self.init(
      id: "cut-feed", file: file.name, place: ByteRange(rest.upper, rest.upper),
      message: "This feed ends before its last end tag, so ads may be missing; fetch it again.")
  }

  /// XML without an element that looks like an ad.
  init(noAdsInFeed feed: ByteRange<Source>, in file: SourceFile) {
    self.init(
      id: "no-ads-in-feed", file: file.name, place: ByteRange(feed.lower, feed.lower),
      message:
        "No element of this file looks like an ad: such elements have a name such as “job” or"
        + " “item”, or a “title” inside.")
  }

  /// A reference by a name that only the document type of the feed can know.
  init(unknownReference place: ByteRange<Source>, in file: SourceFile) {
    self.init(
      id: "unknown-entity", file: file.name, place: place,
      message: "“\(String(decoding: file.text[place.utf8].prefix(40), as: UTF8.self))” is no"
        + " character that HTML knows, and entities that a feed declares are not expanded; write"
        + " the characters themselves.", losesAds: false)
  }
}
