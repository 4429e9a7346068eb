import AdModel
import Linting
import Testing

@Suite struct NamesakesTests {
  @Test func `counts the ads with each id`() {
    var namesakes = Namesakes()
    let numbers = ["a", "b", "a", "", "a", "", "c"].map { namesakes.number(ofNext: $0) }
    #expect(numbers == [1, 1, 2, 1, 3, 2, 1])
  }

  @Test func `keeps no more ids in mind than the limit`() {
    var namesakes = Namesakes(limit: 2)
    let numbers = ["a", "b", "c", "c", "b", "a"].map { namesakes.number(ofNext: $0) }
    #expect(numbers == [1, 1, 1, 1, 2, 2])
  }

  @Test func `gives the faults of a second ad fingerprints of their own`() throws {
    let set = try rules(["house/oven": "check: {phrases: [oven]}"])
    let lines = ["7", "8", "7", "7"].map {
      #"{"id": "\#($0)", "title": "B", "text": "Oven, oven."}"#
    }
    var namesakes = Namesakes()
    let before = try verdicts(set, on: lines.joined(separator: "\n"), as: "ndjson")
    let after = before.map { verdict in
      var verdict = verdict
      namesakes.settle(&verdict)
      return verdict.findings.map(\.fingerprint)
    }
    #expect(Set(after.joined()).count == 8)
    #expect(after[0] == before[0].findings.map(\.fingerprint))
    #expect(after[1] == before[1].findings.map(\.fingerprint))
  }
}
