/// What a word beside a figure, mask, address or date can mean for it.
struct Roles: OptionSet {
  let rawValue: UInt64

  /// Names pay and little else: salary, wage, OTE.
  static let pay = Roles(rawValue: 1 << 0)
  /// Often names pay: rate, basic, earn, package.
  static let payish = Roles(rawValue: 1 << 1)
  /// Names money that is not pay: turnover, budget, loan.
  static let business = Roles(rawValue: 1 << 2)
  static let allowance = Roles(rawValue: 1 << 3)
  static let bonus = Roles(rawValue: 1 << 4)
  static let commission = Roles(rawValue: 1 << 5)
  static let base = Roles(rawValue: 1 << 6)
  static let ote = Roles(rawValue: 1 << 7)
  /// May stand between a label and its figure: “salary of up to circa”.
  static let filler = Roles(rawValue: 1 << 8)
  /// Ends with a dot that ends no sentence.
  static let abbreviation = Roles(rawValue: 1 << 9)
  /// Follows pay: plus, benefits, DOE, negotiable, gross.
  static let afterPay = Roles(rawValue: 1 << 10)
  /// Counted things: hours, people, beds.
  static let counted = Roles(rawValue: 1 << 11)
  /// Asks for a call, or names a phone.
  static let phone = Roles(rawValue: 1 << 12)
  static let email = Roles(rawValue: 1 << 13)
  static let reference = Roles(rawValue: 1 << 14)
  static let month = Roles(rawValue: 1 << 15)
  static let weekday = Roles(rawValue: 1 << 16)
  static let closing = Roles(rawValue: 1 << 17)
  static let start = Roles(rawValue: 1 << 18)
  static let interview = Roles(rawValue: 1 << 19)
  static let posted = Roles(rawValue: 1 << 20)
  /// Sends something to an address: send, submit, forward, CV.
  static let send = Roles(rawValue: 1 << 21)
  static let apply = Roles(rawValue: 1 << 22)
  /// Leads to a web page: visit, website, via.
  static let visit = Roles(rawValue: 1 << 23)
  /// Stands right before an address: to, at, on.
  static let preposition = Roles(rawValue: 1 << 24)
  static let hotel = Roles(rawValue: 1 << 25)
  /// Law, act, version: what a masked year or number follows.
  static let dated = Roles(rawValue: 1 << 26)
  static let unpaid = Roles(rawValue: 1 << 27)
  static let contact = Roles(rawValue: 1 << 28)
  static let proRata = Roles(rawValue: 1 << 29)
  /// A fixed share of a currency or of time that may stand before a period: gross, net, base.
  static let beforePeriod = Roles(rawValue: 1 << 30)

  /// What the word of `key` can mean.
  static func of(_ key: UInt64) -> Roles { Roles(rawValue: table[key]) }

  private static let table = WordTable(words.map { ($0.1, $0.0.rawValue) })

