/// Whether an obligation reaches an ad, and why.
public enum Standing: Hashable, Sendable {
  /// It does, perhaps under a condition such as “if you have 15 or more employees”.
  case applies(Obligation.Area, condition: String)
  /// It may: the law does not say clearly, for this reason.
  case possible(Obligation.Area, condition: String, doubt: String)
  /// Nobody can tell from the ad, for this reason.
  case unknown(String)
  /// It does not, for this reason.
  case no(String)

  fileprivate var rank: Int {
    switch self {
    case .applies: 3
    case .possible: 2
    case .unknown: 1
    case .no: 0
    }
  }

  /// Whether it reaches the ad, or may.
  fileprivate var reaches: Bool { rank > 1 }

  /// The one that reaches further.
  static func further(_ a: Standing, _ b: Standing) -> Standing { b.rank > a.rank ? b : a }
}

extension Obligation {
  /// Whether it reaches the ad of a job in `situation`.
  public func standing(in situation: Situation, _ map: Jurisdictions) -> Standing {
    furthest(in: situation, map, areas.indices) { _ in }
  }

  /// Where it reaches the ad of a job in `situation`, and why: one for each of its areas that holds a
  /// place which the job is tied to, such as a state and a city in it, or several listed workplaces.
  ///
  /// Of work that may be done anywhere in a country, one of its areas there tells enough. Only the areas
  /// with these `numbers` are asked about, or all.
  public func standings(
    in situation: Situation, _ map: Jurisdictions, areas numbers: [Int]? = nil
  ) -> [Standing] {
    var told: [Standing] = []
    let best = furthest(in: situation, map, numbers ?? Array(areas.indices)) { told.append($0) }
    return told.contains { $0.rank == best.rank } ? told : told + [best]
  }

  /// The standing that reaches furthest, of the areas with these `numbers`; `tell` gets those of areas
  /// that hold a place of the job.
  private func furthest(
    in situation: Situation, _ map: Jurisdictions, _ numbers: some Collection<Int>,
    tell: (Standing) -> Void
  ) -> Standing {
    var best = Standing.no("It is in force nowhere.")
    for number in numbers {
      let (area, isFirst) = (areas[number], number == numbers.first)
      let tie = tie(of: situation, to: area, map)
      // It reaches no further than the first area.
      if !isFirst, tie.strength == .none { continue }
      let standing = standing(in: situation, area, tie, map)
      best = isFirst ? standing : .further(best, standing)
      if standing.reaches, situation.isTied(to: area.id, map) { tell(standing) }
    }
    return best
  }

  private func standing(
    in situation: Situation, _ area: Area, _ tie: Tie, _ map: Jurisdictions
  ) -> Standing {
    var place: String { map.name(of: area.id) }
    if tie.strength == .none {
      let elsewhere =
        areas.count == 1
        ? "The job is not in \(place)." : "The job is in no place where such a law holds."
      return .no(tie.why.isEmpty ? elsewhere : tie.why)
    }
    guard let from = area.from else { return .no("It is not in force in \(place).") }
    if situation.date < from { return .no("It is in force in \(place) only from \(from).") }
    if let to = area.to, situation.date >= to {
      return .no("It was in force in \(place) only until \(to).")
    }
    if let other = wrongEmployer(in: situation) { return other }
    var condition = ""
    if area.employees > 1, anySizeKinds.allSatisfy({ !isOf($0, situation) }) {
      let needed = "\(area.employees) or more employees"
      let scope = counted.isEmpty ? "" : " (\(counted))"
      guard let employees = situation.employer.employees else {
        condition = "if you have \(needed)"
        return answer(tie, area, condition)
      }
      if employees < area.employees {
        return .no("It binds employers with \(needed)\(scope); there are \(employees).")
      }
    }
    return answer(tie, area, condition)
  }

  private func answer(_ tie: Tie, _ area: Area, _ condition: String) -> Standing {
    switch tie.strength {
    case .sure: .applies(area, condition: condition)
    case .maybe: .possible(area, condition: condition, doubt: tie.why)
    case .untold: .unknown(tie.why)
    case .none: .no(tie.why)
    }
  }

  // MARK: Place

  /// How a job is tied to a place, and why not more.
  private struct Tie {
    /// In the order of strength.
    enum Strength: Int { case none, untold, maybe, sure }
    var strength = Strength.none
    /// Empty where it is ``Strength/sure``, or where the job simply is elsewhere.
    var why = ""

    mutating func add(_ strength: Strength, _ why: @autoclosure () -> String = "") {
      if strength.rawValue > self.strength.rawValue { self = Tie(strength: strength, why: why()) }
    }

    /// Adds what a law says of how far it reaches, namely to `what`.
    mutating func add(_ reach: Reach, to what: @autoclosure () -> String) {
      switch reach {
      case .yes: add(.sure)
      case .no: break
      case .unclear(let text):
        add(.maybe, text.isEmpty ? "the law does not say whether it reaches \(what())" : text)
      }
    }
  }

