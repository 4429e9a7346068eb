internal import AdModel
internal import Gazetteer

extension Evidence {
  /// Whether the text names somebody who employs: “At Acme …”, “Acme is looking for …”, “Acme Ltd”,
  /// “We’re Acme”, “Orrin Tile sells stone”, “Ashdown House, Hove”.
  ///
  /// Names have capitals, and so do many other words: this says yes too often rather than no.
  var namesEmployer: Bool {
    let words = scan.words
    let isNamed = words.indices.contains { index in
      words[index].letters.contains(.capital) || Self.legalForms.has(words[index])
        ? isEmployer(index, of: words) : false
    }
    return isNamed || opensWithName
  }

  /// Whether a name stands alone on the first line of the text, under the title: “Harrow Lane Nursery”.
  private var opensWithName: Bool {
    guard title != nil, let body = bodyFields.first?.place,
      let stop = ad.prose[body.utf8].prefix(51).firstIndex(of: 0x0A)
    else { return false }
    let line = ByteRange<Prose>(body.lower, stop)
    let words = scan.words.inside(line)
    guard (2...6).contains(words.count), let last = words.last,
      !ad.prose[line.utf8].contains(where: { $0 == UInt8(ascii: ":") || $0.isDigit }),
      ad.prose[stop - 1] != UInt8(ascii: "."), ad.prose[stop - 1] != UInt8(ascii: "!"),
      isCapital(words[words.startIndex]), isCapital(last)
    else { return false }
    let isName = words.allSatisfy { word in
      Self.inNames.has(word)
        || isCapital(word) && !Self.noNames.has(word) && !Self.headings.has(word)
    }
    return isName && !Self.isWorker(ad.prose[last.range])
      && !places.mentions.contains { $0.role == .workplace && $0.whole.lower == line.lower }
  }

  /// Whether a word ends as those for people at work do: “Baker”, “Receptionists”.
  private static func isWorker(_ word: ArraySlice<UInt8>) -> Bool {
    let word = word.last == UInt8(ascii: "s") ? word.dropLast() : word
    return ["er", "or", "ist", "ant", "ent", "ian", "ive"].contains { ending in
      word.suffix(ending.utf8.count).lazy.map { $0 | 0x20 }.elementsEqual(ending.utf8)
    }
  }

  /// Whether the word `index` of `words`, with those around it, is a name of an employer. Words of
  /// two fields have too much between them to belong together.
  private func isEmployer(_ index: Int, of words: [BodyWord]) -> Bool {
    let name = words[index]
    let before = index > 0 ? words[index - 1] : nil
    let after = index + 1 < words.count ? words[index + 1] : nil
    let isBehindName = before.map { joins($0, name) && isCapital($0) } ?? false
    let goesOn = after.map { joins(name, $0) && isCapital($0) } ?? false
    if isBehindName, Self.legalForms.has(name) { return true }
    guard isCapital(name), name.count > 1, !Self.noNames.has(name) else { return false }
    if let before, isLabelled(before, name) { return true }
    if let before, joins(before, name), Self.openers.has(before) || introduces(index, words) {
      return true
    }
    if goesOn { return false }
    if isBehindName, Self.forms.has(name) { return true }
    guard let after else { return false }
    if joins(name, after) {
      if Self.acts.has(after) || Self.seats.has(name) && Self.of.has(after) { return true }
    }
    guard isBehindName, opensLine(index, words) else { return false }
    // “Orrin Tile sells stone”, “Ashdown House, Hove”, “Tidewater Cabinets (22 people)”, “Orrin Tile · Hove”
    return joins(name, after) && ad.prose[Int(after.upper) - 1] == UInt8(ascii: "s")
      && after.count > 3
      || isApposition(after, behind: name)
      || isCapital(after) && isSetApart(after, from: name) && !Self.isWorker(ad.prose[name.range])
  }

  private func isCapital(_ word: BodyWord) -> Bool { ad.prose[Int(word.lower)].isUpper }

  /// Whether “we are” or “we’re” stands before the word `index`.
  private func introduces(_ index: Int, _ words: [BodyWord]) -> Bool {
    if Self.weAre.has(words[index - 1]) { return true }
    return index > 1 && Self.are.has(words[index - 1]) && Self.we.has(words[index - 2])
      && joins(words[index - 2], words[index - 1])
  }

