import AdModel
import Facts
import Testing

@Suite struct PayFaultTests {
  private func faults(_ ad: Ad) -> [PayFault.Kind] { PayFault.all(in: ad).map(\.kind) }

  @Test(arguments: [
    ("Salary £45,000 - £38,000", [PayFault.Kind.inverted]),
    ("$30-$22 per hour", [.inverted]),
    ("Salary: £25,000 - £60,000", [.wide]),
    ("$18 to $40 per hour", [.wide]),
    ("Pay: £450", [.missingPeriod]),
    ("Basic rate: £14.10 an hour. Your night rate is £16.10.", []),
    ("£13.70 an hour. A week A pays £438.40.", []),
    ("Tronc on top, typically £2,800 to £3,600 a year.", []),
    ("At $46.00 an hour, one eight-hour day pays $368 and one week pays $1,104.", []),
    ("It works out to $90,636 at step 1 and $103,194 at step 3.", []),
    ("Salary €2,100", [.missingPeriod]),
    ("Salary: 45,000 - 50,000", [.missingCurrency]),
    ("Salary £28,000 per hour", [.implausible]),
    ("Pays £12.60 per annum", [.implausible]),
    ("OTE £60,000", [.oteWithoutBase]),
    ("Salary £30,000 - £36,000 a year", []),
    ("£450 a week", []),
    ("Basic £30,000, OTE £60,000", []),
    ("Salary £32,000", []),
    ("35-38k, salary in pounds £35,000", []),
    ("Get paid courses, up to $600", []),
    ("Stop pay $25", []),
    ("OTE £60k+ (uncapped) – Basic: good", [.oteWithoutBase]),
    ("£250 per hour, CIS. The day rate is £220.", [.conflict]),
    ("£25 per hour. The day rate is £220.", []),
    ("£500 referral bonus for every friend", []),
  ])
  func `sees what the numbers show`(text: String, kinds: [PayFault.Kind]) {
    #expect(faults(Ad(text)) == kinds)
  }

  @Test func `knows what money is worth where prices are high`() {
    #expect(faults(Ad("Salary: JPY 6,000,000 per year")).isEmpty)
    #expect(faults(Ad("Salary: INR 900,000 per annum")).isEmpty)
    #expect(faults(Ad("Bruttobér: HUF 650,000 per month")).isEmpty)
    #expect(faults(Ad("Månadslön 38 000 kr")).isEmpty)
  }

  @Test func `takes the currency from the country`() {
    #expect(faults(Ad("Salary: 45,000 - 50,000", location: "Leeds, England")).isEmpty)
    #expect(faults(Ad("We hire.", location: "US, TX, Austin", salary: "45000-50000")).isEmpty)
  }

  @Test func `calls a structured range from nothing wide`() {
    #expect(faults(Ad("We hire.", location: "US, TX, Austin", salary: "0-50000")) == [.wide])
  }

  @Test(arguments: [
    ("Baker, £31,000", "", "Salary: £26,500 a year.", true),
    ("Baker", "52000 - 58000", "The salary is $61,000 to $66,000 a year.", true),
    ("Baker, $25/hr", "", "Pay: $19.50 per hour", true),
    ("Baker, €45k", "€38,000", "You bake.", true),
    ("Baker", "£11 - £12", "The rate of pay is £13.60 an hour.", true),
    ("Baker", "£34", "The rate of pay is £13.60 an hour.", false),
    ("Baker, £31,000", "", "Salary: £30,000 to £32,000 a year.", false),
    ("Baker, up to £40k", "", "Salary: £38,500 a year", false),
    ("Baker", "30000", "Pay: £15.38 an hour", false),
    ("Baker", "£30,000", "Base salary £25,000, OTE £45,000", false),
    ("Baker", "£30,000", "Salary: £18,000 pro rata", false),
    ("Baker, £29,950", "", "Salary: £30k", false),
    ("Baker, £31,000", "", "Salary: £26,500, then salary £31,000 after a year.", false),
  ])
  func `compares the pay of the title and of the field with that of the text`(
    title: String, salary: String, text: String, isConflict: Bool
  ) {
    #expect(faults(Ad(text, title: title, salary: salary)).contains(.conflict) == isConflict)
  }
}
