/// Reads words as the table spells them: lower case, without accents and apostrophes.
enum Letters {
  /// The base letters of U+00C0 to U+017F; `*` where there is none.
  private static let latin: [UInt8] = Array(
    """
    aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8)

  /// One letter of a text: its width in bytes (0: no letter), its base letter, and a second one
  /// for ß, æ and œ, or 0.
  @inline(__always)
  static func letter(_ text: [UInt8], _ index: Int, _ end: Int) -> (
    width: Int, first: UInt8, second: UInt8
  ) {
    let byte = text[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      return lower >= 0x61 && lower <= 0x7A ? (1, lower, 0) : (0, 0, 0)
    }
    guard byte >= 0xC3, byte <= 0xC5, index + 1 < end else { return (0, 0, 0) }
    return accented(text, index)
  }

  private static func accented(_ text: [UInt8], _ index: Int) -> (Int, UInt8, UInt8) {
    let place = Int(text[index] - 0xC3) * 64 + Int(text[index + 1] & 0x3F)
    let base = latin[place]
    if base == UInt8(ascii: "*") { return (0, 0, 0) }
    switch place {
    case 6, 38: return (2, base, UInt8(ascii: "e"))  // Æ æ
    case 31: return (2, base, UInt8(ascii: "s"))  // ß
    default: return (2, base, 0)
    }
  }

  /// Whether a capital stands at `index`.
  @inline(__always)
  static func isCapital(_ text: [UInt8], _ index: Int, _ end: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    return byte <= 0xC5 && isAccentedCapital(text, index, end)
  }

  @inline(never)
  private static func isAccentedCapital(_ text: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard text[index] >= 0xC3, index + 1 < end else { return false }
    let (byte, next) = (text[index], text[index + 1])
    if byte == 0xC3 { return next >= 0x80 && next <= 0x9E && next != 0x97 }
    // In most pairs beyond Latin-1 the capital is the even one; from Ĺ to ň and from Ź to ž the odd one.
    switch (byte, next) {
    case (0xC4, 0xB9...0xBF), (0xC5, 0x80...0x88), (0xC5, 0xB9...0xBE): return next & 1 == 1
    default: return next & 1 == 0
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// A word of an ad.
struct Word {
  var start: Int
  var end: Int
  /// A hash of its base letters.
  var hash: UInt64
  /// The end and the hash without a possessive `'s`, where it has one.
  var bare: (end: Int, hash: UInt64)?
  /// Letters in it; apostrophes do not count.
  var letters: Int
  var isCapitalised: Bool
  var isAllCapitals: Bool

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The word that begins at `start`, where a letter stands.
  @inline(__always)
  init(_ text: [UInt8], at start: Int, end limit: Int) {
    var index = start
    var hash = Word.seed
    var capitals = 0
    while index < limit {
      let byte = text[index]
      guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A else { break }
      hash = Word.mix(hash, byte | 0x20)
      capitals += byte & 0x20 == 0 ? 1 : 0
      index += 1
    }
    var letters = index - start
    bare = nil
    if index < limit, Word.mayGoOn(text[index]) {
      (index, letters, capitals, hash, bare) =
        Word.rest(text, index, limit, letters, capitals, hash)
    }
    self.start = start
    self.hash = hash
    self.letters = letters
    end = index
    isCapitalised = Letters.isCapital(text, start, limit)
    isAllCapitals = capitals == letters
    if let cut = bare?.end, end - cut > 4 { bare = nil }
  }

  /// Whether a word may go on at a byte that is no English letter: an accent, an apostrophe, a dot.
  @inline(__always)
  private static func mayGoOn(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x27 || byte == 0x2E
  }

  /// The rest of a word that goes on at `start` with more than English letters.
  @inline(never)
  private static func rest(
    _ text: [UInt8], _ start: Int, _ limit: Int, _ before: Int, _ capitalsBefore: Int,
    _ hashBefore: UInt64
  ) -> (Int, Int, Int, UInt64, (end: Int, hash: UInt64)?) {
    var (index, letters, capitals, hash) = (start, before, capitalsBefore, hashBefore)
    var bare: (end: Int, hash: UInt64)?
    while index < limit {
      let (width, first, second) = Letters.letter(text, index, limit)
      if width > 0 {
        hash = Word.mix(hash, first)
        if second != 0 { hash = Word.mix(hash, second) }
        if Letters.isCapital(text, index, limit) { capitals += 1 }
        letters += 1
        index += width
        continue
      }
      let skip = Word.apostrophe(text, index, limit)
      guard skip > 0, index + skip < limit,
        Letters.letter(text, index + skip, limit).width > 0
      else { break }
      bare = (index, hash)
      index += skip
    }
    return (index, letters, capitals, hash, bare)
  }

  /// The width of an apostrophe at `index`, or of a dot between single letters (`D.C.`); else 0.
  private static func apostrophe(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    if text[index] == 0x27 { return 1 }
    if text[index] == 0xE2, index + 2 < end, text[index + 1] == 0x80,
      text[index + 2] == 0x99 || text[index + 2] == 0x98
    {
      return 3
    }
    guard text[index] == 0x2E, index + 1 < end, index > 0 else { return 0 }
    let aloneBefore = index < 2 || Letters.letter(text, index - 2, end).width == 0
    let aloneAfter = index + 2 >= end || Letters.letter(text, index + 2, end).width == 0
    return aloneBefore && aloneAfter && Letters.isCapital(text, index - 1, end) ? 1 : 0
  }

  /// Adds the words of the text to a key: base letters, and one blank for what stands between
  /// words. What is dropped inside a word (apostrophes, dots) leaves nothing.
  static func fold(_ text: [UInt8], _ range: Range<Int>, into key: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (width, first, second) = Letters.letter(text, index, range.upperBound)
      if width > 0 {
        key.append(first)
        if second != 0 { key.append(second) }
        index += width
        continue
      }
      let skip = apostrophe(text, index, range.upperBound)
      if skip > 0, index + skip < range.upperBound,
        Letters.letter(text, index + skip, range.upperBound).width > 0
      {
        index += skip
        continue
      }
      if let last = key.last, last != 0x20 { key.append(0x20) }
      index += 1
    }
  }
}
