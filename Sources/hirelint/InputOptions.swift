import ArgumentParser
import Reading

/// Options that say how ads are written where that cannot be seen.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The format of the input, where its name and content do not tell: \
      \(Readers.names.sorted().joined(separator: ", ")).
      """, valueName: "format"))
  var input: String?

  @Option(
    help: ArgumentHelp(
      "The name that standard input goes by; its ending tells the format.", valueName: "name"))
  var stdinFilename = "stdin"
}
