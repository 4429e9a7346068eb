/// What a word beside a name says about the name.
struct Cues: OptionSet {
  let rawValue: UInt16

  /// A place follows, and something is there: in, at, near.
  static let spatial = Cues(rawValue: 1)
  /// A place may follow: from, to, of, across.
  static let linking = Cues(rawValue: 2)
  /// A part of a place: north, central, greater.
  static let direction = Cues(rawValue: 4)
  static let article = Cues(rawValue: 8)
  /// The work is there: based, located.
  static let work = Cues(rawValue: 16)
  /// A label before a colon: location, office, area.
  static let label = Cues(rawValue: 32)
  /// The work is elsewhere: clients, headquarters, university, travel.
  static let elsewhere = Cues(rawValue: 64)
  /// A place of work after a name: office, branch, hospital.
  static let site = Cues(rawValue: 128)
  /// Begins sentences, so that its capital does not belong to the name before it.
  static let opener = Cues(rawValue: 256)
  /// May follow a name in running text; other small words make the name a common word.
  static let function = Cues(rawValue: 512)
  /// Stands in location fields without being a place.
  static let mode = Cues(rawValue: 1024)
  /// A street or a building follows the name: road, street, house.
  static let street = Cues(rawValue: 2048)
  /// Praises: largest, leading. What follows is a market more than a workplace.
  static let boast = Cues(rawValue: 8192)
  /// The job answers to somebody there: reports, reporting, supervised.
  static let reporting = Cues(rawValue: 16_384)
  /// Right after a name it makes the name no place of work: style, graduate, native.
  static let manner = Cues(rawValue: 32_768)
  /// A list goes on: and, or, und.
  static let list = Cues(rawValue: 4096)

  /// What `word` says.
  static func of(_ word: Word) -> Cues {
    var cues = table[word.hash]
    if let bare = word.bare { cues.formUnion(table[bare.hash]) }
    return cues
  }

  private static let table = CueTable([
    (.spatial, "in either near around outside nr within bei i inside zu en bij op te im am aux au"),
    (
      .linking,
      """
      from to of for across through throughout between covering around serving surrounding including \
      aus nach till fran and or und oder och
      """
    ),
    (
      .boast,
      """
      largest leading best newest biggest fastest oldest growing renowned top finest most first one \
      only famous loved known premier throughout across number right certified certificate certification credential valid
      """
    ),
    (.reporting, "report reports reporting supervised"),
    (
      .manner,
      """
      style styled inspired trained educated themed made graduate graduates alumni alumnus degree \
      university clients customers exchange accent dialect native natives born bred listed \
      headquartered founded
      """
    ),
    (.list, "and or und oder och"),
    (
      .direction,
      """
      north south east west central greater inner outer northern southern eastern western downtown \
      upper lower mid northwest northeast southwest southeast sunny beautiful historic
      """
    ),
    (.article, "the our your their a an this my its her his unser unsere unserem unserer var"),
    (
      .work,
      """
      based located situated workplace homebased officebased base commutable basiert standort \
      arbeitsort einsatzort placerad belagen
      """
    ),
    (
      .label,
      """
      location locations place where site area region office city town address standort standorte ort \
      arbeitsort einsatzort dienstort workplace county postcode based base plats arbetsort placering \
      stad lage lieu werkplek standplaats locatie lugar ubicación commutable commuting commute
      """
    ),
    (
      .elsewhere,
      """
      headquartered headquarters hq judge judges critic critics clients client customers customer \
      university college universities travel travelling traveling trip trips meetings meeting fairs fair conference conferences founded \
      established graduate graduated degree markets market exported registered operations originally \
      visit visits visiting meet meets gather gathers retreat retreats relocating relocate flights \
      events listed exchange presence projects \
      worldwide globally countries offices locations institute academy founder born festival eligible eligibility permission authorization \
      authorized authorised citizenship citizen legally entitled licence license clearance bank \
      campuses hubs subsidiaries museum awards championship olympics premises branches restaurants \
      stores shops sister colleagues formerly former previously except excluding
      """
    ),
    (
      .site,
      """
      office site branch team store campus clinic hospital kitchen plant warehouse depot studio area \
      region based location restaurant hotel shop centre center metro school facility showroom factory \
      base district market suburb cbd nursery salon practice
      """
    ),
    (
      .opener,
      """
      the you our we this my as an a they i for to if your salary job experience must responsibilities \
      duties key full permanent up basic he all please it with working reporting candidates applicants \
      benefits role are is have what who why how overview description requirements location start \
      contract and or in on at excellent competitive immediate part apply contact call hours pay rate \
      package due successful ideal main essential skills about company title per day days plus no one \
      there that when where while within from by urgently temporary exciting great new salaries monday \
      type department industry date ref reference
      """
    ),
    (
      .function,
      """
      and or on to is with for who where area office are as the by from at in which that we you our \
      will be a an but has have of offering region within near site based location was were working \
      looking seeking needs wants hires has their this must should can until before when during \
      after if then also und \
      oder och who seeks require requires paying including close easily just plus up per but since
      """
    ),
    (
      .mode,
      """
      remote remotely hybrid home office anywhere various multiple nationwide onsite work from friendly \
      and or the of only first flexible any area region location locations site hq based city county \
      metro greater state country worldwide global europe emea apac africa asia latam north south \
      america international other unspecified none na tbc tbd engels
      """
    ),
    (
      .street,
      """
      road street lane avenue house court way drive square close place terrace boulevard row rd st ave \
      ln blvd quai rue strasse allee platz gatan vagen underground airport station
      """
    ),
  ])
}

/// Words and their cues, found by hash with one look as a rule.
private struct CueTable {
  private var hashes: [UInt64]
  private var cues: [Cues]

  init(_ words: [(Cues, String)]) {
    hashes = Array(repeating: 0, count: 2048)
    cues = Array(repeating: [], count: 2048)
    for (cue, text) in words {
      for word in Array(text.utf8).split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        let hash = word.reduce(Word.seed) { Word.mix($0, $1) }
        let slot = slot(of: hash)
        hashes[slot] = hash
        cues[slot].formUnion(cue)
      }
    }
  }

  subscript(hash: UInt64) -> Cues {
    let slot = slot(of: hash)
    return hashes[slot] == hash ? cues[slot] : []
  }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & 2047
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & 2047 }
    return slot
  }
}
