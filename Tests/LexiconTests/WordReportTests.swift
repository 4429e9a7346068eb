import AdModel
import Lexicon
import Testing

@Suite struct WordReportTests {
  @Test(arguments: [
    ("You join a prestigeous firm.", ["misspelling: prestigeous → prestigious"]),
    ("Experiance of night work helps.", ["misspelling: Experiance → Experience"]),
    ("Our Managemant of the ovens is new.", ["misspelling: Managemant → Management"]),
    ("OUR COMPETANCIES ARE FEW AND CLEAR", ["misspelling: COMPETANCIES → COMPETENCIES"]),
    ("A wellrecognised brand in the north.", ["lost-hyphen: wellrecognised → well-recognised"]),
    ("A wellcoming place in the north.", ["misspelling: wellcoming → welcoming"]),
    ("We bake for the cityand the coast.", ["run-together: cityand → city and"]),
    ("You bring skills.You like bread.", ["missing-space: skills.You → skills. You"]),
    (
      "You plan the releaseResolve what breaks.", ["run-together: releaseResolve → release Resolve"]
    ),
    ("There is room for growth)Annual leave is long.", ["missing-space: )Annual → ) Annual"]),
    ("You have 10+Education in art.", ["missing-space: 0+Education → 0+ Education"]),
    (
      "Our list of Qualifications6+ years in bread.",
      ["missing-space: Qualifications6 → Qualifications 6"]
    ),
    ("We work with with the best growers.", ["doubled: with with → with"]),
    (
      "We don t ask for the children s plates.",
      ["lost-apostrophe: don t → don't", "lost-apostrophe: children s → children's"]
    ),
    (
      "You take the deliverys and stack the companys loaves.",
      ["misspelling: deliverys → deliveries", "lost-apostrophe: companys → company's"]
    ),
    ("The centre of the colour trade and its labor.", ["mixed-variants: labor → "]),
    ("Health & Saftey is what we live by.", ["misspelling: Saftey → Safety"]),
    ("Hand it in befor the end of the day.", ["misspelling: befor → before"]),
    ("You have bank holidays,a pension and a van.", ["missing-space: holidays,a → holidays, a"]),
    ("Analyze the data and summarise it for the team.", ["mixed-variants: Analyze → "]),
  ])
  func `finds the wrong words of an ad`(text: String, found: [String]) {
    #expect(faults(in: text) == found)
  }

  @Test(arguments: [
    "You organise the colour of the theatre programme.",
    "You organize the colours of the day.",
    "Write to recieve@managment.example or see https://enviroment.example/recieve today.",
    "We use JavaScript, PostgreSQL, iOS, jQuery and GitHub in the team.",
    "You teach by TEACCH, keep the notes in Communicare and build with ccache.",
    "The GP, the HCA and the RMN of the ward are here, and so are two RMNs.",
    "Node.js and ASP.Net run the shop, and the file setup.py starts it.",
    "The team had had two managers, and we know that that matters.",
    "You work for Brandwyn and Brandwyn pays you; Brandwyn is small.",
    "Wir suchen für unser Team in Hamburg eine Kollegin mit Erfahrung und Freude an der Arbeit.",
    "Nous cherchons une personne pour notre équipe de recrutement, avec une bonne connaissance.",
    "Sizes S and M are in stock for the person(s) who ask.",
    "You tell us about useEffect and useState, and the orderService of the paymentGateway.",
    "You fly with easyJet, write for watchOS, and know openSUSE and openHAB well.",
    "You may book a trip with loveholidays, and know Infor Visual and the daywork sheets.",
    "You sign in in the lobby, log on on your first day, and guide tuk tuk tours.",
    "We make aluminum parts in every colour, and organize the rota.",
    "You know the color property and the background-color of CSS, and organise the rota.",
    "Ask the screeding gang about the possers, and look into botting and abuse.",
  ])
  func `stays silent where nothing is wrong`(text: String) {
    #expect(faults(in: text) == [])
  }

  @Test func `takes the words of the company for right`() {
    #expect(faults(in: "At Recieve we bake the bread.", company: "Recieve Ltd") == [])
  }

