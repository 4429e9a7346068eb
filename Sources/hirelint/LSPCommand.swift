import ArgumentParser
import Facts
import LanguageServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `hirelint lsp`: checks ads while they are written.
struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Check ads in an editor: a language server on standard input and output.",
    discussion: """
      Speaks the Language Server Protocol 3.17: findings as you type, their rules when you point at \
      them, and fixes. Each document goes by the .hirelint.yml nearest to it, and what is excluded there \
      is left alone.
      """)

  @Flag(help: "Talk over standard input and output, which it does in any case.")
  var stdio = false

  @Option(
    help: ArgumentHelp(
      "The day on which the ads are judged, such as 2026-11-21; today if not given.",
      valueName: "date"))
  var asOf: CalendarDate?

  @OptionGroup(title: "Law") var legal: LegalOptions

  @OptionGroup(title: "Rules") var rules: RuleOptions

  func run() throws {
    let practice = EditorPractice(rules, legal, day: asOf)
    // Mistakes of the command line and of the settings here are told before the talk begins.
    _ = try practice.diagnoser(ofFileAt: Output.workingFolder + "/ad")
    let server = Server(practice, version: Version.text)
    // A client that hangs up is no reason to die of a signal.
    signal(SIGPIPE, SIG_IGN)
    var session = Session(server, input: STDIN_FILENO, output: STDOUT_FILENO)
    Hirelint.exit(withStatus: session.run())
  }
}
