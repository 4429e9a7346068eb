/// A qualification that an ad asks for: from which level, and whether another will do.
///
/// The levels follow the frameworks that ads name their qualifications by: RQF (England, Wales,
/// Northern Ireland), SCQF, NFQ (Ireland), AQF (Australia) and the ISCED of UNESCO.
public struct DegreeLevel: Hashable, Sendable {
  public enum Level: Int, Hashable, Sendable, CaseIterable, Comparable {
    case none
    /// GCSE, National 5, Leaving Certificate, high school diploma.
    case school
    /// A level, Higher, International Baccalaureate, BTEC National: what opens universities.
    case advanced
    /// HNC, HND, foundation degree, associate degree, college or TAFE diploma.
    case higher
    case bachelor, master, doctor

    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// The lowest level that will do.
  public var least: Level
  /// The highest that is named: “bachelor’s or master’s”.
  public var most: Level
  /// Whether it must be a degree with honours, as the “2:1” of the United Kingdom and Ireland is.
  public var isHonours: Bool
  /// Whether something equivalent, such as experience, will do instead.
  public var allowsEquivalent: Bool
  public var need: Need?

  /// What the words say; `nil` if they name no qualification.
  public init?(_ text: some Collection<UInt8>) { self.init(TermWords(text)) }

  init?(_ words: TermWords) {
    let levels = Self.levels(words)
    guard let least = levels.min(), let most = levels.max() else { return nil }
    self.least = least
    self.most = most
    isHonours =
      words.holds(anyOf: ["honours", "honors", "hons", "first class"])
      || Self.hasClass(words)
    allowsEquivalent = Self.allowsEquivalent(words)
    need = Need(words)
  }

  /// Whether both can be asked of one person: only two levels that are both required, without any
  /// word of something equivalent, cannot.
  public func agrees(with other: DegreeLevel) -> Bool {
    guard need == .required, other.need == .required, !allowsEquivalent, !other.allowsEquivalent
    else { return true }
    return least <= other.most && other.least <= most
  }

  /// Whether the words let something else do: “or equivalent”, “in lieu of a degree”.
  static func allowsEquivalent(_ words: TermWords) -> Bool { words.holds(anyOf: equivalents) }

  private static func levels(_ words: TermWords) -> Set<Level> {
    var levels: Set<Level> = []
    for (level, phrases) in phrases where words.holds(anyOf: phrases) { levels.insert(level) }
    if hasInitials(masters, in: words) { levels.insert(.master) }
    if hasInitials(bachelors, in: words) { levels.insert(.bachelor) }
    // “degree” alone is the first one.
    if levels.isEmpty, hasClass(words) || isDegree(words) { levels.insert(.bachelor) }
    if levels.isEmpty, words.holds(anyOf: noneAsked) { levels.insert(.none) }
    if levels != [.none], words.holds(anyOf: noneAsked) { return [.none] }
    return levels
  }

  /// Whether a “degree” of the words is one of a university: not of heat, of freedom or of a circle.
  private static func isDegree(_ words: TermWords) -> Bool {
    words.plain.indices.contains { index in
      guard words.plain[index] == "degree" || words.plain[index] == "degrees" else { return false }
      let before = index > 0 ? words.plain[index - 1] : ""
      let after = index + 1 < words.plain.count ? words.plain[index + 1] : ""
      return Double(before) == nil && !measured.contains(before) && after != "of"
        && after != "celsius"
    }
  }

  private static let measured: Set<String> = [
    "high", "higher", "some", "large", "significant", "strong", "certain", "greater", "great",
    "what", "same", "any", "third",
  ]

  /// Whether “MA”, “BS” and the like stand beside what makes them a degree, not a state or a firm.
  private static func hasInitials(_ initials: Set<String>, in words: TermWords) -> Bool {
    words.plain.indices.contains { index in
      guard initials.contains(words.plain[index]) else { return false }
      let beside = [index - 1, index + 1].map {
        words.plain.indices.contains($0) ? words.plain[$0] : ""
      }
      return beside[1] == "degree" || beside[1] == "in" || beside[1] == "hons"
        || beside[1] == "honours" || beside.contains(where: bachelors.union(masters).contains)
    }
  }

  private static let bachelors: Set<String> = ["ba", "bs", "be", "bsc", "bcom"]
  private static let masters: Set<String> = ["ma", "ms", "msc"]

  /// “2:1”, “2.1”, “2:2”, “upper second”
  private static func hasClass(_ words: TermWords) -> Bool {
    let named = words.holds(anyOf: ["upper second", "lower second", "second class"])
    return named
      || words.tokens.indices.contains { at in
        words.tokens[at] == .number(2) && words.isSign(at + 1, ":")
          && [.number(1), .number(2)].contains(words.tokens.dropFirst(at + 2).first)
      }
      || words.holds(anyOf: ["2.1 degree", "2.2 degree", "2.1 or above", "2.1 in", "minimum 2.1"])
  }

  private static let equivalents = [
    "equivalent", "equivalency", "or similar", "or comparable", "or relevant experience",
    "or equal",
    "in lieu", "or relevant work experience", "or experience", "or working towards",
    "qualified by experience", "experience may compensate",
  ]

  private static let noneAsked = [
    "no degree", "degree not required", "degree is not required", "without a degree",
    "no qualifications", "no formal qualifications", "degree not essential",
  ]

  private static let phrases: [(Level, [String])] = [
    (
      .school,
      [
        "gcse", "gcses", "leaving cert", "leaving certificate", "junior cert", "high school",
        "ged", "national 5", "standard grade", "hs diploma", "secondary school", "year 12",
      ]
    ),
    (
      .advanced,
      [
        "a levels", "alevels", "a level qualifications", "a level standard", "a level or",
        "scottish highers", "international baccalaureate", "btec national", "nvq 3", "nvq level 3",
        "level 3 diploma", "vce", "hsc",
      ]
    ),
    (
      .higher,
      [
        "hnd", "hnc", "foundation degree", "associate degree", "associates degree",
        "associate of arts", "associate of science", "associates bachelors",
        "associates or bachelors",
        "associate or bachelors", "associate or bachelor", "higher certificate", "advanced diploma",
        "college diploma", "higher national", "two year degree", "2 year degree", "level 5 diploma",
      ]
    ),
    (
      .bachelor,
      [
        "bachelor", "bachelors", "undergraduate degree", "bsc", "beng", "bba", "bcom", "llb",
        "btech",
        "4 year degree", "primary degree", "honours degree", "first degree", "baccalaureate degree",
        "university degree", "college degree", "degree educated", "degree qualified",
        "educated to degree",
      ]
    ),
    (
      .master,
      [
        "masters", "master degree", "master of", "masters degree", "mba", "msc", "meng", "mphil",
        "postgraduate degree", "postgraduate qualification", "graduate degree", "advanced degree",
      ]
    ),
    (
      .doctor,
      ["phd", "dphil", "doctorate", "doctoral", "edd", "doctoral degree", "doctor of philosophy"]
    ),
  ]
}
