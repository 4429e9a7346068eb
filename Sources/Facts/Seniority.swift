/// The rank of a job, from the bottom up.
public enum Seniority: Int, Hashable, Sendable, CaseIterable, Comparable {
  case intern, trainee
  /// For people without experience: graduates, school leavers, “entry level”.
  case entry
  case junior, mid, senior
  /// Leads others or a field of work: team leader, principal engineer.
  case lead
  case manager, head, director
  /// “Chief …”, vice presidents and presidents.
  case chief

  public static func < (a: Seniority, b: Seniority) -> Bool { a.rawValue < b.rawValue }

  /// The rank that a title, or words such as “entry-level role”, give the job; `nil` where they give
  /// none, or several.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    if words.holds(anyOf: Self.beginners) || Self.asksNothing(words.plain) {
      self = .entry
      return
    }
    if Self.spansRanks(words.plain) { return nil }
    let plain = Self.ownWords(words.plain)
    var starter: Seniority?
    var highest: (rank: Seniority, at: Int)?
    for (index, word) in plain.enumerated() {
      guard let rank = Self.ranks[word] else { continue }
      if rank <= .junior {
        // “Manager, graduate programme” is no graduate, “junior or senior” is no rank.
        if let highest, highest.rank != .manager || highest.at < index { return nil }
        if starter == nil { starter = rank }
      } else if starter != nil, rank == .senior || rank == .mid {
        return nil
      } else if rank > highest?.rank ?? .intern {
        highest = (rank, index)
      }
    }
    if let starter {
      self = starter
    } else if let (rank, at) = highest {
      // A deputy stands one rank below.
      let isDeputy = rank >= .manager && plain[..<at].contains(where: Self.deputies.contains)
      self = isDeputy ? Seniority(rawValue: rank.rawValue - 1) ?? rank : rank
    } else {
      return nil
    }
  }

  /// Whether both can be the rank of one job: what is for beginners is not for seniors.
  public func agrees(with other: Seniority) -> Bool {
    !(self <= .junior && other >= .senior || other <= .junior && self >= .senior)
  }

  /// Whether a job of this rank may ask for so much experience. A wish is let be.
  ///
  /// People are juniors for two or three years; an internship or a first job comes before them.
  public func suits(_ experience: Experience) -> Bool {
    if experience.need == .wished { return true }
    switch self {
    case .intern, .trainee, .entry: return experience.least < 3
    case .junior: return experience.least < 4
    default: return true
    }
  }

  /// “no sales experience needed”, “experience is not essential”
  private static func asksNothing(_ plain: [String]) -> Bool {
    plain.contains("experience") && !Set(["no", "not", "without"]).isDisjoint(with: plain)
  }

  /// “junior to senior”, “trainee to manager”
  private static func spansRanks(_ plain: [String]) -> Bool {
    plain.indices.dropFirst().dropLast().contains { at in
      plain[at] == "to" && ranks[plain[at - 1]] != nil && ranks[plain[at + 1]] != nil
    }
  }

  /// The words that are about the job itself: not those of whom it serves or reports to, and not
  /// what only sounds like a rank (“head office”, “lead generation”).
  private static func ownWords(_ plain: [String]) -> [String] {
    var own: [String] = []
    var at = 0
    while at < plain.count {
      if others.contains(plain[at]) { break }
      if at + 1 < plain.count, noRanks[plain[at]]?.contains(plain[at + 1]) == true {
        at += 2
        continue
      }
      own.append(plain[at])
      at += 1
    }
    return own
  }

  /// What stands before the ranks of other people: “with senior managers”, “PA to the director”.
  private static let others: Set<String> = [
    "to", "with", "by", "alongside", "reporting", "supporting", "for", "from", "under", "via",
  ]

  private static let deputies: Set<String> = ["assistant", "deputy", "vice", "associate", "sub"]

  private static let beginners = [
    "entry level", "school leaver", "school leavers", "early career", "new grad", "newly qualified",
  ]

  private static let ranks: [String: Seniority] = [
    "intern": .intern, "internship": .intern, "trainee": .trainee, "traineeship": .trainee,
    "apprentice": .trainee, "apprenticeship": .trainee, "cadet": .trainee, "cadetship": .trainee,
    "fresher": .entry, "freshers": .entry, "graduate": .entry, "junior": .junior, "jr": .junior,
    "jnr": .junior, "mid": .mid,
    "midweight": .mid, "medior": .mid, "intermediate": .mid, "senior": .senior, "snr": .senior,
    "sr": .senior, "lead": .lead, "leader": .lead, "principal": .lead, "supervisor": .lead,
    "foreman": .lead, "manager": .manager, "mgr": .manager, "head": .head, "headteacher": .head,
    "headmaster": .head, "director": .director, "chief": .chief, "president": .chief, "vp": .chief,
    "svp": .chief, "ceo": .chief, "cfo": .chief, "cto": .chief, "coo": .chief, "cio": .chief,
    "cmo": .chief,
  ]

  /// Words that are no rank before these.
  private static let noRanks: [String: Set<String>] = [
    "head": ["office", "start", "count", "quarters", "injury", "hunter", "hunters"],
    "lead": [
      "generation", "gen", "generator", "generators", "times", "time", "paint", "qualification",
      "nurturing", "conversion", "role", "management",
    ],
    "senior": [
      "living", "care", "citizen", "citizens", "housing", "centre", "center", "community", "school",
      "managers", "leadership", "leaders", "stakeholders", "management", "high", "services",
    ],
    "junior": ["school", "college", "high", "doctor", "doctors", "league", "staff", "achievement"],
    "graduate": [
      "recruitment", "school", "programme", "program", "studies", "admissions", "outcomes",
      "careers", "teaching", "research", "nurse", "degree", "scheme", "assistant", "education",
    ],
    "intern": ["programme", "program", "recruitment", "coordinator"],
    "apprentice": ["programme", "program", "recruitment", "coordinator", "assessor", "tutor"],
    "apprenticeship": ["coordinator", "assessor", "tutor", "manager", "adviser", "advisor"],
    "trainee": ["programme", "program", "coordinator"],
    "principal": ["contractor", "designer", "place"],
    "intermediate": ["care", "school", "care"],
    "director": ["general"],
  ]
}
