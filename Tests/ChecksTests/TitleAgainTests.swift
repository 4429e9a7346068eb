import AdModel
import Testing

@Suite struct TitleAgainTests {
  @Test(arguments: [
    ("You bake. Head of Café", ["Head of Café"]), ("You bake.\nHead-of café.", ["Head-of café"]),
    ("You bake. Head of Café This job was posted.", ["Head of Café"]),
    ("You are Head of Café", []), ("Head of Café", []), ("Head of Café. You bake.", []),
    ("You bake. Head of Caf", []), ("", []),
  ])
  func `the title is a scrap behind the last sentence`(text: String, expected: [String]) throws {
    let options = "{title-again: at-end, before: [this job was]}"
    let ad = "Title: Head of Café\nDescription: \(text)"
    #expect(try words(options, in: ad) == expected)
  }

  @Test func `a short title says too little`() throws {
    let ad = "Title: Baker\nDescription: You bake. Baker"
    #expect(try words("title-again: at-end", in: ad).isEmpty)
  }
}
