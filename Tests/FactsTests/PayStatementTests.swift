import AdModel
import Facts
import Testing

@Suite struct PayStatementTests {
  /// What a test says of a statement: kind, amounts, currency, period.
  private func told(_ ad: Ad) -> [String] {
    PayStatement.all(in: ad).map { statement in
      let low = Int(statement.minimum)
      let high = Int(statement.maximum)
      let amount =
        switch statement.bounds {
        case .exact: "\(low)"
        case .range: "\(low)-\(high)"
        case .from: "from \(low)"
        case .upTo: "up to \(high)"
        }
      let currency = statement.statesCurrency ? statement.currency!.rawValue : "?"
      return "\(statement.kind.rawValue) \(amount) \(currency) \(statement.period?.rawValue ?? "?")"
    }
  }

  @Test(arguments: [
    ("Salary £30,000 to £35,000 per annum", "salary 30000-35000 GBP year"),
    ("Salary: £30,000 - £35,000", "salary 30000-35000 GBP ?"),
    ("Salary £28k–£32k + benefits", "salary 28000-32000 GBP ?"),
    ("£25-30k plus bonus, depending on experience", "salary 25000-30000 GBP ?"),
    ("The post pays between £12.60 and £13.15 an hour.", "salary 12-13 GBP hour"),
    ("Rate of pay: £11.44ph", "salary 11 GBP hour"),
    ("£250 per day, outside IR35", "salary 250 GBP day"),
    ("Up to £45,000 p.a. for the right person", "salary up to 45000 GBP year"),
    ("Salary from £26,500", "salary from 26500 GBP ?"),
    ("A salary of circa £60,000 is offered.", "salary 60000 GBP ?"),
    ("£2,400 pcm", "salary 2400 GBP month"), ("£900 p.m.", "salary 900 GBP month"),
    ("The deal\n\n£24,000 a year\nFree meals", "salary 24000 GBP year"),
    ("Basic £24,000, OTE £45,000", "base 24000 GBP ?"),
    ("We pay £85 per session.", "fee 85 GBP piece"),
    ("Wage: £480 p/w", "salary 480 GBP week"),
    ("Starting on £11.90 p/h rising after training", "salary from 11 GBP hour"),
    ("We pay no less than £11.90 an hour.", "salary from 11 GBP hour"),
    ("Pay: £11.90/hour minimum", "salary from 11 GBP hour"),
    ("Pay begins at £11.90 an hour.", "salary from 11 GBP hour"),
    ("Pay: £11.90/hr to start", "salary from 11 GBP hour"),
    ("Pay: £11.90/hr to start at once", "salary 11 GBP hour"),
    ("A salary in excess of £70,000", "salary from 70000 GBP ?"),
    ("You can earn as much as £450 a week", "salary up to 450 GBP week"),
    ("Salary not to exceed £38,000", "salary up to 38000 GBP ?"),
    ("Pay: £48,000 to £52,000 base, annual bonus", "base 48000-52000 GBP ?"),
    ("We pay the £600 for the course.\nPay: £14 an hour", "salary 14 GBP hour"),
    ("Pay tops out at £14 an hour", "salary up to 14 GBP hour"),
    ("Pay: £11.90/hour, minimum 2 years' experience", "salary 11 GBP hour"),
    ("Salary: pound;32,000 per annum", "salary 32000 GBP year"),
    ("£38,000 pro rata for 22 hours", "salary 38000 GBP ?"),
    ("$9.50 an hour plus tips", "salary 9 USD hour"),
  ])
  func `reads British pay`(text: String, first: String) {
    #expect(told(Ad(text)).first == first)
  }

  @Test(arguments: [
    ("Retribuzione iniziale 1.850 € lordi/mese", "salary 1850 EUR month"),
    ("7,20 EUR/stundā", "salary 7 EUR hour"),
    ("Salaire : 13 € brut de l’heure", "salary 13 EUR hour"),
    ("Salaire : 12,50 € l'heure", "salary 12 EUR hour"),
    ("Paga: 11 € lordi all'ora", "salary 11 EUR hour"),
    ("The pay is R31 an hour.", "salary 31 ZAR hour"),
    ("Pay: R18 500 - R21 000 per month", "salary 18500-21000 ZAR month"),
    ("Salary range: $67,00 - $71,500", "salary 67000-71500 USD ?"),
    ("8,10 €/hod.", "salary 8 EUR hour"),
    ("1 500–1 800 EUR bruto mēnesī", "salary 1500-1800 EUR month"),
    ("Atlyginimas 2 400 € bruto/mėn.", "salary 2400 EUR month"),
    ("Wynagrodzenie 8 000–9 500 zł brutto", "salary 8000-9500 PLN ?"),
    ("Sueldo 1.900 € brutos al mes", "salary 1900 EUR month"),
    ("S$7,200–S$8,000", "salary 7200-8000 SGD ?"),
    ("R28 000 - R33 000 salary", "salary 28000-33000 ZAR ?"),
    ("Widełki: 9–11 tys. zł", "salary 9000-11000 PLN ?"),
    ("£20,000, 45 hours a week", "salary 20000 GBP ?"),
  ])
  func `reads pay in other languages and alone`(text: String, first: String) {
    #expect(told(Ad(text)).first == first)
  }

