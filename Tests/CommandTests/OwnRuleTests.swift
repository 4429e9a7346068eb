import Foundation
import Testing

@Suite struct OwnRuleTests {
  private func rule(_ check: String) -> String {
    """
    rules:
      - id: own/rule
        title: Own
        message: "Own: {words}."
        why: So.
        instead: Mend it.
        check: \(check)
        flags: ["[[x]]"]
        passes: [y]
    """
  }

  @Test func `run besides the bundled ones`() throws {
    let desk = try Desk(["own.yml": rule("{phrases: [bread]}"), "ad.txt": Desk.good])
    let outcome = try desk.run("check", "ad.txt", "--rules", "own.yml", "--format", "ndjson")
    #expect(outcome.output.contains("own/rule"))
  }

  @Test func `with a pattern that runs away are reported, and the rest still runs`() throws {
    let desk = try Desk([
      "own.yml": rule(#"{patterns: ['(b+)+\d']}"#),
      "ad.txt": Desk.good + " " + String(repeating: "b", count: 50_000),
    ])
    let outcome = try desk.run(
      "check", "ad.txt", "--rules", "own.yml", "--format", "json", "--strict-inputs")
    #expect(outcome.status == 3)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let problems = (object as? [String: Any])?["problems"] as? [[String: Any]] ?? []
    #expect(problems.first?["id"] as? String == "runaway-pattern")
  }

  @Test(arguments: [
    (
      "{patterns: ['a(b']}",
      "hirelint: own.yml:2: “own/rule” has a pattern that is no regular expression: missing closing parenthesis at character 3 of a(b\n"
    ),
    (
      "{phrases: [x], onec: true}",
      "hirelint: the rules cannot be read\nown.yml:7:28: “onec” is not an option of “phrases”; did you mean “once”?\n"
    ),
  ])
  func `that are wrong stop the run`(check: String, message: String) throws {
    let desk = try Desk(["own.yml": rule(check), "ad.txt": Desk.good])
    let outcome = try desk.run("check", "ad.txt", "--rules", "own.yml")
    #expect(outcome.status == 2)
    #expect(outcome.errors == message)
  }

  @Test func `may not take the name of a bundled one`() throws {
    let text = rule("{phrases: [x]}").replacing("own/rule", with: "pay/vague")
    let desk = try Desk(["own.yml": text, "ad.txt": Desk.good])
    let outcome = try desk.run("check", "ad.txt", "--rules", "own.yml")
    #expect(
      outcome.errors
        == "hirelint: own.yml:2: hirelint has a rule “pay/vague” already; name yours otherwise\n")
  }
}
