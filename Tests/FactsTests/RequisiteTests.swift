import Facts
import Testing

@Suite struct RequisiteTests {
  private func told(_ text: String) -> String {
    guard let requisite = Requisite(text.utf8) else { return "" }
    let items = requisite.items.map { ($0.attributes.sorted() + [$0.head]).joined(separator: " ") }
    let topic = requisite.topic.sorted().joined(separator: " ")
    return (requisite.isNeeded ? "" : "no ") + items.joined(separator: ", ")
      + (topic.isEmpty ? "" : " (\(topic))")
  }

  @Test(arguments: [
    ("must hold a full UK driving licence", "driving licence"),
    ("do not need a driver's license", "no drivers licence"),
    ("No tickets or licences are necessary", "no ticket, licence"),
    ("degree in food science is essential", "degree (food science)"),
    ("No experience with rye is needed", "no experience (rye)"),
    ("All tools are supplied", "no tool"), ("We provide a small van", "no small van"),
    ("need your own full set of hand tools", "hand tool"),
    ("must have three years' baking experience", "baking experience"),
    ("tools and uniform provided", "no tool, uniform"), ("is needed", ""), ("", ""),
  ])
  func `reads what people must have and need not have`(text: String, expected: String) {
    #expect(told(text) == expected)
  }

  @Test(arguments: [
    ("No driving licence is needed", "must hold a full driving licence", false),
    ("No licence is needed", "fork-lift licence is essential", false),
    ("No baking experience is needed", "experience is essential", true),
    ("No experience with rye is needed", "experience with wheat is essential", true),
    ("No experience is needed", "experience with wheat is essential", false),
    ("vans are provided", "must have your own van", false),
    ("tools are provided", "bring your own hand tools", false),
    ("power tools are provided", "bring your own hand tools", true),
    ("must have a degree", "degree is essential", true),
    ("No degree is needed", "No degree is required", true),
  ])
  func `knows which two exclude each other`(one: String, other: String, agrees: Bool) throws {
    let (one, other) = (try #require(Requisite(one.utf8)), try #require(Requisite(other.utf8)))
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }
}
