public import AdModel

/// Finds the places that ads name, and tells what they name them for.
///
/// One pass over the capitalised words of an ad asks the table of places; ``OpeningCache`` keeps it
/// from asking twice. What remains, some ten names an ad, is judged by the words around
/// it (``Context``) and resolved by what stands beside it and by the country of the ad
/// (``Votes``). A caller owns one gazetteer and gives it one ad after another.
public struct Gazetteer {
  let table = PlaceTable()
  var index = PlaceIndex()
  /// What the table says of words met before.
  private var met = OpeningCache()
  /// The places of the names met before.
  private var named = NameCache()
  /// Scratch for a name as the table spells it.
  var key: [UInt8] = []
  /// The names of the ad at hand.
  var hits: [Hit] = []
  /// The candidates of all ``hits``, one after another.
  var candidates: [Place] = []
  var votes = Votes()
  /// What the country field of the ad names, if it has one.
  var fieldCountry: Place?
  /// The states of numbers in the text that may be ZIP codes, as the bits of their codes.
  var zips: [UInt64] = []
  /// Numbers in the text that may be ZIP codes, and beginnings of Canadian and British postcodes.
  var looseCodes: [LooseCode] = []
  /// The states and provinces of the telephone numbers in the text, as the bits of their codes.
  var dialled: Set<UInt64> = []

  public init() {}

  /// The places that `ad` names in its title, its location and its body, in that order of fields.
  public mutating func places(in ad: Ad) -> [PlaceMention] {
    let mentions = read(ad, withSmallLetters: false)
    let saysWhere = mentions.contains { $0.role == .workplace && !$0.best.kind.isCountry }
    return saysWhere || smallNames(in: ad).isEmpty ? mentions : read(ad, withSmallLetters: true)
  }

  private mutating func read(_ ad: Ad, withSmallLetters: Bool) -> [PlaceMention] {
    hits.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    votes = Votes()
    fieldCountry = nil
    zips.removeAll(keepingCapacity: true)
    looseCodes.removeAll(keepingCapacity: true)
    dialled.removeAll(keepingCapacity: true)
    for (index, field) in ad.fields.enumerated() {
      switch field.part {
      case .location, .country: scan(ad.prose, field.place.utf8, field: index, anyCase: true)
      case .title, .body: scan(ad.prose, field.place.utf8, field: index, anyCase: false)
      case .salary, .company: readSigns(ad.prose, field.place.utf8)
      default: continue
      }
    }
    if withSmallLetters {
      hits += smallNames(in: ad)
      hits.sort { $0.start < $1.start }
    }
    for (index, field) in ad.fields.enumerated() where field.part == .country {
      readCountry(field: index)
    }
    for (index, field) in ad.fields.enumerated()
    where field.part == .location || field.part == .country {
      readLocation(field: index, ad.prose, field.place.utf8)
    }
    if !votes.hasCountry, hits.contains(where: { $0.places.count > 1 }) {
      for field in ad.fields where field.part == .body {
        let words = CountrySigns.words(of: ad.prose, in: field.place.utf8)
        for country in words.countries { votes.add(country.code, country.weight) }
        if words.sayEuro { votes.hasEuro = true }
      }
    }
    qualify(ad.prose, ad.fields)
    let mentions = mentions(ad.prose, ad.fields)
    return mentions + placeOfLooseCodes(besides: mentions)
  }
}

