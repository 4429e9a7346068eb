import AdModel
import Testing

/// Checks that count the words of an ad, or look for some.
@Suite struct LengthTests {
  @Test(arguments: [(0, false), (1, true), (9, true), (10, false)])
  func `an ad is too short below its limit`(count: Int, isShort: Bool) throws {
    let text = (0..<count).map { "w\($0)" }.joined(separator: " ")
    let found = try findings("{length: too-short, limit: 10}", in: "Title: B\nDescription: \(text)")
    #expect(found.isEmpty == !isShort)
  }

  @Test(arguments: [(10, false), (11, true)])
  func `an ad is too long beyond its limit`(count: Int, isLong: Bool) throws {
    let text = (0..<count).map { "w\($0)" }.joined(separator: " ")
    let found = try findings("{length: too-long, limit: 10}", in: text)
    #expect(found.isEmpty == !isLong)
    #expect(found.first?.arguments[1] == (isLong ? "\(count)" : nil))
  }

  @Test(arguments: [
    ("no-lists, limit: 4", "# B\n\nOne two three four.", true),
    ("no-lists, limit: 5", "# B\n\nOne two three four.", false),
    ("no-lists, limit: 4", "# B\n\nOne two three four.\n\n* five", false),
    ("mostly-lists, limit: 4, share: 75", "# B\n\nOne.\n\n* two three four", true),
    ("mostly-lists, limit: 4, share: 76", "# B\n\nOne.\n\n* two three four", false),
    ("mostly-lists, limit: 4", "# B\n\nOne two three four.", false),
  ])
  func `lists and prose have a proportion`(fault: String, ad: String, isFaulty: Bool) throws {
    #expect(try findings("{length: \(fault)}", in: ad, as: "markdown").isEmpty == !isFaulty)
  }

  @Test(arguments: [
    ("Bake bread and rolls.", true), ("Bake bread with us.", false), ("Bake with US now.", false),
    ("Bake.", false), ("", false),
  ])
  func `an ad lacks words if none of them stands in it`(ad: String, isFaulty: Bool) throws {
    #expect(try findings("{lacks: [us, our], limit: 3}", in: ad).isEmpty == !isFaulty)
  }

  @Test(arguments: [
    ("You bake. We pay.", 0, ""), ("You bake.", 1, "pay, how to apply"), ("You.", 0, ""),
    ("Bake. Bread. Rolls.", 1, "pay, how to apply"), ("Call us.", 1, "duties, pay"),
  ])
  func `an ad speaks of too few things`(ad: String, count: Int, list: String) throws {
    let things = "{duties: [bake], pay: [pay, wage], how to apply: [call]}"
    let found = try findings("{too-few: \(things), at-least: 2, words: 2}", in: ad)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.arguments[2] == list })
  }

  @Test(arguments: [
    ("Bake bread at Acme Mills.", false), ("Acme is looking for a baker.", false),
    ("Company: Acme. Bake bread.", false), ("Join Acme soon.", false),
    ("Apply to Acme Foods Ltd now.", false), ("Bake bread at home.", true),
    ("Bakes for Acme plc.", false), ("We're Prees Mill.", false), ("We are Prees Mill.", false),
    ("Orrin Tile sells stone.", false), ("Elm House, Hove. Bake bread.", false),
    ("Bread for the University of Kent.", false), ("Orrin Tile (22 people) bakes.", false),
    ("The group has a mill. We are looking for a baker.", true), ("Bread and Rolls, a lot.", true),
    ("The baker is good. About You. There is bread.", true), ("", true),
    ("Baker\n\nOrrin Tile · Hove, five days\n\nYou bake.", false),
    ("Baker\n\nYou bake.\n\nOrrin Tile · Hove", true),
    ("Baker\n\nNight Baker · Hove\n\nYou bake.", true),
  ])
  func `an ad names an employer somewhere`(ad: String, isMissing: Bool) throws {
    #expect(try findings("missing: employer", in: ad).isEmpty == !isMissing)
  }
}
