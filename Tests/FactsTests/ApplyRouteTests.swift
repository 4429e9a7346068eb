import AdModel
import Facts
import Testing

@Suite struct ApplyRouteTests {
  private func told(_ text: String) -> String {
    switch ApplyRoute.best(in: Ad(text)) {
    case .contact(let contact): contact.kind.rawValue
    case .field: "field"
    case .placeholder: "placeholder"
    case .instruction: "instruction"
    case nil: "none"
    }
  }

  @Test(arguments: [
    ("E-mail your CV to jobs@example.org.", "email"),
    ("Apply at https://example.org/jobs/12.", "url"),
    ("See https://example.org/careers/42 for the post.", "url"),
    ("Ask for Dana on 020 7946 0018, phone us.", "phone"),
    ("Send it to #EMAIL_1f3a#.", "placeholder"),
    ("Click apply to start.", "instruction"),
    ("To apply, please complete the form.", "instruction"),
    ("Please send your up to date CV.", "instruction"),
    ("Apply now!", "instruction"),
    ("To apply for this post you must be over 18.", "none"),
    ("The benefits above apply to full-time staff.", "none"),
    ("You will take applications for loans and send letters of thanks.", "none"),
    ("We look forward to meeting you.", "none"),
    ("Contact us on **** ****.", "instruction"),
  ])
  func `finds the best way to apply`(text: String, route: String) {
    #expect(told(text) == route)
  }
}
