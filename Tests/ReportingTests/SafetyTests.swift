import Reporting
import Testing

/// What an ad says must not be obeyed by whatever shows the report.
@Suite struct SafetyTests {
  @Test(arguments: ["json", "ndjson", "sarif", "text"], [0, 20, 40, 80])
  func `no command of a build server gets through`(name: String, width: Int) throws {
    for color in [false, true] {
      let report = try Story.hostile.report(name, ReportOptions(color: color, width: width))
      for line in report.split(whereSeparator: \.isNewline) {
        let seen = line.drop { $0 == " " || $0 == "\t" }
        #expect(!seen.hasPrefix("::"), "\(line)")
        #expect(!line.contains("##["), "\(line)")
        #expect(!line.contains("##vso["), "\(line)")
      }
    }
  }

  @Test func `colours are the only escape sequences`() throws {
    let report = try Story.hostile.report("text", ReportOptions(color: true))
    for sequence in report.split(separator: "\u{1B}", omittingEmptySubsequences: false).dropFirst()
    {
      #expect(sequence.prefixMatch(of: /\[[0-9;]+m/) != nil)
    }
  }

  @Test func `words of ads stand behind a bar`() throws {
    let report = try Story.hostile.report("text")
    let quotes = report.split(separator: "\n").filter { $0.contains("::error file=x") }
      .filter { $0.hasPrefix("    │ ") }
    #expect(quotes.count == 1)
  }

  @Test(arguments: Reporters.names)
  func `two runs give the same bytes`(name: String) throws {
    #expect(try Story.many.report(name) == Story.many.report(name))
  }
}