  private static let words: [(Roles, String)] = [
    (
      .pay,
      """
      salary salaries wage wages remuneration compensation ote payrate salaire rémunération
      gehalt jahresgehalt vergütung bruttogehalt lohn lön månadslön timlön årslön grundlön bruttolön
      monatsgehalt stundenlohn salaris brutosalaris maandsalaris uurloon salario sueldo
      entgelt mindestentgelt mindestgehalt jahresbruttogehalt bruttojahresgehalt entlohnung retribución retribuzione
      stipendio ral widełki wynagrodzenie pensja mzda plat atlyginimas atalgojums alga
      """
    ),
    (
      .payish,
      """
      pay paying pays paid stipend rate rates basic base package earn earns earning earnings income payment
      hiring grundgehalt verdienst circa salarial making wagerate money
      """
    ),
    (
      .business,
      """
      turnover revenue revenues budget budgets budgetary funding funds funded raise raised raising series
      aum assets valuation valued value worth portfolio portfolios deal deals contracts projects targets
      quota loans savings saving saved save donation donations donate indemnity discount discounts
      voucher vouchers prize prizes prices priced cost costs costing deposit invest invested investments
      investing spend spending profit profits sold purchases liability transactions transaction orders
      grants fortune umsatz financement capex opex billion million fine penalty limit spends turning
      ebitda invoices debts customers clients users industry endowment insurance cover loan visa price
      subscription raising generated generate processed managing acquisition equity revenue
      """
    ),
    (
      .allowance,
      """
      allowance allowances reimbursement reimbursements reimbursed tuition mileage wellness wellbeing
      relocation contribution contributions subsidy perk perks stipend stipends living expenses gift credit
      bursary training learning boots footwear workwear housing lunch gym equipment pension matching match
      scheme development cpd voucher vouchers annually-budget laptop trivago cashback weiterbildungsbudget
      """
    ),
    (
      .bonus,
      """
      bonus bonuses bonues referral referrals refer referred incentive incentives sign signing retention
      hello reward rewards variable prämie prime primes
      """
    ),
    (.commission, "commission commissions provision"),
    (.base, "basic base grundgehalt fixed fixe basis"),
    (.ote, "ote target earnings"),
    (
      .filler,
      """
      of is at to the a an from up upto circa c ca approx approximately around about between and in
      range ranges ranging starting currently will be for this role position based competitive
      excellent negotiable level guaranteed minimum maximum max min expected estimated annual yearly
      hourly daily weekly monthly ote base basic salary pay rate band on are de à von bis ab zwischen entre mellan tussen gross
      brutto net per hour day week month year annum fee ca excess exceeding than more over least nearly almost
      exceeds approx region potential pay total average averaged averages typically
      è di es
      """
    ),
    (
      .abbreviation,
      "c ca circa approx min max incl inc est ext tel no nr ref vs etc eg ie p pa ph bzw st mr mrs ms dr"
    ),
    (
      .afterPay,
      """
      plus benefits bonus package doe dep depending dependent dependant negotiable neg gross net basic
      base salary ote brutto bruto brut netto commission dependable according experience starting fte car
      pension guaranteed uncapped pro rising lordi lordo brutos bruts
      """
    ),
    (
      .counted,
      """
      hours hour hrs hr days day weeks week months month years year yrs people staff employees beds bed
      clients customers calls users colleagues members stores sites countries offices residents
      patients children pupils students candidates vehicles units miles minutes percent strong
      teams team locations properties homes branches apartments points times nights shifts weekends
      professionals individuals vacancies positions companies businesses
      wte births procedures appointments attendances emergency outpatient which procedure bedded
      bedroom consultants engineers developers adults drivers jahre stunden tage ans heures pagas
      mensualidades mensilità
      """
    ),
    (
      .phone,
      """
      call calling tel telephone phone mobile mob ddi fax ring ringing telefon téléphone whatsapp text
      dial freephone landline cell teléfono telefonnummer
      """
    ),
    (
      .email,
      "email emails mail emailing emailed courriel mailto mejla mejlas mejl maila mailar mailas epost"
    ),
    (
      .reference,
      """
      ref reference quote quoting references refno vacancyref jobref referenz référence number code id
      no requisition req
      """
    ),
    (.month, DateNames.months.joined(separator: " ")),
    (.weekday, DateNames.weekdays.joined(separator: " ")),
    (
      .closing,
      """
      closing closes close deadline expires expire expiry bewerbungsschluss bewerbungsfrist limite límite
      sluitingsdatum
      """
    ),
    (
      .start,
      """
      start starts starting kickoff kick commence commences commencing begin begins beginning eintritt
      eintrittstermin eintrittsdatum startdatum indiensttreding incorporación
      """
    ),
    (.interview, "interview interviews interviewing assessment vorstellungsgespräche entretiens"),
    (.posted, "posted posting published advertised listed veröffentlicht publiée"),
    (
      .send,
      """
      send sent sending submit submitting forward forwarding cv cvs resume resumes résumé résumés
      vitae application applications letter details bewerbung lebenslauf skicka skickas skickar ansökan
      envía envíe enviar stuur
      """
    ),
    (
      .apply,
      """
      apply applying application applications applicants interested candidature candidatures postulez
      bewerben solliciteer solliciteren sollicitaties reageer reageren postula postule solicitudes
      """
    ),
    (.visit, "visit website web site online via through click link see page www url at portal"),
    (.preposition, "to at on via or address an à and till på"),
    (
      .hotel,
      "hotel hotels star stars resort inn restaurant restaurants spa luxury property rosette rated"
    ),
    (
      .dated,
      """
      act regulations since founded established version windows office server standard iso
      """
    ),
    (.unpaid, "unpaid voluntary volunteer volunteering volunteers"),
    (.contact, "contact contacting speak write enquiries"),
    (.proRata, "prorata rata prorated fte"),
    (
      .beforePeriod,
      """
      gross net brutto bruto netto brut lordi lordo brutos bruts basic base salary usd gbp eur cad aud nzd chf sek pro rata ote teaching
      euros euro pounds dollars contact earnings package guaranteed income extra depending
      """
    ),
  ]
}

/// A small map from keys of words to bits: open addressing, no hashing beyond the key itself.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt64]
  private let mask: Int

  /// A map of each blank-separated word to the bits given with it, joined.
  init(_ entries: [(String, UInt64)]) {
    let words = entries.flatMap { entry in
      entry.0.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { (Word.key($0), entry.1) }
    }
    var size = 16
    while size < words.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
    for (key, bits) in words {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] |= bits
    }
  }

  /// The bits of the word of `key`, or 0.
  subscript(key: UInt64) -> UInt64 {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : 0
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
