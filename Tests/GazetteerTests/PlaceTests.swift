import AdModel
import Gazetteer
import Testing

@Suite struct PlaceTests {
  @Test(arguments: [
    ("You will be based in Leeds.", "Leeds", "GB-ENG"),
    ("Our bakery in Stoke-on-Trent needs a hand.", "Stoke-on-Trent", "GB-ENG"),
    ("Join us in Winston-Salem, NC, this summer.", "Winston-Salem", "US-NC"),
    ("The clinic is in Cambridge, Massachusetts.", "Cambridge", "US-MA"),
    ("The lab is in Cambridge, Cambs.", "Cambridge", "GB-ENG"),
    ("A shop in Birmingham, AL 35203.", "Birmingham", "US-AL"),
    ("A shop in Birmingham B1 1BB.", "Birmingham", "GB-ENG"),
    ("Work in London, Ontario.", "London", "CA-ON"),
    ("Work in Vancouver, WA.", "Vancouver", "US-WA"),
    ("Work in Vancouver, BC.", "Vancouver", "CA-BC"),
    ("A depot in Rochester, Kent.", "Rochester", "GB-ENG"),
    ("A depot in Rochester, NY.", "Rochester", "US-NY"),
    ("Columbia, Missouri is where we are.", "Columbia", "US-MO"),
    ("An office in Newport, Wales.", "Newport", "GB-WLS"),
    ("A ward in Derry, Northern Ireland.", "Derry", "GB-NIR"),
    ("The store in Newcastle, NSW, opens soon.", "Newcastle", "AU-NSW"),
    ("The team in Tbilisi, Georgia.", "Tbilisi", "GE"),
    ("The team in Savannah, Georgia.", "Savannah", "US-GA"),
    ("Unser Büro in München sucht dich.", "München", "DE-BY"),
    ("Vi finns i Örebro.", "Örebro", "SE-T"),
    ("The dairy in King's Lynn.", "King's Lynn", "GB-ENG"),
    ("Location: Reading", "Reading", "GB-ENG"),
    ("A bakery in Žilina.", "Žilina", "SK"), ("A mill in Łódź.", "Łódź", "PL"),
    ("A ward in Southland, NZ.", "Southland", "NZ-STL"),
    ("A farm in Canterbury, New Zealand.", "Canterbury", "NZ-CAN"),
    ("A mine in the Pilbara.", "Pilbara", "AU-WA"), ("An inn in West Cork.", "West Cork", "IE-M"),
    ("A hotel in Malta.", "Malta", "MT"), ("An office in Jersey.", "Jersey", "JE"),
    ("A clinic on the Isle of Man.", "Isle of Man", "IM"),
  ])
  func `knows which town is meant`(text: String, name: String, code: String) throws {
    var gazetteer = Gazetteer()
    let ad = Ad.made(body: text)
    let mention = try #require(gazetteer.places(in: ad).first)
    #expect(ad.text(at: mention.place) == name)
    #expect(mention.best.code == code)
  }

  @Test(arguments: [
    "Reading and writing are part of the job.", "A nice bath and a good sale.",
    "Contact Paul Dallas or Charlotte Lincoln.", "We follow the Paris Agreement of old.",
    "Mobile phones are provided.", "Join us in March or May.",
    "Send it to Lincoln@example.com today.",
    "See https://www.leeds.example/Bristol-jobs for more.", "ABOUT US", "Call London4Staff now.",
    "Normal hours. Orange juice. Best of all.", "Experience in Excel and Python.",
  ])
  func `leaves ordinary words and people alone`(text: String) {
    var gazetteer = Gazetteer()
    let ad = Ad.made(body: text)
    let found = gazetteer.places(in: ad).filter { $0.role == .workplace }
    #expect(found.map { ad.text(at: $0.place) } == [])
  }

  @Test(arguments: [
    ("The role is based in Hull.", true), ("Location: Ely", true), ("A Leeds-based firm.", true),
    ("Head office is in Oslo.", false), ("Our clients in Rome and Turin trust us.", false),
    ("She studied at the University of Bath.", false), ("Travel to Lyon each month.", false),
    ("One of the largest bakeries in Ireland.", false), ("Norway's oldest brewery.", false),
  ])
  func `tells a workplace from other places`(text: String, isWorkplace: Bool) {
    var gazetteer = Gazetteer()
    let found = gazetteer.places(in: Ad.made(body: text))
    #expect(found.allSatisfy { ($0.role == .workplace) == isWorkplace })
    #expect(!found.isEmpty || !isWorkplace)
  }

  @Test(arguments: [
    ("US, IL, Carol Stream", "Carol Stream", "US-IL"), ("GB, , Truro", "Truro", "GB-ENG"),
    ("San Diego, CA", "San Diego", "US-CA"), ("san diego, ca", "San Diego", "US-CA"),
    ("US, CA, 91401", "US-CA", "US-CA"), ("CA, ON, Toronto", "Toronto", "CA-ON"),
    ("Berlin, CT", "CT", "US-CT"), ("Essex, Vermont", "Vermont", "US-VT"),
    ("Sweden, ME", "ME", "US-ME"), ("Berlin, DE", "Berlin", "DE-BE"),
    ("Leeds, LS1", "Leeds", "GB-ENG"),
    ("Dublin D02 X285", "Dublin", "IE-L"), ("Ontario, CA", "Ontario", "US-CA"),
    ("New York, NY", "New York", "US-NY"), ("K1A 0B6", "CA-ON", "CA-ON"),
    ("Germany - Cologne", "Cologne", "DE-NW"), ("Nässjö", "Nässjö", "SE-F"),
  ])
  func `reads location fields`(location: String, name: String, code: String) throws {
    var gazetteer = Gazetteer()
    let facts = gazetteer.facts(of: .made(title: "Cook", location: location))
    let place = try #require(facts.workplace).best
    #expect(place.code == code)
    #expect(place.name == name || facts.workplace?.place.count == location.utf8.count)
  }

  @Test func `lets the ad's country choose between towns of one name`() {
    var gazetteer = Gazetteer()
    let british = gazetteer.facts(
      of: .made(body: "Nurse in Richmond. Pay £15 an hour. London SW1."))
    let american = gazetteer.facts(of: .made(body: "Nurse in Richmond. Norfolk, VA is near. $30."))
    #expect(british.workplace?.best.code == "GB-ENG")
    #expect(american.workplace?.best.code == "US-VA")
  }
}
