import AdModel
import Facts
import TestSupport
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
    ("Salary £**,*** per annum", ["pay £**,***"]), ("Start soon £££ *** now", []),
    ("£xx,xxx depending on experience", ["pay £xx,xxx"]),
    ("Salary: xxk", ["pay xxk"]),
    ("Starting pay is pound;****2,000", ["pay pound;****2,000"]),
    ("Sales Engineer ****  **** benefits package", ["pay ****", "pay ****"]),
    ("The rate is up to **** ph", ["pay ****"]),
    ("Salary: £____ a year", ["pay £____"]),
    ("for senior staff a salary (****k) is agreed", ["pay ****k"]),
    ("Basic of £4*,*** to £5*,*** a year", ["pay £4*,***", "pay £5*,***"]),
    ("Salary €3x,000 plus car", ["pay €3x,000"]),
    ("£26,xxx - £27,xxx", ["pay £26,xxx", "pay £27,xxx"]),
    ("Pay: $1X.XX an hour", ["pay $1X.XX"]),
    ("Salary: £3?k - £4?k", ["pay £3?k", "pay £4?k"]),
    ("Salary: 3x,xxx", ["pay 3x,xxx"]),
    ("A guarantee of £*,*** a month", ["pay £*,***"]),
    ("A sign-on bonus of $X,000", ["pay $X,000"]),
    ("a language bonus of *** PLN", ["pay ***"]),
    ("Package: R** 000 to R** 000", ["pay R**", "pay R**"]),
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
    ("Ring 0113 49X XXXX any day", ["phone 0113 49X XXXX"]),
    ("Call 0117 496 0*** (ext. 4)", ["phone 0117 496 0***"]),
    ("Speak to Mei, on 03 5*** **18", ["phone 03 5*** **18"]),
    ("Phone 082 *** **41", ["phone 082 *** **41"]),
    ("Ring Mo on 020 7946 0███.", ["phone 020 7946 0███"]),
    ("WhatsApp 98XXXXXX21", ["phone 98XXXXXX21"]),
    ("Text 208.xxx.xxxx", ["phone 208.xxx.xxxx"]),
    ("Call 251-555-01## now", ["phone 251-555-01##"]),
    ("Text BAKE to 07700 900 *", ["phone 07700 900 *"]),
    ("Call Jo: 07--- ------", ["phone 07--- ------"]),
    ("Phone Jo, +45 33 … …", ["phone +45 33 … …"]),
    ("1-800-XXX-CAKE", ["phone 1-800-XXX-CAKE"]),
    ("Tel: xxx-xxx-xxxx", ["phone xxx-xxx-xxxx"]),
    ("Contact number: 020 79** ****", ["phone 020 79** ****"]),
    ("Our number is 087 *** 4410.", ["phone 087 *** 4410"]),
    ("The office number: 01904 ███ 221", ["phone 01904 ███ 221"]),
    ("Job number 087 *** 4410", []),
    ("Code KR-#####", ["reference KR-#####"]),
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
    ("we grew by **% last year", "other **"),
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
    "Menus from £9.99*, drinks from $5* (*not at weekends)",
    "a 4x4 van, 10x growth and £2x returns",
    "Call 020 7946 0018* (*free from a mobile)",
    "Shifts 0900-1730, 5 days",
    "Tel 01 872 4455 *** new ***",
    "Call 1-800-555-0199 x123 or 555-0199 x12",
    "view_R_16409 and EXT_12",
    "Tokens such as acct_****_mask or `sk_live_****xyz` stay out of logs.",
  ])
  func `lets ornament, emphasis and code be`(text: String) {
    #expect(told(text) == [])
  }

  @Test func `time grows as a row of letters does`() {
    let growth = growth(of: 4_000) { count in
      #expect(told(String(repeating: "xxx ", count: count)) == [])
    }
    #expect(growth < linearGrowth)
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
