import AdModel
import Testing

/// Checks that compare the statements of an ad with each other.
@Suite struct RepetitionTests {
  private static let mill = "You run the night shift of our mill with three bakers."

  @Test(arguments: [
    // The blank between two sentences is lost, or a list has no stops.
    ("\(mill) We pay well.\(mill)", [mill]),
    ("Duties: \(mill)We pay wellOffer: \(mill)", [mill]),
    ("\(mill) And: “\(mill)”", []),
    ("nbsp nbsp nbsp nbsp nbsp nbsp nbsp nbsp. nbsp nbsp nbsp nbsp nbsp nbsp nbsp nbsp.", []),
    ("You know how to bake bread in an oven. You know how to bake bread in a pan.", []),
    ("See https://a.example/one/two/three/four/five/six/seven https://a.example/one", []),
  ])
  func `text that stands twice is found where blanks and stops are lost`(
    ad: String, expected: [String]
  ) throws {
    #expect(try words("repeated: {}\nwords: 8", in: ad) == expected)
  }

  @Test func `a long run counts though it begins inside a sentence`() throws {
    let run = (1...24).map { "word\(String(UnicodeScalar(UInt8(96 + $0))))" }.joined(separator: " ")
    let found = try words("repeated: {}", in: "First \(run) here. Then \(run) there.")
    #expect(found == [run])
  }

  @Test(arguments: [
    ("Our shop sells bread to all the schools of the valley", 1),
    ("Our shop now sells bread and cakes to all the schools of the valley", 1),
    ("We mend bicycles and boats for the people of the valley in May", 0),
    ("Our shop sells bread and cakes to all the 9 schools of the valley", 0),
  ])
  func `a statement that says nearly the same is found`(later: String, count: Int) throws {
    let ad = "Our shop sells bread and cakes to all the schools of the valley. Come. \(later)."
    #expect(try words("alike: words\nwords: 9", in: ad).count == count)
  }

  @Test(arguments: [
    (
      "We have 40 bakers in four shops of the valley",
      "We have 45 bakers in four shops of the valley", 1
    ),
    (
      "We have 40 bakers in four shops of the valley", "We have 40 bakers in 4 shops of the valley",
      0
    ),
    ("We have 2,000 guests a day in our shops", "We have 2000 guests a day in our shops", 0),
    (
      "A watch is yours after 5 years in our shops", "A watch is yours after 9 years in our shops",
      0
    ),
    (
      "You teach two-dimensional drawing in our old school",
      "You teach three-dimensional drawing in our old school", 0
    ),
  ])
  func `figures that differ in statements that do not`(
    first: String, later: String, count: Int
  ) throws {
    let found = try words("alike: figures\nwords: 7", in: "\(first). Come and see. \(later).")
    #expect(found.count == count)
  }

  @Test func `items that follow one another, and patterns, are lists`() throws {
    func line(_ word: String) -> String {
      "All \(word) functions are carried out as the standard operating procedures say."
    }
    let near = "\(line("shipping")) \(line("picking"))"
    #expect(try words("alike: words\nwords: 8", in: near).isEmpty)
    let far = "\(line("a")) One. \(line("b")) Two. \(line("c")) Three."
    #expect(try words("alike: words\nwords: 8", in: far).isEmpty)
  }
}
