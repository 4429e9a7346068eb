import AdModel
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("phrase", "phrases"), ("pharses", "phrases"), ("PHRASES", "phrases"), ("tiltle", "title"),
    ("bias/agee", "bias/age"), ("in", "on"), ("bio", nil), ("words", nil), ("", nil),
  ])
  func `finds the name that was meant`(word: String, name: String?) {
    let names = ["phrases", "title", "bias/age", "on"]
    #expect(Suggestion.nearest(to: word, among: names) == name)
  }

  // To hold it against each of these would take a minute.
  @Test func `a long word is no name`() {
    let word = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: word, among: (0..<500).map { "theme/rule-\($0)" }) == nil)
  }
}