  private func tie(of situation: Situation, to area: Area, _ map: Jurisdictions) -> Tie {
    var place: String { map.name(of: area.id) }
    var tie = Tie()
    for (number, codes) in situation.workplaces.enumerated() {
      if let inner = exceptIn.first(where: codes.contains) {
        // Of several workplaces the others may still be where it holds.
        if tie.strength == .none { tie.why = "It does not hold in \(map.name(of: inner))." }
        continue
      }
      if codes.contains(area.id) {
        tie.add(performed(in: situation), to: "work there")
      } else if let first = codes.first, map.isInside(area.id, first),
        situation.mayBe(at: number, in: place)
      {
        tie.add(.untold, "The ad does not say where in \(map.name(of: first)) the work is.")
      }
    }
    if let home = situation.remote { add(home, of: situation, area, map, to: &tie) }
    for codes in situation.reportsTo where codes.contains(area.id) {
      tie.add(reportsTo, to: "work elsewhere that reports to \(place)")
    }
    let isPlaced = situation.remote != nil || !situation.workplaces.isEmpty
    if isPlaced, reportsTo == .yes,
      situation.employer.offices.contains(where: { map.isInside($0, area.id) })
    {
      tie.add(.maybe, "it does if the job reports to your office in \(place)")
    }
    if !isPlaced, tie.strength == .none { tie.add(.untold, "The ad names no place of work.") }
    return tie
  }

  /// How far it reaches work that the ad places where it is in force.
  private func performed(in situation: Situation) -> Reach {
    if situation.rival.isEmpty || performed != .yes { return performed }
    return .unclear("the ad says elsewhere that the work is in \(situation.rival)")
  }

  /// Adds how work from home is tied to `area`.
  private func add(
    _ home: Situation.Remote, of situation: Situation, _ area: Area, _ map: Jurisdictions,
    to tie: inout Tie
  ) {
    let isLeftOut = home.except.contains { map.isInside(area.id, $0) }
    if isLeftOut, !ignoresLimits { return }
    // Without a limit of its own, the ad's places are where it may be done from.
    let limits =
      home.within.isEmpty && home.among.isEmpty
      ? situation.workplaces.compactMap { $0.first } : home.within
    if limits.isEmpty, home.among.isEmpty {
      tie.add(.untold, "The ad does not say from where the work may be done.")
    }
    for country in home.among where map.isInside(country, area.id) && performed != .no {
      tie.add(.maybe, Self.localDoubt)
    }
    for limit in limits {
      if map.isInside(limit, area.id) {
        tie.add(home.within.isEmpty ? performed(in: situation) : performed, to: "work there")
      } else if map.isInside(area.id, limit) {
        let isOneOfMany = remote == .yes && isLocal(area, map)
        let doubt = Self.country(limit) == limit ? Self.townDoubt : Self.localDoubt
        let reach = isOneOfMany ? .unclear(doubt) : remote
        tie.add(reach, to: "work from home in \(map.name(of: area.id))")
      } else if ignoresLimits, remote == .yes, Self.country(limit) == Self.country(area.id) {
        tie.add(.maybe, Self.limitsDoubt)
      }
    }
  }

  /// What is told of a law of a city or a county where the work may be done in all the state, and of
  /// that of a country where it may be done in several.
  private static let localDoubt = "it does if somebody who lives there does the work"

  /// What is told of a law of a city or a county where the work may be done in all the country, of
  /// which it is a small part.
  public static let townDoubt =
    "it does in the rare case that somebody who lives there does the work"

  /// What is told of a law that reaches remote work whatever limits an ad sets, where it sets one.
  public static let limitsDoubt =
    "it does if you employ somebody there, though the ad ties the remote work to another place"

  /// Whether `area` is smaller than a state.
  private func isLocal(_ area: Area, _ map: Jurisdictions) -> Bool {
    map.chain(from: area.id).drop { $0.utf8.count > 6 }.count < map.chain(from: area.id).count
  }

  private static func country(_ id: String) -> Substring { id.prefix { $0 != "-" } }

  // MARK: Employer

  /// Whether the employer is said to be, or in the ad shows to be, of `kind`.
  private func isOf(_ kind: Employer.Kind, _ situation: Situation) -> Bool {
    situation.employer.kinds.contains(kind) || situation.shownKinds.contains(kind)
  }

  /// What stands against it where it does not bind employers of this kind.
  private func wrongEmployer(in situation: Situation) -> Standing? {
    let employer = situation.employer
    if let kind = exceptKinds.first(where: { isOf($0, situation) }) {
      return .no("It does not bind an employer of the kind “\(kind.rawValue)”.")
    }
    guard !kinds.isEmpty, kinds.allSatisfy({ !isOf($0, situation) }) else { return nil }
    let names = kinds.map { "“\($0.rawValue)”" }.joined(separator: " or ")
    let isRuledOut =
      kinds.allSatisfy { employer.isNot.contains($0) }
      || !employer.kinds.isDisjoint(with: [.private, .public, .agency, .tempAgency])
        && kinds.allSatisfy { $0 != .contractor && $0 != .sponsor }
    if isRuledOut { return .no("It binds only employers of the kind \(names).") }
    return .unknown(
      "It binds only employers of the kind \(names), and nobody says what this one is.")
  }
}

extension Situation {
  /// Whether the workplace with this `number` may lie in the city or county of the name `part`,
  /// which lies in the first of its jurisdictions.
  ///
  /// Work from home is no workplace, and who names a town names no other one; a county may hold it.
  fileprivate func mayBe(at number: Int, in part: String) -> Bool {
    guard remote == nil else { return false }
    guard let county = counties[number] else { return true }
    return !county.isEmpty && part.contains(county)
  }
}
