import AdModel
import Gazetteer
import Testing

/// Place to jurisdiction, row by row.
@Suite struct PathTests {
  @Test(arguments: PathTable.fields)
  func `reads fields`(row: PathTable.Row) {
    let said = row.said.split(separator: ";").map(String.init)
    check(row, .made(title: "Cook", location: said[0], country: said.count > 1 ? said[1] : nil))
  }

  @Test(arguments: PathTable.texts)
  func `reads texts`(row: PathTable.Row) { check(row, .made(title: "Cook", body: row.said)) }

  @Test(arguments: [
    ("Ontario, CA", "You bake for C$21 an hour.", "CA-ON/CA"),
    ("Ontario, CA", "You bake for $21 an hour.", "Ontario/San Bernardino County/US-CA/US"),
    ("Washington", "You bake in Yakima and Ellensburg.", "US-WA/US"),
  ])
  func `tells what a field means by the text`(location: String, body: String, path: String) {
    check(
      PathTable.Row(said: location, paths: path, isSure: true),
      .made(title: "Cook", location: location, body: body))
  }

  @Test func `takes the town of the employer for the place only where none is named for the job`() {
    check(
      PathTable.Row(said: "head", paths: "Hove/GB-ENG/GB", isSure: true),
      .made(title: "Cook", body: "Elm House, Hove\n\nWe bake."))
    for line in [
      "Elm & Sons – Hove (by the sea)", "Elm & Sons · Hove, hybrid",
      "Elm University Hospital, Hove", "Elm & Sons (Hove)",
    ] {
      check(
        PathTable.Row(said: line, paths: "Hove/GB-ENG/GB", isSure: true),
        .made(title: "Cook", body: "\(line)\n\nWe bake."))
    }
    for line in ["Our clients: Elm & Sons – Hove", "Proud of the university, Hove"] {
      check(
        PathTable.Row(said: line, paths: "-", isSure: true),
        .made(title: "Cook", body: "\(line)\n\nWe bake."))
    }
    let text = "A Boston-based baker with four shops."
    check(
      PathTable.Row(said: "beside a title", paths: "Denver/Denver County/US-CO/US", isSure: true),
      .made(title: "Cook, Denver, Colorado", body: text))
  }

  private func check(_ row: PathTable.Row, _ ad: Ad) {
    var gazetteer = Gazetteer()
    let places = gazetteer.facts(of: ad).workplaces
    let paths = places.map { $0.path.joined(separator: "/") }
    #expect((paths.isEmpty ? "-" : paths.joined(separator: " + ")) == row.paths)
    #expect(places.allSatisfy { $0.surePath == $0.path } == row.isSure)
    for place in places {
      #expect(place.path.suffix(place.surePath.count) == place.surePath[...])
      #expect(ad.field(at: place.place.lower) != nil && place.place.upper <= ad.prose.count)
    }
  }
}
