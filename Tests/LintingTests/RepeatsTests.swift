import AdModel
import Linting
import Testing

@Suite struct RepeatsTests {
  private let set = Result {
    try rules([
      "house/again": "check: {same-text: body, words: 3}", "house/oven": "check: {phrases: [oven]}",
    ])
  }

  /// The rules that flag each of the ads, of which each line is one.
  private func settled(_ texts: [String]) throws -> [[String]] {
    let set = try set.get()
    let file = texts.enumerated().map { #"{"id": "ad\#($0)", "title": "B", "text": "\#($1)"}"# }
    var repeats = Repeats(set)
    return try verdicts(set, on: file.joined(separator: "\n"), as: "ndjson").map { verdict in
      var verdict = verdict
      repeats.settle(&verdict)
      #expect(verdict.repeatable.isEmpty)
      return verdict.findings.map(\.rule)
    }
  }

  @Test func `only what comes later is told that it repeats`() throws {
    let same = ["You bake bread.", "You bake; BREAD!", "You bake rolls.", "You bake bread."]
    #expect(try settled(same) == [[], ["house/again"], [], ["house/again"]])
  }

  @Test func `the order of words counts, and an ad of few words does not`() throws {
    #expect(
      try settled(["You bake bread.", "Bread you bake.", "Bake.", "Bake.", "", ""]).joined().isEmpty
    )
  }

  @Test func `findings stay in the order of their places`() throws {
    let text = "You mind the oven."
    #expect(try settled([text, text]) == [["house/oven"], ["house/again", "house/oven"]])
  }

  @Test func `it takes no points`() throws {
    let set = try set.get()
    let line = #"{"title": "B", "text": "You bake bread."}"#
    let all = try verdicts(set, on: "\(line)\n\(line)", as: "ndjson")
    #expect(all.map(\.repeatable.count) == [1, 1])
    #expect(all[0].score == all[1].score && all.allSatisfy(\.findings.isEmpty))
  }
}
