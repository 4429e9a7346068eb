import Foundation
import Testing

@Suite struct ProfileTests {
  @Test func `no rules at all are a mistake`() throws {
    let desk = try Desk(["ad.txt": "Baker in Cork."])
    let outcome = try Tool.run(["check", "ad.txt", "--no-bundled"], in: desk.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--rules"))
  }

  @Test func `decides which rules run, and its levels count for the gate`() throws {
    let desk = try Desk(["ad.html": "<h1>Baker</h1><p>You bake bread in Cork for €15 an hour.</p>"])
    let ids = { (arguments: [String]) in
      let rules = ["--no-bundled", "--rules", "own.yml", "--format", "ndjson"]
      let outcome = try Tool.run(["check", "ad.html"] + rules + arguments, in: desk.folder)
      return (outcome.status, outcome.output.contains(#""rule":"own/bread""#))
    }
    try desk.add(
      "own.yml",
      Array(
        """
        theme: own
        rules:
          - id: bread
            title: Bread
            message: "Bread: {words}."
            why: So.
            instead: Write “rolls”.
            off: not everybody minds
            check: {phrases: [bread]}
            flags: ["[[bread]]"]
            passes: [rolls]
        profiles:
          - id: rolls
            title: Rolls only
            why: We sell no bread.
            enable: [own]
            severity: {own/bread: error}
          - id: no-bread
            title: None
            why: Silence.
            disable: [own/bread]
        """.utf8))
    #expect(try ids([]) == (0, false))
    #expect(try ids(["--profile", "rolls"]) == (1, true))
    #expect(try ids(["--profile", "rolls", "--profile", "no-bread"]) == (0, false))
    #expect(try ids(["--profile", "no-bread", "--profile", "rolls"]) == (1, true))
    #expect(try ids(["--profile", "rolls", "--disable", "own/bread"]) == (0, false))
  }

  @Test(arguments: [
    ("gogle", "hirelint: there is no profile “gogle”; did you mean “google”?\n"),
    (
      "zzz",
      "hirelint: there is no profile “zzz”; the profiles are care, google, indeed, linkedin, "
        + "public-sector, scraped, tech, uk-agency, us-employer\n"
    ),
  ])
  func `that is unknown stops the run`(name: String, message: String) throws {
    let outcome = try Desk(["ad.txt": Desk.good]).run("check", "ad.txt", "--profile", name)
    #expect(outcome.status == 2)
    #expect(outcome.errors == message)
  }

  @Test func `is shown by the list of rules`() throws {
    let outcome = try Desk().run("rules", "platform", "--profile", "linkedin")
    #expect(outcome.output.contains(/platform\/linkedin-limits +error +on/))
    #expect(outcome.output.contains("\nProfile linkedin: LinkedIn\n"))
  }

  @Test func `is named by the help`() throws {
    let help = try Desk().run("check", "--help").output.split { $0.isWhitespace }
      .joined(separator: " ")
    #expect(
      help.contains(
        "scraped, uk-agency, us-employer, public-sector, care, tech, google, indeed, linkedin"))
  }

  @Test func `that names a rule which is not there is told with its place`() throws {
    let desk = try Desk([
      "ad.txt": Desk.good,
      "own.yml": """
      profiles:
        - id: mine
          title: Mine
          why: So.
          enable: [pay/missin]
      """,
    ])
    let outcome = try desk.run("check", "ad.txt", "--rules", "own.yml", "--profile", "mine")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "hirelint: own.yml:2: the profile “mine” is wrong: there is no rule or theme "
        + "“pay/missin”; did you mean “pay/missing”?\n")
  }
}
