internal import Law

extension Employer {
  /// This employer, with what `later` says of it instead.
  func changed(by later: Employer) -> Employer {
    Employer(
      employees: later.employees ?? employees,
      kinds: later.kinds.isEmpty ? kinds.subtracting(later.isNot) : later.kinds,
      isNot: later.isNot.isEmpty ? isNot.subtracting(later.kinds) : later.isNot,
      offices: later.offices.isEmpty ? offices : later.offices)
  }
}
