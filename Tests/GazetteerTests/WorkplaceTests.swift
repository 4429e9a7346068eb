import AdModel
import Gazetteer
import Testing

@Suite struct WorkplaceTests {
  @Test(arguments: [
    ("Brooklyn, NY", ["Brooklyn", "New York City", "Kings County", "US-NY", "US"]),
    ("NYC", ["New York City", "US-NY", "US"]), ("New York, NY", ["New York City", "US-NY", "US"]),
    ("Van Nuys, CA", ["Van Nuys", "Los Angeles", "Los Angeles County", "US-CA", "US"]),
    ("White Plains, NY", ["White Plains", "Westchester County", "US-NY", "US"]),
    ("Westchester County, NY", ["Westchester County", "US-NY", "US"]),
    ("Valencia, CA", ["Valencia", "Santa Clarita", "Los Angeles County", "US-CA", "US"]),
    ("Rochester, Kent", ["Rochester", "Kent", "GB-ENG", "GB"]),
    ("Holborn, London", ["Holborn", "London", "GB-ENG", "GB"]),
    ("Derry", ["Derry", "GB-NIR", "GB"]), ("Munich, Germany", ["Munich", "DE-BY", "DE"]),
    // In Germany the code stands before the town, and is no American one.
    ("80331 Munich", ["Munich", "DE-BY", "DE"]),
    ("Denver, CO 80202", ["Denver", "Denver County", "US-CO", "US"]),
  ])
  func `leads from the district to the country`(location: String, path: [String]) {
    #expect(facts(location: location).workplaces.map(\.path) == [path])
  }

  @Test(arguments: [
    ("Denver, CO or Austin, TX", "", ["Denver, CO", "Austin, TX"]),
    ("San Francisco, CA | New York City, NY", "", ["San Francisco, CA", "New York City, NY"]),
    ("UK, Ireland or Portugal", "", ["UK", "Ireland", "Portugal"]),
    ("", "The role is based in Leeds or Hull.", ["Leeds", "Hull"]),
    ("US", "The role is based in Reno, NV.", ["Reno, NV"]),
  ])
  func `finds each place where the job may be done`(
    location: String, body: String, places: [String]
  ) {
    let ad = Ad.made(title: "Cook", location: location, body: body)
    var gazetteer = Gazetteer()
    let towns = gazetteer.facts(of: ad).workplaces.map { ad.text(at: $0.place) }
    #expect(towns.count == places.count)
    #expect(zip(places, towns).allSatisfy { $0.hasPrefix($1) })
  }

  @Test func `leaves out a namesake in another country than the one that is named`() {
    #expect(facts(location: "Baltimore, Ireland").workplaces.map(\.path) == [["IE"]])
    let ad = Ad.made(title: "Nurse", location: "GB", body: "The job is based in Broomfield.")
    var gazetteer = Gazetteer()
    #expect(gazetteer.facts(of: ad).workplaces.map(\.path) == [["GB"]])
    #expect(facts(location: "Paris, Germany").workplaces.count == 2)
  }

  @Test(arguments: [
    ("We need a nanny in brighton, £14 an hour.", ["GB-ENG", "GB"]),
    ("Our kitchen in manchester city centre pays £14 an hour.", ["GB-ENG", "GB"]),
    ("The job is based in seattle. We pay $30 an hour.", ["US-WA", "US"]),
    ("Our shop on Church Street in Burlington, Vermont, pays well.", ["US-VT", "US"]),
    ("Chicago deep-dish is what we bake, and the oven is in Boise, Idaho.", ["US-ID", "US"]),
    ("Wir sind in Frankfurt (Oder). Der Lohn ist 20 € je Stunde.", ["DE-BB", "DE"]),
    ("We need a cook in Headingley, Leeds.", ["GB-ENG", "GB"]),
    ("Vous travaillez à Genève.", ["CH-GE", "CH"]),
    ("Trabajas en el barrio, en Ruzafa, Valencia, por 1.400 euros.", ["ES-VC", "ES"]),
    ("We guard a block behind the station, SW1V, at £14 an hour.", ["GB-ENG", "GB"]),
    ("School: St Bede's RC Primary School, Preston\nSalary: £34,000", ["GB-ENG", "GB"]),
    ("Our plant in Cork needs a fitter. We pay €30 an hour.", ["IE-M", "IE"]),
    // what stands for a town: postcodes that a number to call or the currency bears out
    ("The yard (68901) needs a hand. Call (402) 555-0119.", ["US-NE", "US"]),
    ("The shop is behind the mill, 10458. Ring (718) 555-0117.", ["US-NY", "US"]),
    ("The bakery is in Belmont, 10458. Ring (718) 555-0117.", ["US-NY", "US"]),
    ("We have our shed by lock 21, K9J. Call 705-555-0164.", ["CA-ON", "CA"]),
    ("We make teapots by the canal, LS6, for £14 an hour.", ["GB-ENG", "GB"]),
    ("Take the Jubilee line to Canary Wharf. We pay £15 an hour.", ["GB-ENG", "GB"]),
    ("Vous conduisez un car en Aveyron.", ["FR-OCC", "FR"]),
    ("Je werkt in Overijssel.", ["NL-OV", "NL"]),
    ("Trabajas en el centro de Sevilla.", ["ES-AN", "ES"]),
    ("A small dairy in Tasmania, whose blue a judge in Lyon called rude.", ["AU-TAS", "AU"]),
    ("Wir backen in Nürnberg.", ["DE-BY", "DE"]),
    ("Boulangerie Martin, Paris 11e\nVous cuisez le pain.", ["FR-IDF", "FR"]),
  ])
  func `tells the state of what a text names`(body: String, path: [String]) {
    let ad = Ad.made(title: "Worker", location: "", body: body)
    var gazetteer = Gazetteer()
    let workplaces = gazetteer.facts(of: ad).workplaces
    #expect(workplaces.map { Array($0.surePath.suffix(2)) } == [path])
  }

