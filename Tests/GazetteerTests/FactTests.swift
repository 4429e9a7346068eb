import AdModel
import Gazetteer
import Testing

@Suite struct FactTests {
  @Test(arguments: [
    ("", "Welder in Poole.", true, false), ("", "Welder in Dorset.", true, false),
    ("", "Welder. Right to work in the UK needed.", false, false),
    ("", "Location: Ireland", false, true), ("Remote", "Welder.", false, false),
    ("Wiepoldsried", "Welder.", true, false), ("US, ,", "Welder.", false, true),
    ("", "We go to trade fairs in Rome.", false, false),
    ("", "Malta", true, false), ("Jersey", "Welder.", true, false),
    ("", "Jersey\n\nYou weld.", true, false),
    ("", "Restaurant, Malta\n\nYou cook.", true, false), ("", "Slovakia\n\nYou weld.", false, true),
    ("", "Lipany, Slovakia\n\nYou weld.", true, false),
    ("", "We weld in Nowy Korczyn, Poland.", true, false),
    ("", "You hold a degree in Engineering, India.", false, false),
  ])
  func `knows whether a workplace is named`(
    location: String, body: String, hasWorkplace: Bool, isCountryOnly: Bool
  ) {
    var gazetteer = Gazetteer()
    let facts = gazetteer.facts(of: .made(title: "Welder", location: location, body: body))
    #expect(facts.hasWorkplace == hasWorkplace)
    #expect(facts.isCountryOnly == isCountryOnly)
  }

  @Test(arguments: [
    ("Chicago, IL", ["Chicago", "US-IL", "US"]),
    ("Westchester County, NY", ["Westchester County", "US-NY", "US"]),
    ("Belfast", ["Belfast", "GB-NIR", "GB"]), ("Texas", ["US-TX", "US"]), ("France", ["FR"]),
    ("Brooklyn, NY", ["Brooklyn", "US-NY", "US"]), ("Washington State, USA", ["US-WA", "US"]),
  ])
  func `leads from the town to its country`(location: String, path: [String]) {
    var gazetteer = Gazetteer()
    #expect(gazetteer.facts(of: .made(location: location)).jurisdiction == path)
  }

  @Test(arguments: [
    ("Chef, Leeds", "The role is based in Bristol and starts in May.", "Bristol"),
    ("Chef, Leeds", "Our head office is in London; you train at our Bristol kitchen.", nil),
    ("Chef, Leeds", "The role is based in Wakefield.", nil),
    ("Chef, Leeds", "You will work at our Bristol kitchen.", "Bristol"),
    ("Chef, Leeds", "You will be working from our Bristol office.", "Bristol"),
    ("Chef, Leeds", "You will work with our Bristol office.", nil),
    ("Chef, Pittsburgh", "The role is based in Pittsburg.", nil),
    ("Chef", "The role is based in Bristol.", nil),
  ])
  func `sees two workplaces far apart`(title: String, body: String, expected: String?) {
    #expect(words(of: .conflict, .made(title: title, body: body)) == (expected.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("Chef, Leeds", "Bristol", nil, "Leeds"), ("Chef in Leeds", "Bristol", nil, "Leeds"),
      ("Chef (Leeds)", "Wakefield", nil, nil), ("Chef, Leeds", "Leeds", nil, nil),
      ("Chef, Leeds", "West Yorkshire", nil, nil), ("Chef, Leeds", "Bristol or Leeds", nil, nil),
      ("Teacher - Erie, PA", "Richmond, VA", "US", "Erie, PA"),
      ("Teacher - Erie, PA", "Pennsylvania", "US", nil),
      ("Teacher - Erie, PA", "Texas", "US", "Erie, PA"),
      ("Leeds Building Society Adviser", "Bristol", nil, nil),
      ("Chef, Leeds and York", "Bristol", nil, nil),
      ("Boston Consulting Analyst", "Leeds", nil, nil),
      ("Bath Installer", "Bristol", nil, nil), ("Chef", "Bristol", nil, nil),
      ("Chef, Lisbon, Portugal", nil, "DE", "Lisbon, Portugal"),
      ("Chef, Madrid", nil, "DE", "Madrid"),
      ("Chef, Edmonton", nil, "GB", nil), ("Chef, Berlin", nil, "DE", nil),
      ("Chef", "Lyon, France", "DE", "Lyon"), ("Chef", "Lyon", "FR", nil),
      ("Chef", "Remote", "DE", nil),
    ] as [(String, String?, String?, String?)])
  func `sees places of title, location and country that cannot all be true`(
    title: String, location: String?, country: String?, expected: String?
  ) {
    let ad = Ad.made(title: title, location: location, country: country, body: "Work.")
    #expect(words(of: .conflict, ad) == (expected.map { [$0] } ?? []))
  }

  @Test(arguments: [
    (
      "Fitter. Commutable: Derby, Burton, Crewe, Stafford.",
      "Commutable: Derby, Burton, Crewe, Stafford"
    ),
    ("London, Leeds, Hull, York, Bath, Cardiff", "London, Leeds, Hull, York, Bath, Cardiff"),
    ("You will visit clients in Derby, Burton, Crewe and Stafford.", nil),
    ("Commutable from Derby and Crewe.", nil),
  ])
  func `sees lists of towns to be found by`(body: String, expected: String?) {
    #expect(
      words(of: .stuffing, .made(title: "Fitter", body: body)) == (expected.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("We are in Leighton buzzard.", "Leighton buzzard"),
    ("We are in Milton keynes.", "Milton keynes"),
    ("We are in Leighton Buzzard.", nil), ("We are in Newcastle upon Tyne.", nil),
    ("The shop in Bath road.", nil), ("WE ARE IN MILTON KEYNES.", nil),
  ])
  func `sees small letters in names`(body: String, expected: String?) {
    #expect(words(of: .capital, .made(title: "Cook", body: body)) == (expected.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("Chef - Leeds", "Leeds"), ("Nurse in York", "York"), ("Accountant (Swindon)", "Swindon"),
    ("London Market Underwriter", nil), ("Paris Agreement Analyst", nil), ("Reading Tutor", nil),
    ("Bath Installer", nil), ("Manager (German and English)", nil), ("Mobile Developer", nil),
  ])
  func `sees places in titles`(title: String, expected: String?) {
    #expect(
      words(of: .inTitle, .made(title: title, body: "Work.")) == (expected.map { [$0] } ?? []))
  }

  @Test func `sees a place that the location field lacks`() {
    let body = "The job is based in Derby."
    #expect(words(of: .proseOnly, .made(location: "", body: body)) == ["Derby"])
    #expect(words(of: .proseOnly, .made(location: "Derby", body: body)) == [])
    #expect(words(of: .proseOnly, .made(body: body)) == [])
  }

  private func words(of kind: PlaceFault.Kind, _ ad: Ad) -> [String] {
    var gazetteer = Gazetteer()
    return gazetteer.facts(of: ad).faults.filter { $0.kind == kind }.map { ad.text(at: $0.place) }
  }
}
