import AdModel
import Facts
import Testing

@Suite struct MaskTests {
  private func told(_ text: String) -> [String] {
    let ad = Ad(text)
    return Mask.all(in: ad).map { "\($0.kind.rawValue) \(ad.text(at: $0.place))" }
  }

  @Test(arguments: [
    ("Salary: ****k plus car", ["pay ****k"]),
    ("a basic salary of **** with an OTE of ****k", ["pay ****", "pay ****k"]),
    ("paying between **** and **** an hour", ["pay ****", "pay ****"]),
    ("Salary £**,*** per annum", ["pay £**,***"]),
    ("£xx,xxx depending on experience", ["pay £xx,xxx"]),
    ("Salary: xxk", ["pay xxk"]),
    ("Starting pay is pound;****2,000", ["pay pound;****2,000"]),
    ("Sales Engineer ****  **** benefits package", ["pay ****", "pay ****"]),
    ("The rate is up to **** ph", ["pay ****"]),
    ("Salary: £____ a year", ["pay £____"]),
    ("for senior staff a salary (****k) is agreed", ["pay ****k"]),
    ("Salary\n****", ["pay ****"]),
  ])
  func `sees masked pay`(text: String, masks: [String]) {
    #expect(told(text) == masks)
  }

  @Test(arguments: [
    ("Please call Jo on **** **** **** today", ["phone **** **** ****"]),
    ("Tel: ***** ******", ["phone ***** ******"]),
    ("call Ann on **** (0)**** ****", ["phone **** (0)**** ****"]),
    ("Ring 0207 XXX XXXX", ["phone XXX XXXX"]),
    ("email j****@acme.com", ["email j****@acme.com"]),
    ("Send your CV to ****", ["email ****"]),
    ("Ansökan mejlas till: ****", ["email ****"]),
    ("see www.acme.com/jobs/view_****", ["url www.acme.com/jobs/view_****"]),
    ("quote reference PG****", ["reference PG****"]),
    ("Job ID: ****", ["reference ****"]),
    ("our yard at NN5 ****JB", ["postcode ****JB"]),
    ("contact our branch on N/A for details", ["phone N/A"]),
    ("visit our site (url removed) for more", ["url (url removed)"]),
    ("send it to [email protected]", ["email [email protected]"]),
    ("or call Sam on (Apply online only) today", ["phone (Apply online only)"]),
  ])
  func `sees masked contacts`(text: String, masks: [String]) {
    #expect(told(text) == masks)
  }

  @Test(arguments: [
    ("a team of 5 or **** people", "count ****"),
    ("work **** hours a week", "count ****"),
    ("Carry out ****'s with each member", "other ****'s"),
    ("a 2:**** degree or better", "date 2:****"),
    ("knows IPv**** well, and more", "count IPv****"),
    ("Health and Safety at Work Act ****", "date ****"),
    ("a turnover of £****m last year", "other ****m"),
    ("**** % of your time is travel", "count ****"),
  ])
  func `sees other masked values`(text: String, mask: String) {
    #expect(told(text).count == 1)
    #expect(told(text).first?.hasSuffix(String(mask.split(separator: " ").last!)) == true)
    #expect(Mask.all(in: Ad(text)).allSatisfy { $0.kind != .pay })
  }

  @Test(arguments: [
    "This is **bold** and ***very bold*** text.",
    "****\nNew section",
    "* one\n* two\n** three",
    "Rated 5***** by our guests",
    "a 4 **** hotel in Bath",
    "the ****hotel on the hill",
    "We write C# and F# and C++.",
    "### Duties\n#### More",
    "Name: great_expectations and __init__ files",
    "Price is £9.99* *terms apply",
    "*** NO EXPERIENCE NEEDED ***",
    "****URGENT****",
    "Sizes from XS to XXL, Super Bowl XXX",
    "the match (2 * 3) ** 4",
    "Apply online only, please.",
    "Overtime: N/A",
    "--- ___ ---\n_______________",
    "• one • two • three",
  ])
  func `lets ornament, emphasis and code be`(text: String) {
    #expect(told(text) == [])
  }

  @Test func `marks the placeholders of data sets`() {
    let masks = Mask.all(in: Ad("Write to #EMAIL_1f3a# or see #URL_99# or #PHONE_0a#."))
    #expect(masks.map(\.kind) == [.email, .url, .phone])
    #expect(!masks.contains { !$0.isPlaceholder })
  }

  @Test func `takes a masked salary field for pay`() {
    #expect(Mask.all(in: Ad("Apply.", salary: "****")).map(\.kind) == [.pay])
  }
}
