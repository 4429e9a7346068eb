import AdModel
import Checks
import Testing

@Suite struct PhrasesTests {
  @Test(arguments: [
    ("phrases: [good pay]", "We give Good  pay.", ["Good  pay"]),
    ("phrases: [a|b]", "a b c", ["a", "b"]),
    ("phrases: [good pay, good]", "Good pay is good.", ["Good", "good"]),
    (#"patterns: ['\*{4,}']"#, "On **** and *****.", ["****", "*****"]),
    ("{phrases: [IT], cased: true}", "Is it IT?", ["IT"]),
    ("phrases: ['pay (?<hit>good|bad)']", "We pay bad.", ["bad"]),
    ("phrases: [one two]", "one\ntwo", []),
    ("phrases: [house]", "greenhouse houses", []),
    ("{phrases: [young], unless: [young people]}", "Young people and young bread.", ["young"]),
    ("{phrases: [young], unless: [the young]}", "Teach the young. Be young.", ["young"]),
    ("{phrases: [young], unless: [people]}", "Young for people.", ["Young"]),
    (
      "{phrases: [young], unless-sentence: [clients]}",
      "Our clients are young. We are young.", ["young"]
    ),
    ("{phrases: [young], unless-sentence: [clients]}", "Young\nclients", ["Young"]),
    ("{phrases: [young], unless-sentence: [clients]}", "The young e.g. clients", []),
    ("{phrases: [young], unless-ad: [youth work]}", "Be young. We do youth work.", []),
    ("{phrases: [young], only-sentence: [you]}", "You are young. It is young.", ["young"]),
    ("{phrases: [young], only: [be young]}", "Be young, stay young.", ["young"]),
    (
      "{phrases: [young], only: [young and keen], unless: [very young]}", "Be young and keen.",
      ["young"]
    ),
    ("{phrases: [young], only: [young and keen], unless: [so young]}", "So young and keen.", []),
    ("{phrases: [young], only: [apply]}", "Be young. Apply!", []),
    ("{phrases: [young], only-ad: [apply]}", "Be young.", []),
    ("{phrases: [young], only-ad: [apply]}", "Be young. Apply!", ["young"]),
    ("{phrases: [young], only-ad: [apply], unless-ad: [old]}", "Young, old. Apply!", []),
    ("{phrases: [young], once: true}", "Young and young.", ["Young"]),
    ("{phrases: [young], at-least: 3}", "Young and young.", []),
    ("{phrases: [young], at-least: 2}", "Young and young.", ["Young", "young"]),
    ("{phrases: [young], at-least: 2, once: true}", "Young and young.", ["Young"]),
    ("{phrases: [young], at-least: 2, unless: [young bread]}", "Young and young bread.", []),
    ("{phrases: [caf], patterns: [é]}", "caf é", ["caf", "é"]),
  ])
  func `finds words unless what stands around them speaks against it`(
    options: String, ad: String, expected: [String]
  ) throws {
    #expect(try words(options, in: ad) == expected)
  }

  @Test func `reads only the parts that its rule names`() throws {
    let ad = "Title: Young baker\nCompany: Young\nDescription: Be young."
    #expect(try words("phrases: [young]", in: ad, parts: [.title]) == ["Young"])
    #expect(try words("phrases: [young]", in: ad, parts: [.company, .body]).count == 2)
  }

  @Test(arguments: [
    ("Acme Mills Ltd", "Acme", []), ("Acme Ltd", "Millstone", ["Millstone"]),
    ("", "Millstone", []), ("Virginia Commonwealth University", "VCU", []),
    ("Colleges of the Arts", "CA", []), ("VCU", "Virginia Commonwealth University", []),
    ("Millstone", "Millstones", []), ("A B", "A C", ["A C"]),
  ])
  func `knows a name that the company does not have`(
    company: String, name: String, expected: [String]
  ) throws {
    let options = "{patterns: ['Join (?<hit>[A-Za-z ]+)'], unlike: company}"
    #expect(try words(options, in: "Company: \(company)\nDescription: Join \(name).") == expected)
  }

  @Test func `keeps within a field`() throws {
    let ad = "Title: Good\nDescription: pay"
    #expect(try words(#"patterns: ['good\s+pay']"#, in: ad) == [])
  }

  @Test func `sees only the nearest 600 bytes of an endless sentence`() throws {
    let far = "young " + String(repeating: "and ", count: 300) + "clients"
    let near = "young " + String(repeating: "and ", count: 100) + "clients"
    let options = "{phrases: [young], unless-sentence: [clients]}"
    #expect(try words(options, in: far) == ["young"])
    #expect(try words(options, in: near) == [])
  }

  @Test func `tells every pattern, so that it can be proved`() throws {
    let check = try Phrases(
      Options(
        Options.node("{phrases: [a|b], patterns: [c], unless: [d], only-ad: [e]}")))
    #expect(check.all.count == 5)
  }
}
