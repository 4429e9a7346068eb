import ArgumentParser
import Configuration
import Facts
import LanguageServer
import Linting
import RuleBook

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
      them, and fixes.
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
    let book = try rules.book()
    let context = try legal.context(book.law, try rules.home())
    let day = asOf
    let diagnoser = Diagnoser(RuleSet(book), context: context) { day ?? .today }
    let server = Server(diagnoser, version: Version.text)
    // A client that hangs up is no reason to die of a signal.
    signal(SIGPIPE, SIG_IGN)
    var session = Session(server, input: STDIN_FILENO, output: STDOUT_FILENO)
    Hirelint.exit(withStatus: session.run())
  }
}
