public import Deferral

/// Laws on job ads, as the files of `Rules/law` have them; made once, and shared.
///
/// An ad is reached by a few of them: the others are never read.
public final class LawBook: Sendable {
  /// An obligation, and where it may hold.
  public struct Entry: Sendable {
    public var id: String
    /// The ids of the ``Jurisdiction``s where it is in force.
    public var areas: [String]
    public var obligation: Deferred<Obligation>

    public init(id: String, areas: [String], obligation: Deferred<Obligation>) {
      self.id = id
      self.areas = areas
      self.obligation = obligation
    }
  }

  public let jurisdictions: Jurisdictions
  public let duties: [Duty]
  /// Sorted by id.
  public let obligations: DeferredArray<Obligation>
  /// Amounts by the name of their table, such as `minimum-wage`.
  public let tables: [String: RateTable]

  /// Sorted by id.
  private let entries: [Entry]
  private let dutyNumbers: [String: Int]
  /// The numbers of the obligations that hold in a jurisdiction or in a part of it.
  private let within: Deferred<[String: [Int]]>

  public init(
    jurisdictions: Jurisdictions = Jurisdictions(), duties: [Duty] = [], entries: [Entry] = [],
    tables: [String: RateTable] = [:]
  ) {
    self.jurisdictions = jurisdictions
    self.duties = duties
    let entries = entries.sorted { $0.id < $1.id }
    self.entries = entries
    obligations = DeferredArray(entries.map(\.obligation))
    self.tables = tables
    dutyNumbers = Dictionary(
      duties.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    within = Deferred {
      var within: [String: [Int]] = [:]
      for (index, entry) in entries.enumerated() {
        for area in entry.areas {
          for code in jurisdictions.chain(from: area) { within[code, default: []].append(index) }
        }
      }
      return within
    }
  }

  /// These laws and those of `other`, whose places and duties may be told in either.
  public func adding(_ other: LawBook) -> LawBook {
    LawBook(
      jurisdictions: Jurisdictions(jurisdictions.all + other.jurisdictions.all),
      duties: duties + other.duties, entries: entries + other.entries,
      tables: tables.merging(other.tables) { $0.adding($1) })
  }

  /// These laws, those of `other` left out.
  public func without(_ other: LawBook) -> LawBook {
    let (duties, obligations) = (Set(other.duties.map(\.id)), Set(other.entries.map(\.id)))
    return LawBook(
      jurisdictions: Jurisdictions(jurisdictions.all.filter { other.jurisdictions[$0.id] == nil }),
      duties: self.duties.filter { !duties.contains($0.id) },
      entries: entries.filter { !obligations.contains($0.id) },
      tables: tables.filter { other.tables[$0.key] == nil })
  }

  public var isEmpty: Bool { obligations.isEmpty }

  /// The number of the duty `id`.
  public func duty(_ id: String) -> Int? { dutyNumbers[id] }

  /// The obligation `id`, or the one that had this id before.
  public func obligation(_ id: String) -> Obligation? {
    obligations.first { $0.id == id || $0.aliases.contains(id) }
  }

  /// The numbers of the obligations that may reach a job in `situation`, in order.
  public func candidates(for situation: Situation) -> [Int] {
    var codes: [String] = []
    var numbers: Set<Int> = []
    func add(_ chain: [String]) { codes += chain.filter { !codes.contains($0) } }
    for codes in situation.workplaces + situation.reportsTo { add(codes) }
    for office in situation.employer.offices { add(jurisdictions.chain(from: office)) }
    if let remote = situation.remote {
      // From home it may be anywhere in the country, limits or not.
      let limits =
        remote.within.isEmpty ? situation.workplaces.compactMap(\.first) : remote.within
      for country in remote.among { add(jurisdictions.chain(from: country)) }
      for limit in limits {
        let chain = jurisdictions.chain(from: limit)
        add(chain)
        numbers.formUnion(within.value[limit] ?? [])
        if let country = chain.first(where: { $0.utf8.count == 2 }) {
          numbers.formUnion(within.value[country] ?? [])
        }
      }
    }
    return entries.indices.filter { index in
      numbers.contains(index) || entries[index].areas.contains(where: codes.contains)
    }
  }
}
