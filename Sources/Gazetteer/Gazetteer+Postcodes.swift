extension Gazetteer {
  /// Reads a postcode that begins with the letters of `word`; where the token ends.
  mutating func code(_ text: [UInt8], _ word: Word, _ end: Int, field: Int) -> Int {
    var after = word.end
    while after < end, Letters.isDigit(text[after]) || Letters.letter(text, after, end).width > 0 {
      after += 1
    }
    guard word.letters <= 2, word.isAllCapitals, isFree(text, word, end),
      let postcode = Postcodes.letters(text, at: word.start, end: end)
    else { return after }
    var place = Place(kind: .postcode, packed: postcode.code)
    if let area = postcode.area {
      key.removeAll(keepingCapacity: true)
      Word.fold(text, area, into: &key)
      let line = table.line(notBefore: key, in: index.lines(near: key, of: table))
      guard table.match(line: line, key) == .whole else {
        note(province: text, word.start..<after)
        return after
      }
      let from = candidates.count
      table.places(line: line, into: &candidates)
      let known = candidates[from...].first { $0.kind == .postcode }
      candidates.removeSubrange(from...)
      guard let known else { return after }
      place = known
      let letters = Array(text[area])
      if postcode.form == .outward, letters.count == 2, !Self.otherCodes.contains(letters) {
        votes.add(place, 4)
        note(outward: text, word.start..<postcode.end, place.packed)
      }
    }
    add(postcode: place, word.start..<postcode.end, field: field, isSure: postcode.form == .full)
    return max(after, postcode.end)
  }

  /// Postcode areas that are the beginning of something else more often: CO2, IP67, HD4, LN2, MK2,
  /// SO2.
  private static let otherCodes = ["CO", "HD", "IP", "LN", "MK", "SO"].map { Array($0.utf8) }

  /// Reads an American ZIP code in a location field; where the digits end.
  mutating func number(
    _ text: [UInt8], _ start: Int, _ end: Int, field: Int, anyCase: Bool
  ) -> Int {
    let (count, value) = Postcodes.number(text, at: start, end: end)
    var after = start + count
    if let country = Dialling.country(text, at: start, end: end) {
      votes.add(country, 6)
    } else if count == 3, let state = Dialling.state(text, at: start, end: end) {
      votes.add(Place(kind: .state, packed: state), 6)
      if !anyCase { dialled.insert(state) }
    } else if isPension(text, after, value) || isInterstate(text, start) {
      votes.add(Place.pack("US"), 4)
    }
    if count == 5, let code = Postcodes.state(zip: value) {
      if !anyCase {
        if endsAddress(text, start, after, end) { zips.append(code) }
        note(zip: text, start..<after, value, code)
      } else if !isBeforeTown(text, start, after, end) {
        let place = Place(kind: .postcode, packed: code)
        add(postcode: place, start..<after, field: field, isSure: false)
      }
    }
    while after < end, Letters.isDigit(text[after]) || Letters.letter(text, after, end).width > 0 {
      after += 1
    }
    return after
  }

  /// Whether `value`, which ends at `after`, is the first half of the name of an American pension plan:
  /// “401(k)”, “401k”, “403(b)”.
  private func isPension(_ text: [UInt8], _ after: Int, _ value: Int) -> Bool {
    guard value == 401 || value == 403, after < text.count else { return false }
    let letter = value == 401 ? UInt8(ascii: "k") : UInt8(ascii: "b")
    if text[after] | 0x20 == letter {
      return after + 1 == text.count || Letters.letter(text, after + 1, text.count).width == 0
    }
    return after + 2 < text.count && text[after] == 0x28 && text[after + 1] | 0x20 == letter
      && text[after + 2] == 0x29
  }

  /// Whether the number at `start` is that of an American road, and not of an annex: “I-70”.
  private func isInterstate(_ text: [UInt8], _ start: Int) -> Bool {
    guard start > 1, text[start - 1] == 0x2D, text[start - 2] == 0x49 else { return false }
    guard start > 2 else { return true }
    if Letters.letter(text, start - 3, text.count).width > 0 || Letters.isDigit(text[start - 3]) {
      return false
    }
    let before = text[max(0, start - 12)..<start - 3]
    return !Self.numbered.contains { before.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// What is numbered by Roman and Arabic numbers.
  private static let numbered = [
    "nnex", "art", "lass", "ection", "chedule", "ype", "hase", "ategory",
  ]

  /// Whether a comma or a capital stands before the number from `start` to `after`, and no word, digit or
  /// sign is joined to it: “Ninth Street, 27705”, “ME 04101”.
  private func endsAddress(_ text: [UInt8], _ start: Int, _ after: Int, _ end: Int) -> Bool {
    guard start > 1, text[start - 1] == 0x20 else { return false }
    let before = text[start - 2]
    if before == UInt8(ascii: "P"), isLabelled(text, start) { return false }
    guard before == 0x2C || before &- 0x41 < 26 else { return false }
    guard after < end else { return true }
    return text[after] <= 0x20 || [0x2C, 0x2E, 0x29, 0x3B].contains(text[after])
  }

  /// Whether “CP” stands before the number at `start`, the label of a Spanish or French postcode.
  private func isLabelled(_ text: [UInt8], _ start: Int) -> Bool {
    text[..<start].suffix(3).elementsEqual("CP ".utf8)
  }

  /// Whether the number at `start` opens its line before a name, as in “80331 München”: in America the
  /// code stands behind the town.
  private func isBeforeTown(_ text: [UInt8], _ start: Int, _ after: Int, _ end: Int) -> Bool {
    let opensLine = start == 0 || text[start - 1] == 0x0A
    guard opensLine, after < end, text[after] == 0x20 else { return false }
    return Letters.letter(text, after + 1, end).width > 0
  }

  private mutating func add(postcode: Place, _ range: Range<Int>, field: Int, isSure: Bool) {
    candidates.append(postcode)
    let last = candidates.count - 1
    if isSure { votes.add(postcode, 3) }
    hits.append(
      Hit(
        start: range.lowerBound, end: range.upperBound, line: -1, words: 1, field: field, marks: [],
        isAllCapitals: true, hasSmallTail: false, places: last..<last + 1, whole: range,
        isQualified: isSure, isPostcode: true, settled: last))
  }
}
