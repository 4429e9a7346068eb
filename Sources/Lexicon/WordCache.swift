/// What was found out about the words read so far, so that each distinct word is looked up once.
///
/// A direct-mapped table: a word's hash names its slot, and the last word to come there stays.
/// Each task owns one (1 MiB) and keeps it for all its ads.
public struct WordCache: ~Copyable {
  private var slots: [Slot]
  /// What was found out about words that nobody knows, by hash.
  private var studies: [UInt64: Study] = [:]

  public init() {
    slots = Array(repeating: Slot(hash: 0, facts: WordFacts(bits: 0)), count: Self.size)
  }

  /// The number of slots, a power of two: about twice the distinct words of 9 MB of ads.
  private static let size = 65_536
  /// The most unknown words that are kept, so that a hostile file cannot fill the memory.
  private static let mostStudies = 50_000

  private struct Slot {
    var hash: UInt64
    var facts: WordFacts
  }

  /// The facts of the word with this hash; `word` is asked for only where it is new.
  @inline(__always)
  mutating func facts(_ hash: UInt64, of text: Span<UInt8>, _ lower: Int, _ upper: Int) -> WordFacts
  {
    let index = Int(truncatingIfNeeded: hash >> 40) & (Self.size - 1)
    let slot = slots[index]
    if slot.hash == hash { return slot.facts }
    return learn(hash, index, text.extracting(lower..<upper))
  }

  @inline(never)
  private mutating func learn(_ hash: UInt64, _ index: Int, _ word: Span<UInt8>) -> WordFacts {
    let facts = WordFacts(of: word.array.lowered.span)
    slots[index] = Slot(hash: hash, facts: facts)
    return facts
  }

  /// What there is to say about an unknown word, given in lower case.
  ///
  /// A short name is not compared with other words: it takes most of the time, and in vain.
  mutating func study(of word: [UInt8], isName: Bool) -> Study {
    let wantsCorrection = !isName || word.count >= 7
    let hash = WordHash.of(word) &+ (wantsCorrection ? 1 : 0)
    if let known = studies[hash] { return known }
    if studies.count >= Self.mostStudies { studies.removeAll() }
    let study = Study(of: word, wantsCorrection: wantsCorrection)
    studies[hash] = study
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
    bits = Language.users(of: word)
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

/// The hash of a word in lower case, made byte by byte as it is read.
enum WordHash {
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 &+ (hash >> 47)
  }

  static func of(_ word: [UInt8]) -> UInt64 { word.reduce(seed) { next($0, $1.lowered) } }
}

/// What there is to say about a word that nobody knows.
struct Study: Sendable {
  var correction: Correction?
  var split: Split?
  /// Whether it is made of a known word and a common beginning or ending.
  var isDerived: Bool
  /// Whether only an apostrophe is missing: `companys`, `dont`.
  var contraction: String?

  init(of word: [UInt8], wantsCorrection: Bool) {
    let lexicon = Lexicon.shared
    contraction = Contraction.mended(word)
    split = lexicon.split(of: word.span)
    isDerived = Derivation.explains(word)
    correction = isDerived || !wantsCorrection ? nil : lexicon.correction(of: word.span)
  }
}
