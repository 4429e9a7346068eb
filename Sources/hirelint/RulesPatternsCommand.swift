import AdModel
import ArgumentParser
import Checks
import Patterns
import RuleBook

/// `hirelint rules patterns`: lists what PCRE2 would be asked, had we no other way, so that another
/// engine can be measured on the same.
struct RulesPatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "List the regular expressions that the rules which are on look for.",
    discussion: """
      One a line, as the tools of Hyperscan read them: number, colon, /expression/, and the flags \
      i (either case), m (^ and $ at lines), 8 and W (UTF-8 with the classes of Unicode).
      """,
    shouldDisplay: false)

  @OptionGroup(title: "Rules") var rules: RuleOptions

  func run() throws {
    let book = try rules.book(withExamples: false)
    let checks = book.facts.map(\.check) + book.entries.filter(\.rule.isOn).flatMap(\.checks)
    var out = ""
    for (number, wanted) in checks.flatMap({ $0.check.wanted }).enumerated() {
      let pattern = Pattern(wanted.source, isPhrase: wanted.isPhrase)
      // A rule may have the end of a line in its pattern as it is.
      let expression = pattern.regularExpression.replacing("\n", with: "\\n")
      out += "\(number):/\(expression)/\(wanted.isCased ? "" : "i")m8W\n"
    }
    try Output.write(Array(out.utf8), to: 1, name: "standard output")
  }
}