extension Gazetteer {
  /// Adds the names in `range`; with `anyCase` also those in small letters.
  private mutating func scan(_ text: [UInt8], _ range: Range<Int>, field: Int, anyCase: Bool) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      if !anyCase {
        // Most bytes are small letters, blanks and marks that no name begins with.
        let start = index
        index = Telling.next(in: text.span, from: index, before: end)
        guard index < end else { break }
        if index > start, text[index - 1] &- 0x61 < 26, text[index] >= 0x41,
          Letters.letter(text, index, end).width > 0
        {
          index = rest(text, index, end)
          continue
        }
      }
      let byte = text[index]
      if byte <= 0x20 {
        index += 1
        continue
      }
      if Letters.isDigit(byte) {
        index = number(text, index, end, field: field, anyCase: anyCase)
        continue
      }
      if byte == 0xC2, index + 1 < end, text[index + 1] == 0xA3 {
        votes.add(Place.pack("GB"), 7)  // £
      } else if byte == 0xE2, isEuro(text, index, range) {
        votes.hasEuro = true
      } else if byte == 0x24 {
        readDollar(text, index)
      }
      let isCapital = Letters.isCapital(text, index, end)
      guard isCapital || Letters.letter(text, index, end).width > 0 else {
        index += 1
        continue
      }
      guard isCapital || anyCase else {
        index = rest(text, index, end)
        continue
      }
      let word = Word(text, at: index, end: end)
      if word.end < end, Letters.isDigit(text[word.end]) {
        index = code(text, word, end, field: field)
        continue
      }
      index = word.end
      let opening = opening(with: word, text)
      if opening.sign != 0 { votes.add(sign: opening.sign) }
      guard !opening.lines.isEmpty, isFree(text, word, end) else { continue }
      if let found = longest(text, word, opening, end, field: field, anyCase: anyCase) {
        hits.append(found)
        index = max(index, found.end)
      }
    }
  }

  /// Lets currency signs and forms of company vote, as in “£30,000” and “Acme GmbH”.
  private mutating func readSigns(_ text: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let isPound = text[index] == 0xC2 && index + 1 < range.upperBound && text[index + 1] == 0xA3
      if isPound { votes.add(Place.pack("GB"), 7) }
      if text[index] == 0xE2, isEuro(text, index, range) { votes.hasEuro = true }
      if text[index] == 0x24 { readDollar(text, index) }
      guard Letters.letter(text, index, range.upperBound).width > 0 else {
        index += 1
        continue
      }
      let word = Word(text, at: index, end: range.upperBound)
      let sign = CountrySigns.code(of: word.hash)
      if sign != 0 { votes.add(sign: sign) }
      index = word.end
    }
  }

  /// Whether a euro sign begins at `index` of the field at `range`, with a figure beside it: alone, it
  /// may be what is left of another sign.
  private func isEuro(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    let end = index + 3
    guard end <= range.upperBound, text[index + 1] == 0x82, text[index + 2] == 0xAC else {
      return false
    }
    let after = text[end..<range.upperBound].prefix(2).first { !Letters.isBlank($0) }
    let before = text[range.lowerBound..<index].suffix(2).last { !Letters.isBlank($0) }
    return [before, after].contains { $0.map(Letters.isDigit) ?? false }
  }

  /// Lets the dollar whose sign stands at `index` vote, and notes whether it pays for an hour.
  private mutating func readDollar(_ text: [UInt8], _ index: Int) {
    let dollar = dollar(text, index)
    votes.add(dollar.country, dollar.weight)
    votes.hasHourlyDollars = votes.hasHourlyDollars || isHourly(text, index)
  }

  /// Whether an amount that begins at `index` is for an hour: “$27.50–$31.00 an hour”.
  private func isHourly(_ text: [UInt8], _ index: Int) -> Bool {
    let amount = text[index...].prefix(Self.superReach).prefix {
      $0 < 0x41 && $0 != 0x0A || $0 >= 0x80
    }
    guard amount.contains(where: Letters.isDigit) else { return false }
    let after = text[amount.endIndex...].prefix(9)
    return Self.hours.contains { after.starts(with: $0) }
  }

  private static let hours = ["an hour", "per hour", "hour", "hr", "p/h"].map { Array($0.utf8) }

  /// The country of the dollar whose sign stands at `index`: `C$`, `A$`, `NZ$`, `S$` and their like; else
  /// America, which leaves the letters out.
  private func dollar(_ text: [UInt8], _ index: Int) -> (country: UInt64, weight: Int) {
    guard index > 0 else { return (Place.pack("US"), 1) }
    switch (index > 1 ? text[index - 2] : 0, text[index - 1]) {
    case (UInt8(ascii: "N"), UInt8(ascii: "Z")): return (Place.pack("NZ"), 7)
    case (UInt8(ascii: "H"), UInt8(ascii: "K")): return (Place.pack("HK"), 5)
    case (UInt8(ascii: "U"), UInt8(ascii: "S")): return (Place.pack("US"), 2)
    case (_, UInt8(ascii: "S")): return (Place.pack("SG"), 7)
    case (_, UInt8(ascii: "J")): return (Place.pack("JM"), 7)
    case (_, UInt8(ascii: "R")): return (Place.pack("BR"), 7)
    case (UInt8(ascii: "C"), UInt8(ascii: "A")), (_, UInt8(ascii: "C")):
      return (Place.pack("CA"), 7)
    case (UInt8(ascii: "A"), UInt8(ascii: "U")), (_, UInt8(ascii: "A")):
      return (Place.pack("AU"), 7)
    default:
      if isWithSuper(text, index) { return (Place.pack("AU"), 7) }
      // A second one tells no more than the first.
      return (Place.pack("US"), votes.weight(of: Place.pack("US")) < 1 ? 1 : 0)
    }
  }

  /// Whether superannuation comes on top of the amount at `index`: “$31.20 an hour plus super”, but not
  /// “$20 an hour and a super team”.
  private func isWithSuper(_ text: [UInt8], _ index: Int) -> Bool {
    let reach = text[index...].prefix(Self.superReach)
    guard let start = reach.indices.first(where: { text[$0...].starts(with: Self.superWord) })
    else {
      return false
    }
    let after = text[(start + Self.superWord.count)...].prefix(7)
    let isEnd = after.first.map { Self.ends.contains($0) } ?? true
    return isEnd || after.elementsEqual(" on top".utf8)
  }

  /// Amounts and periods are shorter.
  private static let superReach = 60
  private static let superWord = Array(" super".utf8)
  private static let ends: Set<UInt8> = [0x0A, 0x2C, 0x2E, 0x3B, 0x29, 0x22]

  /// Where the letters that begin at `index` end.
  private func rest(_ text: [UInt8], _ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end {
      let width = Letters.letter(text, index, end).width
      if width == 0 { break }
      index += width
    }
    return index
  }

  /// The names of the table that begin with `word`, or with it without its `'s`: none for most.
  @inline(__always)
  mutating func opening(with word: Word, _ text: [UInt8]) -> Opening {
    let whole = opening(with: word.hash, text, word.start..<word.end)
    guard whole.lines.isEmpty, let bare = word.bare else { return whole }
    return opening(with: bare.hash, text, word.start..<bare.end)
  }

  @inline(__always)
  private mutating func opening(
    with hash: UInt64, _ text: [UInt8], _ range: Range<Int>
  ) -> Opening {
    if var known = met[hash] {
      known.end = range.upperBound
      return known
    }
    var found = search(text, range, in: nil)
    found.sign = CountrySigns.code(of: hash)
    met.add(found, hash)
    return found
  }

  /// The names of the table, or of its `lines`, that begin with the words in `range`.
  @inline(never)
  private mutating func search(
    _ text: [UInt8], _ range: Range<Int>, in lines: Range<Int>?
  ) -> Opening {
    key.removeAll(keepingCapacity: true)
    Word.fold(text, range, into: &key)
    let lines = lines ?? index.lines(near: key, of: table)
    let first = table.line(notBefore: key, in: lines)
    let match = first < lines.upperBound ? table.match(line: first, key) : .none
    guard match != .none else { return .none }
    key.append(0x21)  // sorts behind the blank of longer names, before every letter
    let end = table.line(notBefore: key, in: first..<lines.upperBound)
    return Opening(lines: first..<end, end: range.upperBound, isName: match == .whole)
  }

  /// Whether `word` stands by itself, not inside an address of the web.
  func isFree(_ text: [UInt8], _ word: Word, _ end: Int) -> Bool {
    if word.start > 0 {
      switch text[word.start - 1] {
      case 0x40, 0x23, 0x5F, 0x3D, 0x25: return false  // @ # _ = %
      case 0x2D, 0x2E, 0x2F: if isInAddress(text, word.start) { return false }
      default: break
      }
    }
    guard word.end < end else { return true }
    switch text[word.end] {
    case 0x40, 0x5F: return false
    case 0x2E:
      let next = word.end + 1
      return next >= end || !(text[next] >= 0x61 && text[next] <= 0x7A)
    default: return true
    }
  }

  /// Whether the token up to `index` has the slashes or the `www.` of an address of the web.
  private func isInAddress(_ text: [UInt8], _ index: Int) -> Bool {
    var at = index - 1
    while at > 0, index - at < 300, text[at] > 0x20 {
      if text[at] == 0x2F, text[at - 1] == 0x2F { return true }
      if text[at] == 0x2E, text[at - 1] == 0x77 { return true }
      at -= 1
    }
    return false
  }

  /// The longest name of the table that begins with `word`.
  mutating func longest(
    _ text: [UInt8], _ word: Word, _ opening: Opening, _ limit: Int, field: Int,
    anyCase: Bool
  ) -> Hit? {
    var found: (end: Int, line: Int, words: Int, small: Bool)?
    var lines = opening.lines
    if opening.isName { found = (opening.end, lines.lowerBound, 1, false) }
    var words = 1
    var small = false
    var last = word
    while words < 6,
      found?.line != lines.lowerBound || table.line(after: lines.lowerBound) < lines.upperBound,
      let next = nameGap(text, last, limit)
    {
      let follower = Word(text, at: next, end: limit)
      if follower.end < limit, Letters.isDigit(text[follower.end]) { break }
      if !follower.isCapitalised, follower.letters > 3, !Self.joints.contains(follower.hash) {
        small = true
      }
      words += 1
      var inside = search(text, word.start..<follower.end, in: lines)
      if inside.lines.isEmpty, let cut = follower.bare {
        inside = search(text, word.start..<cut.end, in: lines)
      }
      guard !inside.lines.isEmpty else { break }
      lines = inside.lines
      if inside.isName, anyCase || !small || outweighs(lines.lowerBound, found?.line) {
        found = (inside.end, lines.lowerBound, words, small)
      }
      last = follower
    }
    guard let found else { return nil }
    let from = candidates.count
    let marks = named.add(line: found.line, of: table, to: &candidates)
    guard candidates.count > from else { return nil }
    return Hit(
      start: word.start, end: found.end, line: found.line, words: found.words, field: field,
      marks: marks, isAllCapitals: word.isAllCapitals,
      hasSmallTail: found.small, places: from..<candidates.count, whole: word.start..<found.end,
      isMode: Cues.of(word).contains(.mode))
  }

  /// Small words inside names: Kingston upon Thames.
  private static let joints = Word.hashes("upon under")

  /// Whether the place of `line`, written with small letters, is worth more than the shorter name:
  /// “Leighton buzzard” is, “Bury park” is not.
  private func outweighs(_ line: Int, _ shorter: Int?) -> Bool {
    guard let shorter else { return true }
    return table.people(line: line) * 4 >= table.people(line: shorter)
  }

  /// Where the next word of a name begins after `word`, if what stands between may be in a name.
  private func nameGap(_ text: [UInt8], _ word: Word, _ end: Int) -> Int? {
    var index = word.end
    if index < end, text[index] == 0x2E, word.letters <= 2 { index += 1 }
    guard index < end else { return nil }
    switch text[index] {
    case 0x20:
      index += 1
      if index + 1 < end, text[index] == 0x26, text[index + 1] == 0x20 { index += 2 }
      if index < end, text[index] == 0x28 { index += 1 }  // Frankfurt (Oder)
    case 0x2D, 0x2F: index += 1
    case 0xC2 where index + 1 < end && text[index + 1] == 0xA0: index += 2
    case 0xE2 where index + 2 < end && text[index + 1] == 0x80: index += 3
    default:
      if index == word.end { return nil }
    }
    guard index < end, Letters.letter(text, index, end).width > 0 else { return nil }
    return index
  }
}
