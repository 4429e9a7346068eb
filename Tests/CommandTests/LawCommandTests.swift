import Foundation
import Testing

@Suite struct LawCommandTests {
  @Test(arguments: [
    ("US-CO", ["US-CO-deadline", "US-FED-title7-ads"], ["GB-nmw", "US-NY-"]),
    ("US", ["US-CO-deadline", "US-FED-title7-ads"], ["GB-nmw"]),
    ("GB-ENG", ["GB-nmw"], ["US-"]),
  ])
  func `lists the obligations of a place`(
    code: String, listed: [String], others: [String]
  ) throws {
    let list = try Desk().run("law", "--jurisdiction", code).output
    let ids = list.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(listed.allSatisfy { id in ids.contains { $0 == id } }, "\(list)")
    #expect(!others.contains { other in ids.contains { $0.hasPrefix(other) } }, "\(list)")
  }
}