  @Test(arguments: [
    "Please quote ref. 48213 and call (402) 555-0119.",
    "Our 68901 readers pay $2. Call (212) 555-0119.",
    "Job no 68901, (402) 555-0119", "We weighed 68,901 tons (402) in all.", "Part K9J of the plan",
    "The M25 and M6 are near. £14 an hour.", "We serve our clients (12500) for $20 an hour.",
    "You deploy apps in EC2 for £40,000 a year.", "You should be in ST6. £60,000 a year.",
    "We spent $10,458, or 97201, on it.",
  ])
  func `takes other numbers for no postcodes`(body: String) {
    var gazetteer = Gazetteer()
    let facts = gazetteer.facts(of: Ad.made(title: "Worker", location: "", body: body))
    #expect(facts.workplaces.allSatisfy { $0.state == nil })
  }

  @Test(arguments: [
    ("Remote, European time zones", "You write Go."),
    ("Remote", "We meet in Manchester once a quarter."),
    ("Remote", "You know ALCOA+ and Excel."), ("Remote", "You read in bath and nice."),
  ])
  func `takes no other word for the workplace`(location: String, body: String) {
    let ad = Ad.made(title: "Engineer", location: location, body: body)
    var gazetteer = Gazetteer()
    #expect(gazetteer.facts(of: ad).workplaces.isEmpty)
  }

  @Test func `settles each name by the one in full, but for one with two in full`() throws {
    let ad = Ad.made(
      title: "Baker, Portland",
      body: "Our shop is in Springfield. We are based in Springfield, Illinois. We once baked in "
        + "Portland, Maine. We once baked in Portland, Oregon.")
    var gazetteer = Gazetteer()
    let mentions = gazetteer.facts(of: ad).mentions
    let bare = try #require(mentions.first { ad.text(at: $0.whole) == "Springfield" })
    #expect(bare.best.code == "US-IL" && bare.stateConfidence > 0.9)
    let either = try #require(mentions.first { ad.text(at: $0.whole) == "Portland" })
    #expect(either.confidence < 0.9)
  }

  @Test func `says how sure it is`() throws {
    let bare = try #require(facts(location: "Springfield").workplaces.first)
    #expect(!bare.isSure && bare.surePath == ["US"])
    let full = try #require(facts(location: "Springfield, IL").workplaces.first)
    #expect(full.isSure && full.surePath == full.path)
  }

  @Test(arguments: [
    ("The job reports to our New York office.", ["New York City", "US-NY", "US"]),
    (
      "Your boss, the head of loans, sits in our Boston office.",
      ["Boston", "Suffolk County", "US-MA", "US"]
    ),
    ("The store manager is based in Boston.", nil),
    (
      "Reporting to the plant manager in Albany, NY, you mend pumps.",
      ["Albany", "Albany County", "US-NY", "US"]
    ),
    ("You write weekly reports to clients in Albany, NY.", nil),
    ("Report to our Albany, NY office five days a week.", nil),
    ("Reporting to the CFO, you will be based in Albany, NY.", nil),
  ])
  func `finds the office that the job reports to`(body: String, path: [String]?) {
    let facts = facts(body: body)
    #expect(facts.reportsTo.map(\.path) == (path.map { [$0] } ?? []))
    if path != nil { #expect(facts.workplaces.isEmpty) }
  }

  private func facts(location: String? = nil, body: String = "") -> PlaceFacts {
    var gazetteer = Gazetteer()
    return gazetteer.facts(of: .made(title: "Cook", location: location, body: body))
  }
}
