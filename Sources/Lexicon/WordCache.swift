/// What was found out about the words read so far, so that each distinct word is looked up once.
///
/// An open-addressing table that grows up to 1 MiB. A word that finds the slots beside its own
/// taken by others drives one out, so that hostile words cost no more than looking them up again.
/// Each task owns one and keeps it for all its ads.
public struct WordCache: ~Copyable {
  private var slots = [Slot](repeating: Slot.free, count: 4096)
  private var count = 0
  /// What was found out about words that nobody knows, by hash.
  private var studies: [UInt64: Study] = [:]
  private var common = CommonWords()

  public init() {}

  /// The most slots, a power of two: about twice the distinct words of 9 MB of ads.
  private static let mostSlots = 65_536
  /// How many slots a word may stand in.
  private static let reach = 8
  /// The most unknown words that are kept, so that a hostile file cannot fill the memory.
  private static let mostStudies = 50_000

  private struct Slot {
    /// The hash of the word; 0 in a free slot.
    var hash: UInt64
    var facts: WordFacts

    static let free = Slot(hash: 0, facts: WordFacts(bits: 0))
  }

  /// The facts of the word with this hash, which stands in `text` from `lower` up to `upper`.
  @inline(__always)
  mutating func facts(_ hash: UInt64, of text: Span<UInt8>, _ lower: Int, _ upper: Int) -> WordFacts
  {
    let slot = slots[Int(truncatingIfNeeded: hash >> 40) & (slots.count - 1)]
    if slot.hash == hash { return slot.facts }
    return search(hash, text, lower, upper)
  }

  @inline(never)
  private mutating func search(
    _ hash: UInt64, _ text: Span<UInt8>, _ lower: Int, _ upper: Int
  ) -> WordFacts {
    let free = freeSlot(for: hash)
    if slots[free].hash == hash { return slots[free].facts }
    let facts = WordFacts(of: text.extracting(lower..<upper).lowered.span)
    if slots[free].hash == 0 { count += 1 }
    slots[free] = Slot(hash: hash, facts: facts)
    if count > slots.count / 2, slots.count < Self.mostSlots { grow() }
    return facts
  }

  /// The slot of the word with this hash or, if it has none, the one to put it in.
  private func freeSlot(for hash: UInt64) -> Int {
    let home = Int(truncatingIfNeeded: hash >> 40) & (slots.count - 1)
    for step in 0..<Self.reach {
      let index = (home + step) & (slots.count - 1)
      if slots[index].hash == hash || slots[index].hash == 0 { return index }
    }
    return home
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot.free, count: old.count * 2)
    count = 0
    for slot in old where slot.hash != 0 {
      let index = freeSlot(for: slot.hash)
      if slots[index].hash == 0 { count += 1 }
      slots[index] = slot
    }
  }

  /// What there is to say about an unknown word, given in lower case.
  ///
  /// A short name is not compared with other words: it takes most of the time, and in vain.
  mutating func study(of word: [UInt8], hash: UInt64, isName: Bool) -> Study {
    let wantsCorrection = !isName || word.count >= 7
    let key = wantsCorrection ? hash : ~hash
    if let known = studies[key] { return known }
    if studies.count >= Self.mostStudies { studies.removeAll() }
    let study = Study(of: word, wantsCorrection: wantsCorrection, among: &common)
    studies[key] = study
    return study
  }
}

/// What the first pass must know of a word, in one integer.
///
/// The low 60 bits count the languages that use it as a small word (``LanguageCount``); the four
/// above say what the lexicon knows.
struct WordFacts {
  var bits: UInt64

  private static let known: UInt64 = 1 << 63
  private static let british: UInt64 = 1 << 62
  private static let american: UInt64 = 1 << 61
  private static let wanting: UInt64 = 1 << 60

  init(bits: UInt64) { self.bits = bits }

  init(of word: Span<UInt8>) {
    bits = word.count <= Language.longestSmallWord ? Language.users(of: word) : 0
    if let entry = Lexicon.shared.entry(for: word) {
      bits |= Self.known
      if entry.isBritish && !entry.isName { bits |= Self.british }
      if entry.isAmerican && !entry.isName { bits |= Self.american }
    } else if word.count < 3 || word.count > 2 * Lexicon.longest {
      bits |= Self.known
    }
  }

  var isKnown: Bool { bits & Self.known != 0 }
  var isBritish: Bool { bits & Self.british != 0 }
  var isAmerican: Bool { bits & Self.american != 0 }
  var hasVariety: Bool { bits & (Self.british | Self.american) != 0 }
  /// The small-word counts to add.
  var lanes: UInt64 { bits & (Self.wanting - 1) }
}

/// What there is to say about a word that nobody knows.
struct Study: Sendable {
  var correction: Correction?
  var split: Split?
  /// Whether it is made of a known word and a common beginning or ending.
  var isDerived: Bool
  /// Whether only an apostrophe is missing: `companys`, `dont`.
  var contraction: String?

  init(of word: [UInt8], wantsCorrection: Bool, among common: inout CommonWords) {
    let lexicon = Lexicon.shared
    contraction = Contraction.mended(word)
    split = lexicon.split(of: word.span)
    isDerived = Derivation.explains(word)
    correction =
      isDerived || !wantsCorrection ? nil : lexicon.correction(of: word.span, among: &common)
  }
}
