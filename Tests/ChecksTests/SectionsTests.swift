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
  ])
  func `a heading and a scrap behind it are one`(ad: String, expected: [String]) throws {
    #expect(try words("sections: broken-heading", in: ad, as: "markdown") == expected)
  }

  @Test func `two lists that say the same are pointed at the second time`() throws {
    let items = ["Prepare dough for loaves", "Check ovens before delivery", "Train young bakers"]
    let list = items.map { "* \($0)\n" }.joined()
    let again = list.replacing("Prepare", with: "Preparing")
    let ad = "# B\n\n\(list)\nText.\n\n\(again)"
    let found = try findings("sections: repeated-list", in: ad, as: "markdown")
    #expect(found.map(\.words) == ["Preparing dough for loaves"])
    #expect(found.first?.arguments[1] == "3")
  }

  @Test(arguments: [(3, nil), (4, "item 4"), (9, "item 4")])
  func `a long list is pointed at behind its limit`(count: Int, expected: String?) throws {
    let items = (1...count).map { "* item \($0)\n" }.joined()
    let options = "{sections: long-list, items: 3, under: [requirements?]}"
    let found = try words(options, in: "# B\n\n## Requirements\n\n\(items)", as: "markdown")
    #expect(found.first == expected)
    #expect(try words(options, in: "# B\n\n## Duties\n\n\(items)", as: "markdown").isEmpty)
  }
}