  @Test(arguments: [
    ("This role pays $18/hr.", "salary 18 USD hour"),
    ("$22.50 - $25.59/hour", "salary 22-25 USD hour"),
    ("Pay Range: USD $12.00 - USD $19.00 /Hr.", "salary 12-19 USD hour"),
    ("The annual base salary is $120,000 to $145,000.", "base 120000-145000 USD year"),
    ("Comp: $110K-$130K base + equity", "base 110000-130000 USD ?"),
    ("Earn $80-$130,000/yr", "salary 80000-130000 USD year"),
    ("Pay is $60,000-$80,000 CAD annually.", "salary 60000-80000 CAD year"),
    ("A$95,000 package including super", "salary 95000 AUD ?"),
    ("USD 50,000 per year", "salary 50000 USD year"),
    ("$14- $18hr, full benefits", "salary 14-18 USD hour"),
    ("Our drivers make $1,500 weekly.", "salary 1500 USD week"),
    ("This position is $35 per teaching hour.", "salary 35 USD hour"),
    ("$45k-$67k per year (entry level)", "salary 45000-67000 USD year"),
    ("Compensation: $2,000 a month", "salary 2000 USD month"),
    ("Salary: $100k+", "salary from 100000 USD ?"),
    ("$64,000 (min) to $71,000 (max)", "salary 64000-71000 USD ?"),
    ("Minimum: $64,000. Maximum: $71,000.", "salary from 64000 USD ?"),
    ("Hourly: 24–29 USD", "salary 24-29 USD hour"),
    ("$21 and up per hour", "salary from 21 USD hour"),
    ("We pay 58 cents per mile.", "fee 0 USD piece"),
    ("$58,200 / $60,100 by step", "salary 58200-60100 USD ?"),
    ("$15.00 an hour – 40 hours a week", "salary 15 USD hour"),
  ])
  func `reads American, Canadian and Australian pay`(text: String, first: String) {
    #expect(told(Ad(text)).first == first)
  }

  @Test(arguments: [
    ("Salary €48k–55k", "salary 48000-55000 EUR ?"),
    ("Gehalt: 48.000 € brutto pro Jahr", "salary 48000 EUR year"),
    ("Jahresgehalt zwischen 52.000 und 60.000 EUR", "salary 52000-60000 EUR year"),
    ("Salaire : 48 à 55 k€ brut annuel", "salary 48000-55000 EUR year"),
    ("Rémunération : 42K à 48K €", "salary 42000-48000 EUR ?"),
    ("€ 3.712,- tot € 5.303,- bruto", "salary 3712-5303 EUR ?"),
    ("Salary: €2,000 – €2,600 gross per month", "salary 2000-2600 EUR month"),
    ("Månadslön: 32 500 kr", "salary 32500 SEK month"),
    ("Salary CHF 95'000 per year", "salary 95000 CHF year"),
    ("€15.20 an hour", "salary 15 EUR hour"),
    ("Salary of €61,000 gross per year", "salary 61000 EUR year"),
    ("₹95,000–1,15,000 per month", "salary 95000-115000 INR month"),
    ("Salary: Rs 3,00,000 per annum", "salary 300000 INR year"),
    ("12-15 LPA", "salary 1200000-1500000 ? year"),
    ("Paid in rupees: INR 600,000 per annum", "salary 600000 INR year"),
  ])
  func `reads European and Indian pay`(text: String, first: String) {
    #expect(told(Ad(text)).first == first)
  }

