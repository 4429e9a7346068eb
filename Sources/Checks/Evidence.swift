public import AdModel
public import Facts
public import Gazetteer
public import Lexicon

/// All that the checks know of one ad: its text, what its phrases say, and the facts read from it.
public struct Evidence: Sendable {
  public let ad: Ad
  /// The day on which the ad is judged.
  public let today: CalendarDate
  /// Where phrases say facts.
  public var said = SaidFacts()
  /// Whether the prose is UTF-8, as the readers write it.
  let isUTF8: Bool
  public let words: WordReport
  public let places: PlaceFacts
  public let pay: [PayStatement]
  public let masks: [Mask]
  public let contacts: [Contact]
  public let dates: [DateMention]
  /// The parts of which a field says something.
  let saidParts: PartSet
  /// The first title that says something.
  let title: ByteRange<Prose>?
  /// The fields that are the text of the ad, and the blocks in them.
  let bodyFields: [Field]
  let bodyBlocks: [Block]
  /// The words and signs of ``bodyFields``.
  let scan: BodyScan

  /// The different words of ``bodyFields``.
  private(set) lazy var vocabulary = Vocabulary(of: scan.words)
  /// The sentences of ``bodyBlocks``, code left out.
  private(set) lazy var sentences: [ByteRange<Prose>] = {
    var all: [ByteRange<Prose>] = []
    for block in bodyBlocks where block.kind != .code {
      Sentence.append(to: &all, in: ad.prose, block.place, stops: scan.stops.inside(block.place))
    }
    return all
  }()

  /// The JobPosting that the ad is or holds, if any.
  let posting: Posting?

  /// The words of ``bodyBlocks``, as statements that can be compared.
  private(set) lazy var statements = Statements(
    of: ad.prose, blocks: bodyBlocks, fields: bodyFields, plain: scan.words)
  /// Which of ``statements`` are alike.
  private(set) lazy var alikes = statements.alikes

  /// Reads the facts of `ad`; `words` are spelt right, whatever they look like.
  public init(
    _ ad: Ad, today: CalendarDate, isUTF8: Bool, words known: [String] = [],
    scratch: inout Scratch
  ) {
    self.ad = ad
    self.today = today
    self.isUTF8 = isUTF8
    var saidParts: PartSet = []
    var title: ByteRange<Prose>?
    for index in ad.fields.indices where !ad.fields[index].place.isEmpty {
      saidParts.insert(ad.fields[index].part)
      if title == nil, ad.fields[index].part == .title { title = ad.fields[index].place }
    }
    (self.saidParts, self.title) = (saidParts, title)
    let bodyFields = ad.fields.filter { $0.part == .body }
    self.bodyFields = bodyFields
    let places = bodyFields.map(\.place)
    // Fields and blocks stand in the order of the prose.
    var rest = places[...]
    bodyBlocks = ad.blocks.filter { block in
      rest = rest.drop { $0.upper < block.place.upper }
      return rest.first.map { $0.lower <= block.place.lower } ?? false
    }
    scan = BodyScan(of: ad.prose, in: places)
    posting = Posting(of: ad)
    words = WordReport(on: ad, known: known, cache: &scratch.words)
    self.places = scratch.gazetteer.facts(of: ad)
    let landmarks = Landmarks(of: ad)
    pay = PayStatement.all(in: ad, landmarks: landmarks, home: self.places.currency)
    masks = Mask.all(in: ad, landmarks: landmarks)
    contacts = Contact.all(in: ad, landmarks: landmarks)
    dates = DateMention.all(in: ad, landmarks: landmarks)
  }
}

/// What a task keeps from ad to ad, so that it need not be made anew.
public struct Scratch: ~Copyable {
  public var words = WordCache()
  public var gazetteer = Gazetteer()

  public init() {}
}

extension PlaceFacts {
  /// The currency of the country that the work surely is in: what “$” means, for one.
  fileprivate var currency: Currency? {
    guard let workplace, workplace.countryConfidence >= 0.9 else { return nil }
    return Currency(country: workplace.best.country)
  }
}

extension Evidence {
  /// The language of the ad, as a BCP 47 tag; `und` where nobody can tell.
  public var language: String { words.language.tag }

  /// The fields of `part`, in the order of the ad.
  func fields(_ part: Part) -> [Field] { ad.fields.filter { $0.part == part } }

  /// The first field of `part` that says something.
  func place(of part: Part) -> ByteRange<Prose>? {
    guard saidParts.contains(part) else { return nil }
    let index = ad.fields.indices.first {
      ad.fields[$0].part == part && !ad.fields[$0].place.isEmpty
    }
    return index.map { ad.fields[$0].place }
  }

  /// Whether a field of `parts` says something.
  func says(_ parts: PartSet) -> Bool { !saidParts.isDisjoint(with: parts) }

  func text(_ place: ByteRange<Prose>) -> String { ad.text(at: place) }
}
