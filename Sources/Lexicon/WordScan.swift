internal import AdModel

/// The one pass over the words of an ad: what is known is passed by, the rest is noted.
///
/// A known word costs a hash of its letters and one look at the ``WordCache``, some forty
/// instructions.
struct WordScan {
  /// A word, or the seam before it, to look at again.
  struct Suspect {
    enum Why { case unknown, mixedCase, seam, digits, doubled, apostrophe, confused }
    var why: Why
    var lower: Int
    var upper: Int
    var line: Int
    var hash: UInt64
  }

  /// A word that only one variety of English spells so.
  struct Variant {
    var lower: Int
    var upper: Int
    var isBritish: Bool
  }

  /// A line, its small words, and how many of its words are known.
  struct Line {
    var lower: Int
    var count = LanguageCount()
    var words = 0
    var known = 0
    /// Words that begin with a Greek letter or one of a script beyond: Cyrillic, Hangul, Han …
    var otherScript = 0
  }

  var suspects: [Suspect] = []
  var variants: [Variant] = []
  var lines: [Line] = []

  /// Reads the words of `text` from `lower` up to `upper`, line by line.
  ///
  /// Some are met first and then looked up, so that the memory of the ``WordCache`` is on its way
  /// while the next words are met: waiting for it was three quarters of the time.
  mutating func read(_ text: Span<UInt8>, _ lower: Int, _ upper: Int, _ cache: inout WordCache) {
    var met: [Word] = []
    met.reserveCapacity(Word.most)
    var next = lower
    var line = Line(lower: lower)
    var lanes: UInt64 = 0
    var small = 0
    var lastHash: UInt64 = 0
    var lastEnd = -1
    while next < upper {
      met.removeAll(keepingCapacity: true)
      next = Word.meet(text, next, upper, &met, cache)
      for word in met {
        let (start, at, hash) = (word.lower, word.upper, word.hash)
        if start == at {
          line.count.add(lanes)
          lines.append(line)
          line = Line(lower: at + 1)
          (lanes, small, lastHash) = (0, 0, 0)
          continue
        }
        let facts = cache.facts(hash, of: text, start, at)
        line.words += 1
        line.known += facts.isKnown ? 1 : 0
        if unsafe text[unchecked: start] >= 0xCD { line.otherScript += 1 }
        lanes &+= LanguageCount.lanes(facts.languages)
        small += facts.languages == 0 ? 0 : 1
        if small == LanguageCount.capacity {
          line.count.add(lanes)
          (lanes, small) = (0, 0)
        }
        let count = at - start
        let before = start > lower ? unsafe text[unchecked: start - 1] : 0x0A
        if !facts.isKnown {
          let first = unsafe text[unchecked: start]
          let capitals = word.hasCapital ? text.capitals(start, at) : 0
          let isMixed = capitals > 0 && capitals < count && !(capitals == 1 && first.isUpper)
          note(isMixed ? .mixedCase : .unknown, start, at, hash)
        } else if facts.hasVariety, !word.hasCapital || text.isVerb(start, at, from: lower) {
          variants.append(Variant(lower: start, upper: at, isBritish: facts.isBritish))
        }
        if facts.mayBeConfused { note(.confused, start, at, hash) }
        if before > 0x20, before < 0x40, before != 0x2D, start > lower {
          note(.seam, start, at, hash)
        }
        if count >= 4, at + 2 < upper {
          let next = unsafe text[unchecked: at]
          if unsafe next.isDigit || next == 0x2E && text[unchecked: at + 1].isDigit {
            note(.digits, start, at, hash)
          }
        }
        if hash == lastHash, start == lastEnd + 1, before == 0x20, !word.hasCapital {
          note(.doubled, start, at, hash)
        }
        if count <= 2, !word.hasCapital, before == 0x20, lastEnd == start - 1,
          count == 1
            ? unsafe text[unchecked: start].mayFollowApostrophe
            : unsafe text[unchecked: start + 1].mayEndContraction
        {
          note(.apostrophe, start, at, hash)
        }
        lastHash = hash
        lastEnd = at
      }
    }
    line.count.add(lanes)
    lines.append(line)
  }

  private mutating func note(_ why: Suspect.Why, _ lower: Int, _ upper: Int, _ hash: UInt64) {
    suspects.append(
      Suspect(why: why, lower: lower, upper: upper, line: lines.count, hash: hash))
  }
}

extension Span<UInt8> {
  /// How many of the bytes from `lower` up to `upper` are English capitals.
  fileprivate func capitals(_ lower: Int, _ upper: Int) -> Int {
    (lower..<upper).count { self[$0].isUpper }
  }

  /// Whether the word is a verb that begins a line, an item or a sentence: `Analyze`, `Organise`.
  ///
  /// Other words with a capital are names as often as not: `Labor Department`.
  fileprivate func isVerb(_ start: Int, _ end: Int, from lower: Int) -> Bool {
    guard end - start >= 6, self[end - 1] == 0x65, self[end - 2] == 0x73 || self[end - 2] == 0x7A,
      self[end - 3] == 0x69 || self[end - 3] == 0x79, self[end - 4] != 0x74,
      capitals(start, end) == 1
    else { return false }
    if start == lower || self[start - 1] == 0x0A { return true }
    guard start - lower >= 2, self[start - 1] == 0x20 else { return false }
    let before = self[start - 2]
    return before == 0x2D || before == 0x2A || before == 0x2E || before == 0xA2 || before == 0x0A
  }
}

extension UInt8 {
  /// `s`, `t`, `d`: what stands by itself behind an apostrophe.
  fileprivate var mayFollowApostrophe: Bool { self == 0x73 || self == 0x74 || self == 0x64 }

  /// The second letter of `ll`, `ve`, `re`.
  fileprivate var mayEndContraction: Bool { self == 0x6C || self == 0x65 }
}
