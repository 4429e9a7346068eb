/// One job ad: what a person reads of it, in fields and blocks, and where in the file it stands.
///
/// All fields stand in one ``prose``, one after another with ``separator`` between them, so that
/// one pass over it sees the whole ad. A rule never sees two fields at once.
public struct Ad: Sendable {
  /// The record's own id, or a name made from the file (``SourceFile/name``) where it has none.
  public var id: String
  /// How the body is written.
  public var markup: Markup
  /// The text of all fields, UTF-8. Blanks of HTML and Markdown are folded as a browser would, and
  /// their bullets left out; those of a text stay as they are. A line feed stands only where a
  /// person sees a new line.
  public var prose: [UInt8]
  /// The fields, in the order of ``prose``.
  public var fields: [Field]
  /// Paragraphs, list items, headings and lines, in the order of ``prose``.
  public var blocks: [Block]
  /// Links with their text and their target, in the order of the text.
  public var links: [Link]
  /// Where each byte of ``prose`` came from.
  public var map: SourceMap<Prose, Source>
  /// The whole record in the file.
  public var record: ByteRange<Source>
  /// Whether edits can be made at its places; not in a document, whose bytes are packed.
  public var isEditable = true
  /// What of the record could not be read, such as the data of a page.
  public var problems: [Problem] = []

  public init(
    id: String, markup: Markup, prose: [UInt8] = [], fields: [Field] = [], blocks: [Block] = [],
    links: [Link] = [], map: SourceMap<Prose, Source>, record: ByteRange<Source>
  ) {
    self.id = id
    self.markup = markup
    self.prose = prose
    self.fields = fields
    self.blocks = blocks
    self.links = links
    self.map = map
    self.record = record
  }

  /// What stands between two fields in ``prose``: no word, and no piece of the ad.
  public static let separator: [UInt8] = [0x0A, 0x0A]

  /// The text at `place`.
  public func text(at place: ByteRange<Prose>) -> String {
    String(decoding: prose[place.utf8], as: UTF8.self)
  }

  /// The text of the first field of `part` that says something.
  public func text(of part: Part) -> String? {
    fields.first { $0.part == part && !$0.place.isEmpty }.map { text(at: $0.place) }
  }

  /// The field that holds byte `offset` of the prose.
  public func field(at offset: Int) -> Field? { fieldNumber(at: offset).map { fields[$0] } }

  /// The number of the field that holds byte `offset` of the prose.
  public func fieldNumber(at offset: Int) -> Int? {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].place.lower > offset { high = middle } else { low = middle + 1 }
    }
    return low > 0 && offset <= fields[low - 1].place.upper ? low - 1 : nil
  }
}

/// How an ad's body is written.
public enum Markup: String, Sendable, CaseIterable {
  case text, markdown, html
}

/// What a field of an ad tells.
public enum Part: String, Sendable, CaseIterable {
  case title, company, location, country, salary, contract, hours, workMode, posted, closing
  case apply, reference, industry
  /// The text of the ad itself.
  case body
  /// The target of a link, which a person does not read.
  case link
  /// The classes and ids of HTML tags, which a person does not read.
  case attribute
  /// Front matter and fields that no rule knows.
  case other

  /// Whether a person who reads the ad sees the words of this part.
  public var isRead: Bool { self != .link && self != .attribute && self != .other }
}

/// One named piece of an ad.
public struct Field: Hashable, Sendable {
  public var part: Part
  /// Its name in the file, such as `Title` or `jobTitle`; `text` for the body of a file that is
  /// one text, `heading`, `first line` or `title` (of the page) for a title that has no label, and
  /// `second line` for what stands between that and the labels.
  public var name: String
  /// Its JSON pointer in the record (RFC 6901), or empty where the format has none.
  public var pointer: String
  /// Its text in the ad's prose.
  public var place: ByteRange<Prose>
  /// Its value in the file, quotes and tags left out; empty where the value is.
  public var value: ByteRange<Source>

  public init(
    _ part: Part, name: String, pointer: String = "", place: ByteRange<Prose>,
    value: ByteRange<Source>
  ) {
    self.part = part
    self.name = name
    self.pointer = pointer
    self.place = place
    self.value = value
  }
}

/// A paragraph, list item, heading or line of an ad.
public struct Block: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case paragraph, item
    case heading(level: Int)
    /// Preformatted text or code, which is not prose.
    case code
  }
  public var kind: Kind
  /// Its words, without the line feed and without the bullet; line feeds inside it are those of
  /// wrapped lines of a text, and of code.
  public var place: ByteRange<Prose>

  public init(_ kind: Kind, _ place: ByteRange<Prose>) {
    self.kind = kind
    self.place = place
  }
}

/// A link of an ad.
public struct Link: Hashable, Sendable {
  /// What a person reads and clicks; empty where there is nothing to click.
  public var text: ByteRange<Prose>
  /// Where it leads, as a field of part ``Part/link``; `nil` for an empty or missing target.
  public var target: ByteRange<Prose>?
  /// The whole link in the file.
  public var source: ByteRange<Source>
  /// Whether an image with a text for it is what there is to click.
  public var hasImage: Bool

  public init(
    text: ByteRange<Prose>, target: ByteRange<Prose>?, source: ByteRange<Source>,
    hasImage: Bool = false
  ) {
    self.text = text
    self.target = target
    self.source = source
    self.hasImage = hasImage
  }
}
