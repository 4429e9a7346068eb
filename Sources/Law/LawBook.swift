/// Laws on job ads, as the files of `Rules/law` have them.
public struct LawBook: Sendable {
  public let jurisdictions: Jurisdictions
  public let duties: [Duty]
  /// Sorted by id.
  public let obligations: [Obligation]
  /// Amounts by the name of their table, such as `minimum-wage`.
  public let tables: [String: RateTable]

  private let dutyNumbers: [String: Int]
  /// The numbers of the obligations that hold in a jurisdiction.
  private let byArea: [String: [Int]]
  /// The numbers of those that hold in a jurisdiction or in a part of it.
  private let within: [String: [Int]]

  public init(
    jurisdictions: Jurisdictions = Jurisdictions(), duties: [Duty] = [],
    obligations: [Obligation] = [], tables: [String: RateTable] = [:]
  ) {
    self.jurisdictions = jurisdictions
    self.duties = duties
    self.obligations = obligations.sorted { $0.id < $1.id }
    self.tables = tables
    dutyNumbers = Dictionary(
      duties.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byArea: [String: [Int]] = [:]
    var within: [String: [Int]] = [:]
    for (index, obligation) in self.obligations.enumerated() {
      for area in obligation.areas {
        byArea[area.id, default: []].append(index)
        for code in jurisdictions.chain(from: area.id) { within[code, default: []].append(index) }
      }
    }
    (self.byArea, self.within) = (byArea, within)
  }

  /// These laws and those of `other`, whose places and duties may be told in either.
  public func adding(_ other: LawBook) -> LawBook {
    LawBook(
      jurisdictions: Jurisdictions(jurisdictions.all + other.jurisdictions.all),
      duties: duties + other.duties, obligations: obligations + other.obligations,
      tables: tables.merging(other.tables) { RateTable($0.all + $1.all) })
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
    var numbers: Set<Int> = []
    func add(_ chain: [String]) {
      for code in chain { numbers.formUnion(byArea[code] ?? []) }
    }
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
        numbers.formUnion(within[limit] ?? [])
        if let country = chain.first(where: { $0.utf8.count == 2 }) {
          numbers.formUnion(within[country] ?? [])
        }
      }
    }
    return numbers.sorted()
  }
}
