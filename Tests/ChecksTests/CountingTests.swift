import Testing

@testable import Checks

/// Checks that count words, forms of lists, and small words of a language.
@Suite struct CountingTests {
  @Test(arguments: [
    ("bake", 1), ("table", 2), ("baked", 1), ("needed", 2), ("organisation", 5), ("the", 1),
    ("you", 1), ("syllable", 3), ("xyz", 1), ("free", 1),
  ])
  func `syllables are runs of vowels`(word: String, count: Int) {
    #expect(ReadingGrade.syllables(of: Array(word.utf8)[...]) == count)
  }

  @Test(arguments: [
    ("- Bake bread at night.\n- Mind the oven\n- Pack the vans\n- Sweep the floor", ["night"]),
    ("- Bake bread at night.\n- Mind the oven.\n- Pack the vans\n- Sweep the floor", []),
    ("- Bake bread at night\n- Mind the oven\n- Pack the vans\n- Sweep the floor", []),
    ("- Bake bread at night.\n- Mind the oven\n- Pack the vans", []),
  ])
  func `a minority of items ends otherwise`(list: String, expected: [String]) throws {
    let options = "{list-forms: stops, items: 4}"
    #expect(try words(options, in: "# Baker\n\n" + list, as: "markdown") == expected)
  }

  @Test(arguments: [("[Polish]", []), ("[]", ["Polish"])])
  func `an item that begins with a proper word tells nothing`(
    proper: String, expected: [String]
  ) throws {
    let list = """
      # Baker

      - some rye bread daily
      - Polish bread on Sundays
      - a bun for all
      - a pie for two
      """
    let options = "{list-forms: starts, items: 4, proper: \(proper)}"
    #expect(try words(options, in: list, as: "markdown") == expected)
  }

  @Test func `duties begin with one form of the verb`() throws {
    let list = """
      # Baker

      - Manage the ovens of the shop
      - Lead the shift at night
      - Managing the vans of the shop
      - Lead the choir of the shop
      """
    let options = "{list-forms: verbs, verbs: [manage, lead]}"
    #expect(try words(options, in: list, as: "markdown") == ["Managing"])
  }

  @Test(arguments: [
    ("We bake. Our bread is ours, and we like us.", 5, ["We"]),
    ("We bake. Our bread is yours, and you like us.", 1, []),
    ("In the US we bake.", 2, []),
  ])
  func `we is counted against you, and the country is not`(
    ad: String, least: Int, expected: [String]
  ) throws {
    #expect(try words("{pronouns: we-heavy, at-least: \(least)}", in: ad) == expected)
  }

  @Test(arguments: [
    ("You own OTIF, DDI and PSWR.", ["OTIF"]),
    ("You own OTIF (on time), DDI and PSWR.", []),
    ("You own the UK and two KPIs, DDI.", []),
    ("WE BAKE THE BEST BREAD", []),
  ])
  func `abbreviations that nobody spells out`(ad: String, expected: [String]) throws {
    let options = "{acronyms: unexplained, known: [UK, KPI], at-least: 3}"
    #expect(try words(options, in: ad) == expected)
  }

  @Test(arguments: [
    ("We serve our Customers and help their Customers, as all customers know.", ["Customers"]),
    ("We serve our Customers and help their Customers in time.", []),
    ("Customers and Clients come. We like all customers here.", []),
  ])
  func `a common noun has one form`(ad: String, expected: [String]) throws {
    #expect(try words("{capitals: mixed, nouns: [customers]}", in: ad) == expected)
  }

  @Test(arguments: [
    ("No nights, no shouting, and no dumb jokes.", []),
    ("Java, SQL, Python, AWS, Kubernetes.", []),
    ("Wir suchen einen Bäcker, der in der Nacht singt.", ["Wir suchen einen Bäcker, der"]),
    ("Ищем пекаря, который любит работать ночью.", ["Ищем пекаря, который любит работать"]),
  ])
  func `an ad in another language is noted at its start`(ad: String, expected: [String]) throws {
    #expect(try words("other-language: [en]", in: ad) == expected)
  }
}
