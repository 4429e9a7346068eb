import Facts
import Testing

@Suite struct ContractTermTests {
  /// The kind, and the months if they are said.
  private func told(_ text: String) -> String {
    guard let term = ContractTerm(text.utf8) else { return "" }
    let months = term.months.map {
      " \(Int($0.lowerBound.rounded()))-\(Int($0.upperBound.rounded()))"
    }
    return term.kind.rawValue + (months ?? "")
  }

  @Test(arguments: [
    ("Permanent", "permanent"), ("perm", "permanent"), ("Permanent, full-time", "permanent"),
    ("open-ended contract", "permanent"), ("Direct hire", "permanent"),
    ("indefinite contract", "permanent"), ("ongoing position", "permanent"),
    ("Continuing full-time appointment", "permanent"), ("unbefristet", "permanent"),
    ("permanent contract after 6 months' probation", "permanent"),
    ("fixed term", "fixed-term"), ("12 month FTC", "fixed-term 12-12"),
    ("12-month fixed-term contract", "fixed-term 12-12"), ("one-year contract", "fixed-term 12-12"),
    ("6-9 months contract", "fixed-term 6-9"), ("Contract: six (6) months", "fixed-term 6-6"),
    ("Maternity cover (9 months)", "fixed-term 9-9"), ("Parental leave cover", "fixed-term"),
    ("specified purpose contract", "fixed-term"), ("maximum term contract", "fixed-term"),
    ("2 year fixed term", "fixed-term 24-24"), ("26 week assignment", "fixed-term 6-6"),
    ("Contract length: 18 months", "fixed-term 18-18"), ("limited-term contract", "fixed-term"),
    ("two-year secondment", "fixed-term 24-24"), ("annual contract", "fixed-term 12-12"),
    ("Temporary", "temporary"), ("temp role", "temporary"), ("interim position", "temporary"),
    ("locum", "temporary"), ("supply teacher", "temporary"), ("temp to perm", "temporary"),
    ("temporary to permanent, 3 months", "temporary 3-3"),
    ("casual worker", "casual"), ("Bank staff", "casual"), ("PRN", "casual"),
    ("per diem", "casual"), ("sessional tutor", "casual"), ("relief worker", "casual"),
    ("permanent part-time casual", "casual"),
    ("zero hours contract", "zero-hours"), ("zero-hour", "zero-hours"),
    ("if and when contract", "zero-hours"), ("0 hours contract", "zero-hours"),
    ("freelance", "contractor"), ("self-employed", "contractor"), ("1099", "contractor"),
    ("umbrella or PAYE", "contractor"), ("outside IR35", "contractor"),
    ("independent contractor", "contractor"), ("contract role", "contractor"),
    ("on a contract basis", "contractor"), ("ABN required", "contractor"),
    ("seasonal work", "seasonal"), ("Seasonal", "seasonal"),
    ("apprenticeship", "apprenticeship"), ("Apprentice, 18 months", "apprenticeship 18-18"),
    ("12-month internship", "internship 12-12"), ("placement year", "internship"),
    ("co-op term", "internship"), ("volunteer role", "voluntary"),
    ("unpaid internship", "internship"),
  ])
  func `reads how long and in what form one works`(text: String, expected: String) {
    #expect(told(text) == expected)
  }

  @Test(arguments: [
    "permanent or fixed-term", "non-permanent", "permanent residence", "temporary works designer",
    "temporary accommodation", "casual dining", "permanent Australian residents",
    "interim and annual reports", "seasonal menus", "contract catering",
    "contract law", "contracts manager", "bank account", "supply chain", "relief valve",
    "a 6 month probation", "internal", "term time", "ongoing training", "12 months experience",
    "unpaid leave", "volunteer manager", "apprentice assessor", "", "—", "9999999999999999 months",
  ])
  func `lets other words be`(text: String) {
    #expect(told(text) == "")
  }

  @Test(arguments: [
    ("permanent", "12 month contract", false), ("permanent", "temp role", false),
    ("permanent", "apprenticeship", true), ("permanent", "zero hours", true),
    ("12 month contract", "one-year contract", true), ("6 month FTC", "12 month FTC", false),
    ("6-12 month contract", "9 month contract", true), ("fixed term", "temporary", true),
    ("freelance", "permanent", false), ("permanent", "open-ended", true),
  ])
  func `knows which two exclude each other`(one: String, other: String, agrees: Bool) throws {
    let (one, other) = (
      try #require(ContractTerm(one.utf8)), try #require(ContractTerm(other.utf8))
    )
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }
}
