import Foundation
import Testing

@Suite struct ExitCodeTests {
  static let runs: [(arguments: [String], status: Int32)] = [
    (["good.txt"], 0), (["bad.txt"], 1), (["bad.txt", "--fail-on", "never"], 0),
    (["good.txt", "bad.txt"], 1), (["nothing.txt"], 2), (["nothing.txt", "--allow-empty"], 0),
    (["good.txt", "nothing.txt"], 0), (["good.txt", "nothing.txt", "--strict-inputs"], 3),
    (["nothing.txt", "--strict-inputs"], 3),
    (["good.txt", "--report", "sarif=no/such/folder.sarif"], 4), ([], 2),
    (["good.txt", "--jobs", "0"], 2), (["good.txt", "--fail-on", "panic"], 2),
    (["good.txt", "--as-of", "31-12-2026"], 2), (["--help"], 0),
    (["good.txt", "--exclude", ""], 2), (["good.txt", "--report", "json=./good.txt"], 2),
    ([".", "--report", "json=good.txt"], 2),
    ([".", "--report", "json=good.txt", "--exclude", "good.txt"], 1),
    (["good.txt", "--report", "json=x", "--report", "sarif=./x"], 2),
    (["good.txt", "--report", "json=-", "--report", "sarif=/dev/null"], 0),
    (["good.txt", "--report", "sarif="], 2), (["--bogus"], 2),
  ]

  @Test(arguments: runs)
  func `leaves with what happened`(arguments: [String], status: Int32) throws {
    let desk = try Desk(["good.txt": Desk.good, "bad.txt": Desk.bad])
    let outcome = try Tool.run(["check"] + arguments, in: desk.folder)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
  }

  /// Runs of all commands, in the order of the folder's life.
  static let days: [(command: String, status: Int32)] = [
    ("check good.txt --diff", 0), ("check bad.txt --diff", 1), ("check nothing.txt --diff", 2),
    ("check nothing.txt --diff --allow-empty", 0), ("check good.txt nothing.txt --diff", 0),
    ("check good.txt nothing.txt --diff --strict-inputs", 3),
    ("check nothing.txt --fix", 2), ("check good.txt --fix", 0),
    ("check good.txt nothing.txt --fix --strict-inputs", 3),
    ("check good.txt --max-warnings 0", 1), ("check good.txt --max-warnings 9", 0),
    ("check good.txt --fail-on warning", 1), ("check good.txt --config wrong-config.yml", 2),
    ("check good.txt --baseline none.json", 2), ("check good.txt --waivers none.yml", 2),
    ("check good.txt --rules wrong.yml", 2), ("check good.txt --changed-since HEAD", 2),
    ("rules", 0), ("rules stile", 2), ("rules test house.yml", 0), ("rules test failing.yml", 1),
    ("rules test wrong.yml", 2), ("rules test none.yml", 2),
    ("explain pay/missing", 0), ("explain pay/mising", 2), ("explain", 2),
    ("law", 0), ("law bad.txt", 0), ("law bad.txt --format json", 0), ("law none.txt", 2),
    ("law bad.txt --format xml", 2), ("law bad.txt --format markdown", 2),
    ("law --format markdown", 0), ("law --jurisdiction XX", 2), ("law --jurisdiction US-CO", 0),
    ("baseline check bad.txt", 2), ("baseline prune bad.txt", 2), ("baseline diff bad.txt", 2),
    ("baseline write none.txt", 2), ("baseline write bad.txt --baseline no/such/b.json", 4),
    ("baseline write bad.txt", 0), ("baseline check bad.txt", 0), ("baseline check worse.txt", 1),
    ("baseline diff worse.txt", 0), ("baseline prune bad.txt", 0),
    ("baseline check bad.txt --baseline wrong.yml", 2),
    ("config show good.txt", 0), ("config show good.txt --config wrong-config.yml", 2),
    ("init", 0), ("init", 2),
    ("lsp", 1), ("lsp --config wrong-config.yml", 2), ("lsp < farewell", 0),
    ("frobnicate", 2), ("", 0), ("--help", 0), ("check --help", 0), ("help law", 0),
    ("--generate-completion-script fish", 0),
    ("check bad.txt --report json=/dev/full --fail-on never", 4),
    ("rules > /dev/full", 4), ("explain pay/missing > /dev/full", 4),
    ("law bad.txt > /dev/full", 4), ("config show good.txt > /dev/full", 4),
    ("check bad.txt > /dev/full", 4), ("baseline diff worse.txt > /dev/full", 4),
    ("check bad.txt --diff > /dev/full", 4),
  ]

  /// What an editor says that has nothing to ask.
  static let farewell = [
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#,
    #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#,
  ].map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()

  @Test func `every command leaves with the code that tells what happened`() throws {
    let rules = """
      theme: house
      rules:
        - {id: tea, title: Tea, message: "Tea.", why: Why., instead: Coffee., check: {phrases: [tea]},
           flags: ["[[Tea]] is here.", "More [[tea]]."], passes: [Coffee., Cocoa.]}

      """
    let desk = try Desk([
      "good.txt": Desk.good, "bad.txt": Desk.bad + " We recieve tea.",
      "worse.txt": Desk.bad + " We recieve managment.", "wrong.yml": "theme: x\nrules: [{}]\n",
      "wrong-config.yml": "fail-on: panic\n", "house.yml": rules,
      "failing.yml": rules.replacing("Cocoa.", with: "A cup of tea."), "farewell": Self.farewell,
    ])
    for (command, status) in Self.days {
      let input = command.contains("<") ? "" : " </dev/null"
      let outcome = try desk.run(script: "$hirelint \(command)\(input)")
      #expect(outcome.status == status, "\(command): \(outcome.output)\(outcome.errors)")
    }
  }

  @Test func `tells its version`() throws {
    let outcome = try Desk().run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }

  static let slips: [(arguments: [String], help: String)] = [
    (["check", "good.txt", "--format", "sarf"], "sarif"),
    (["check", "good.txt", "--enable", "pay/vage"], "“pay/vague”"),
    (["check", "good.txt", "--disable", "stile"], "“style”"),
    (["check", "good.txt", "--formatt", "text"], "--format"),
    (["check", "good.txt", "--input", "htlm"], "html"),
    (["explain", "pay/vage"], "“pay/vague”"),
    (["rules", "stile"], "“stile”"),
    (["check", "good.txt", "--report", "sarif"], "sarif=ads.sarif"),
    (["check", "good.txt", "--rules", "own.yml"], "own.yml"),
    (["check", "--bogus"], "--bogus"), (["check"], "nothing to check"),
    (["check", "good.txt", "--exclude", ""], "--exclude"),
    (["check", "good.txt", "--report", "json=good.txt"], "would replace good.txt"),
    (["check", "good.txt", "--report", "sarif="], "sarif=ads.sarif"),
  ]

  @Test(arguments: slips)
  func `helps with a slip of the keyboard`(arguments: [String], help: String) throws {
    let desk = try Desk(["good.txt": Desk.good])
    let outcome = try Tool.run(arguments, in: desk.folder)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("hirelint: "))
    #expect(outcome.errors.contains(help), "\(outcome.errors)")
  }
}
