public import AdModel
public import Facts
public import Gazetteer
public import Lexicon

/// All that the checks know of one ad: its text, what its phrases say, and the facts read from it.
public struct Evidence: Sendable {
  public let ad: Ad
  /// The day on which the ad is judged.
  public let today: CalendarDate
  /// Where phrases say a fact, such as `contract-type`, by the name of the fact.
  public var said: [String: [ByteRange<Prose>]] = [:]
  public let words: WordReport
  public let places: PlaceFacts
  public let pay: [PayStatement]
  public let masks: [Mask]
  public let contacts: [Contact]
  public let dates: [DateMention]
  /// The fields that are the text of the ad, and the blocks in them.
  let bodyFields: [Field]
  let bodyBlocks: [Block]
  /// The words of ``bodyFields``, in their order.
  private(set) lazy var bodyWords: [BodyWord] = {
    var all: [BodyWord] = []
    all.reserveCapacity(ad.prose.count / 5)
    for field in bodyFields {
      for word in Words(of: ad.prose, in: field.place) { all.append(BodyWord(word, of: ad.prose)) }
    }
    return all
  }()
  /// The sentences of ``bodyBlocks``, code left out.
  private(set) lazy var sentences: [ByteRange<Prose>] = bodyBlocks.flatMap { block in
    block.kind == .code ? [] : Sentence.all(in: ad.prose, block.place)
  }

  /// The JobPosting that the ad is or holds, if any.
  private(set) lazy var posting = Posting(of: ad)

  /// The words of ``bodyBlocks``, as statements that can be compared.
  private(set) lazy var statements = Statements(
    of: ad.prose, blocks: bodyBlocks, fields: bodyFields)
  /// Which of ``statements`` are alike.
  private(set) lazy var alikes = statements.alikes

  /// Reads the facts of `ad`.
  public init(_ ad: Ad, today: CalendarDate, scratch: inout Scratch) {
    self.ad = ad
    self.today = today
    let bodyFields = ad.fields.filter { $0.part == .body }
    self.bodyFields = bodyFields
    let places = bodyFields.map(\.place)
    bodyBlocks = ad.blocks.filter { block in
      places.contains { $0.lower <= block.place.lower && block.place.upper <= $0.upper }
    }
    words = WordReport(on: ad, cache: &scratch.words)
    self.places = scratch.gazetteer.facts(of: ad)
    let landmarks = Landmarks(of: ad)
    pay = PayStatement.all(in: ad, landmarks: landmarks)
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

extension Evidence {
  /// The language of the ad, as a BCP 47 tag; `und` where nobody can tell.
  public var language: String { words.language.tag }

  /// The fields of `part`, in the order of the ad.
  func fields(_ part: Part) -> [Field] { ad.fields.filter { $0.part == part } }

  func text(_ place: ByteRange<Prose>) -> String { ad.text(at: place) }
}
