import AdModel

/// A text read for its words: prose, fields, blocks and links, with the way back to that text.
///
/// The text is either a file or a value inside one; ``AdDraft`` leads on to the file.
struct Passage {
  var prose: [UInt8] = []
  var map: SourceMap<Prose, Inner>
  var fields: [PassageField] = []
  var blocks: [Block] = []
  var links: [PassageLink] = []

  init(startingAt start: Int = 0) { map = SourceMap(startingAt: start) }

  /// Reads `range` of `text` as it stands.
  mutating func append(verbatim range: Range<Int>, of text: [UInt8]) {
    prose.append(contentsOf: text[range])
    map.append(verbatim: ByteRange(range))
  }

  /// Reads `bytes` where the text has `range`.
  mutating func append(_ bytes: some Collection<UInt8>, rewritten range: Range<Int>) {
    prose.append(contentsOf: bytes)
    map.append(rewritten: ByteRange(range), as: bytes.count)
  }

  /// Goes on with all that `other` read of the same text.
  mutating func append(_ other: Passage) {
    let shift = prose.count
    prose.append(contentsOf: other.prose)
    map.append(other.map)
    fields.append(contentsOf: other.fields.map { $0.shifted(by: shift) })
    blocks.append(contentsOf: other.blocks.map { $0.shifted(by: shift) })
    links.append(contentsOf: other.links.map { $0.shifted(by: shift) })
  }

  /// Goes on with `other` as a field of its own; its value is where its words stand, or `value`.
  mutating func append(
    _ other: Passage, as part: Part, name: String, value: Range<Int>? = nil
  ) {
    separate()
    let lower = prose.count
    append(other)
    let place = ByteRange<Prose>(lower, prose.count)
    let found = other.map.origin(covering: ByteRange(0, other.prose.count))
    fields.append(
      PassageField(part: part, name: name, place: place, value: value.map(ByteRange.init) ?? found))
  }

  /// Ends a field, if there is one.
  mutating func separate() {
    guard let last = fields.last else { return }
    append(Ad.separator, rewritten: last.value.upper..<last.value.upper)
  }

  /// The words of the first field of `part` that has any.
  func text(of part: Part) -> [UInt8]? {
    fields.first { $0.part == part && !$0.place.isEmpty }.map { Array(prose[$0.place.utf8]) }
  }
}

/// A field of a passage, its value counted in the text that the passage was read from.
struct PassageField {
  var part: Part
  var name: String
  var place: ByteRange<Prose>
  var value: ByteRange<Inner>

  func shifted(by count: Int) -> PassageField {
    var copy = self
    copy.place = place.shifted(by: count)
    return copy
  }
}

/// A link of a passage.
struct PassageLink {
  var text: ByteRange<Prose>
  /// The number of its target among the targets of the passage.
  var target: Int?
  var source: ByteRange<Inner>
  var hasImage: Bool
  var targetPlace: ByteRange<Prose>?

  func shifted(by count: Int) -> PassageLink {
    var copy = self
    copy.text = text.shifted(by: count)
    copy.targetPlace = targetPlace?.shifted(by: count)
    return copy
  }
}

extension Block {
  func shifted(by count: Int) -> Block { Block(kind, place.shifted(by: count)) }
}

extension ByteRange {
  func shifted(by count: Int) -> ByteRange { ByteRange(lower + count, upper + count) }
}
