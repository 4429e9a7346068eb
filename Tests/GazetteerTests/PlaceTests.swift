import AdModel
import Gazetteer
import Testing

@Suite struct PlaceTests {
  @Test func `finds a town`() {
    var gazetteer = Gazetteer()
    let ad = Ad.made(body: "You will be based in Leeds.")
    let found = gazetteer.places(in: ad)
    #expect(found.map { ad.text(at: $0.place) } == ["Leeds"])
  }
}
