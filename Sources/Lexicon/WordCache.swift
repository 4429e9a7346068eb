internal import CMemory

/// What was found out about the words read so far, so that each distinct word is looked up once.
///
/// An open-addressing table that grows up to 512 kB. A word that finds the slots beside its own
/// taken by others drives one out, so that hostile words cost no more than looking them up again.
/// Each task owns one and keeps it for all its ads.
public struct WordCache: ~Copyable {
  /// Words: the upper 44 bits of the hash, and below the facts; 0 in a free slot.
  private var slots = [UInt64](repeating: 0, count: 4096)
  private var count = 0
  /// What was found out about words that nobody knows, by hash.
  private var studies: [UInt64: Study] = [:]
  private var common = CommonWords()
  private var confused = ConfusedWords()

  public init() {}

  /// The most slots, a power of two: about twice the distinct words of 9 MB of ads.
  private static let mostSlots = 65_536
  /// How many slots a word may stand in.
  private static let reach = 8
  /// The most unknown words that are kept, so that a hostile file cannot fill the memory.
  private static let mostStudies = 50_000

  /// The facts of the word with this hash, which stands in `text` from `lower` up to `upper`.
  @inline(__always)
  mutating func facts(_ hash: UInt64, of text: Span<UInt8>, _ lower: Int, _ upper: Int) -> WordFacts
  {
    let slot = slots[home(of: hash)]
    if Self.isSame(slot, hash) { return WordFacts(bits: slot) }
    return search(hash, text, lower, upper)
  }

  /// Says that the facts of the word with this hash are asked for soon.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe cmemory_prefetch(slots.baseAddress! + home(of: hash))
    }
  }

  /// The facts of the word in `range` of `text`.
  mutating func facts(of text: Span<UInt8>, _ range: Range<Int>) -> WordFacts {
    facts(
      WordHash.of(text, range.lowerBound, range.upperBound), of: text, range.lowerBound,
      range.upperBound)
  }

  @inline(__always)
  private static func isSame(_ slot: UInt64, _ hash: UInt64) -> Bool {
    (slot ^ hash) >> UInt64(WordFacts.width) == 0
  }

  @inline(never)
  private mutating func search(
    _ hash: UInt64, _ text: Span<UInt8>, _ lower: Int, _ upper: Int
  ) -> WordFacts {
    let index = slot(for: hash)
    if Self.isSame(slots[index], hash) { return WordFacts(bits: slots[index]) }
    let facts = WordFacts(of: text.extracting(lower..<upper).lowered.span)
    if slots[index] == 0 { count += 1 }
    slots[index] = hash & ~WordFacts.all | facts.bits
    if count > slots.count / 2, slots.count < Self.mostSlots { grow() }
    return facts
  }

  /// The slot of the word with this hash or, if it has none, the one to put it in.
  private func slot(for hash: UInt64) -> Int {
    let home = home(of: hash)
    for step in 0..<Self.reach {
      let index = (home + step) & (slots.count - 1)
      if slots[index] == 0 || Self.isSame(slots[index], hash) { return index }
    }
    return home
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    count = 0
    for word in old where word != 0 {
      let index = slot(for: word)
      if slots[index] == 0 { count += 1 }
      slots[index] = word
    }
  }

  /// Where the search for a word begins: its slot is told by bits that the slot holds.
  @inline(__always)
  private func home(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(WordFacts.width)) & (slots.count - 1)
  }

  /// Whether these neighbours could make the word in `range` of `text` stand for another one.
  mutating func mayBeConfused(
    _ hash: UInt64, _ left: Neighbour, _ right: Neighbour, in text: [UInt8], _ range: Range<Int>
  ) -> Bool {
    if !confused.knows(hash) { confused.read(text[range].plain, hash: hash) }
    return confused.maybe(hash, left, right)
  }

  /// The word that the word with this hash stands for between its `neighbours`, if there is one.
  func confusion(of hash: UInt64, _ neighbours: Neighbours) -> String? {
    confused.confusion(of: hash, neighbours)
  }

  /// What there is to say about an unknown word, given in lower case.
  ///
  /// A short name is not compared with other words, nor a long one with rare ones: it takes most of the
  /// time, and in vain.
  mutating func study(of word: [UInt8], hash: UInt64, isName: Bool) -> Study {
    let wantsCorrection = !isName || word.count >= 6
    let key = wantsCorrection ? hash : ~hash
    let known = studies[key]
    if let known, isName || known.hasSoughtRare { return known }
    if studies.count >= Self.mostStudies { studies.removeAll() }
    var study = known ?? Study(of: word, wantsCorrection: wantsCorrection, among: &common)
    if !isName { study.seekRare(for: word) }
    studies[key] = study
    return study
  }
}

/// What the first pass must know of a word, in the low bits of one integer.
///
/// Twelve bits name the languages that use it as a small word; four hold its frequency and one,
/// or 0 where the lexicon does not know it; the last says whether it may stand for another word.
struct WordFacts {
  var bits: UInt64

  /// The number of bits.
  static let width = 20
  /// All of them.
  static let all: UInt64 = 1 << UInt64(width) - 1

  private static let users: UInt64 = 1 << 12 - 1
  private static let known: UInt64 = 1 << 16
  private static let british: UInt64 = 1 << 17
  private static let american: UInt64 = 1 << 18
  private static let confused: UInt64 = 1 << 19

  init(bits: UInt64) { self.bits = bits }

  init(of word: Span<UInt8>) {
    bits = word.count <= Language.longestSmallWord ? Language.users(of: word) : 0
    if let entry = Lexicon.shared.entry(for: word) {
      bits |= Self.known | UInt64(entry.frequency + 1) << 12
      if entry.isBritish && !entry.isName { bits |= Self.british }
      if entry.isAmerican && !entry.isName { bits |= Self.american }
      if entry.isConfusable { bits |= Self.confused }
    } else if word.count < 3 || word.count > 2 * Lexicon.longest {
      bits |= Self.known
    }
  }

  /// Whether it, or what it begins with an apostrophe behind it, is known to stand for other words.
  var mayBeConfused: Bool { bits & Self.confused != 0 }
  var isKnown: Bool { bits & Self.known != 0 }
  var isBritish: Bool { bits & Self.british != 0 }
  var isAmerican: Bool { bits & Self.american != 0 }
  var hasVariety: Bool { bits & (Self.british | Self.american) != 0 }
  /// The frequency, or -1 if nobody writes the word.
  var frequency: Int { Int(bits >> 12 & 15) - 1 }
  /// The languages that use it as a small word, by raw value, one bit each.
  var languages: UInt64 { bits & Self.users }
}

/// What there is to say about a word that nobody knows.
struct Study: Sendable {
  var correction: Correction?
  var split: Split?
  /// Whether it is made of a known word and a common beginning or ending.
  var isDerived: Bool
  /// Whether rare words were looked at, too, which names are not compared with.
  private(set) var hasSoughtRare = false
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

  /// Looks among rare words for a correction, if there is none among common ones.
  mutating func seekRare(for word: [UInt8]) {
    hasSoughtRare = true
    guard !isDerived, correction == nil else { return }
    correction = Lexicon.shared.rareCorrection(of: word.span)
  }
}
