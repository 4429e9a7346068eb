import AdModel
import Testing

@Suite struct SectionsTests {
  @Test(arguments: [
    ("# B\n\nText.\n\n## Duties\n\n## Pay\n\nMore.", ["Duties"]),
    ("# B\n\nText.\n\n## Duties\n\n### Mornings\n\nMore.", []),
    ("# B\n\nText.\n\n## Last", ["Last"]),
    ("# B\n\n## Duties\n\nText.", []),
  ])
  func `a heading needs something under it`(ad: String, expected: [String]) throws {
    #expect(try words("sections: empty", in: ad, as: "markdown") == expected)
  }

  @Test(arguments: [
    ("# B\n\n## Duties\n\nInclude:\n\n* a", ["Duties\nInclude:"]),
    ("# B\n\n## Duties\n\nThese duties include the following:\n\n* a", []),
    ("# B\n\n## Duties\n\n* Include:", []),
    ("# B\n\n## Duties\n\nMornings:\n\n* a", []),
  ])
  func `a heading and a scrap behind it are one`(ad: String, expected: [String]) throws {
    let options = "{sections: broken-heading, under: [include]}"
    #expect(try words(options, in: ad, as: "markdown") == expected)
  }

  @Test(arguments: [
    ("# B\n\n**Duties:**\n\n* a", ["Duties:"]), ("# B\n\n## Duties:\n\n* a", []),
    ("# B\n\n**Duties**\n\n* a", []), ("# B\n\nDuties:\n\nMore.", []),
    ("# B\n\nBread:\n\n* a", []),
  ])
  func `a paragraph above a list is no heading`(ad: String, expected: [String]) throws {
    let options = "{sections: plain-heading, under: [duties]}"
    #expect(try words(options, in: ad, as: "markdown") == expected)
  }

  @Test(arguments: [
    ("Benefits", ["skill a", "skill b", "skill c"], ["Benefits"]),
    ("Benefits", ["skill a", "skill b", "pay"], []), ("Benefits", ["skill a", "skill b"], []),
    ("Skills", ["skill a", "skill b", "skill c"], []),
  ])
  func `a heading says what its list holds`(
    heading: String, items: [String], expected: [String]
  ) throws {
    let options = "{sections: mislabelled, under: [benefits], holding: [skill]}"
    let ad = "# B\n\n## \(heading)\n\n" + items.map { "* \($0)\n" }.joined()
    #expect(try words(options, in: ad, as: "markdown") == expected)
  }

  @Test func `of two lists that say the same the shorter one goes, or else the second`() throws {
    let items = ["Prepare dough for loaves", "Check ovens before delivery", "Train young bakers"]
    let list = items.map { "* \($0)\n" }.joined()
    let again = list.replacing("Prepare", with: "Preparing")
    let ad = "# B\n\n\(list)\nText.\n\n\(again)"
    let found = try findings("sections: repeated-list", in: ad, as: "markdown")
    #expect(found.map(\.words) == ["Preparing dough for loaves"])
    #expect(found.first?.arguments[1] == "3")
    let longer = "# B\n\n\(list)\nText.\n\n\(again)* Pack the vans for our shops\n"
    let first = try words("sections: repeated-list", in: longer, as: "markdown")
    #expect(first == ["Prepare dough for loaves"])
  }

  @Test(arguments: [(3, []), (4, ["Requirements"]), (9, ["Requirements"])])
  func `a list that is too long is pointed at by the line above it`(
    count: Int, expected: [String]
  ) throws {
    let items = (1...count).map { "* item \($0)\n" }.joined()
    let ad = "# B\n\n## Requirements\n\n\(items)"
    let options = "{sections: long-list, items: 3, under: [requirements?]}"
    #expect(try words(options, in: ad, as: "markdown") == expected)
    #expect(try words(options, in: "# B\n\n## Duties\n\n\(items)", as: "markdown").isEmpty)
    let split = "{sections: long-list, items: 3, under: [requirements?], unless-ad: [a plus]}"
    #expect(try words(split, in: ad + "* skates, a plus\n", as: "markdown").isEmpty)
  }
}