  @Test(arguments: [
    ("Pay: KSh80,000 - 95,000 monthly", "salary 80000-95000 KES month"),
    ("Pay: Ksh. 80,000 a month", "salary 80000 KES month"),
    ("₦250,000 per month", "salary 250000 NGN month"),
    ("Salary: N250,000 monthly", "salary 250000 NGN month"),
    ("GH₵4,500 a month", "salary 4500 GHS month"), ("GH¢ 4,500 a month", "salary 4500 GHS month"),
    ("UGX 1.8m per month", "salary 1800000 UGX month"),
    ("TSh 1,200,000 a month", "salary 1200000 TZS month"),
    ("Salary: RM4,500 - RM5,500", "salary 4500-5500 MYR ?"),
    ("Salary: P35,000 per month", "salary 35000 PHP month"),
    ("Rp 8.000.000 per month", "salary 8000000 IDR month"),
    ("20 million VND per month", "salary 20000000 VND month"),
    ("฿45,000 per month", "salary 45000 THB month"),
    ("Tk. 45,000 monthly", "salary 45000 BDT month"),
    ("SAR 9,000 per month", "salary 9000 SAR month"),
    ("Dhs 9,000 a month", "salary 9000 AED month"),
    ("OMR 450 per month", "salary 450 OMR month"),
    ("NT$45,000 per month", "salary 45000 TWD month"),
    ("15,000 RMB per month", "salary 15000 CNY month"),
    ("45.000 TL per month", "salary 45000 TRY month"),
    ("45 000 Kč per month", "salary 45000 CZK month"),
    ("600 000 Ft per month", "salary 600000 HUF month"),
    ("7.000 lei per month", "salary 7000 RON month"),
    ("15,000 NIS a month", "salary 15000 ILS month"),
    ("E£18,000 per month", "salary 18000 EGP month"),
  ])
  func `reads pay in other parts of the world`(text: String, first: String) {
    #expect(told(Ad(text)).first == first)
  }

  @Test(arguments: [
    ("Rs. 90,000 per month", "PK", Currency.pkr), ("Rs. 90,000 per month", "IN", .inr),
    ("¥15,000 per month", "CN", .cny), ("¥250,000 per month", "JP", .jpy),
    ("450,000 kr per month", "IS", .isk),
  ])
  func `takes a sign that countries share for that of the ad's`(
    text: String, country: String, currency: Currency
  ) {
    let ad = Ad(text)
    let found = PayStatement.all(
      in: ad, landmarks: Landmarks(of: ad), home: Currency(country: country))
    #expect(found.map(\.currency) == [currency])
  }

  @Test(arguments: [
    "You work in room RM 512.", "Route N25 runs every day.", "Ward P3 is open all week.",
    "The lorry is 30 Ft long, and we need it a month.", "You try 5,000 loaves a year.",
    "Bus N250 leaves each hour.", "We won 25,000 customers in a year.",
    "A hall of 12,000 ft a year old.", "We move money for 4,000 small shops.",
  ])
  func `takes no shorts for currencies where no money stands`(text: String) {
    #expect(told(Ad(text)).filter { !$0.contains("?") || $0.contains("salary") } == [])
  }

  @Test(arguments: [
    ("Salary: 45,000 - 50,000", "salary 45000-50000 ? ?"),
    ("OTE 60k uncapped", "ote 60000 ? ?"),
    ("Salary 119k, full time", "salary 119000 ? ?"),
    ("Rate 15.50 per hour", "salary 15 ? hour"),
    ("Basic up to 28,000", "base up to 28000 ? ?"),
    ("Pays 9.25 per hour", "salary 9 ? hour"),
    ("Salary: 15-19\nDepartment: admin", "salary 15-19 ? ?"),
  ])
  func `reads labelled pay that lost its currency`(text: String, first: String) {
    #expect(told(Ad(text)).first == first)
  }

