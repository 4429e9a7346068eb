public import AdModel

/// What an ad says of the job in some words, as a value that can be held against another.
///
/// A rule's phrases find the words in the one pass over the ad, and this reads them. So a value
/// costs something only where two of them are to be compared.
public enum Term: Hashable, Sendable {
  /// What a rule asks for to have words read: `differ: hours`.
  public enum Kind: String, Sendable, CaseIterable {
    case contract, hours, timetable, experience, degree, requisite, seniority, language, leave

    /// Whether several of one ad may be parts of a whole, as two timetables are of a week.
    public var addsUp: Bool { self == .timetable }
  }

  case contract(ContractTerm)
  case hours(WorkingHours)
  case timetable(Timetable)
  case experience(Experience)
  case degree(DegreeLevel)
  case requisite(Requisite)
  case seniority(Seniority)
  case language(LanguageLevel)
  case leave(LeaveAllowance)

  /// What the words at `place` say; `nil` where they say nothing of `kind`.
  ///
  /// A rank is that of the whole title. Where the words do not tell whether something is required,
  /// what stands around them does.
  public init?(_ kind: Kind, at place: ByteRange<Prose>, in ad: Ad) {
    var read = place
    if kind == .seniority, let field = ad.field(at: place.lower), field.part == .title {
      read = field.place
    }
    let words = TermWords(ad.prose[read.utf8])
    let term: Term? =
      switch kind {
      case .contract: ContractTerm(words).map { .contract($0) }
      case .hours: WorkingHours(words).map { .hours($0) }
      case .timetable: Timetable(words).map { .timetable($0) }
      case .experience: Experience(words).map { .experience($0) }
      case .degree: DegreeLevel(words).map { .degree($0) }
      case .requisite: Requisite(words, before: Self.lead(to: place, in: ad)).map { .requisite($0) }
      case .seniority: Seniority(words).map { .seniority($0) }
      case .language: LanguageLevel(words).map { .language($0) }
      case .leave: LeaveAllowance(words).map { .leave($0) }
      }
    guard let term else { return nil }
    self = term
    takeMeaning(from: place, in: ad)
  }

  /// Completes what can be required or wished for by the words around `place`.
  private mutating func takeMeaning(from place: ByteRange<Prose>, in ad: Ad) {
    switch self {
    case .experience(var term) where term.need == nil:
      term.need = Surroundings(of: place, in: ad)?.need
      self = .experience(term)
    case .degree(var term):
      guard let around = Surroundings(of: place, in: ad) else { return }
      term.need = term.need ?? around.need
      if DegreeLevel.allowsEquivalent(around.sentence) { term.allowsEquivalent = true }
      self = .degree(term)
    case .language(var term) where term.need == nil:
      term.need = Surroundings(of: place, in: ad)?.need
      self = .language(term)
    case .contract, .hours, .timetable, .experience, .requisite, .seniority, .language, .leave:
      break
    }
  }

  /// The words right before `place`, back to what ends a clause.
  private static func lead(to place: ByteRange<Prose>, in ad: Ad) -> [String] {
    guard let field = ad.field(at: place.lower)?.place else { return [] }
    let near = ad.prose[max(field.lower, place.lower - Self.longestLead)..<place.lower]
    let start = near.lastIndex { Self.clauseEnds.contains($0) }.map { $0 + 1 } ?? near.startIndex
    return TermWords(near[start...]).plain
  }

  /// How much is read before a place, in bytes.
  private static let longestLead = 60
  private static let clauseEnds = Set(".;:,!?()\n".utf8)

  /// Whether both can be true of one job; what two kinds say has nothing to do with each other,
  /// but for a rank and the years that it asks for, and a timetable and hours.
  public func agrees(with other: Term) -> Bool {
    switch (self, other) {
    case (.contract(let a), .contract(let b)): a.agrees(with: b)
    case (.hours(let a), .hours(let b)): a.agrees(with: b)
    case (.timetable(let a), .timetable(let b)): a.agrees(with: b)
    case (.timetable(let a), .hours(let b)), (.hours(let b), .timetable(let a)): a.agrees(with: b)
    case (.experience(let a), .experience(let b)): a.agrees(with: b)
    case (.degree(let a), .degree(let b)): a.agrees(with: b)
    case (.requisite(let a), .requisite(let b)): a.agrees(with: b)
    case (.seniority(let a), .seniority(let b)): a.agrees(with: b)
    case (.language(let a), .language(let b)): a.agrees(with: b)
    case (.leave(let a), .leave(let b)): a.agrees(with: b)
    case (.seniority(let rank), .experience(let years)),
      (.experience(let years), .seniority(let rank)):
      rank.suits(years)
    default: true
    }
  }
}
