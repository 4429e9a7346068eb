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
  ]

  @Test(arguments: runs)
  func `leaves with what happened`(arguments: [String], status: Int32) throws {
    let desk = try Desk(["good.txt": Desk.good, "bad.txt": Desk.bad])
    let outcome = try Tool.run(["check"] + arguments, in: desk.folder)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
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