  /// Whether nothing but words with capitals stands between the word `index` and the start of its line.
  private func opensLine(_ index: Int, _ words: [BodyWord]) -> Bool {
    var first = index
    while first > 0, joins(words[first - 1], words[first]), isCapital(words[first - 1]) {
      first -= 1
    }
    let lower = Int(words[first].lower)
    return lower == 0 || ad.prose[lower - 1] < 0x20
  }

  /// Whether `next` stands behind a comma or in brackets, as a town, a number or “a bakery” does.
  private func isApposition(_ next: BodyWord, behind name: BodyWord) -> Bool {
    guard next.lower - name.upper == 2 else { return false }
    let signs = (ad.prose[Int(name.upper)], ad.prose[Int(name.upper) + 1])
    return signs == (UInt8(ascii: ","), 0x20) || signs == (0x20, UInt8(ascii: "("))
  }

  /// Whether a dash, dot or bar stands between `name`, on the first line under the title, and `next`.
  private func isSetApart(_ next: BodyWord, from name: BodyWord) -> Bool {
    guard title != nil, let body = bodyFields.first?.place.utf8, body.contains(Int(name.lower)),
      !ad.prose[body.lowerBound..<Int(name.lower)].contains(0x0A)
    else { return false }
    let gap = ad.prose[Int(name.upper)..<Int(next.lower)]
    return [" · ", " – ", " — ", " - ", " | "].contains { gap.elementsEqual($0.utf8) }
  }

  /// “Company: Acme”.
  private func isLabelled(_ label: BodyWord, _ name: BodyWord) -> Bool {
    ad.prose[Int(label.upper)] == UInt8(ascii: ":") && name.lower - label.upper <= 2
      && Self.labels.has(label)
  }

  private func joins(_ one: BodyWord, _ next: BodyWord) -> Bool {
    next.lower == one.upper + 1 && ad.prose[Int(one.upper)] == 0x20
  }

  private static let labels = set("company employer organisation organization client agency")
  /// Words before the name of an employer.
  private static let openers = set("at join joining about")
  private static let we = set("we")
  private static let are = set("are")
  private static let weAre = set("we're we’re")
  private static let of = set("of")
  /// Employers that are named by where they are: “University of Leeds”.
  private static let seats = set(
    "university borough ministry bank diocese college city council school")
  /// Words after it, for what an employer does.
  private static let acts = set(
    """
    is seeks offers provides has was helps makes builds employs wants believes needs recruits works \
    runs operates understands delivers gives serves
    """)
  /// What the names of companies end with by law, in whatever case.
  private static let legalForms = set("ltd plc inc llc llp gmbh")
  /// What the names of employers end with.
  private static let forms = set(
    """
    limited corp corporation council university college academy hospital \
    nhs trust foundation group institute church school company associates partners consulting \
    recruitment solutions services systems technologies labs bank agency museum preschool hotel inn \
    restaurant bakery brewery lettings airways airlines haulage joinery tyres motors theatre gallery zoo \
    borough prison homecare estates cabinets
    """)
  /// Small words in names: “Bell and Sons”, “The Lantern on the Green”.
  private static let inNames = set("of and the for at in on")
  /// Words of headings and of lines about the job, which stand under a title as well.
  private static let headings = set(
    """
    full part time full-time part-time on-site permanent temporary contract fixed term remote \
    hybrid onsite site home office work working vacancy description summary overview about \
    purpose duties responsibilities requirements requirement qualifications skills benefits pay \
    rate wage hours hour shift shifts night nights day days week weekly weekend weekends \
    evenings immediate start starting urgent hiring now apply today opportunity team department \
    location locations reference ref posted closing date career careers join new great excellent \
    competitive key main essential desirable introduction background profile person people why \
    how live level entry senior junior lead head staff crew driver nurse chef cook clerk teacher \
    teaching care support sales customer marketing finance training trainee apprentice \
    internship intern graduate seasonal casual bonus commission uk usa us eu europe north south \
    east west company firm business client employer organisation organization ideal area region \
    county city town minimum per annum details information specification
    """)
  /// Words with a capital that are no names.
  private static let noNames = set(
    """
    you us the this our your we it he she they who what that there here role job position work \
    experience candidate applicant candidates salary manager engineer developer assistant each \
    every which all home least once one candidate's someone everyone nobody english
    """)

  private static func set(_ words: String) -> WordSet {
    WordSet(words.split(separator: " ").map { String($0) })
  }
}
