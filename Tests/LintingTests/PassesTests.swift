import AdModel
import Linting
import Testing

@Suite struct PassesTests {
  private static let phrases = "check: {phrases: [good pay]}"

  @Test(arguments: [
    (["pay/a", "style/b"], ["pay/a"]),
    (["redaction/a", "pay/b", "style/c"], ["redaction/a"]),
    (["contact/z", "spelling/a"], ["contact/z"]),
    (["bias/a", "style/b"], ["bias/a", "style/b"]),
    (["style/a", "style/b"], ["style/a", "style/b"]),
  ])
  func `words belong to the most specific theme`(ids: [String], kept: [String]) throws {
    let set = try rules(Dictionary(uniqueKeysWithValues: ids.map { ($0, Self.phrases) }))
    #expect(try findings(set, in: "We give good pay.").map(\.rule) == kept)
  }

  @Test func `words that only touch keep their owners`() throws {
    let set = try rules([
      "pay/a": "check: {phrases: [good]}", "style/b": "check: {phrases: [pay, good pay]}",
    ])
    let found = try findings(set, in: "Good pay.").map { "\($0.rule) \($0.words)" }
    #expect(found == ["pay/a Good"])
    #expect(try findings(set, in: "Good, pay.").map(\.rule) == ["pay/a", "style/b"])
  }

  @Test func `what is missing competes with nobody`() throws {
    let set = try rules([
      "pay/a": "check: {phrases: [baker]}", "style/b": "check: {missing: pay}",
    ])
    let found = try findings(set, in: "Title: Baker\nDescription: Bake.").map(\.rule)
    #expect(found == ["pay/a", "style/b"])
  }

  @Test func `two checks of one rule are one finding`() throws {
    let set = try rules(["style/a": "check: [{phrases: [good pay]}, {phrases: [pay]}]"])
    #expect(try findings(set, in: "Good pay and pay.").map(\.words) == ["Good pay", "pay"])
  }

  /// Hits that lie inside each other, beside each other and on each other, at every length.
  @Test(arguments: [
    (["pay/a": "good pay and", "style/b": "pay", "spelling/c": "and more"], ["pay/a", "style/b"]),
    (
      ["pay/a": "pay", "style/b": "good pay and more pay here too", "title/c": "more"],
      ["style/b", "pay/a", "title/c", "pay/a"]
    ),
    (["style/a": "good pay", "pay/b": "pay and", "style/c": "and more"], ["pay/b"]),
  ])
  func `a hit yields to each that claims its words, whether that is kept or not`(
    phrases: [String: String], kept: [String]
  ) throws {
    let set = try rules(phrases.mapValues { "check: {phrases: [\($0)]}" })
    let found = try findings(set, in: "We give good pay and more pay here too.").map(\.rule)
    #expect(found == kept)
  }
}