  @Test func `takes given words for right`() {
    var cache = WordCache()
    let ad = ad("You keep the managment of bread.")
    #expect(WordReport(on: ad, known: ["managment"], cache: &cache).faults.isEmpty)
    #expect(WordReport(on: ad, cache: &cache).faults.count == 1)
  }

  @Test func `reads the title too`() {
    #expect(
      faults(in: "We bake bread.", title: "Sales Managment in the shop")
        == ["misspelling: Managment → Management"])
  }

  @Test func `finds the wrong words of the English passage only`() {
    let text = """
      Wir suchen eine Kollegin mit Freude an der Arbeit und dem Enviroment.
      You will work in an enviroment that you like and that is good for you.
      """
    #expect(faults(in: text) == ["misspelling: enviroment → environment"])
  }

  @Test(arguments: [
    ("You will bake with us in the mornings and the evenings.", Language.en),
    ("Wir suchen eine Kollegin für unser Team und die Arbeit.", .de),
    ("Nous cherchons une personne pour notre équipe avec vous.", .fr),
    ("Vi söker dig som är van att arbeta med oss och inte är rädd.", .sv),
    ("Wij zoeken een collega die het werk met ons wil doen.", .nl),
    ("Buscamos una persona para el equipo de la empresa y los clientes.", .es),
    ("", .und),
  ])
  func `tells the language of an ad`(text: String, language: Language) {
    var cache = WordCache()
    #expect(Language.of(ad(text), cache: &cache) == language)
  }

  @Test func `tells the language of a passage`() {
    let text = "You will bake with us in the mornings.\nWir suchen eine Kollegin für das Team."
    let ad = ad(text)
    var cache = WordCache()
    let report = WordReport(on: ad, cache: &cache)
    #expect(report.language(at: ad.fields[2].place.lower) == .en)
    #expect(report.language(at: ad.fields[2].place.upper - 1) == .de)
  }

  @Test func `reads no code`() {
    var ad = ad("You will write code like this:\nlet managment = recieve(enviroment)")
    let code = ad.fields[2].place.lower + 31
    ad.blocks = [Block(.code, ByteRange(code, ad.prose.count))]
    var cache = WordCache()
    #expect(WordReport(on: ad, cache: &cache).faults.isEmpty)
  }

  @Test func `says the same with a used cache as with a new one`() {
    var random = Seeded(state: 3)
    var used = WordCache()
    for _ in 0..<200 {
      let ad = ad(randomText(&random), title: randomText(&random))
      var new = WordCache()
      let once = WordReport(on: ad, cache: &new)
      let again = WordReport(on: ad, cache: &used)
      #expect(once.faults == again.faults)
      for fault in once.faults {
        let field = ad.field(at: fault.place.lower)
        #expect(!fault.place.isEmpty && field.map { fault.place.upper <= $0.place.upper } == true)
      }
    }
  }

  @Test func `survives any bytes`() {
    var random = Seeded(state: 11)
    var cache = WordCache()
    for _ in 0..<300 {
      var ad = ad("")
      ad.prose += (0..<Int.random(in: 0...400, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : Array("aeT.(s)1 ".utf8).randomElement(using: &random)!
      }
      ad.fields[2].place = ByteRange(ad.fields[2].place.lower, ad.prose.count)
      _ = WordReport(on: ad, cache: &cache).faults
    }
  }

  @Test func `survives words of any length`() {
    #expect(faults(in: String(repeating: "the", count: 50_000)).count <= 1)
    #expect(faults(in: String(repeating: "aB", count: 50_000)).count <= 1)
    #expect(faults(in: String(repeating: "a.", count: 50_000)).count <= 1)
  }

  /// Some words, right and wrong, with some joints between them.
  private func randomText(_ random: inout Seeded) -> String {
    let words = [
      "bread", "the", "and", "enviroment", "longterm", "You", "oven", "teamWe", "skills",
      "colour", "color", "und", "die", "KPI", "s", "t", "don", "10", "Backwerk", "é",
    ]
    let joints = [" ", " ", " ", " ", ".", ",", "\n", ")", "-", "’"]
    return (0..<Int.random(in: 0...40, using: &random)).reduce(into: "") { text, _ in
      text += words.randomElement(using: &random)! + joints.randomElement(using: &random)!
    }
  }
}
