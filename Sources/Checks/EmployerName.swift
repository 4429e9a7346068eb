internal import AdModel

extension Evidence {
  /// Whether the text names somebody who employs: “At Acme …”, “Acme is looking for …”, “Acme Ltd”,
  /// “We’re Acme”, “Orrin Tile sells stone”, “Ashdown House, Hove”.
  ///
  /// Names have capitals, and so do many other words: this says yes too often rather than no.
  var namesEmployer: Bool {
    let words = scan.words
    return words.indices.contains { index in
      words[index].letters.contains(.capital) || Self.legalForms.has(words[index])
        ? isEmployer(index, of: words) : false
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
    // “Orrin Tile sells stone”, “Ashdown House, Hove”, “Tidewater Cabinets (22 people)”
    return joins(name, after) && ad.prose[Int(after.upper) - 1] == UInt8(ascii: "s")
      && after.count > 3
      || isApposition(after, behind: name)
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
