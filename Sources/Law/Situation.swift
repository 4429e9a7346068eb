public import Facts

/// Who employs, as far as a configuration says it.
public struct Employer: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case `private`, `public`
    /// A recruitment agency, or an employment business.
    case agency
    /// A firm that lends its own workers to others.
    case tempAgency = "temp-agency"
    /// Somebody who works on contracts with the US federal government.
    case contractor
    /// Somebody who asks for a labour certification (PERM).
    case sponsor
  }
  /// The number of employees; `nil` where nobody says.
  public var employees: Int?
  /// What it is; empty where nobody says.
  public var kinds: Set<Kind>
  /// What it surely is not.
  public var isNot: Set<Kind>
  /// The jurisdictions of its offices.
  public var offices: [String]

  public init(
    employees: Int? = nil, kinds: Set<Kind> = [], isNot: Set<Kind> = [], offices: [String] = []
  ) {
    self.employees = employees
    self.kinds = kinds
    self.isNot = isNot
    self.offices = offices
  }
}

/// All about a job that decides which laws reach its ad.
public struct Situation: Hashable, Sendable {
  /// Work from home, and from where.
  public struct Remote: Hashable, Sendable {
    /// The jurisdictions within which it may be done; empty where the ad sets no limit.
    public var within: [String]
    /// The countries of a region that is named as one, such as Europe: it may be any of them.
    public var among: [String]
    /// Those whose residents the ad leaves out.
    public var except: [String]

    public init(within: [String] = [], among: [String] = [], except: [String] = []) {
      self.within = within
      self.among = among
      self.except = except
    }
  }

  /// The day on which the ad is judged.
  public var date: CalendarDate
  /// The jurisdictions of each workplace, the smallest first.
  public private(set) var workplaces: [[String]] = []
  /// For each of ``workplaces`` whose very town is known the county, if a jurisdiction there bears its
  /// name, or else an empty name; `nil` for the others.
  public private(set) var counties: [String?] = []
  /// Another state where the ad says that the work is, so that ``workplaces`` may not be true; empty
  /// where it says so of none.
  public var rival = ""
  public var remote: Remote?
  /// The jurisdictions of the offices and managers that the job reports to.
  public var reportsTo: [[String]]
  public var employer: Employer
  /// Kinds of employer that the ad itself shows.
  public var shownKinds: Set<Employer.Kind>

  public init(
    date: CalendarDate, workplaces: [[String]] = [], remote: Remote? = nil,
    reportsTo: [[String]] = [], employer: Employer = Employer(),
    shownKinds: Set<Employer.Kind> = []
  ) {
    self.date = date
    self.remote = remote
    self.reportsTo = reportsTo
    self.employer = employer
    self.shownKinds = shownKinds
    for codes in workplaces { add(workplace: codes) }
  }

  /// Adds a workplace in the jurisdictions `codes`, the smallest first, if there are any; `county` as in
  /// ``counties``.
  public mutating func add(workplace codes: [String], county: String? = nil) {
    if codes.isEmpty { return }
    if let known = workplaces.firstIndex(of: codes) {
      // Of one that is told with its town and without, any part may be meant.
      if county == nil { counties[known] = nil }
    } else {
      workplaces.append(codes)
      counties.append(county)
    }
  }

  /// The jurisdictions of each place that the ad ties the job to: its workplaces, those it may be done
  /// from at home, and those it reports to.
  public func chains(_ map: Jurisdictions) -> [[String]] {
    workplaces + reportsTo + (remote?.within ?? []).map(map.chain(from:))
  }

  /// Whether one of ``chains(_:)`` holds the jurisdiction `code`.
  func isTied(to code: String, _ map: Jurisdictions) -> Bool {
    chains(map).contains { $0.contains(code) }
  }
}
