import ArgumentParser
import Configuration

/// The command line of hirelint.
@main struct Hirelint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hirelint",
    abstract: "The compliance and quality linter for job ads.",
    discussion: """
      Checks ads in text, Markdown, HTML, JSON, NDJSON, CSV, TSV, XML, Word and PDF, and says what is \
      wrong, where, why, and what to write instead.
      """,
    version: Version.text,
    subcommands: [
      CheckCommand.self, RulesCommand.self, ExplainCommand.self, BaselineCommand.self,
      ConfigCommand.self, InitCommand.self, LawCommand.self, LSPCommand.self,
    ],
    defaultSubcommand: nil)

  /// Runs the command and leaves with the status that ``ExitStatus`` lists.
  static func main() async {
    AddressSpace.shareHeaps()
    do {
      var command = try command(of: Array(CommandLine.arguments.dropFirst()))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as Failure {
      if !error.message.isEmpty { Output.complain(error.message) }
      exit(withStatus: error.status)
    } catch {
      let isAsked = exitCode(for: error).isSuccess
      let text = fullMessage(for: error)
      if isAsked {
        if !text.isEmpty { print(text) }
      } else if !text.isEmpty {
        Output.complain(String(text.trimmingPrefix("Error: ")))
      }
      exit(
        withStatus: isAsked
          ? ExitStatus.clean : error is ExitCode ? exitCode(for: error).rawValue : ExitStatus.usage)
    }
  }
}

extension Hirelint {
  /// The command that `arguments` ask for.
  ///
  /// Making the tree of all commands takes as long as checking a small ad, and making all options of
  /// a command half as long. So a command that stands first and understands all that follows is made
  /// by itself, and without the parser where that is plain. Help, and what is wrong with the
  /// arguments, are told by the tree.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    let rest = Array(arguments.dropFirst())
    if arguments.first == "check", let command = CheckCommand(plainly: rest) { return command }
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first && $0.configuration.subcommands.isEmpty
    }
    guard let named else { return try parseAsRoot(arguments) }
    if let command = try? named.parseAsRoot(rest), type(of: command) == named { return command }
    return try parseAsRoot(arguments)
  }
}

/// What the process leaves with.
enum ExitStatus {
  /// No finding at or above the gate.
  static let clean: Int32 = 0
  /// Findings at or above the gate.
  static let gate: Int32 = 1
  /// A wrong command line, a wrong rule file, or nothing to check.
  static let usage: Int32 = 2
  /// Some input could not be read, and `--strict-inputs` was given.
  static let input: Int32 = 3
  /// A report could not be written.
  static let output: Int32 = 4
  /// Nobody reads what is written: what a shell makes of SIGPIPE.
  static let pipe: Int32 = 141
  /// A signal stopped the run: this and its number.
  static let signal: Int32 = 128
}

/// Why the command cannot go on, for people.
struct Failure: Error {
  var message: String
  var status: Int32 = ExitStatus.usage
}

extension Failure {
  /// What is wrong with a value that stands at `origin`, if that is in a file.
  init(message: String, at origin: Origin?) {
    guard case .file(let file, let line, let column) = origin else {
      self.init(message: message)
      return
    }
    self.init(message: "the configuration is wrong\n\(file):\(line):\(column): \(message)")
  }

  /// What `body` returns; what it throws, as a failure of the configuration or the command line.
  static func ofConfiguration<T>(_ body: () throws(ConfigurationFaults) -> T) throws -> T {
    do {
      return try body()
    } catch {
      throw Failure(
        message: error.areInFiles ? "the configuration is wrong\n\(error)" : "\(error)")
    }
  }
}

enum Version {
  /// The version of hirelint, by <https://semver.org>.
  static let text = "0.1.0"
}