  @Test(arguments: [
    ("55000-68000", "salary 55000-68000"), ("0-50000", "salary 0-50000"),
    ("15-19", "salary 15-19"), ("£24,000 a year", "salary 24000"), ("48 à 55 €", "salary 48-55"),
  ])
  func `takes a figure in a structured field as pay`(salary: String, told: String) {
    let found = self.told(Ad("We need a clerk.", salary: salary))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(told) == true)
  }

  @Test(arguments: [
    "We have a turnover of £12,000,000 and growing.",
    "You will manage a budget of £250,000.",
    "Last deal\n\n£250,000 for a new school",
    "The company raised a $40M Series B last year.",
    "Benefits include a 401(k) and 401k match.",
    "Assets under management exceed $2 billion.",
    "You will close £50,000-£100,000 deals.",
    "We saved our customers over £45m.",
    "Projects with a value of £500,000 and above.",
    "We donated £20,000 to local causes.",
    "Professional indemnity insurance of £1,000,000 is provided.",
    "Hours are 9.00 - 17.00, 37.5 hours per week.",
    "Call 020 7946 0018 for a chat.",
    "We welcome 25,000 visitors a year.",
    "You make 50 calls per day and 300 a week.",
    "Founded in 1998, we now have 1,200 staff in 30 countries.",
    "Competitive salary. 25 days holiday and 5% pension.",
    "Salary: Grade 7, spine point 23",
    "A salary review in 2026 and 33 days' leave",
    "Lifting up to 40 pounds is part of the job.",
    "Salary: Not stated",
    "Staff rooms at €70 a week",
    "Housing is available at $350 a month.",
    "You pay $350 a month for a room.",
    "Rents start at £112 a week.",
    "Care fees from £1,200 per week.",
    "Our fees start at £1,450 a week.",
    "Residents pay £1,300 per week.",
    "Plans cost $79, $149 or $299 a month.",
    "Our plans are $79, $149 or $299 a month.",
    "Memberships start at £35 a month.",
    "Ticket buyers pay $12 an hour.",
    "Visitors to the mill pay £14 an hour.",
    "You are on call one week in six, $400 a week extra.",
    "You get £60 a week more for standby.",
    "An additional £1.75 an hour after ten at night.",
    "Night premium $1.75/hour.",
    "A weekend differential of £2 an hour is paid.",
    "Recommend a friend and earn £300.",
    "Introduce a driver and we pay you £450.",
    "We pay £500 when your friend joins.",
    "Know a baker? Earn £400 if we hire them.",
    "We charge £40 an hour.",
    "Rooms from £90 per night",
    "The bus fare is £4 a day.",
    "Our tills take between £2,000 and £9,000 a day.",
    "People give gifts of between £500 and £40,000.",
    "We pay your £62 DBS fee.",
    "Relocation package: PLN 5 000",
    "Salary packaging of up to $15,900 a year",
    "Pay £3,0000",
    "Salary: 2021-12-25 00:00:00",
    "Salary: 0-0",
    "Salary: **** to ****",
    "Basic of £4*,*** to £5*,***",
    "Salary €3x,000",
    "Pay: $1X.XX an hour",
    "Salary $X,000",
    "Pay: €5B,210 a year",
    "",
  ])
  func `lets other money and numbers be`(text: String) {
    #expect(PayStatement.all(in: Ad(text)).allSatisfy { !$0.kind.isPay })
  }

  @Test(arguments: [
    ("A £500 referral bonus if a friend joins.", "bonus"),
    ("$5,000 sign-on bonus", "bonus"),
    ("Car allowance of £4,800", "allowance"),
    ("$1,000 annual professional development stipend", "allowance"),
    ("€150 monthly wellbeing budget", "allowance"),
    ("Average commission of £1,200", "commission"),
    ("OTE of £70,000 in year one", "ote"),
    ("On-target earnings: $90k OTE", "ote"),
  ])
  func `tells bonus, allowance, commission and targets from pay`(text: String, kind: String) {
    #expect(PayStatement.all(in: Ad(text)).first?.kind.rawValue == kind)
  }

  @Test(arguments: [
    "The compensation plan is $31 an hour.",
    "For visitors at the gate we pay £14 an hour.",
    "£14 an hour, extra for nights.",
    "Pay is £14 an hour extra holidays after a year.",
    "Premium rate: £19 an hour",
    "Earn £300 a day.",
    "You serve guests. Pay £14 an hour.",
  ])
  func `keeps pay beside words of prices and extras`(text: String) {
    #expect(PayStatement.all(in: Ad(text)).first?.kind.isPay == true)
  }

  @Test func `takes leave in a field for pay to be no pay`() {
    for field in ["€34,000, 30 calendar days' leave", "€34,000; 25 working days of leave"] {
      let statements = PayStatement.all(in: Ad("You file.", salary: field))
      #expect(statements.map(\.maximum) == [34_000], "\(field)")
    }
  }

  @Test func `keeps a job title apart from the money of business`() {
    for title in [
      "Business Development Manager, £40,000", "Cost Accountant - £45k", "Budget Analyst £38,000",
      "Insurance Broker £30k - £35k", "Project Manager £500 per day",
    ] {
      #expect(PayStatement.all(in: Ad("Apply now.", title: title)).count == 1, "\(title)")
    }
  }

  @Test func `gives the amounts of a list one period`() {
    let statements = PayStatement.all(in: Ad("£13.40 per hour days, £14.10 nights"))
    #expect(statements.map(\.period) == [.hour, .hour])
  }

  @Test func `points at the amount and at the whole statement`() {
    let ad = Ad("Pay is up to £14.20 per hour plus tips.")
    let statement = PayStatement.all(in: ad).first
    #expect(statement.map { ad.text(at: $0.amount) } == "£14.20")
    #expect(statement.map { ad.text(at: $0.place) } == "Pay is up to £14.20 per hour")
  }

  @Test func `takes the dollar to be that of the country`() {
    let pay = { (location: String) in
      PayStatement.all(in: Ad("Pays $30 an hour.", location: location)).first?.currency
    }
    #expect(pay("CA, ON, Toronto") == .cad)
    #expect(pay("Sydney, Australia") == .aud)
    #expect(pay("Austin, Texas") == .usd)
  }

  @Test func `says when pay is approximate, shared or labelled`() {
    let statement = PayStatement.all(in: Ad("Salary circa £32,000 pro rata")).first
    #expect(statement?.isApproximate == true)
    #expect(statement?.isProRata == true)
    let share = PayStatement.all(in: Ad("At three days (0.6), pro rata: $47,400–$58,800")).first
    #expect(share?.isProRata == true)
    #expect(statement?.isLabelled == true)
  }
}
