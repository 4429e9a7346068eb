/// What the law asks about an employer before it says what an ad must hold.
public struct Employer: Hashable, Sendable {
  /// What kind of employer it is.
  public enum Kind: String, CaseIterable, Sendable {
    case `private`, `public`, agency
    case nonProfit = "non-profit"
    case tempAgency = "temp-agency"
  }
  /// How many people it employs, everywhere.
  public var employees: Int?
  public var kind: Kind?
  /// Places where it has offices: names, or codes such as `US-CO`.
  public var offices: [String]?
  /// Whether it works for a government under contract.
  public var contractor: Bool?

  public init(
    employees: Int? = nil, kind: Kind? = nil, offices: [String]? = nil, contractor: Bool? = nil
  ) {
    self.employees = employees
    self.kind = kind
    self.offices = offices
    self.contractor = contractor
  }

  /// This employer, with what `later` says of it instead.
  func changed(by later: Employer) -> Employer {
    Employer(
      employees: later.employees ?? employees, kind: later.kind ?? kind,
      offices: later.offices ?? offices, contractor: later.contractor ?? contractor)
  }
}
