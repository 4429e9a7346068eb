import Reporting
import Testing

@Suite struct ReportersTests {
  @Test func `finds each reporter by its name`() throws {
    for name in Reporters.names { #expect(try Reporters.named(name).name == name) }
    #expect(Reporters.names == Set(Reporters.names).sorted())
  }

  private static let all =
    "there are checkstyle, compact, csv, csv-excel, github, gitlab, html, json, junit, markdown, "
    + "ndjson, rdjson, rdjsonl, sarif, sarif-github, sarif-minimal, sonar and text"

  @Test(arguments: [
    ("jsno", "“jsno” is no kind of report; did you mean “json”?"),
    ("Sarif", "“Sarif” is no kind of report; did you mean “sarif”?"),
    ("pdf", "“pdf” is no kind of report; \(all)"),
    ("\u{1B}[2J", "“\\u{1B}[2J” is no kind of report; \(all)"),
  ])
  func `says what was probably meant`(name: String, message: String) {
    let error = #expect(throws: UnknownReporter.self) { try Reporters.named(name) }
    #expect(error?.description == message)
  }
}
