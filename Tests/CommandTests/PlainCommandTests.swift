import TestSupport
import Testing

@testable import hirelint

@Suite struct PlainCommandTests {
  @Test(arguments: [
    ["ad.txt", "-"], ["ads", "--format", "ndjson", "-j", "1", "--no-config", "--no-progress"],
    [
      "--report=sarif=ads.sarif", "--fail-on=warning", "a=b", "--color", "never", "--report",
      "text=-",
    ],
    ["ad.txt", "--disable", "style", "--ignore", "law", "--as-of", "2026-11-21", "--jobs=4"],
  ])
  func `what is asked for every day needs no parser`(arguments: [String]) throws {
    let plain = try #require(CheckCommand(plainly: arguments))
    #expect(values(of: plain) == values(of: try CheckCommand.parse(arguments)))
    #expect(values(of: plain).count > 40)
  }

  @Test func `every option of the table can be given`() {
    for option in CheckCommand.plainOptions {
      for name in option.names {
        let ways = option.takesValue ? Self.words.map { [name, $0] } : [[name]]
        #expect(
          ways.contains { CheckCommand(plainly: ["ad.txt", "--report", "sarif"] + $0) != nil },
          "\(name)")
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is understood without the parser is what it makes of that`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let names = CheckCommand.plainOptions.flatMap(\.names)
    for _ in 0..<20 {
      var arguments = ["ad.txt"]
      for _ in 0...Int.random(in: 0..<5, using: &random) {
        let (name, word) = (
          names.randomElement(using: &random)!, Self.words.randomElement(using: &random)!
        )
        switch Int.random(in: 0..<5, using: &random) {
        case 0: arguments.append(word)
        case 1: arguments.append(name)
        case 2: arguments.append("\(name)=\(word)")
        default: arguments += [name, word]
        }
      }
      guard let plain = CheckCommand(plainly: arguments) else { continue }
      #expect(values(of: plain) == values(of: try CheckCommand.parse(arguments)), "\(arguments)")
    }
  }

  /// Values and what else may be among arguments.
  private static let words = [
    "ndjson", "3", "0", "+2", "never", "auto", "2026-11-21", "2026-13-01", "sarif=a.sarif", "a=b",
    "-",
    "", "--", "---", "-x", "-j4", "-j=4", "--help", "--form", "--fix", "--diff", "--unsafe-fixes",
    "--no-prefilter", "--format=\u{301}x", "-\u{301}", "\u{301}", "é",
  ]

  /// The values of all options of `options`, and of the groups in it.
  private func values(of options: Any) -> [String] {
    Mirror(reflecting: options).children.flatMap { option -> [String] in
      guard let name = option.label, let value = parsed(option.value) else { return [] }
      let inner = values(of: value)
      return inner.isEmpty ? ["\(name): \(value)"] : inner.map { "\(name).\($0)" }
    }
  }

  /// What the wrapper of a property holds, as soon as it is parsed.
  private func parsed(_ wrapper: Any) -> Any? {
    let storage = Mirror(reflecting: wrapper).children.first { $0.label == "_parsedValue" }
    let value = storage.flatMap { Mirror(reflecting: $0.value).children.first }
    return value?.label == "value" ? value?.value : nil
  }
}
