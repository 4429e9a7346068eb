public import Deferral
public import Facts

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
  /// The areas of all ``entries``, in the order of those.
  private let rows: [Row]
  /// The numbers of those of ``rows`` whose area is a jurisdiction, by its id.
  private let holding: Deferred<[String: [Int]]>
  /// The numbers of those of ``rows`` whose area is a part of a jurisdiction, by its id: few ads ask.
  private let parts: Deferred<[String: [Int]]>
  /// The days on which an obligation or a duty begins or ends, in order.
  private let changes: Deferred<[CalendarDate]>

  /// The number of an obligation, and that of one of its areas.
  private struct Row {
    var obligation: Int
    var area: Int
  }

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
    let rows = entries.indices.flatMap { number in
      entries[number].areas.indices.map { Row(obligation: number, area: $0) }
    }
    self.rows = rows
    holding = Deferred {
      Dictionary(grouping: rows.indices) { entries[rows[$0].obligation].areas[rows[$0].area] }
    }
    parts = Deferred {
      var parts: [String: [Int]] = [:]
      for (number, row) in rows.enumerated() {
        let area = entries[row.obligation].areas[row.area]
        for code in jurisdictions.chain(from: area).dropFirst() {
          parts[code, default: []].append(number)
        }
      }
      return parts
    }
    let obligations = obligations
    changes = Deferred {
      let days = obligations.flatMap { obligation in
        obligation.areas.map(\.from) + obligation.areas.map(\.to) + obligation.clauses.map(\.from)
      }
      return Set(days.compactMap(\.self)).sorted()
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

  /// These laws without those that hold neither in one of the places `codes`, nor in what these lie in,
  /// nor in what lies in them; all if there is no place.
  public func narrowed(to codes: [String]) -> LawBook {
    if codes.isEmpty { return self }
    let kept = entries.filter { entry in
      entry.obligation.value.areas.contains { area in
        codes.contains {
          jurisdictions.isInside($0, area.id) || jurisdictions.isInside(area.id, $0)
        }
      }
    }
    return LawBook(
      jurisdictions: jurisdictions, duties: duties, entries: kept, tables: tables)
  }

  public var isEmpty: Bool { obligations.isEmpty }

  /// The number of the duty `id`.
  public func duty(_ id: String) -> Int? { dutyNumbers[id] }

  /// The obligation `id`, or the one that had this id before.
  public func obligation(_ id: String) -> Obligation? {
    obligations.first { $0.id == id || $0.aliases.contains(id) }
  }

  /// The last day up to `date` on which an obligation or a duty began or ended: of all days up to the
  /// next such day, the same is true. `nil` before the first.
  public func lastChange(upTo date: CalendarDate) -> CalendarDate? {
    changes.value.last { $0 <= date }
  }

  /// An obligation that may reach a job.
  public struct Candidate: Hashable, Sendable {
    /// Its number.
    public var obligation: Int
    /// The numbers of those of its areas from which it may, in order.
    public var areas: [Int]
  }

  /// The obligations that may reach a job in `situation`, in order.
  public func candidates(for situation: Situation) -> [Candidate] {
    let holding = holding.value
    var isMeant = [Bool](repeating: false, count: rows.count)
    func add(_ rows: [Int]?) {
      for row in rows ?? [] { isMeant[row] = true }
    }
    func add(_ chain: [String]) {
      for code in chain { add(holding[code]) }
    }
    for chain in situation.workplaces + situation.reportsTo { add(chain) }
    for office in situation.employer.offices { add(jurisdictions.chain(from: office)) }
    if let remote = situation.remote {
      for country in remote.among { add(jurisdictions.chain(from: country)) }
      // From home it may be anywhere in the country, limits or not.
      let limits =
        remote.within.isEmpty ? situation.workplaces.compactMap(\.first) : remote.within
      for limit in limits {
        let chain = jurisdictions.chain(from: limit)
        add(chain)
        add(parts.value[limit])
        if let country = chain.first(where: { $0.utf8.count == 2 }) { add(parts.value[country]) }
      }
    }
    var candidates: [Candidate] = []
    for (number, row) in rows.enumerated() where isMeant[number] {
      if candidates.last?.obligation != row.obligation {
        candidates.append(Candidate(obligation: row.obligation, areas: []))
      }
      candidates[candidates.count - 1].areas.append(row.area)
    }
    return candidates
  }
}
